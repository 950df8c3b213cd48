import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Associations for a safe town (平安建设促进会) with their branches by trade and village. */
export const safeAssociation = defineLedger({
  id: 'safe_association',
  revision: 1,
  area: 'safety',
  label: words('平安建设促进会', 'Associations for safety'),
  counter: words('个', 'associations'),
  source: '东莞市平安建设促进会（镇会、行业分会、村分会）',
  fields: {
    name: text({
      label: words('名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      aliases: ['促进会名称', '分会名称'],
    }),
    kind: choice({
      label: words('促进会类别', 'Kind'),
      table: 'association_kind',
      required: true,
      aliases: ['类别'],
    }),
    trade: text({
      label: words('所属行业', 'Trade'),
      max: 50,
      suggest: true,
      when: { field: 'kind', values: ['02'] },
    }),
    members: integer({
      label: words('会员数', 'Members'),
      min: 0,
      max: 99_999,
      unit: words('个', 'members'),
      aliases: ['会员数量'],
    }),
    founded_on: day({ label: words('成立日期', 'Founded on') }),
    term_end: day({ label: words('本届任期到', 'Term ends'), indexed: true, aliases: ['换届日期'] }),
    ...headFields({ label: words('会长', 'Chair') }),
    secretary: text({ label: words('秘书长', 'Secretary'), max: 50, search: true }),
    functions: longText({ label: words('主要工作', 'Work'), max: 1024 }),
    ...placeFields({ isTownToo: true }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('基本信息', 'Basics'),
      fields: [
        'name',
        'kind',
        'trade',
        'members',
        'founded_on',
        'term_end',
        ...headNames,
        'secretary',
        'functions',
      ],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: [
    'name',
    'kind',
    'trade',
    'village',
    'members',
    'head_name',
    'head_contact',
    'founded_on',
    'term_end',
  ],
  naturalKey: ['name'],
  sort: 'name',
  indexes: [['village', 'name']],
  ending: 'vacate',
  dues: [{ field: 'term_end', label: words('促进会换届', 'Election'), person: 'head_name' }],
});
