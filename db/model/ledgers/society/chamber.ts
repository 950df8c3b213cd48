import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import { words } from '../../localized.ts';
import { notFuture } from '../../rules/day-order.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

/** Chambers of commerce (商会), first of all those of people from one native place (异地商会). */
export const chamber = defineLedger({
  id: 'chamber',
  revision: 1,
  area: 'society',
  label: words('商会', 'Chambers'),
  counter: words('家', 'chambers'),
  source: '异地商会积分制评审',
  fields: {
    name: text({
      label: words('商会名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称'],
    }),
    kind: choice({
      label: words('商会类别', 'Kind'),
      table: 'chamber_kind',
      required: true,
      aliases: ['类别', '类型'],
    }),
    home: text({
      label: words('原籍地', 'Native place'),
      help: words('异地商会会员的籍贯，如“湖南省”', 'Where its members come from'),
      max: 50,
      suggest: true,
      when: { field: 'kind', values: ['01'] },
      aliases: ['籍贯地', '籍贯'],
    }),
    social_org: link({ label: words('社会组织登记', 'Registration'), ledger: 'social_org' }),
    ...headFields({ label: words('会长', 'President') }),
    secretary: text({ label: words('秘书长', 'Secretary'), max: 50, search: true }),
    member_count: integer({
      label: words('会员企业数', 'Members'),
      min: 0,
      max: 99_999,
      unit: words('家', 'companies'),
      aliases: ['会员数'],
    }),
    has_mediation: yesNo({
      label: words('是否设人民调解委员会', 'Has a mediation committee'),
      aliases: ['调解委员会'],
    }),
    founded_on: day({ label: words('成立日期', 'Founded on'), aliases: ['成立时间'] }),
    term_to: day({ label: words('届满日期', 'Term ends on'), indexed: true, aliases: ['换届日期'] }),
    ...placeFields({ isTownToo: true }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'home'],
  sections: [
    {
      label: words('商会', 'Chamber'),
      fields: [
        'name',
        'kind',
        'home',
        'social_org',
        ...headNames,
        'secretary',
        'member_count',
        'has_mediation',
        'founded_on',
        'term_to',
      ],
    },
    { label: words('所在地与附件', 'Place'), fields: [...placeNames, ...noteNames] },
  ],
  list: ['name', 'home', 'kind', 'head_name', 'head_contact', 'member_count', 'term_to'],
  naturalKey: ['name'],
  sort: 'name',
  indexes: [
    ['kind', 'name'],
    ['village', 'name'],
  ],
  rules: [notFuture('founded_on')],
  ending: 'vacate',
  dues: [{ field: 'term_to', label: words('商会换届', 'Election of a chamber'), person: 'head_name' }],
  period: 'founded_on',
});
