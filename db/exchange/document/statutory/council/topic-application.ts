import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { boxes, formTable, heading } from '../form-parts.ts';

const REASON_mm = 60;
const REVIEW_mm = 36;

/** Application to have a topic consulted (议题申报表). */
export const topicApplication = defineDocument({
  id: 'application',
  ledger: 'consult_topic',
  label: words('社区协商议题申报表', 'Application of a topic'),
  source: '社区协商议题申报表（参考格式）',
  page: 'form',
  render: ({ record, town }) =>
    html`${heading(`${town}社区协商议题申报表`, `编号：${record.text('topic_no')}`)}
    ${formTable([
      [{ label: '议题名称', content: record.text('title'), span: 4 }],
      [
        { label: '村（社区）', content: record.text('village') },
        { label: '协商内容', content: record.text('content_kind') },
      ],
      [
        { label: '提出人（单位）', content: record.text('raised_by') },
        { label: '提出日期', content: record.day('raised_on') },
      ],
      [{ label: '协商主体', content: boxes(record.choices('subjects')), span: 4 }],
      [{ label: '议题内容与理由', content: record.text('reason'), span: 4, height_mm: REASON_mm }],
      [{ label: '党组织审核意见', content: record.text('review'), span: 4, height_mm: REVIEW_mm }],
      [
        { label: '审核日期', content: record.day('reviewed_on') },
        { label: '负责人（签名）', content: '' },
      ],
    ])}`,
});
