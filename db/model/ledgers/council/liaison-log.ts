import { defineLedger } from '../../define-ledger.ts';
import { day } from '../../fields/day.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** The leader's log of liaison (民情日记): what was seen and heard on a day, and what follows from it. */
export const liaisonLog = defineLedger({
  id: 'liaison_log',
  revision: 1,
  area: 'council',
  label: words('民情日记', "Leader's log"),
  counter: words('篇', 'entries'),
  source: '驻点联系群众 民情日记',
  fields: {
    log_day: day({
      label: words('日期', 'Day'),
      required: true,
      indexed: true,
      aliases: ['时间', '驻点日期'],
    }),
    writer: text({
      label: words('记录人', 'Written by'),
      max: 50,
      required: true,
      search: true,
      suggest: true,
      aliases: ['领导', '姓名'],
    }),
    village: villageField(),
    session: link({ label: words('驻点安排', 'Session'), ledger: 'liaison_session' }),
    place_text: text({ label: words('地点', 'Place'), max: 200, suggest: true }),
    contacts: text({ label: words('联系对象', 'Met'), max: 300, search: true, aliases: ['走访对象'] }),
    content: longText({
      label: words('日记内容', 'Entry'),
      max: 20_000,
      required: true,
      search: true,
      aliases: ['内容', '民情记录'],
    }),
    thoughts: longText({ label: words('思考与建议', 'Thoughts'), max: 4000, aliases: ['建议'] }),
    ...noteFields(),
  },
  title: ['log_day', 'writer'],
  subtitle: ['village'],
  sections: [
    {
      label: words('日记', 'Entry'),
      fields: [
        'log_day',
        'writer',
        'session',
        'village',
        'place_text',
        'contacts',
        'content',
        'thoughts',
        ...noteNames,
      ],
    },
  ],
  list: ['log_day', 'writer', 'village', 'place_text', 'contacts', 'content'],
  naturalKey: ['writer', 'log_day'],
  sort: '-log_day',
  indexes: [['village', 'log_day']],
  takes: [{ link: 'session', fields: { village: 'village', writer: 'leader' } }],
  period: 'log_day',
});
