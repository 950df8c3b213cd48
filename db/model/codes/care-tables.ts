import { words } from '../localized.ts';
import { codeTable, type CodeTable } from './code-table.ts';

/** Grades a visit rule speaks of: the concern (关注程度), and for mental disorders the danger level before it. */
const grades = [
  ['A1', '关注程度高', 'High concern'],
  ['A2', '关注程度中', 'Medium concern'],
  ['A3', '关注程度低', 'Low concern'],
  ['D0', '危险性0级', 'Danger level 0'],
  ['D1', '危险性1级', 'Danger level 1'],
  ['D2', '危险性2级', 'Danger level 2'],
  ['D3', '危险性3级', 'Danger level 3'],
  ['D4', '危险性4级', 'Danger level 4'],
  ['D5', '危险性5级', 'Danger level 5'],
] as const;

/** Code tables of the area Special care (特殊人群). */
export const careTables: readonly CodeTable[] = [
  codeTable({
    id: 'care_event',
    label: words('列管变动', 'Change of listing'),
    standard: '公安列管、撤管用语',
    confidence: 'medium',
    items: [
      ['01', '列管', 'Listed'],
      ['02', '变更', 'Changed'],
      ['03', '撤管', 'Taken off'],
    ],
  }),
  codeTable({
    id: 'care_state',
    label: words('列管状态', 'State of listing'),
    standard: '本系统编制',
    confidence: 'high',
    items: [
      ['10', '在管', 'Listed'],
      ['11', '在管（须落实监护人）', 'Listed, needs a guardian'],
      ['20', '已变更', 'Changed since'],
      ['30', '已撤管', 'Taken off'],
    ],
  }),
  codeTable({
    id: 'care_end_reason',
    label: words('撤管原因', 'Reason for taking off'),
    standard: '各地列管工作台账',
    confidence: 'low',
    items: [
      ['01', '帮教（矫正）期满', 'Term ended'],
      ['02', '风险消除', 'No risk any more'],
      ['03', '迁出本镇街', 'Left the town'],
      ['04', '收监、收戒或入院', 'In custody or hospital'],
      ['05', '死亡', 'Died'],
      ['06', '误列', 'Listed by mistake'],
      ['99', '其他', 'Other'],
    ],
  }),
  codeTable({
    id: 'care_rule_scope',
    label: words('走访规则适用人员', 'Whom a visit rule is for'),
    standard: 'GB/T 31000-2015 特殊人群类型',
    confidence: 'high',
    items: [
      ['00', '各类人员', 'All kinds'],
      ['01', '刑满释放人员', 'Released from prison'],
      ['02', '社区矫正人员', 'Community correction'],
      ['03', '肇事肇祸等严重精神障碍患者', 'Severe mental disorder'],
      ['04', '吸毒人员', 'Drug users'],
      ['05', '艾滋病危险人员', 'HIV'],
      ['06', '重点青少年', 'Youth at risk'],
    ],
  }),
  codeTable({
    id: 'care_visit_grade',
    label: words('走访级别', 'Grade of visits'),
    standard: 'GB/T 31000-2015 关注程度、目前危险性评估等级',
    confidence: 'high',
    items: grades,
  }),
  codeTable({
    id: 'care_interval_unit',
    label: words('间隔单位', 'Unit of the interval'),
    standard: '本系统编制',
    confidence: 'high',
    items: [
      ['01', '天', 'days'],
      ['02', '周', 'weeks'],
      ['03', '月', 'months'],
    ],
  }),
  codeTable({
    id: 'care_visit_way',
    label: words('走访方式', 'Way of visiting'),
    standard: '各地走访台账',
    confidence: 'low',
    items: [
      ['01', '上门走访', 'At home'],
      ['02', '约谈', 'Called in'],
      ['03', '电话', 'By telephone'],
      ['04', '视频', 'By video'],
      ['05', '走访家属（监护人）', 'Family or guardian'],
    ],
  }),
  codeTable({
    id: 'care_finding',
    label: words('走访结果', 'Result of the visit'),
    standard: '各地走访台账',
    confidence: 'low',
    items: [
      ['01', '情况正常', 'As usual'],
      ['02', '情绪波动', 'Unsettled'],
      ['03', '有异常苗头', 'Signs of trouble'],
      ['04', '未见到本人', 'Not met'],
      ['05', '失联', 'Cannot be reached'],
    ],
  }),
  codeTable({
    id: 'care_correction_state',
    label: words('矫正状态', 'State of correction'),
    standard: '本系统编制',
    confidence: 'high',
    items: [
      ['01', '在矫', 'Under correction'],
      ['02', '已解除（终止）', 'Ended'],
    ],
  }),
];
