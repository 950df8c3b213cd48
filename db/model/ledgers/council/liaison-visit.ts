import { defineLedger } from '../../define-ledger.ts';
import { address } from '../../fields/address.ts';
import { attachment } from '../../fields/attachment.ts';
import { instant } from '../../fields/instant.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { gridField, villageField } from '../parts/place.ts';
import { residentFields, residentNames, takenFromPerson } from './visitor.ts';

/** Visits to households (入户走访): address, room and household, who was at home, what was said. */
export const liaisonVisit = defineLedger({
  id: 'liaison_visit',
  revision: 1,
  area: 'council',
  label: words('走访记录', 'Visits'),
  counter: words('户次', 'visits'),
  source: '驻点联系群众走访登记；民情日记',
  fields: {
    visited_at: instant({
      label: words('走访时间', 'Visited at'),
      required: true,
      indexed: true,
      aliases: ['时间', '日期', '走访日期'],
    }),
    session: link({ label: words('驻点安排', 'Session'), ledger: 'liaison_session' }),
    visitors: text({
      label: words('走访人员', 'Visitors'),
      max: 100,
      required: true,
      search: true,
      suggest: true,
      aliases: ['走访人'],
    }),
    village: villageField(),
    grid: gridField(),
    address: address({ label: words('标准地址', 'Standard address') }),
    room: link({ label: words('房屋', 'Room'), ledger: 'room', aliases: ['房号'] }),
    address_text: text({
      label: words('地址', 'Address as written'),
      max: 200,
      search: true,
      aliases: ['详细地址'],
    }),
    ...residentFields(),
    present_count: integer({
      label: words('在场人数', 'People at home'),
      min: 0,
      max: 99,
      unit: words('人', 'people'),
    }),
    notes: longText({
      label: words('走访情况', 'What was said'),
      max: 4000,
      search: true,
      aliases: ['情况', '记录'],
    }),
    photos: attachment({ label: words('照片', 'Photos') }),
  },
  title: ['resident_name'],
  subtitle: ['visited_at', 'address_text'],
  sections: [
    { label: words('走访', 'Visit'), fields: ['visited_at', 'session', 'visitors'] },
    {
      label: words('住户', 'Household'),
      fields: ['village', 'grid', 'address', 'room', 'address_text', ...residentNames],
    },
    { label: words('情况', 'Notes'), fields: ['present_count', 'notes', 'photos'] },
  ],
  list: ['visited_at', 'resident_name', 'village', 'address_text', 'visitors', 'present_count', 'notes'],
  naturalKey: ['village', 'visited_at', 'resident_name'],
  sort: '-visited_at',
  indexes: [
    ['village', 'visited_at'],
    ['grid', 'visited_at'],
  ],
  takes: [
    { link: 'session', fields: { village: 'village', visitors: 'leader' } },
    takenFromPerson,
    { link: 'room', fields: { village: 'village', grid: 'grid' } },
  ],
  period: 'visited_at',
});
