import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { boxes, formTable, heading, signatures } from '../form-parts.ts';
import { issueRows, slipNumber, stepOf, stepTexts } from './issue-rows.ts';

/** Room for a paragraph by hand, millimetres. */
const REMARK_mm = 42;

/** Verification slip (结果核查单): somebody other than the handler looked whether the issue is solved. */
export const issueVerificationSlip = defineDocument({
  id: 'verification-slip',
  ledger: 'issue',
  label: words('结果核查单', 'Verification slip'),
  source: '网格事项流转表单：结果核查单',
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    const step = stepTexts(stepOf(data, 'verify', 'rework'));
    const isSolved = stepOf(data, 'verify', 'rework')?.value('action') === 'verify';
    const results = [
      { name: '核查通过', isChosen: step.name !== '' && isSolved },
      { name: '核查不通过，退回处置', isChosen: step.name !== '' && !isSolved },
    ];
    return html`${heading(`${town}网格处置结果核查单`, slipNumber(record))}
    ${formTable([
      ...issueRows(record),
      [
        { label: '处置单位', content: record.text('dispatched_to') },
        { label: '处置人', content: record.text('handler_name') },
      ],
      [{ label: '处置结果', content: record.text('handling'), span: 4, height_mm: REMARK_mm }],
      [{ label: '核查结果', content: boxes(results), span: 4 }],
      [{ label: '核查结论', content: record.text('verification'), span: 4, height_mm: REMARK_mm }],
      [{ label: '核查意见', content: step.opinion, span: 4, height_mm: REMARK_mm }],
    ])}
    ${signatures([
      { who: '核查人', name: step.name, day: step.day },
      { who: '指挥调度员', day: '' },
    ])}`;
  },
});
