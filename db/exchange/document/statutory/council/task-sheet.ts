import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, listTable, signatures } from '../form-parts.ts';

/** Rows for items, where few are listed. */
const ROWS = 8;

/** How what was agreed is carried out (成果落实表). */
export const taskSheet = defineDocument({
  id: 'tasks',
  ledger: 'consult_topic',
  label: words('协商成果落实表', 'Results carried out'),
  source: '社区协商成果落实表（参考格式）',
  page: 'form',
  render: ({ record, parts }) =>
    html`${heading('社区协商成果落实表')}
      ${formTable([
        [{ label: '议题', content: record.text('title'), span: 4 }],
        [
          { label: '村（社区）', content: record.text('village') },
          { label: '落实单位', content: record.text('unit') },
        ],
        [{ label: '协商意见', content: record.text('agreement'), span: 4 }],
      ])}
      <p style="margin-top:3mm"></p>
      ${listTable(
        [
          { head: '序号', share: 8, isCentred: true },
          { head: '落实事项', share: 28 },
          { head: '责任人（单位）', share: 18 },
          { head: '完成期限', share: 20 },
          { head: '完成情况', share: 26 },
        ],
        parts('consult_task').map((task, at) => [
          String(at + 1),
          task.text('item'),
          task.text('responsible'),
          task.day('deadline'),
          [task.text('state'), task.day('done_on'), task.text('done')]
            .filter((text) => text !== '')
            .join(' '),
        ]),
        ROWS,
      )}
      <p style="margin-top:3mm"></p>
      ${formTable([
        [
          { label: '反馈情况', content: record.text('told') },
          { label: '满意度', content: record.text('satisfaction') },
        ],
      ])}
      ${signatures([{ who: '填表人' }, { who: '村（居）务监督委员会', day: '' }])}`,
});
