import { words } from '../localized.ts';
import { codeTable } from './code-table.ts';

/** Code tables of resident liaison (驻点联系). */
export const liaisonTables = [
  codeTable({
    id: 'liaison_role',
    label: words('驻点团队角色', 'Part in a liaison team'),
    standard: '领导干部驻点联系群众制度（驻点团队、辅助团队）',
    confidence: 'low',
    items: [
      ['1', '团队长', 'Head'],
      ['2', '成员', 'Member'],
      ['3', '辅助团队', 'Support'],
      ['4', '联络员', 'Contact'],
    ],
    aliases: { 组长: '1', 队长: '1', 辅助: '3' },
  }),
  codeTable({
    id: 'liaison_way',
    label: words('联系方式', 'Way of contact'),
    standard: '驻点联系群众常用方式',
    confidence: 'low',
    items: [
      ['1', '定点接待', 'At the fixed point'],
      ['2', '入户走访', 'Visit'],
      ['3', '预约接访', 'By appointment'],
      ['4', '书面', 'In writing'],
      ['5', '电话、网络', 'Telephone, online'],
    ],
    aliases: { 接待: '1', 走访: '2', 预约: '3', 电话: '5' },
  }),
  codeTable({
    id: 'liaison_session_state',
    label: words('驻点安排状态', 'State of a session'),
    standard: '本系统',
    confidence: 'low',
    items: [
      ['1', '已安排', 'Planned'],
      ['2', '已开展', 'Held'],
      ['3', '已取消', 'Cancelled'],
    ],
  }),
  codeTable({
    id: 'liaison_matter',
    label: words('意见类别', 'Kind of opinion'),
    standard: '驻点联系意见常用分类（暂拟）',
    confidence: 'low',
    items: [
      ['01', '道路交通、停车', 'Roads and parking'],
      ['02', '环境卫生、河涌', 'Sanitation and creeks'],
      ['03', '治安消防', 'Security and fire'],
      ['04', '教育入学', 'Schools'],
      ['05', '医疗卫生', 'Health'],
      ['06', '就业、劳动、社保', 'Work and social insurance'],
      ['07', '住房、物业', 'Housing'],
      ['08', '土地、征拆', 'Land'],
      ['09', '集体三资、分红', 'Collective assets'],
      ['10', '民政救助、养老', 'Welfare'],
      ['11', '水电气、市政设施', 'Utilities'],
      ['12', '矛盾纠纷', 'Disputes'],
      ['13', '作风与效能', 'Conduct of officials'],
      ['99', '其他', 'Other'],
    ],
    aliases: { 交通: '01', 环境: '02', 治安: '03', 消防: '03', 教育: '04', 医疗: '05', 物业: '07' },
  }),
  codeTable({
    id: 'liaison_handling',
    label: words('处理方式', 'Handling'),
    standard: '驻点联系意见处理（现场解答、转办、上报）',
    confidence: 'medium',
    items: [
      ['1', '现场解答', 'Answered on the spot'],
      ['2', '转办', 'Handed to a unit'],
      ['3', '上报', 'Reported upwards'],
    ],
    aliases: { 当场解答: '1', 现场解决: '1', 交办: '2' },
  }),
  codeTable({
    id: 'liaison_opinion_state',
    label: words('意见办理状态', 'State of an opinion'),
    standard: '驻点联系意见办理（收集、转办、办理、反馈、办结）',
    confidence: 'low',
    items: [
      ['10', '已收集', 'Collected'],
      ['20', '办理中', 'Being handled'],
      ['25', '已上报市级', 'With the city'],
      ['30', '已答复待反馈', 'Answered, to be told'],
      ['40', '已办结', 'Closed'],
      ['90', '作废', 'Void'],
    ],
    aliases: { 待办: '10', 转办: '20', 办结: '40' },
  }),
] as const;
