import { words } from '../../../../model/localized.ts';
import { html } from '../../escape-html.ts';
import { defineDocument } from '../define-document.ts';
import { blank, heading, paragraphs, seal } from '../form-parts.ts';

/** Announcement of a session (协商公告): topic, time, place, who takes part. */
export const announcement = defineDocument({
  id: 'announcement',
  ledger: 'consult_session',
  label: words('协商公告', 'Announcement of a session'),
  source: '社区协商公告（参考格式）',
  page: 'letter',
  render: ({ record }) =>
    html`${heading('社区协商公告')}
      <p class="text">
        定于${blank(record.moment('held_at'), 10)}在${blank(record.text('place'), 8)}召开${blank(record.text('title'), 10)}（${blank(record.text('platform'), 6)}），现将有关事项公告如下：
      </p>
      ${paragraphs(record.text('notice'), 5)}
      <p class="text">请有关人员准时参加；不能参加的，可书面提出意见。</p>
      ${seal(record.text('village'), record.day('noticed_on'))}`,
});
