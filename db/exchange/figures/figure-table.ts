import { isLink, type AnyField, type AnyLedger } from '../../model/define-ledger.ts';
import type { Names } from '../../model/field-kind.ts';
import { figureOf } from '../../model/figures/figure-of.ts';
import { measuresOf, type LineOf, type Measure } from '../../model/figures/number-where.ts';
import { periodAfter, yearBefore, type Period } from '../../model/figures/period.ts';
import { words, type Language } from '../../model/localized.ts';
import { chinaDay } from '../../model/office-time.ts';
import type { Where } from '../../model/where.ts';
import type { Caller, FigureLine, FigureNumbers, Store } from '../../store/api.ts';

/** Lines of a table at most; what has none of its own stands together in the last. */
const MOST_LINES = 200;

const phrases = {
  empty: words('未填', 'Empty'),
  others: words('其余', 'All others'),
  yes: words('是', 'Yes'),
  no: words('否', 'No'),
} as const;

/** What a table of figures is asked for. */
export interface FigureTableInput {
  readonly store: Store;
  readonly caller: Caller;
  readonly ledger: AnyLedger;
  readonly where: Where;
  /** Field that makes the lines; `null`: the total alone. */
  readonly by: string | null;
  /** `null`: the records as they stand, in whatever period they came. */
  readonly period: Period | null;
  readonly now: Date;
}

/** One line of a table with its name. */
interface NamedLine {
  readonly key: LineOf['key'];
  readonly label: string;
  readonly numbers: FigureNumbers;
}

/** A table of figures: numbers by period (this, the one before, a year before) and by measure of `measuresOf`. */
export interface FigureTable {
  readonly ledger: AnyLedger;
  readonly by: string | null;
  /** Day the numbers were reckoned on; stands in their filters. */
  readonly today: string;
  /** This period, the one before, the same a year before; one `null` for the records as they stand. */
  readonly periods: readonly (Period | null)[];
  readonly measures: readonly Measure[];
  readonly lines: readonly NamedLine[];
  readonly total: FigureNumbers;
}

/** Asks the store for a table and names its lines. A ledger without a period field is counted as it stands. */
export function figureTable(input: FigureTableInput): FigureTable {
  const { store, caller, ledger, where, by, now } = input;
  const today = chinaDay(now);
  const period = figureOf(ledger).period === null ? null : input.period;
  const periods = period === null ? [null] : [period, periodAfter(period, -1), yearBefore(period)];
  const measures = measuresOf(ledger, today, where);
  const spans = periods.map((one) => (one === null ? null : { from: one.from, to: one.to }));
  const question = { ledger: ledger.id, where, by, spans, measures, most: MOST_LINES };
  const { total, lines, others } = store.figures(question, caller);
  const names = store.names(caller.language);
  const field = by === null ? undefined : ledger.fields[by];
  const named = lines.map((line): NamedLine => ({ ...line, label: labelOf(field, line.key, names) }));
  return {
    ledger,
    by,
    today,
    periods,
    measures,
    lines: others === null ? named : [...named, othersLine(lines, others, caller.language)],
    total,
  };
}

function labelOf(field: AnyField | undefined, key: FigureLine['key'], names: Names): string {
  const { language } = names;
  if (key === null || field === undefined) return phrases.empty[language];
  if (typeof key === 'boolean') return phrases[key ? 'yes' : 'no'][language];
  if (field.table !== undefined) return names.codeName(field.table, key) ?? key;
  if (isLink(field)) return names.linkTitle(field.target ?? '', key) ?? key;
  return field.toText(key, names);
}

function othersLine(lines: readonly FigureLine[], numbers: FigureNumbers, language: Language): NamedLine {
  const shown = lines.flatMap(({ key }) => (typeof key === 'string' ? [key] : []));
  return { key: { others: shown }, label: phrases.others[language], numbers };
}
