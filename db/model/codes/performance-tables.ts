import { words } from '../localized.ts';
import { codeTable, type CodeTable } from './code-table.ts';

/** Code tables of performance and reward of grid staff (网格员考核与奖励). */
export const performanceTables: readonly CodeTable[] = [
  codeTable({
    id: 'score_kind',
    label: words('加减分类别', 'Kind of scoring'),
    standard: '网格员考核办法（待核）',
    confidence: 'low',
    items: [
      ['01', '自处置', 'Handled on the spot'],
      ['02', '逾期任务', 'Late tasks'],
      ['03', '考勤', 'Attendance'],
      ['04', '表扬', 'Praise'],
      ['05', '投诉批评', 'Complaints'],
      ['99', '其他', 'Other'],
    ],
  }),
  codeTable({
    id: 'reward_item_kind',
    label: words('计分来源', 'Source of points'),
    standard: '本系统编制',
    confidence: 'high',
    items: [
      ['01', '有效上报', 'Valid report'],
      ['02', '加减分', 'Scoring'],
    ],
  }),
  codeTable({
    id: 'reward_zero',
    label: words('不计分原因', 'Why it counts nothing'),
    standard: '本系统编制',
    confidence: 'high',
    items: [
      ['01', '规定天数内重复上报', 'Reported before within the days of the rule'],
      ['02', '超过每月上限', 'Above the monthly cap'],
      ['03', '没有奖励标准', 'No rule for it'],
    ],
  }),
  codeTable({
    id: 'reward_state',
    label: words('考核表状态', 'State of the sheet'),
    standard: '本系统编制',
    confidence: 'high',
    items: [
      ['10', '编制中', 'Being made'],
      ['15', '待核对', 'To be checked'],
      ['20', '已核对', 'Checked'],
      ['25', '公示中', 'Published'],
      ['30', '已审批', 'Approved'],
      ['40', '已发放', 'Paid'],
    ],
    aliases: { 草稿: '10' },
  }),
];
