import type { Values } from '../field-kind.ts';

/** A report of a grid worker that passed verification, or one before it that it may repeat. */
export interface Report {
  readonly id: string;
  readonly staff: string;
  readonly category: string;
  readonly level: string;
  /** What it is about, as one text (the small category and the place); `null` = cannot repeat another. */
  readonly subject: string | null;
  /** UTC ISO text. */
  readonly reported_at: string;
  /** Day of verification, which decides the month. */
  readonly counted_on: string;
}

/** Points given or taken by hand. Money in fen. */
interface Scoring {
  readonly id: string;
  readonly staff: string;
  readonly day: string;
  readonly points: number;
  readonly amount: number;
}

/** Everything a month is worked out from. */
export interface MonthFacts {
  /** Reports verified in the month. */
  readonly reports: readonly Report[];
  /** All reports that one of them may repeat, itself among them or not. */
  readonly known: readonly Pick<Report, 'id' | 'subject' | 'reported_at'>[];
  readonly scorings: readonly Scoring[];
  /** Rows of `reward_rule`. */
  readonly rules: readonly Values[];
}

/** One report or scoring with what it counts: the values of a `reward_item` without its line. */
export interface CountedItem {
  readonly staff: string;
  /** Id of the report or scoring. */
  readonly source: string;
  readonly kind: '01' | '02';
  readonly counted_on: string;
  readonly rule_no: string | null;
  readonly points: number;
  /** Fen. */
  readonly amount: number;
  /** Code of `reward_zero`; `null` = it counts. */
  readonly zero_reason: '01' | '02' | '03' | null;
  readonly same_as: string | null;
}

/** Days within which the same thing is a duplicate where the rule does not say. */
export const USUAL_DUPLICATE_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * What each report and scoring of a month counts; pure. A report earns points × price of the rule that says most about it on
 * the day it was verified; nothing when somebody reported the same within the days of the rule, above the monthly cap of
 * one person, or without a rule.
 */
export function countMonth(facts: MonthFacts): readonly CountedItem[] {
  const counted = new Map<string, number>();
  const reports = facts.reports
    .toSorted((a, b) => order(a.counted_on, b.counted_on) || order(a.reported_at, b.reported_at))
    .map((report) => countReport(report, facts, counted));
  const scorings = facts.scorings.map(({ id, staff, day, points, amount }): CountedItem => ({
    staff,
    source: id,
    kind: '02',
    counted_on: day,
    rule_no: null,
    points,
    amount,
    zero_reason: null,
    same_as: null,
  }));
  return [...reports, ...scorings];
}

/** `counted`: reports of each person under each rule so far. */
function countReport(report: Report, facts: MonthFacts, counted: Map<string, number>): CountedItem {
  const rule = ruleFor(report, facts.rules);
  const item = {
    staff: report.staff,
    source: report.id,
    kind: '01',
    counted_on: report.counted_on,
    rule_no: textOf(rule?.['rule_no']),
  } as const;
  const nothing = { points: 0, amount: 0, same_as: null };
  if (rule === null) return { ...item, ...nothing, zero_reason: '03' };
  const before = earlierOf(report, facts.known, numberOf(rule['duplicate_days']) ?? USUAL_DUPLICATE_DAYS);
  if (before !== null) return { ...item, ...nothing, zero_reason: '01', same_as: before };
  const key = `${report.staff} ${String(rule['rule_no'])}`;
  const number = (counted.get(key) ?? 0) + 1;
  counted.set(key, number);
  if (number > (numberOf(rule['monthly_cap']) ?? Infinity)) return { ...item, ...nothing, zero_reason: '02' };
  const points = numberOf(rule['points']) ?? 0;
  const amount = points * (numberOf(rule['unit_price']) ?? 0);
  return { ...item, points, amount, zero_reason: null, same_as: null };
}

/** The valid rule that says most; of two that say as much, the one valid since later. */
function ruleFor(report: Report, rules: readonly Values[]): Values | null {
  const fitting = rules.filter((rule) => {
    const [category, level] = [textOf(rule['category']), textOf(rule['level'])];
    const [from, to] = [textOf(rule['valid_from']), textOf(rule['valid_to'])];
    return (
      (category === null || category === report.category) &&
      (level === null || level === report.level) &&
      (from === null || from <= report.counted_on) &&
      (to === null || to >= report.counted_on)
    );
  });
  const weight = (rule: Values): number =>
    (textOf(rule['category']) === null ? 0 : 2) + (textOf(rule['level']) === null ? 0 : 1);
  const [best] = fitting.toSorted(
    (a, b) => weight(b) - weight(a) || order(textOf(b['valid_from']) ?? '', textOf(a['valid_from']) ?? ''),
  );
  return best ?? null;
}

/** The newest report of the same thing within so many days before; of the same moment the smaller id came first. */
function earlierOf(report: Report, known: MonthFacts['known'], days: number): string | null {
  if (report.subject === null) return null;
  const at = Date.parse(report.reported_at);
  const before = known.filter((other) => {
    const age = at - Date.parse(other.reported_at);
    const isBefore = age > 0 || (age === 0 && other.id < report.id);
    return other.subject === report.subject && other.id !== report.id && isBefore && age <= days * DAY_MS;
  });
  return before.toSorted((a, b) => order(b.reported_at, a.reported_at))[0]?.id ?? null;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const textOf = (value: Values[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;
const numberOf = (value: Values[string] | undefined): number | null =>
  typeof value === 'number' ? value : null;
