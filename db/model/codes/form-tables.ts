import { words } from '../localized.ts';
import { codeTable } from './code-table.ts';

/** Code tables of the forms sent out by superior offices. */
export const formTables = [
  codeTable({
    id: 'form_kind',
    label: words('表格填写方式', 'What a form is filled with'),
    standard: '本系统',
    confidence: 'high',
    items: [
      ['record', '一条记录一张', 'One record'],
      ['list', '多条记录一张', 'A list'],
    ],
    aliases: { 单条: 'record', 单户表: 'record', 清单: 'list', 花名册: 'list' },
  }),
  codeTable({
    id: 'form_frequency',
    label: words('报送周期', 'How often a form is due'),
    standard: '本系统',
    confidence: 'low',
    items: [
      ['week', '每周', 'Weekly'],
      ['month', '每月', 'Monthly'],
      ['quarter', '每季', 'Quarterly'],
      ['half', '每半年', 'Half-yearly'],
      ['year', '每年', 'Yearly'],
      ['once', '一次性', 'Once'],
    ],
    aliases: { 周报: 'week', 月报: 'month', 季报: 'quarter', 半年报: 'half', 年报: 'year' },
  }),
];
