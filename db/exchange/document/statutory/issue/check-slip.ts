import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, signatures } from '../form-parts.ts';
import { issueRows, reportRows, slipNumber, stepOf, stepTexts } from './issue-rows.ts';

/** Room for a paragraph by hand, millimetres. */
const REMARK_mm = 42;

/** Check slip (核实单): what somebody found on the spot before the issue was accepted or refused. */
export const issueCheckSlip = defineDocument({
  id: 'check-slip',
  ledger: 'issue',
  label: words('问题核实单', 'Check slip'),
  source: '网格事项流转表单：核实单',
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    const step = stepTexts(stepOf(data, 'accept', 'refuse'));
    return html`${heading(`${town}网格问题核实单`, slipNumber(record))}
    ${formTable([
      ...issueRows(record),
      ...reportRows(record),
      [{ label: '问题描述', content: record.text('description'), span: 4, height_mm: REMARK_mm }],
      [{ label: '核实情况', content: step.opinion, span: 4, height_mm: REMARK_mm }],
      [{ label: '不予受理原因', content: record.text('refusal'), span: 4 }],
    ])}
    ${signatures([
      { who: '核实人', name: step.name, day: step.day },
      { who: '网格长', day: '' },
    ])}`;
  },
});
