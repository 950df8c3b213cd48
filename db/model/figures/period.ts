import { dayAfter } from '../calendar/day-arithmetic.ts';
import { words, type Language } from '../localized.ts';

/** How long a period of statistics is. */
export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** First and last day, inclusive. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A month, quarter or year: `2026-10`, `2026-Q4`, `2026`. */
export interface Period extends Span {
  readonly kind: PeriodKind;
  readonly id: string;
}

const months = { month: 1, quarter: 3, year: 12 } as const;

/** The period a text names; `null` when it names none. */
export function periodOf(id: string): Period | null {
  const [, year = '', quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(id) ?? [];
  if (year === '') return null;
  if (quarter !== undefined) return periodFrom('quarter', Number(year), Number(quarter) * 3 - 3);
  if (month !== undefined) return periodFrom('month', Number(year), Number(month) - 1);
  return periodFrom('year', Number(year), 0);
}

/** The period of this kind a day (`YYYY-MM-DD`) lies in. */
export function periodAt(kind: PeriodKind, day: string): Period {
  const month = Number(day.slice(5, 7)) - 1;
  return periodFrom(kind, Number(day.slice(0, 4)), month - (month % months[kind]));
}

/** The period so many periods later, or earlier. */
export const periodAfter = ({ kind, from }: Period, steps: number): Period =>
  periodFrom(kind, Number(from.slice(0, 4)), Number(from.slice(5, 7)) - 1 + steps * months[kind]);

/** The same period of the year before. */
export const yearBefore = ({ kind, from }: Period): Period =>
  periodFrom(kind, Number(from.slice(0, 4)) - 1, Number(from.slice(5, 7)) - 1);

/** 2026年10月, 2026年第4季度, 2026年. */
export function periodName({ kind, from }: Period, language: Language): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  const quarter = (month + 2) / 3;
  const names = {
    month: words(`${year}年${month}月`, from.slice(0, 7)),
    quarter: words(`${year}年第${quarter}季度`, `${year} Q${quarter}`),
    year: words(`${year}年`, year),
  };
  return names[kind][language];
}

/** `month` from 0; may lie outside of the year. */
function periodFrom(kind: PeriodKind, year: number, month: number): Period {
  const from = dayOf(year, month);
  const id = {
    month: from.slice(0, 7),
    quarter: `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`,
    year: from.slice(0, 4),
  }[kind];
  return { kind, id, from, to: dayAfter(dayOf(year, month + months[kind]), -1) };
}

const dayOf = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
