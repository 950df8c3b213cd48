import { defineLedger } from '../../define-ledger.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { integer } from '../../fields/integer.ts';
import { link } from '../../fields/link.ts';
import { longText } from '../../fields/long-text.ts';
import { phone } from '../../fields/phone.ts';
import { text } from '../../fields/text.ts';
import type { Values } from '../../field-kind.ts';
import { words } from '../../localized.ts';
import { dayOrder, notFuture } from '../../rules/day-order.ts';
import { subjectField } from './care-fields.ts';
import { visitPlan } from './visit-plan.ts';

/** Kinds a guardian must be named for: severe mental disorder (精神卫生法) and youth at risk. */
const guardedKinds: readonly unknown[] = ['03', '06'];
const listed = { field: 'state', values: ['10', '11'] } as const;

/** State of the listing, which follows from kind, end and event. */
function stateOf(row: Values): string {
  if (typeof row['to_day'] !== 'string') return guardedKinds.includes(row['kind']) ? '11' : '10';
  return row['event'] === '02' ? '20' : '30';
}

/**
 * Labels of special care (列管): who is on which list from when to when, at which level, and who answers for it. A person
 * may carry several at once, each with a history of its own; what the standard asks about each kind is in the ledger of
 * the kind. A change of level or of the responsible closes the record and opens the next (变更). The next visit follows
 * from the visits and the visit rules.
 */
