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
] as const;
