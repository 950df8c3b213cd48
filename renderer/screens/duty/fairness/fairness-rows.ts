import type { Output } from '../../../../electron/contract/calls.ts';
import { monthAfter } from '../../../text/month.ts';

type Fairness = Output<'duty.fairness'>;
export type FairPerson = Fairness['people'][number];
/** What is counted, in the order people read it. */
export const shownCounters = ['workday', 'restday', 'holiday', 'spring', 'night', 'total'] as const;
export type ShownCounter = (typeof shownCounters)[number];
/** Classes of days: together they are all duties. */
export const shownClasses = ['workday', 'restday', 'holiday', 'spring'] as const;

/** Time the figures are of: one month, or from January to the month. */
export type Span = 'month' | 'year';

/** First and last month of a span. */
export function monthsOf(span: Span, month: string): { readonly from: string; readonly to: string } {
  return span === 'month' ? { from: month, to: month } : { from: `${month.slice(0, 4)}-01`, to: month };
}

/** First and last day of a range of months. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): {
  readonly from: string;
  readonly to: string;
} {
  const after = new Date(`${monthAfter(to, 1)}-01T00:00:00Z`);
  after.setUTCDate(0);
  return { from: `${from}-01`, to: after.toISOString().slice(0, 10) };
}

/** A count of a counter that nobody has is 0. */
export const countOf = (
  counts: Readonly<Partial<Record<ShownCounter, number>>>,
  counter: ShownCounter,
): number => counts[counter] ?? 0;

/** Whole numbers as they are, shares to one place. */
export const written = (count: number): string => (Math.round(count * 10) / 10).toString();

/** Beyond this a person has done or owes more than anybody can be evened out in one month. */
const FAR = 1;

/** +1.5, −2, 0: how far somebody is from the fair share; signs are those of print. */
export function balanceText(balance: number): string {
  const rounded = Math.round(balance * 10) / 10;
  if (rounded === 0) return '0';
  return rounded > 0 ? `+${String(rounded)}` : `−${String(-rounded)}`;
}

/** Whether a balance should catch the eye. */
export const balanceTone = (balance: number): 'much' | 'little' | 'even' =>
  balance > FAR + 1e-9 ? 'much' : balance < -FAR - 1e-9 ? 'little' : 'even';

/** Most less least of the balances of one role; a role of one person has nothing to compare. */
export function spreadOf(people: readonly FairPerson[], counter: ShownCounter): number | null {
  const roles = [...new Set(people.map(({ role }) => role))];
  const spreads = roles
    .map((role) => people.filter((person) => person.role === role))
    .filter((members) => members.length > 1)
    .map((members) => {
      const balances = members.map(({ balance }) => countOf(balance, counter));
      return Math.max(...balances) - Math.min(...balances);
    });
  return spreads.length === 0 ? null : Math.max(...spreads);
}
