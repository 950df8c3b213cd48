import { defineLedger } from '../../define-ledger.ts';
import { link } from '../../fields/link.ts';
import { choice } from '../../fields/choice.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { paddedClock } from '../../rules/clock-text.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Fixed points of contact (固定联系点): place, time, person and telephone number are fixed and posted up. */
export const liaisonPoint = defineLedger({
  id: 'liaison_point',
  revision: 1,
  area: 'council',
  label: words('固定联系点', 'Liaison points'),
  counter: words('个', 'points'),
  source: '领导干部驻点普遍直接联系群众制度（四固定）；党代表工作室',
  fields: {
    name: text({
      label: words('联系点名称', 'Name'),
      max: 100,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '联系点'],
    }),
    ...placeFields(),
    team: link({ label: words('驻点团队', 'Team'), ledger: 'liaison_team' }),
    weekday: choice({
      label: words('固定时间（星期）', 'Weekday'),
      table: 'duty_weekday',
      aliases: ['星期', '固定时间'],
    }),
    hours: text({
      label: words('接待时段', 'Hours'),
      help: words('如 09:00-11:30', 'As 09:00-11:30'),
      max: 30,
      suggest: true,
      aliases: ['时间'],
    }),
    ...headFields({ label: words('固定联系人', 'Fixed contact') }),
    is_posted: yesNo({ label: words('是否已公示上墙', 'Posted up'), aliases: ['已公示'] }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['village', 'hours'],
  sections: [
    { label: words('联系点', 'Point'), fields: ['name', ...placeNames, 'team'] },
    {
      label: words('固定时间与联系人', 'Time and contact'),
      fields: ['weekday', 'hours', ...headNames, 'is_posted', ...noteNames],
    },
  ],
  list: ['name', 'village', 'place_text', 'weekday', 'hours', 'head_name', 'head_contact', 'is_posted'],
  naturalKey: ['village', 'name'],
  sort: 'name',
  fill: (row) => ({
    ...row,
    ...(typeof row['hours'] === 'string' && {
      hours: row['hours']
        .split(/[-–—~至]/)
        .map(paddedClock)
        .join('-'),
    }),
  }),
});
