import { words } from '../localized.ts';
import { codeTable, type CodeTable } from './code-table.ts';

/** Code tables of labour risks of enterprises (企业劳资风险). Codes of `labour_item` are the fields of an assessment. */
export const labourTables: readonly CodeTable[] = [
  codeTable({
    id: 'labour_item',
    label: words('劳资风险指标', 'Labour risk indicator'),
    standard: '本系统编制（指标待核）',
    confidence: 'high',
    items: [
      ['wage_months', '欠薪月数'],
      ['owed_people', '拖欠人数'],
      ['owed_amount', '拖欠金额'],
      ['wage_cycle', '工资周期'],
      ['utility_months', '欠水电费月数'],
      ['power_drop', '用电量同比降幅'],
      ['insurance_months', '社保断缴月数'],
      ['layoff_rate', '裁员比例'],
      ['rent_months', '欠租月数'],
      ['is_unreachable', '法人失联'],
      ['is_changed', '法人频繁变更'],
      ['lawsuits', '涉诉失信查封件数'],
      ['is_tax_irregular', '欠税或税务非正常户'],
      ['is_stopped', '停工停产'],
      ['is_moving', '外迁计划'],
      ['complaints', '劳动投诉仲裁件数'],
      ['petitioners', '群访人数'],
      ['order_drop', '订单下滑'],
      ['is_risky_trade', '高风险行业'],
    ],
  }),
  codeTable({
    id: 'labour_state',
    label: words('处置状态', 'State of handling'),
    standard: '本系统编制',
    confidence: 'high',
    items: [
      ['10', '跟踪中', 'Being followed'],
      ['20', '已化解', 'Closed'],
    ],
  }),
  codeTable({
    id: 'labour_way',
    label: words('处置方式', 'Way of handling'),
    standard: '各地欠薪处置台账',
    confidence: 'low',
    items: [
      ['01', '网格走访', 'Visit by the grid'],
      ['02', '人社约谈', 'Talk with the labour office'],
      ['03', '协商调解', 'Mediation'],
      ['04', '发放工资', 'Wages paid'],
      ['05', '垫付或应急周转金', 'Advance from a fund'],
      ['06', '资产监控或保全', 'Assets watched or secured'],
      ['07', '移送劳动监察', 'Handed to labour inspection'],
      ['08', '移送公安', 'Handed to the police'],
      ['09', '报市', 'Reported to the city'],
      ['99', '其他', 'Other'],
    ],
  }),
];
