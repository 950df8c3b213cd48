import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { multiChoice } from '../../fields/multi-choice.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { namedPerson } from '../parts/named-person.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { placeFields, placeNames } from '../parts/place.ts';

const ended = { field: 'state', values: ['02', '03'] };
const leader = namedPerson(words('牵头单位负责人', 'Leader'));

/** Areas of poor public security and the drive to put them in order (治安重点地区排查整治). */
export const keyArea = defineLedger({
  id: 'key_area',
  revision: 1,
  area: 'security',
  label: words('治安重点地区', 'Key areas'),
  counter: words('处', 'areas'),
  source: 'GB/T 31000-2015 治安重点地区排查整治',
  fields: {
    name: text({
      label: words('重点地区名称', 'Area'),
      max: 100,
      required: true,
      search: true,
      aliases: ['名称', '地区名称'],
    }),
    listed_on: day({
      label: words('挂牌日期', 'Listed on'),
      required: true,
      indexed: true,
      aliases: ['列入日期', '排查日期'],
    }),
    problem: multiChoice({
      label: words('治安突出问题', 'Problems'),
      table: 'security_problem',
      required: true,
      aliases: ['突出问题'],
    }),
    area_type: choice({
      label: words('涉及区域类型', 'Kind of area'),
      table: 'area_type',
      required: true,
      aliases: ['区域类型'],
    }),
    area_scope: longText({ label: words('涉及区域范围', 'Scope'), max: 400, aliases: ['区域范围'] }),
    list_level: choice({ label: words('挂牌级别', 'Level'), table: 'award_level', aliases: ['级别'] }),
    state: choice({
      label: words('整治状态', 'State'),
      table: 'key_area_state',
      required: true,
      aliases: ['状态'],
    }),
    lead_unit: text({
      label: words('整治牵头单位', 'Led by'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['牵头单位'],
    }),
    lead_name: leader.name,
    lead_contact: leader.contact,
    join_units: longText({ label: words('整治参与单位', 'Taking part'), max: 400, aliases: ['参与单位'] }),
    deadline: day({ label: words('整改时限', 'Deadline'), indexed: true, aliases: ['整治期限', '时限'] }),
    criminal_solved: integer({
      label: words('整治期间破获刑事案件数', 'Crimes solved'),
      min: 0,
      max: 99_999,
      unit: words('宗', 'cases'),
      aliases: ['破获刑事案件数'],
    }),
    security_handled: integer({
      label: words('整治期间查处治安案件数', 'Public order cases'),
      min: 0,
      max: 99_999,
      unit: words('宗', 'cases'),
      aliases: ['查处治安案件数'],
    }),
    detail: longText({ label: words('整治情况', 'What was done'), max: 1024, search: true }),
    effect: choice({ label: words('效果评估', 'Effect'), table: 'effect', when: ended, aliases: ['评估'] }),
    closed_on: day({ label: words('摘牌日期', 'Closed on'), when: ended }),
    ...placeFields(),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['listed_on', 'village'],
  sections: [
    {
      label: words('重点地区', 'Area'),
      fields: ['name', 'listed_on', 'list_level', 'state', 'area_type', 'problem', 'area_scope'],
    },
    { label: words('所在地', 'Place'), fields: placeNames },
    {
      label: words('整治', 'Drive'),
      fields: ['lead_unit', 'lead_name', 'lead_contact', 'join_units', 'deadline'],
    },
    {
      label: words('成效', 'Effect'),
      fields: ['criminal_solved', 'security_handled', 'detail', 'effect', 'closed_on', ...noteNames],
    },
  ],
  list: ['name', 'problem', 'village', 'state', 'listed_on', 'deadline', 'lead_unit', 'effect'],
  naturalKey: ['name', 'village', 'listed_on'],
  sort: '-listed_on',
  indexes: [
    ['village', 'listed_on'],
    ['state', 'listed_on'],
  ],
  rules: [
    dayOrder(
      { field: 'listed_on', label: words('挂牌日期', 'Listed on') },
      { field: 'deadline', label: words('整改时限', 'Deadline') },
    ),
    dayOrder(
      { field: 'listed_on', label: words('挂牌日期', 'Listed on') },
      { field: 'closed_on', label: words('摘牌日期', 'Closed on') },
    ),
  ],
  fill: (row) => ({ ...row, state: row['state'] ?? '01' }),
  ending: 'void',
  dues: [
    {
      field: 'deadline',
      label: words('重点地区整治期限', 'Deadline of a key area'),
      person: 'lead_name',
      while: { field: 'state', values: ['01', '02', '04'] },
    },
  ],
  wants: [
    {
      field: 'effect',
      label: words('效果评估', 'Assessment of the effect'),
      while: { field: 'state', values: ['03'] },
    },
  ],
  period: 'listed_on',
});
