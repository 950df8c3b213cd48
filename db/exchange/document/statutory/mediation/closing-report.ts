import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, signatures } from '../form-parts.ts';
import { mediatorsOf, ministryForms } from './case-parts.ts';

/** Room for statements. */
const STATEMENT_mm = 42;

/** Closing report of a case (结案报告表). */
export const closingReport = defineDocument({
  id: 'closing-report',
  ledger: 'mediation_case',
  label: words('人民调解结案报告表', 'Closing report'),
  source: ministryForms,
  page: 'form',
  when: { field: 'status', values: ['45', '50', '60', '70', '80', '92', '93'] },
  render: ({ record, today }) =>
    html`${heading('人民调解结案报告表', `卷号：${record.text('case_no')}`)}
    ${formTable([
      [
        { label: '填表时间', content: record.day('closed_on') || today },
        { label: '承办单位', content: record.text('org') },
      ],
      [
        { label: '承办人', content: mediatorsOf(record) },
        { label: '案件来源', content: record.text('source') },
      ],
      [
        { label: '受案时间', content: record.day('accepted_on') },
        { label: '结案时间', content: record.day('closed_on') },
      ],
      [{ label: '当事人', content: record.text('parties'), span: 4 }],
      [
        { label: '纠纷类型', content: record.text('kind') },
        { label: '涉及金额', content: record.text('amount') },
      ],
      [{ label: '简要事实', content: record.text('summary'), span: 4, height_mm: STATEMENT_mm }],
      [
        {
          label: '调解结果',
          content: [record.text('result'), record.text('agreement')].filter((one) => one !== '').join('\n'),
          span: 4,
          height_mm: STATEMENT_mm,
        },
      ],
      [{ label: '履行情况', content: record.text('performance'), span: 4 }],
      [{ label: '结案说明', content: record.text('closing'), span: 4, height_mm: 20 }],
      [{ label: '审批意见', content: record.text('approval'), span: 4, height_mm: 20 }],
    ])}
    ${signatures([
      { who: '填表人', name: record.text('clerk') },
      { who: '审批人', name: record.text('approver'), day: record.day('closed_on') },
    ])}`,
});
