import { dayAfter, monthsAfter } from '../calendar/day-arithmetic.ts';
import type { AnyLedger } from '../define-ledger.ts';
import { ledgerOf } from '../registry.ts';
import { both, fieldsOf, isCriterion, type Where, type WhereEntry } from '../where.ts';
import { countsOf, othersOf } from './defined-figures.ts';
import { dayMarks, type DefinedFigure } from './define-rate.ts';
import { figureOf } from './figure-of.ts';
import type { Span } from './period.ts';
import { sharesFields } from './shared-fields.ts';

/**
 * One number asked for each line of a table: how many records, or the sum of a field over them. Filters are concrete:
 * the day they were reckoned on stands in them.
 */
export interface Measure {
  /** `count`, `sum.<field>`, `<id>` of a named count, `<id>.numerator` and `<id>.denominator` of a rate. */
  readonly id: string;
  /** Ledger it is counted in; left out: the one the table is of. */
  readonly ledger?: string;
  readonly where: Where;
  /** Field that puts a record into a period; `null`: as the records stand. */
  readonly per: string | null;
  /** Field added up; `null`: records are counted. */
  readonly sum: string | null;
}

/**
 * Every number a ledger's figures are made of, on a day. Of a table that is filtered (`base`) those are left out that count
 * in another ledger which does not know what it is filtered by.
 */
export function measuresOf(ledger: AnyLedger, today: string, base: Where = {}): readonly Measure[] {
  const { period, sums, defined } = figureOf(ledger);
  const own = { where: {}, per: period };
  const told = defined.filter((figure) =>
    othersOf(figure).every((other) => sharesFields(ledger, other, fieldsOf(base))),
  );
  return [
    { id: 'count', ...own, sum: null },
    ...sums.map((field) => ({ id: `sum.${field}`, ...own, sum: field })),
    ...told.flatMap((figure) => measuresOfFigure(ledger, figure, today)),
  ];
}

function measuresOfFigure(ledger: AnyLedger, figure: DefinedFigure, today: string): readonly Measure[] {
  const per = figure.per === undefined ? (ledger.period ?? null) : figure.per;
  const [above, below] = countsOf(figure).map((counted): Omit<Measure, 'id'> => ({
    // Of another ledger the records stand; its own day is none of this table's.
    ...(counted.ledger === ledger.id ? { per } : { per: null, ledger: counted.ledger }),
    where: onDay(counted.where, today),
    sum: null,
  }));
  if (above === undefined) return [];
  if (figure.kind === 'count') return [{ ...above, id: figure.id, sum: figure.sum ?? null }];
  if (below === undefined) return [];
  const among = both(below.where, above.where, isSetIn(countedIn(ledger, below)));
  return [
    { ...above, id: `${figure.id}.numerator`, where: figure.kind === 'rate' ? among : above.where },
    { ...below, id: `${figure.id}.denominator` },
  ];
}

/** The ledger whose records a measure of a table counts. @param ledger the one the table is of */
export const countedIn = (ledger: AnyLedger, measure: Pick<Measure, 'ledger'>): AnyLedger =>
  measure.ledger === undefined ? ledger : ledgerOf(measure.ledger);

/** What the lines of a table are: the values of a field. */
export interface LineOf {
  readonly by: string;
  /** Value of the line; `null`: those where it is empty. `others`: filled ones that have no line of their own. */
  readonly key: string | boolean | null | { readonly others: readonly string[] };
}

/** The filter the list opens with for a number: nothing else decides which records it counts. */
export function numberWhere(
  ledger: AnyLedger,
  measure: Pick<Measure, 'where' | 'per' | 'ledger'>,
  of: { readonly base: Where; readonly span: Span | null; readonly line: LineOf | null },
): Where {
  const { base, span, line } = of;
  const isSet = isSetIn(countedIn(ledger, measure));
  const parts: Where[] = [whereIn(measure, span)];
  if (span !== null && measure.per !== null) parts.push({ [measure.per]: { from: span.from, to: span.to } });
  if (line !== null) parts.push({ [line.by]: entryOf(line.key) });
  return parts.reduce((joined, part) => both(joined, part, isSet), base);
}

function entryOf(key: LineOf['key']): WhereEntry {
  if (typeof key === 'object' && key !== null && 'others' in key) return { blank: false, not: key.others };
  return key;
}

/** Whether a field holds several codes. */
export const isSetIn =
  ({ fields }: AnyLedger) =>
  (name: string): boolean =>
    fields[name]?.kind === 'multi-choice';

/** The filter of a measure in a period: marks of the period's days are replaced by them, or fall away. */
export function whereIn({ where }: Pick<Measure, 'where'>, span: Span | null): Where {
  const days = new Map<string | number, string | undefined>([
    [dayMarks.first, span?.from],
    [dayMarks.last, span?.to],
  ]);
  return withBounds(where, (bound) => (days.has(bound) ? days.get(bound) : bound));
}

/** A filter of a definition with its marks of the day it is reckoned on replaced by days. */
const onDay = (where: Where, today: string): Where => withBounds(where, (bound) => dayFor(bound, today));

type Bound = string | number;

/** A filter with other bounds; one that is `undefined` falls away. */
function withBounds(where: Where, of: (bound: Bound) => Bound | undefined): Where {
  const entryWith = (entry: WhereEntry): WhereEntry => {
    if (!isCriterion(entry)) return entry;
    const { from, to, some, none, ...rest } = entry;
    const [first, last] = [from, to].map((bound) => (bound === undefined ? undefined : of(bound)));
    return {
      ...rest,
      ...(first === undefined ? {} : { from: first }),
      ...(last === undefined ? {} : { to: last }),
      ...(some === undefined ? {} : { some: withBounds(some, of) }),
      ...(none === undefined ? {} : { none: withBounds(none, of) }),
    };
  };
  const entries = Object.entries(where).map(([field, entry]) => [field, entryWith(entry)] as const);
  return Object.fromEntries(entries.filter(([, entry]) => !asksNothing(entry)));
}

const asksNothing = (entry: WhereEntry): boolean => isCriterion(entry) && Object.keys(entry).length === 0;

function dayFor(bound: Bound, today: string): Bound {
  if (bound === dayMarks.today) return today;
  if (bound === dayMarks.yesterday) return dayAfter(today, -1);
  const marked = typeof bound === 'string' ? /^\$today-(\d+)(y?)(\+1)?$/.exec(bound) : null;
  if (marked === null) return bound;
  const [, count, isYears, next] = marked;
  const day = isYears === 'y' ? monthsAfter(today, -12 * Number(count)) : dayAfter(today, -Number(count));
  return next === undefined ? day : dayAfter(day, 1);
}