export const careLabel = defineLedger({
  id: 'care_label',
  revision: 1,
  area: 'care',
  label: words('特殊人群', 'Special care'),
  counter: words('条', 'labels'),
  source: 'GB/T 31000-2015 特殊人群、重点青少年；列管、撤管按公安工作用语',
  sensitive: true,
  fields: {
    person: subjectField(),
    kind: choice({
      label: words('列管类型', 'Kind'),
      table: 'special_type',
      required: true,
      aliases: ['特殊人群类型', '人员类型', '人员类别'],
    }),
    level: choice({
      label: words('关注程度', 'Concern'),
      help: words('决定多久走访一次', 'Decides how often the person is visited'),
      table: 'concern',
      required: true,
      aliases: ['关注等级', '列管等级'],
    }),
    danger_level: choice({
      label: words('危险性评估等级', 'Danger level'),
      help: words('严重精神障碍患者填写，走访按此等级', 'Of severe mental disorder; visits go by it'),
      table: 'danger_level',
      when: { field: 'kind', values: ['03'] },
      aliases: ['目前危险性评估等级'],
      source: 'GB/T 31000 目前危险性评估等级',
    }),
    state: choice({ label: words('列管状态', 'State'), table: 'care_state', automatic: true }),
    from_day: day({ label: words('列管日期', 'Listed on'), required: true, aliases: ['开始日期'] }),
    event: choice({ label: words('列管变动', 'Event'), table: 'care_event', required: true }),
    document_no: text({
      label: words('列管文书号', 'Document of listing'),
      max: 50,
      aliases: ['文书号', '文号'],
    }),
    unit: text({
      label: words('责任单位', 'Responsible unit'),
      max: 100,
      aliases: ['管控单位', '帮教单位'],
    }),
    owner: text({
      label: words('包案人', 'Person in charge'),
      max: 50,
      aliases: ['包案人姓名', '责任人', '管控人姓名'],
    }),
    owner_duty: text({ label: words('包案人职务', 'Person in charge: post'), max: 50 }),
    owner_contact: phone({
      label: words('包案人电话', 'Person in charge: telephone'),
      masked: true,
      aliases: ['责任人电话', '管控人联系方式'],
    }),
    village: link({
      label: words('所属村（社区）', 'Village'),
      ledger: 'division',
      aliases: ['村社区', '村居', '社区'],
    }),
    guardian: link({
      label: words('监护人', 'Guardian'),
      help: words('先在“监护人”中登记', 'Recorded among guardians first'),
      ledger: 'care_guardian',
      when: { field: 'kind', values: ['03', '06'] },
    }),
    visit_days: integer({
      label: words('走访间隔', 'Visit interval'),
      help: words('留空的按走访规则', 'Empty = by the visit rules'),
      min: 1,
      max: 366,
      unit: words('天', 'days'),
    }),
    last_visit_on: day({ label: words('最近走访日期', 'Last visit'), automatic: true }),
    next_visit_on: day({ label: words('下次走访日期', 'Next visit'), automatic: true }),
    earlier_visit_on: day({
      label: words('变更前最近走访', 'Last visit before the change'),
      automatic: true,
    }),
    to_day: day({
      label: words('撤管日期', 'Taken off on'),
      help: words('在管的留空', 'Empty while listed'),
      aliases: ['结束日期', '解除日期'],
    }),
    end_reason: choice({
      label: words('撤管原因', 'Reason for taking off'),
      table: 'care_end_reason',
      aliases: ['解除原因'],
    }),
    end_document_no: text({ label: words('撤管文书号', 'Document of taking off'), max: 50 }),
    remark: longText({ label: words('备注', 'Remark'), max: 1024 }),
  },
  title: ['person', 'kind'],
  subtitle: ['level', 'from_day'],
  sections: [
    {
      label: words('列管', 'Listing'),
      fields: ['person', 'kind', 'level', 'danger_level', 'from_day', 'event', 'document_no', 'state'],
    },
    {
      label: words('责任', 'Responsibility'),
      fields: ['unit', 'owner', 'owner_duty', 'owner_contact', 'village', 'guardian'],
    },
    {
      label: words('走访', 'Visits'),
      fields: ['visit_days', 'last_visit_on', 'next_visit_on', 'earlier_visit_on'],
    },
    {
      label: words('撤管', 'Taking off'),
      fields: ['to_day', 'end_reason', 'end_document_no', 'remark'],
    },
  ],
  list: [
    'person',
    'kind',
    'level',
    'danger_level',
    'state',
    'next_visit_on',
    'owner',
    'village',
    'from_day',
    'to_day',
  ],
  naturalKey: ['person', 'kind', 'from_day'],
  sort: '-from_day',
  indexes: [
    ['from_day'],
    ['next_visit_on'],
    ['state', 'next_visit_on'],
    ['kind', 'from_day'],
    ['village', 'from_day'],
  ],
  rules: [
    dayOrder(
      { field: 'from_day', label: words('列管日期', 'Listed on') },
      { field: 'to_day', label: words('撤管日期', 'Taken off on') },
    ),
    notFuture('from_day', 'to_day'),
    (row) =>
      row['event'] === '03' && typeof row['to_day'] !== 'string'
        ? [{ field: 'to_day', code: 'required', level: 'error' }]
        : [],
  ],
  fill: (row) => ({
    ...row,
    event: row['event'] ?? (typeof row['to_day'] === 'string' ? '03' : '01'),
    state: stateOf(row),
  }),
  interval: {
    subject: 'person',
    within: ['kind'],
    places: ['level', 'danger_level'],
    words: ['danger_level', 'level'],
    details: ['document_no', 'unit', 'owner', 'owner_duty', 'owner_contact', 'village', 'visit_days'],
    carries: {
      document_no: 'document_no',
      unit: 'unit',
      owner: 'owner',
      owner_duty: 'owner_duty',
      owner_contact: 'owner_contact',
      village: 'village',
      guardian: 'guardian',
      visit_days: 'visit_days',
      earlier_visit_on: 'last_visit_on',
    },
    from: 'from_day',
    to: 'to_day',
    event: 'event',
    reason: { field: 'end_reason', required: ['leave'] },
    endings: ['end_document_no'],
    actions: {
      enter: {
        label: words('列管', 'List'),
        event: '01',
        sentence: words('{day} 列管为{new}', 'Listed as {new} on {day}'),
      },
      change: {
        label: words('变更', 'Change'),
        event: '02',
        sentence: words('{day} 由{old}变更为{new}', 'Changed from {old} to {new} on {day}'),
      },
      leave: {
        label: words('撤管', 'Take off'),
        event: '03',
        sentence: words('{day} 撤管：{old}', 'Taken off on {day}: {old}'),
      },
    },
    correction: words(
      '{day} 起的列管由{old}更正为{new}',
      'Listing since {day} is corrected from {old} to {new}',
    ),
  },
  follows: [
    {
      part: 'care_visit',
      link: 'label',
      newest: 'visited_on',
      fields: ['last_visit_on', 'next_visit_on'],
      reads: ['care_visit_rule'],
      values: visitPlan,
    },
  ],
  dues: [{ field: 'next_visit_on', label: words('走访', 'Visit'), person: 'owner', while: listed }],
  wants: [
    { field: 'document_no', label: words('列管文书', 'Document of listing'), person: 'owner', while: listed },
    {
      field: 'guardian',
      label: words('监护人', 'Guardian'),
      person: 'owner',
      while: { field: 'state', values: ['11'] },
    },
    { field: 'owner', label: words('包案人', 'Person in charge'), while: listed },
  ],
});
