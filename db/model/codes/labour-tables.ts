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
      ['wage_months', '欠薪月数', 'Wages owed'],
      ['owed_people', '拖欠人数', 'People owed'],
      ['owed_amount', '拖欠金额', 'Amount owed'],
      ['wage_cycle', '工资周期', 'Wage period'],
      ['utility_months', '欠水电费月数', 'Water or power unpaid'],
      ['power_drop', '用电量同比降幅', 'Drop of power used'],
      ['insurance_months', '社保断缴月数', 'Insurance unpaid'],
      ['layoff_rate', '裁员比例', 'Staff laid off'],
      ['rent_months', '欠租月数', 'Rent unpaid'],
      ['is_unreachable', '法人失联', 'Representative unreachable'],
      ['is_changed', '法人频繁变更', 'Representative changed often'],
      ['lawsuits', '涉诉失信查封件数', 'Lawsuits and seizures'],
      ['is_tax_irregular', '欠税或税务非正常户', 'Tax unpaid or irregular'],
      ['is_stopped', '停工停产', 'Production stopped'],
      ['is_moving', '外迁计划', 'Plans to move away'],
      ['complaints', '劳动投诉仲裁件数', 'Complaints and arbitrations'],
      ['petitioners', '群访人数', 'People petitioning together'],
      ['order_drop', '订单下滑', 'Drop of orders'],
      ['is_risky_trade', '高风险行业', 'Risky trade'],
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
