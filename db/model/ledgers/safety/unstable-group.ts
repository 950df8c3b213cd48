import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { headFields, headNames } from '../parts/contact.ts';
import { noteFields, noteNames } from '../parts/notes.ts';
import { villageField } from '../parts/place.ts';

const open = { field: 'grade', values: ['1', '2', '3'] } as const;

/** Groups with a common demand (重点群体): how many, what they ask, who leads the work, how calm it is. No list of people. */
export const unstableGroup = defineLedger({
  id: 'unstable_group',
  revision: 1,
  area: 'safety',
  label: words('重点群体', 'Groups with demands'),
  counter: words('个', 'groups'),
  source: '群体不稳定因素排查（本单位台账）',
  fields: {
    name: text({
      label: words('群体名称', 'Group'),
      max: 100,
      required: true,
      search: true,
      indexed: true,
      aliases: ['名称', '群体'],
    }),
    kind: choice({
      label: words('群体类别', 'Kind'),
      table: 'unstable_group_kind',
      required: true,
      aliases: ['类别'],
    }),
    village: villageField({ isTownToo: true }),
    people_count: integer({
      label: words('涉及人数', 'People'),
      min: 0,
      max: 999_999,
      unit: words('人', 'people'),
      aliases: ['人数'],
    }),
    demands: longText({
      label: words('主要诉求', 'Demands'),
      max: 2000,
      required: true,
      search: true,
      aliases: ['诉求'],
    }),
    grade: choice({
      label: words('稳定等级', 'Stability'),
      table: 'stability_grade',
      required: true,
      aliases: ['等级'],
    }),
    found_on: day({
      label: words('排查日期', 'Found on'),
      required: true,
      indexed: true,
      aliases: ['登记日期'],
    }),
    lead_unit: text({
      label: words('牵头单位', 'Led by'),
      max: 100,
      search: true,
      suggest: true,
      aliases: ['责任单位', '主管单位'],
    }),
    ...headFields({ label: words('包案领导', 'Leader in charge') }),
    measures: longText({ label: words('稳控化解措施', 'What is done'), max: 2000, aliases: ['工作措施'] }),
    trend: longText({ label: words('最新动态', 'Latest'), max: 1024, aliases: ['动态'] }),
    review_on: day({ label: words('下次研判日期', 'Next review'), indexed: true, aliases: ['研判日期'] }),
    settled_on: day({ label: words('化解日期', 'Settled on') }),
    ...noteFields(),
  },
  title: ['name'],
  subtitle: ['kind', 'village'],
  sections: [
    {
      label: words('群体', 'Group'),
      fields: ['name', 'kind', 'village', 'people_count', 'grade', 'found_on', 'demands'],
    },
    {
      label: words('化解', 'Work'),
      fields: ['lead_unit', ...headNames, 'measures', 'trend', 'review_on', 'settled_on'],
    },
    { label: words('附件', 'Attachments'), fields: noteNames },
  ],
  list: ['name', 'kind', 'village', 'people_count', 'grade', 'lead_unit', 'head_name', 'review_on'],
  naturalKey: ['name', 'village'],
  sort: '-found_on',
  indexes: [
    ['village', 'found_on'],
    ['grade', 'found_on'],
  ],
  rules: [
    dayOrder(
      { field: 'found_on', label: words('排查日期', 'Found on') },
      { field: 'settled_on', label: words('化解日期', 'Settled on') },
    ),
  ],
  dues: [
    {
      field: 'review_on',
      label: words('群体研判', 'Review of a group'),
      person: 'head_name',
      while: open,
      until: 'settled_on',
    },
  ],
  wants: [
    {
      field: 'lead_unit',
      label: words('牵头单位', 'Leading unit'),
      while: { field: 'grade', values: ['1', '2'] },
    },
  ],
  period: 'found_on',
});
