import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { boxes, formTable, heading, signatures } from '../form-parts.ts';
import { issueRows, slipNumber } from './issue-rows.ts';

/** Room for a paragraph by hand, millimetres. */
const REMARK_mm = 42;

/** Reply slip (反馈单): tells who reported the issue how it ended, and asks for a judgement. */
export const issueReplySlip = defineDocument({
  id: 'reply-slip',
  ledger: 'issue',
  label: words('问题反馈单', 'Reply slip'),
  source: '网格事项流转表单：反馈单',
  page: 'form',
  render: (data) => {
    const { record, town } = data;
    return html`${heading(`${town}网格问题反馈单`, slipNumber(record))}
    ${formTable([
      ...issueRows(record),
      [
        { label: '反映人', content: record.text('reporter_name') || record.text('reporter') },
        { label: '联系电话', content: record.text('reporter_contact') },
      ],
      [
        { label: '上报时间', content: record.moment('reported_at') },
        { label: '办结时间', content: record.moment('closed_at') },
      ],
      [{ label: '办理结果', content: record.text('handling'), span: 4, height_mm: REMARK_mm }],
      [{ label: '结案意见', content: record.text('closing'), span: 4, height_mm: REMARK_mm }],
      [{ label: '满意度', content: boxes(record.choices('satisfaction')), span: 4 }],
      [{ label: '评价意见', content: record.text('evaluation'), span: 4, height_mm: REMARK_mm }],
    ])}
    ${signatures([{ who: '反馈人' }, { who: '反映人', day: '' }])}`;
  },
});
