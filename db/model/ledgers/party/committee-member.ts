import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { yesNo } from '../../fields/yes-no.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { ownPersonFields, ownPersonNames } from '../parts/own-person.ts';
import { villageField } from '../parts/place.ts';

/** Secretary, head of the committee and chairman of the cooperative: who holds all three is 一肩挑. */
const threeHeads = ['01', '11', '21'];

/**
 * Members of the village bodies (村（社区）班子成员), one record a person and term. Registration elsewhere and the pilot
 * of elected non-residents (非户籍委员试点选配) are counted from here.
 */
export const committeeMember = defineLedger({
  id: 'committee_member',
  revision: 1,
  area: 'party',
  label: words('班子成员', 'Village officials'),
  counter: words('人', 'people'),
  source: '书记、主任、理事长“一肩挑”与非户籍委员试点；人员字段 GB/T 31000-2015',
  fields: {
    ...ownPersonFields(),
    village: villageField(),
    posts: multiChoice({
      label: words('职务', 'Posts'),
      help: words('兼任的都选上', 'All that are held'),
      table: 'village_post',
      required: true,
      aliases: ['现任职务', '班子职务'],
    }),
    is_three_in_one: yesNo({
      label: words('是否一肩挑', 'Holds all three'),
      help: words(
        '书记、主任、理事长由一人担任，按职务自动带出',
        'Secretary, head and chairman in one; filled from the posts',
      ),
      aliases: ['一肩挑'],
    }),
    work: text({
      label: words('分工', 'Portfolio'),
      max: 200,
      search: true,
      aliases: ['分管工作', '工作分工'],
    }),
    hukou_kind: choice({
      label: words('户籍类型', 'Registered'),
      table: 'hukou_scope',
      required: true,
      aliases: ['户籍', '户籍情况'],
    }),
    is_pilot: yesNo({
      label: words('是否试点选配', 'Chosen in the pilot'),
      help: words('按非户籍委员试点选配的', 'As a committee member registered elsewhere'),
      when: { field: 'hukou_kind', values: ['02', '03', '04'] },
      aliases: ['试点选配', '是否非户籍委员'],
    }),
    term: text({
      label: words('届次', 'Term'),
      help: words('如“2026届”', 'As 2026'),
      max: 20,
      suggest: true,
    }),
    term_from: day({
      label: words('任职日期', 'In office from'),
      required: true,
      aliases: ['任职时间', '当选日期'],
    }),
    term_to: day({
      label: words('届满日期', 'Term ends on'),
      indexed: true,
      aliases: ['任期届满', '换届日期'],
    }),
    state: choice({
      label: words('任职状态', 'State'),
      table: 'post_state',
      required: true,
      aliases: ['状态', '在任情况'],
    }),
    left_on: day({
      label: words('离任日期', 'Left on'),
      when: { field: 'state', values: ['02', '03', '04', '99'] },
      aliases: ['离任时间'],
    }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['posts', 'village'],
  sections: [
    { label: words('人员', 'Person'), fields: [...ownPersonNames, 'hukou_kind', 'is_pilot'] },
    {
      label: words('任职', 'Office'),
      fields: [
        'village',
        'posts',
        'is_three_in_one',
        'work',
        'term',
        'term_from',
        'term_to',
        'state',
        'left_on',
      ],
    },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: ['name', 'village', 'posts', 'is_three_in_one', 'hukou_kind', 'contact', 'term_to', 'state'],
  naturalKey: ['name', 'village', 'term_from'],
  sort: 'name',
  indexes: [
    ['village', 'name'],
    ['state', 'name'],
  ],
  duplicates: [['name', 'contact', 'state']],
  rules: [
    notFuture('birth_date'),
    dayOrder(
      { field: 'term_from', label: words('任职日期', 'In office from') },
      { field: 'term_to', label: words('届满日期', 'Term ends on') },
    ),
  ],
  fill: (row) => ({ ...row, ...heldPosts(row), state: row['state'] ?? '01' }),
  derived: ['is_three_in_one'],
  dues: [
    {
      field: 'term_to',
      label: words('任期届满', 'Term ends'),
      person: 'name',
      while: { field: 'state', values: ['01'] },
    },
  ],
  period: 'term_from',
});

function heldPosts({ posts, is_three_in_one: known }: Values): Values {
  if (!Array.isArray(posts) || typeof known === 'boolean') return {};
  return { is_three_in_one: threeHeads.every((post) => posts.includes(post)) };
}
