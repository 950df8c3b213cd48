import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { boxes, formTable, heading, signatures } from '../form-parts.ts';

/** Room for a sentence by hand. */
const REMARK_mm = 34;

/** Task slip of a grid issue (任务分派单): goes with the issue to the office that handles it and comes back signed. */
export const issueDispatchSlip = defineDocument({
  id: 'dispatch-slip',
  ledger: 'issue',
  label: words('问题隐患任务分派单', 'Task slip of an issue'),
  source: '网格事项流转表单：任务分派单、任务反馈单',
  page: 'form',
  render: ({ record, town }) =>
    html`${heading(`${town}网格问题隐患任务分派单`, `单号：${record.text('serial_no')}`)}
    ${formTable([
      [{ label: '标题', content: record.text('title'), span: 4 }],
      [
        { label: '事项大类', content: record.text('category') },
        { label: '事项小类', content: record.text('item') },
      ],
      [{ label: '级别', content: boxes(record.choices('level')), span: 4 }],
      [
        { label: '来源', content: record.text('issue_source') },
        { label: '发生时间', content: record.moment('occurred_at') },
      ],
      [
        { label: '村（社区）', content: record.text('village') },
        { label: '网格', content: record.text('grid') },
      ],
      [{ label: '地点', content: record.text('place_text') || record.text('address'), span: 4 }],
      [{ label: '问题描述', content: record.text('description'), span: 4, height_mm: REMARK_mm }],
      [
        { label: '上报人', content: record.text('reporter_name') || record.text('reporter') },
        { label: '联系电话', content: record.text('reporter_contact') },
      ],
      [
        { label: '分派单位', content: record.text('dispatched_to') },
        { label: '办理期限', content: record.moment('deadline') },
      ],
      [{ label: '处置情况', content: record.text('handling'), span: 4, height_mm: REMARK_mm }],
      [{ label: '核查情况', content: record.text('verification'), span: 4, height_mm: REMARK_mm }],
    ])}
    ${signatures([
      { who: '分派人', day: '' },
      { who: '处置人', name: record.text('handler_name'), day: record.day('handled_at') },
      { who: '核查人', name: record.text('verifier_name'), day: record.day('verified_at') },
    ])}`,
});
