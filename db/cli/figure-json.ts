import { compared } from '../model/figures/compared.ts';
import { changeText } from '../model/figures/figure-text.ts';
import { indicatorsAmong, measureIds, type Indicator } from '../model/figures/indicators.ts';
import { countedIn, numberWhere, type LineOf, type Measure } from '../model/figures/number-where.ts';
import { periodName } from '../model/figures/period.ts';
import { sharedDimensions } from '../model/figures/shared-fields.ts';
import type { Language } from '../model/localized.ts';
import type { Where } from '../model/where.ts';
import type { FigureNumbers } from '../store/api.ts';
import type { FigureTable } from '../exchange/figures/figure-table.ts';

/** What the JSON of a table is made with. */
export interface FigureJson {
  readonly base: Where;
  /** Only these indicators; empty = all. */
  readonly only: readonly string[];
  readonly language: Language;
}

/** A table of figures as `zw` prints it: every number with the filter `zw list` opens its rows with. */
export function figureJson(table: FigureTable, how: FigureJson) {
  const { ledger, by, today, periods, lines, total } = table;
  const told = indicatorsAmong(ledger, table.measures).filter(
    ({ id }) => how.only.length === 0 || how.only.includes(id),
  );
  const ofLines =
    by === null ? [] : told.filter(({ others }) => sharedDimensions(ledger, others).includes(by));
  return {
    ledger: ledger.id,
    by,
    today,
    periods: periods.map((period) =>
      period === null ? null : { id: period.id, name: periodName(period, how.language) },
    ),
    total: lineJson(table, told, { ...how, numbers: total, line: null }),
    lines: lines.map(({ key, label, numbers }) => ({
      key: typeof key === 'object' && key !== null ? null : key,
      label,
      ...lineJson(table, ofLines, { ...how, numbers, line: by === null ? null : { by, key } }),
    })),
  };
}

interface Line {
  readonly numbers: FigureNumbers;
  readonly line: LineOf | null;
}

const lineJson = (
  table: FigureTable,
  told: readonly Indicator[],
  how: Line & FigureJson,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(told.map((one) => [one.id, indicatorJson(table, one, how)]));

function indicatorJson(table: FigureTable, indicator: Indicator, how: Line & FigureJson) {
  const ids = table.measures.map(({ id }) => id);
  const { now, before, yearBefore, change, yearChange } = compared(indicator, ids, how.numbers);
  const at = (period: number, value: number | null) => ({
    value,
    ...partsJson(table, indicator, { ...how, period }),
  });
  if (change === null || yearChange === null) return { now: at(0, now) };
  return {
    now: at(0, now),
    before: at(1, before),
    change: changeText(change, how.language),
    yearBefore: at(2, yearBefore),
    yearChange: changeText(yearChange, how.language),
  };
}

/** The filter behind a number; of a rate or ratio both, with what they count and in which ledger. */
function partsJson(
  { ledger, measures, periods }: FigureTable,
  indicator: Indicator,
  { period, base, line, numbers }: Line & FigureJson & { readonly period: number },
): Readonly<Record<string, unknown>> {
  const span = periods[period] ?? null;
  const whereOf = (measure: Measure): Where => numberWhere(ledger, measure, { base, span, line });
  const part = (id: string) => {
    const measure = measures.find((one) => one.id === id);
    const value = numbers[period]?.[measures.findIndex((one) => one.id === id)] ?? 0;
    return measure === undefined
      ? null
      : { value, ledger: countedIn(ledger, measure).id, where: whereOf(measure) };
  };
  const [first, second] = measureIds(indicator);
  if (second !== undefined) return { numerator: part(first), denominator: part(second) };
  return { where: part(first)?.where };
}
