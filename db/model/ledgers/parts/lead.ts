import type { Values } from '../../field-kind.ts';
import { choice } from '../../fields/choice.ts';
import { day } from '../../fields/day.ts';
import { longText } from '../../fields/long-text.ts';
import { text } from '../../fields/text.ts';
import type { Localized } from '../../localized.ts';
import { words } from '../../localized.ts';
import { dayOrder } from '../../rules/day-order.ts';
import { handoverDue, handoverFields, handoverRules, handoverState, handoverWant } from './handover.ts';
import { placeFields } from './place.ts';
import { withYearNumber, yearNumberFields, yearNumbering } from './year-number.ts';

/** Number of a lead and the day it came in. */
export const leadNumber = (found: Localized, aliases: readonly string[]) => ({
  clue_no: text({
    label: words('线索编号', 'Number'),
    help: words('保存时自动编号', 'Given when it is saved'),
    max: 32,
    code: true,
    search: true,
    indexed: true,
    aliases: ['编号'],
  }),
  ...yearNumberFields(),
  found_on: day({ label: found, required: true, indexed: true, aliases }),
});

/** Of what kind a lead is and where it comes from. */
export const leadKind = (table: string) => ({
  kind: choice({ label: words('线索类别', 'Kind'), table, required: true, aliases: ['类别'] }),
  clue_source: choice({
    label: words('线索来源', 'Source'),
    table: 'clue_source',
    required: true,
    aliases: ['来源'],
  }),
});

/** Who told of a lead: the code name only, masked; it is enough for the reward. */
export const codeName = () =>
  text({
    label: words('举报人代号', 'Code name'),
    help: words('用代号登记，不写举报人真实姓名', 'A code name, never the real one'),
    max: 50,
    masked: true,
    aliases: ['代号'],
  });

/** What was told, where it is, to whom it was handed and what they found. */
export const leadContent = () => ({
  content: longText({
    label: words('线索内容', 'Content'),
    max: 4000,
    required: true,
    search: true,
    aliases: ['内容', '线索摘要'],
  }),
  ...placeFields({ address: words('涉及地点', 'Where'), isTownToo: true }),
  ...handoverFields(),
  result: choice({ label: words('核查结果', 'Result'), table: 'clue_result' }),
});

/** What all leads have in common beside their fields; `word` stands before the year of the number. */
export const leadSettings = (found: Localized, word: string) =>
  ({
    title: ['clue_no'],
    subtitle: ['kind', 'found_on'],
    naturalKey: ['clue_no'],
    sort: '-found_on',
    indexes: [
      ['number_year', 'serial'],
      ['village', 'found_on'],
      ['handover_state', 'found_on'],
    ],
    rules: [
      dayOrder(
        { field: 'found_on', label: found },
        { field: 'handed_on', label: words('移送日期', 'Handed over on') },
      ),
      ...handoverRules,
    ],
    fill: (row: Values): Values =>
      withYearNumber(
        { ...row, handover_state: row['handover_state'] ?? handoverState(row) },
        { number: 'clue_no', day: 'found_on', word },
      ),
    numbering: yearNumbering,
    ending: 'void',
    sensitive: true,
    dues: [handoverDue],
    wants: [handoverWant],
    period: 'found_on',
  }) as const;
