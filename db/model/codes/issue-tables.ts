import { words } from '../localized.ts';
import { codeTable } from './code-table.ts';

/** Code tables of hazard issues and the list of matters. */
export const issueTables = [
  codeTable({
    id: 'supervise_level',
    label: words('督办级别', 'Level of supervision'),
    standard: '网格事项督办常用级别（建议）',
    confidence: 'low',
    items: [
      ['1', '村（社区）督办', 'Village'],
      ['2', '镇街督办', 'Town'],
      ['3', '市级督办', 'City'],
    ],
  }),
  codeTable({
    id: 'issue_refusal',
    label: words('不予受理原因', 'Why not accepted'),
    standard: '网格事项常用原因（建议）',
    confidence: 'low',
    items: [
      ['1', '不属于入格事项', 'Not a matter of the list'],
      ['2', '不属于本镇街', 'Not of this town'],
      ['3', '信息不全无法核实', 'Cannot be verified'],
      ['4', '已在其他渠道办理', 'Handled elsewhere'],
      ['9', '其他', 'Other'],
    ],
  }),
  codeTable({
    id: 'issue_collect_way',
    label: words('采集方式', 'Way of collection'),
    standard: '网格事项采集登记常用方式（建议）',
    confidence: 'low',
    items: [
      ['1', '手机采集', 'Telephone app'],
      ['2', '现场登记', 'On the spot'],
      ['3', '电话登记', 'By telephone'],
      ['4', '平台转入', 'From another platform'],
      ['9', '其他', 'Other'],
    ],
  }),
  codeTable({
    id: 'issue_tag',
    label: words('问题标签', 'Tag of issue'),
    standard: '参照同类网格系统（重大标签、宣传案例、历史遗留）',
    confidence: 'medium',
    items: [
      ['01', '涉线路', 'Roads and lines'],
      ['02', '重特大', 'Grave'],
      ['03', '命案防控', 'Homicide prevention'],
      ['04', '矛盾纠纷', 'Dispute'],
      ['05', '涉及师生', 'Teachers and pupils'],
      ['06', '宣传案例', 'Case to be told'],
      ['07', '历史遗留', 'Old case'],
    ],
    note: '名称见于同类系统，代码为暂编',
  }),
  codeTable({
    id: 'joint_state',
    label: words('协办到场情况', 'Joint units on the spot'),
    standard: '参照同类网格系统',
    confidence: 'medium',
    items: [
      ['0', '无协办', 'None'],
      ['1', '未到场', 'Did not come'],
      ['2', '到场', 'Came'],
    ],
  }),
  codeTable({
    id: 'issue_handling_level',
    label: words('办理层级', 'Level of handling'),
    standard: '网格事项办理路径（自处置、村级、镇级、上报市级）',
    confidence: 'low',
    items: [
      ['1', '自处置', 'By the grid worker'],
      ['2', '村级', 'Village'],
      ['3', '镇级', 'Town'],
      ['4', '市级', 'City'],
    ],
  }),
  codeTable({
    id: 'extension_unit',
    label: words('延期单位', 'Unit of extension'),
    standard: '参照同类网格系统',
    confidence: 'medium',
    items: [
      ['1', '工作日', 'Working days'],
      ['2', '自然日', 'Days'],
    ],
    note: '代码由计时程序使用，只可改名称',
  }),
  codeTable({
    id: 'evaluation_kind',
    label: words('评价类型', 'Kind of evaluation'),
    standard: '网格事项评价常用类型（建议）',
    confidence: 'low',
    items: [
      ['1', '反映人评价', 'By who reported it'],
      ['2', '电话回访', 'By telephone'],
      ['3', '上门回访', 'By a visit'],
      ['9', '其他', 'Other'],
    ],
  }),
  codeTable({
    id: 'grid_matter_group',
    label: words('网格工作类别', 'Group of grid work'),
    standard: '省级网格化管理办法（入格事项八类）',
    confidence: 'medium',
    items: [
      ['1', '宣传', 'Publicity'],
      ['2', '采集人口、家庭、单位信息', 'Information on people, families and units'],
      ['3', '信访与矛盾纠纷排查', 'Petitions and disputes'],
      ['4', '国家安全、公共安全、治安风险', 'Security risks'],
      ['5', '志愿服务与特殊人群关爱', 'Volunteers and special care'],
      ['6', '便民代办', 'Errands for residents'],
      ['7', '突发事件发现报告', 'Emergencies'],
      ['8', '其他', 'Other'],
    ],
    note: '名称见于省级办法，代码为暂编',
  }),
  codeTable({
    id: 'superior_reply',
    label: words('上级答复', 'Answer of the office above'),
    standard: '网格事项上报、转办常用答复',
    confidence: 'high',
    items: [
      ['01', '受理', 'Accepted'],
      ['02', '退回', 'Sent back'],
      ['03', '办结', 'Handled'],
    ],
  }),
  codeTable({
    id: 'reply_outcome',
    label: words('答复登记情况', 'What became of an answer'),
    standard: '程序自用',
    confidence: 'high',
    items: [
      ['01', '已登记为办理步骤', 'Entered as a step'],
      ['02', '与办理状态不符，未登记', 'Does not fit the case, not entered'],
    ],
  }),
] as const;
