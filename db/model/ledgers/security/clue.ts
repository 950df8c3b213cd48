import { defineLedger } from '../../define-ledger.ts';
import { link } from '../../fields/link.ts';
import { phone } from '../../fields/phone.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { handoverNames } from '../parts/handover.ts';
import { codeName, leadContent, leadKind, leadNumber, leadSettings } from '../parts/lead.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeNames } from '../parts/place.ts';
import { yearNumberNames } from '../parts/year-number.ts';

const found = words('登记日期', 'Recorded on');

/** Leads on crimes and incidents (线索). Who told of it is masked: the code name is enough for the reward. */
export const clue = defineLedger({
  ...leadSettings(found, '线索'),
  id: 'clue',
  revision: 1,
  area: 'security',
  label: words('案事件线索', 'Leads'),
  counter: words('条', 'leads'),
  source: '东莞市全民创安线索收集',
  fields: {
    ...leadNumber(found, ['日期', '受理日期']),
    ...leadKind('clue_kind'),
    post: link({ label: words('上报执勤点', 'Post'), ledger: 'watch_post', aliases: ['执勤点'] }),
    code_name: codeName(),
    informer_contact: phone({ label: words('举报人电话', 'Informer telephone'), masked: true }),
    ...leadContent(),
    is_rewarded: yesNo({ label: words('是否申请奖励', 'Reward asked for'), aliases: ['是否奖励'] }),
    ...noteFields(),
  },
  sections: [
    {
      label: words('线索', 'Lead'),
      fields: [
        'clue_no',
        ...yearNumberNames,
        'found_on',
        'kind',
        'clue_source',
        'post',
        'code_name',
        'informer_contact',
        'content',
      ],
    },
    { label: words('涉及地点', 'Place'), fields: placeNames },
    { label: words('移送与反馈', 'Hand-over'), fields: handoverNames },
    { label: words('结果', 'Result'), fields: ['result', 'is_rewarded', ...noteNames] },
  ],
  list: [
    'clue_no',
    'found_on',
    'kind',
    'village',
    'handover_state',
    'handed_on',
    'reply_due',
    'result',
    'clue_source',
  ],
  takes: [{ link: 'post', fields: { village: 'village', grid: 'grid' } }],
});
