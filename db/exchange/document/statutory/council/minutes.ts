import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { formTable, heading, paragraphs, signatures } from '../form-parts.ts';

/** Minutes of a session (会议记录). */
export const minutes = defineDocument({
  id: 'minutes',
  ledger: 'consult_session',
  label: words('协商会议记录', 'Minutes of a session'),
  source: '社区协商会议记录（参考格式）',
  page: 'form',
  render: ({ record }) =>
    html`${heading('社区协商会议记录')}
      ${formTable([
        [{ label: '会议名称', content: record.text('title'), span: 4 }],
        [
          { label: '时间', content: record.moment('held_at') },
          { label: '地点', content: record.text('place') },
        ],
        [
          { label: '主持人', content: record.text('host') },
          { label: '记录人', content: record.text('recorder') },
        ],
        [
          { label: '应到', content: record.text('invited') },
          { label: '实到', content: record.text('present') },
        ],
        [{ label: '缺席', content: record.text('absent'), span: 4 }],
      ])}
      <p style="margin-top:3mm">会议记录：</p>
      ${paragraphs(record.text('minutes'), 14)}
      <p>会议决议：</p>
      ${paragraphs(record.text('resolution'), 5)}
      ${signatures([{ who: '主持人（签名）' }, { who: '记录人（签名）' }, { who: '参会代表（签名）' }])}`,
});
