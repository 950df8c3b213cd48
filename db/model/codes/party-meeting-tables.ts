import { words } from '../localized.ts';
import { codeTable, type CodeTable } from './code-table.ts';

/** Code tables of village decisions, joint meetings and joint work (重大事项、联席会议、共建). */
export const partyMeetingTables: readonly CodeTable[] = [
  codeTable({
    id: 'decision_kind',
    label: words('事项类别', 'Kind of matter'),
    standard: '村（社区）重大事项常用分类',
    confidence: 'low',
    items: [
      ['01', '发展规划', 'Plans'],
      ['02', '集体资产资源处置', 'Collective assets'],
      ['03', '工程项目', 'Construction'],
      ['04', '大额资金使用', 'Large sums'],
      ['05', '征地拆迁与留用地', 'Land taken'],
      ['06', '集体收益分配', 'Distribution of income'],
      ['07', '干部人事', 'Personnel'],
      ['08', '村规民约与制度', 'Village rules'],
      ['09', '公益事业', 'Public good'],
      ['99', '其他', 'Other'],
    ],
    aliases: { 资产处置: '02', 项目建设: '03', 资金使用: '04', 征地: '05', 分红: '06', 村规民约: '08' },
  }),
  codeTable({
    id: 'decision_step',
    label: words('决策进度', 'Step of the decision'),
    standard: '四议两公开',
    confidence: 'medium',
    items: [
      ['01', '党组织提议', 'Proposed by the Party branch'],
      ['02', '“两委”会商议', 'Discussed by the committees'],
      ['03', '党员大会审议', 'Considered by Party members'],
      ['04', '村民（代表）会议决议', 'Resolved by the villagers'],
      ['05', '决议公开', 'Resolution made public'],
      ['06', '实施结果公开', 'Result made public'],
    ],
    aliases: { 提议: '01', 商议: '02', 审议: '03', 决议: '04', 公示: '05', 结果公开: '06' },
  }),
  codeTable({
    id: 'decision_result',
    label: words('表决结果', 'Result of the vote'),
    standard: '本系统',
    confidence: 'low',
    items: [
      ['01', '通过', 'Passed'],
      ['02', '未通过', 'Not passed'],
      ['03', '缓议', 'Put off'],
    ],
    aliases: { 同意: '01', 不通过: '02', 否决: '02', 暂缓: '03' },
  }),
  codeTable({
    id: 'joint_meeting_kind',
    label: words('会议类别', 'Kind of meeting'),
    standard: '“两联席”（党群联席会议、班子联席会议）',
    confidence: 'medium',
    items: [
      ['01', '党群联席会议', 'Party and people'],
      ['02', '班子联席会议', 'Village bodies'],
      ['99', '其他联席会议', 'Other'],
    ],
    aliases: { 党群联席: '01', 班子联席: '02', 其他: '99' },
  }),
  codeTable({
    id: 'follow_up_state',
    label: words('落实情况', 'Follow-up'),
    standard: '本系统',
    confidence: 'low',
    items: [
      ['01', '无需跟进', 'None needed'],
      ['02', '落实中', 'Under way'],
      ['03', '已落实', 'Done'],
    ],
    aliases: { 无: '01', 进行中: '02', 待落实: '02', 完成: '03', 已完成: '03' },
  }),
  codeTable({
    id: 'joint_programme',
    label: words('共建项目', 'Programme'),
    standard: '东莞市“党建领航 携手社区”“政企连心桥”',
    confidence: 'low',
    items: [
      ['01', '党建领航 携手社区', 'Party leads, hand in hand'],
      ['02', '政企连心桥', 'Bridge to enterprises'],
      ['03', '党员进社区服务', 'Party members serve'],
      ['99', '其他', 'Other'],
    ],
    aliases: { 党建领航携手社区: '01', 携手社区: '01', 连心桥: '02' },
  }),
];
