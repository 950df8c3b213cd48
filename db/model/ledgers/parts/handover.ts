import type { Values } from '../../field-kind.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';

/** Names of `handoverFields`, in the order of a form. */
export const handoverNames = [
  'handover_state',
  'handed_to',
  'handed_on',
  'receipt_no',
  'received_on',
  'reply_due',
  'replied_on',
  'reply',
] as const;

const handed = { field: 'handover_state', values: ['02', '03', '04', '05'] };
const answered = { field: 'handover_state', values: ['04', '05'] };

/**
 * A hand-over to an authority that decides (police, court, commission): the town sends, gets a receipt, waits for an
 * answer. What is decided there is not the town's.
 */
export function handoverFields() {
  return {
    handover_state: choice({
      label: words('移送状态', 'State of hand-over'),
      table: 'handover_state',
      required: true,
      aliases: ['办理状态', '状态'],
    }),
    handed_to: text({
      label: words('移送单位', 'Handed to'),
      max: 100,
      suggest: true,
      when: handed,
      aliases: ['接收单位', '转报单位', '移交单位'],
    }),
    handed_on: day({
      label: words('移送日期', 'Handed over on'),
      when: handed,
      aliases: ['移交日期', '转报日期'],
    }),
    receipt_no: text({
      label: words('回执编号', 'Receipt number'),
      max: 50,
      code: true,
      search: true,
      when: handed,
      aliases: ['移送回执编号'],
    }),
    received_on: day({
      label: words('签收日期', 'Received on'),
      when: handed,
      aliases: ['接收日期', '回执日期'],
    }),
    reply_due: day({
      label: words('反馈期限', 'Answer due'),
      help: words('到期未反馈的，“今日”里提醒催办', 'Today reminds of answers not given by then'),
      indexed: true,
      when: handed,
    }),
    replied_on: day({ label: words('反馈日期', 'Answered on'), when: answered }),
    reply: longText({
      label: words('反馈情况', 'Answer'),
      max: 1024,
      when: answered,
      aliases: ['办理结果', '反馈内容'],
    }),
  };
}

/** State of a hand-over by its days, for rows that do not say it: sheets of other offices have only the days. */
export function handoverState(row: Values): string {
  if (row['replied_on'] !== undefined && row['replied_on'] !== null) return '04';
  if (row['received_on'] !== undefined && row['received_on'] !== null) return '03';
  return row['handed_on'] !== undefined && row['handed_on'] !== null ? '02' : '01';
}

/** The days of a hand-over follow each other. */
export const handoverRules = [
  dayOrder(
    { field: 'handed_on', label: words('移送日期', 'Handed over on') },
    { field: 'received_on', label: words('签收日期', 'Received on') },
  ),
  dayOrder(
    { field: 'handed_on', label: words('移送日期', 'Handed over on') },
    { field: 'replied_on', label: words('反馈日期', 'Answered on') },
  ),
];

/** Answers that are waited for: handed over or received, not yet answered. */
export const handoverDue = {
  field: 'reply_due',
  label: words('催办反馈', 'Ask for the answer'),
  person: 'handed_to',
  while: { field: 'handover_state', values: ['02', '03'] },
} as const;

/** A receipt is wanted once something has been handed over; the ledger needs an index that begins with the state. */
export const handoverWant = {
  field: 'received_on',
  label: words('移送回执', 'Receipt'),
  person: 'handed_to',
  while: { field: 'handover_state', values: ['02', '03', '04'] },
} as const;
