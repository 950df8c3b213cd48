import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, signatures } from '../form-parts.ts';
import { issueRows, slipNumber, stepOf, stepTexts } from './issue-rows.ts';

/** Room for a paragraph by hand, millimetres. */
const REMARK_mm = 42;

/** Task report slip (任务反馈单): the office that handled the issue tells what it did. */
export const issueTaskFeedbackSlip = defineDocument({
  id: 'task-feedback-slip',
  ledger: 'issue',
  label: words('任务反馈单', 'Task report slip'),
  source: '网格事项流转表单：任务反馈单',
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    const step = stepTexts(stepOf(data, 'finish', 'handle_on_spot'));
    return html`${heading(`${town}网格任务反馈单`, slipNumber(record))}
    ${formTable([
      ...issueRows(record),
      [
        { label: '主办单位', content: record.text('dispatched_to') },
        { label: '协办单位', content: record.text('joint_units') },
      ],
      [
        { label: '派遣时间', content: record.moment('dispatched_at') },
        { label: '处置时间', content: record.moment('handled_at') },
      ],
      [
        { label: '延期次数', content: record.text('extension_count') },
        { label: '返工次数', content: record.text('rework_count') },
      ],
      [{ label: '处置结果', content: record.text('handling'), span: 4, height_mm: REMARK_mm }],
      [{ label: '原因分析', content: record.text('cause'), span: 4, height_mm: REMARK_mm }],
      [{ label: '补充意见', content: step.opinion, span: 4 }],
    ])}
    ${signatures([
      { who: '处置人', name: record.text('handler_name'), day: record.day('handled_at') },
      { who: '单位负责人', day: '' },
    ])}`;
  },
});
