import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, signatures } from '../form-parts.ts';
import { issueRows, reportRows, slipNumber, stepOf, stepTexts } from './issue-rows.ts';

/** Room for a paragraph by hand, millimetres. */
const REMARK_mm = 42;

/** Filing slip (立案单): the issue is accepted and may be dispatched. */
export const issueFilingSlip = defineDocument({
  id: 'filing-slip',
  ledger: 'issue',
  label: words('问题立案单', 'Filing slip'),
  source: '网格事项流转表单：立案单',
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    const step = stepTexts(stepOf(data, 'accept'));
    return html`${heading(`${town}网格问题立案单`, slipNumber(record))}
    ${formTable([
      ...issueRows(record),
      ...reportRows(record),
      [
        { label: '清单事项', content: record.text('matter') },
        { label: '隐患等级', content: record.text('hazard_level') },
      ],
      [{ label: '立案时间', content: record.moment('accepted_at'), span: 4 }],
      [{ label: '立案意见', content: step.opinion, span: 4, height_mm: REMARK_mm }],
      [{ label: '审批意见', content: '', span: 4, height_mm: REMARK_mm }],
    ])}
    ${signatures([
      { who: '立案人', name: step.name, day: step.day },
      { who: '审批人', day: '' },
    ])}`;
  },
});
