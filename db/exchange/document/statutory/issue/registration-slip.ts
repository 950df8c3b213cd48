import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, signatures } from '../form-parts.ts';
import { issueRows, reportRows, slipNumber } from './issue-rows.ts';

/** Room for a paragraph by hand, millimetres. */
const REMARK_mm = 42;

/** Registration slip of a grid issue (问题登记单): what was reported, by whom, before anything was decided. */
export const issueRegistrationSlip = defineDocument({
  id: 'registration-slip',
  ledger: 'issue',
  label: words('问题登记单', 'Registration slip'),
  source: '网格事项流转表单：问题登记单',
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    return html`${heading(`${town}网格问题登记单`, slipNumber(record))}
    ${formTable([
      ...issueRows(record),
      ...reportRows(record),
      [
        { label: '发生时间', content: record.moment('occurred_at') },
        { label: '涉及人数', content: record.text('people_count') },
      ],
      [{ label: '涉及单位', content: record.text('object_unit') || record.text('object_rental'), span: 4 }],
      [{ label: '问题描述', content: record.text('description'), span: 4, height_mm: REMARK_mm }],
      [{ label: '备注', content: record.text('remark'), span: 4 }],
    ])}
    ${signatures([{ who: '登记人' }, { who: '登记日期', day: record.day('reported_at') }])}`;
  },
});
