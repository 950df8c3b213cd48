import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

/** Party organisations of new economic and social bodies (两新组织党组织); how many are new is counted by the founding day. */
export const partyOrg = defineLedger({
  id: 'party_org',
  revision: 1,
  area: 'party',
  label: words('两新党组织', 'Party branches'),
  counter: words('个', 'branches'),
  source: '两新组织党建；GB/T 31000-2015 经济社会组织（党组织、党员数）',
  fields: {
    name: text({
      label: words('党组织名称', 'Name'),
      max: 100,
      name: true,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '支部名称'],
    }),
    kind: choice({
      label: words('党组织形式', 'Form'),
      table: 'party_org_kind',
      required: true,
      aliases: ['形式', '组织形式'],
    }),
    owner_kind: choice({
      label: words('两新类别', 'Kind of body'),
      table: 'new_org_kind',
      required: true,
      aliases: ['类别'],
    }),
    village: villageField({ isTownToo: true }),
    unit: link({
      label: words('依托单位', 'Unit'),
      ledger: 'unit',
      aliases: ['企业名称', '所在企业', '依托企业'],
    }),
    social_org: link({
      label: words('依托社会组织', 'Social organisation'),
      ledger: 'social_org',
      when: { field: 'owner_kind', values: ['02'] },
    }),
    superior: text({
      label: words('上级党组织', 'Superior'),
      max: 100,
      suggest: true,
      aliases: ['上级组织'],
    }),
    ...headFields({ label: words('书记', 'Secretary') }),
    organiser: link({
      label: words('联系组织员', 'Organiser'),
      ledger: 'team_worker',
      aliases: ['党建组织员', '组织员'],
    }),
    member_count: integer({
      label: words('党员数', 'Members'),
      min: 0,
      max: 99_999,
      unit: words('人', 'people'),
      aliases: ['党员人数', '中共党员数量'],
    }),
    founded_on: day({
      label: words('成立日期', 'Founded on'),
      required: true,
      indexed: true,
      aliases: ['成立时间', '组建日期'],
    }),
    elected_on: day({ label: words('最近换届日期', 'Last election'), aliases: ['换届日期'] }),
    term_to: day({ label: words('届满日期', 'Term ends on'), indexed: true, aliases: ['任期届满'] }),
    star: choice({ label: words('星级', 'Stars'), table: 'star_grade', aliases: ['星级评定'] }),
    star_year: integer({
      label: words('评星年度', 'Graded in'),
      min: 2000,
      max: 2100,
      aliases: ['评定年度'],
    }),
    state: choice({
      label: words('组织状态', 'State'),
      table: 'party_org_state',
      required: true,
      aliases: ['状态'],
    }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('党组织', 'Branch'),
      fields: [
        'name',
        'kind',
        'owner_kind',
        'village',
        'unit',
        'social_org',
        'superior',
        ...headNames,
        'organiser',
        'member_count',
      ],
    },
    {
      label: words('成立与评定', 'Founding and grade'),
      fields: ['founded_on', 'elected_on', 'term_to', 'star', 'star_year', 'state', ...noteNames],
    },
  ],
  list: ['name', 'owner_kind', 'village', 'head_name', 'head_contact', 'member_count', 'star', 'term_to'],
  naturalKey: ['name', 'village'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['star', 'name'],
    ['state', 'name'],
  ],
  duplicates: [['unit', 'kind']],
  rules: [
    notFuture('founded_on'),
    dayOrder(
      { field: 'founded_on', label: words('成立日期', 'Founded on') },
      { field: 'term_to', label: words('届满日期', 'Term ends on') },
    ),
  ],
  fill: (row) => ({ ...row, star: row['star'] ?? '0', state: row['state'] ?? '01' }),
  dues: [
    {
      field: 'term_to',
      label: words('党组织换届', 'Election of a Party branch'),
      person: 'head_name',
      while: { field: 'state', values: ['01', '02'] },
    },
  ],
  period: 'founded_on',
});
