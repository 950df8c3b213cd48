import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, paragraphs } from '../form-parts.ts';

/** A page of the leader's log (民情日记). */
export const leaderLog = defineDocument({
  id: 'log',
  ledger: 'liaison_log',
  label: words('民情日记', "Page of the leader's log"),
  source: '驻点联系群众 民情日记（参考格式）',
  page: 'form',
  render: ({ record }) =>
    html`${heading('民情日记')}
      ${formTable([
        [
          { label: '日期', content: record.day('log_day') },
          { label: '记录人', content: record.text('writer') },
        ],
        [
          { label: '村（社区）', content: record.text('village') },
          { label: '地点', content: record.text('place_text') },
        ],
        [{ label: '联系对象', content: record.text('contacts'), span: 4 }],
      ])}
      <p style="margin-top:3mm">民情记录：</p>
      ${paragraphs(record.text('content'), 16)}
      <p>思考与建议：</p>
      ${paragraphs(record.text('thoughts'), 6)}`,
});
