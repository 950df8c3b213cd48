import { dayAfter } from '../calendar/day-arithmetic.ts';
import type { AnyLedger } from '../define-ledger.ts';
import { both, isCriterion, type Where, type WhereEntry } from '../where.ts';
import { dayMarks } from './define-rate.ts';
import { figureOf } from './figure-of.ts';
import type { Span } from './period.ts';

/**
 * One number asked for each line of a table: how many records, or the sum of a field over them. Filters are concrete:
 * the day they were reckoned on stands in them.
 */
export interface Measure {
  /** `count`, `sum.<field>`, `<id>` of a named count, `<id>.numerator` and `<id>.denominator` of a rate. */
  readonly id: string;
  readonly where: Where;
  /** Field that puts a record into a period; `null`: as the records stand. */
  readonly per: string | null;
  /** Field added up; `null`: records are counted. */
  readonly sum: string | null;
}

/** Every number a ledger's figures are made of, on a day. */
export function measuresOf(ledger: AnyLedger, today: string): readonly Measure[] {
  const { period, sums, defined } = figureOf(ledger);
  const own = { where: {}, per: period };
  return [
    { id: 'count', ...own, sum: null },
    ...sums.map((field) => ({ id: `sum.${field}`, ...own, sum: field })),
    ...defined.flatMap((figure): Measure[] => {
      const per = figure.per === undefined ? period : figure.per;
      if (figure.kind === 'count')
        return [{ id: figure.id, where: onDay(figure.where, today), per, sum: figure.sum ?? null }];
      const denominator = onDay(figure.denominator, today);
      const numerator = both(denominator, onDay(figure.numerator, today), isSetIn(ledger));
      return [
        { id: `${figure.id}.numerator`, where: numerator, per, sum: null },
        { id: `${figure.id}.denominator`, where: denominator, per, sum: null },
      ];
    }),
  ];
}

/** What the lines of a table are: the values of a field. */
export interface LineOf {
  readonly by: string;
  /** Value of the line; `null`: those where it is empty. `others`: filled ones that have no line of their own. */
  readonly key: string | boolean | null | { readonly others: readonly string[] };
}

/** The filter the list opens with for a number: nothing else decides which records it counts. */
export function numberWhere(
  ledger: AnyLedger,
  measure: Pick<Measure, 'where' | 'per'>,
  of: { readonly base: Where; readonly span: Span | null; readonly line: LineOf | null },
): Where {
  const { base, span, line } = of;
  const isSet = isSetIn(ledger);
  const parts: Where[] = [measure.where];
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

/** A filter of a definition with its marks replaced by days. */
function onDay(where: Where, today: string): Where {
  return Object.fromEntries(Object.entries(where).map(([field, entry]) => [field, dated(entry, today)]));
}

function dated(entry: WhereEntry, today: string): WhereEntry {
  if (!isCriterion(entry)) return entry;
  const { from, to, ...rest } = entry;
  return {
    ...rest,
    ...(from === undefined ? {} : { from: dayFor(from, today) }),
    ...(to === undefined ? {} : { to: dayFor(to, today) }),
  };
}

function dayFor(bound: string | number, today: string): string | number {
  if (bound === dayMarks.today) return today;
  if (bound === dayMarks.yesterday) return dayAfter(today, -1);
  const ago = typeof bound === 'string' ? /^\$today-(\d+)$/.exec(bound)?.[1] : undefined;
  return ago === undefined ? bound : dayAfter(today, -Number(ago));
}
