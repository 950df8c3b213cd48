import { dayAfter, monthsAfter } from '../../calendar/day-arithmetic.ts';
import type { FollowFacts } from '../../follow-spec.ts';
import type { Values } from '../../field-kind.ts';

/** Days of two of the codes of `screening_rhythm`; the third is monthly. */
const days: Readonly<Record<string, number>> = { '1': 15, '2': 7 };
const WEEK = 7;

/**
 * When a village was last screened for disputes and is to be screened next: half-monthly or as its plan says, weekly while
 * a sensitive period lasts (domain §5.6, S92). A plan that has ended asks for nothing.
 */
export function screeningPlan({ whole, newest }: Pick<FollowFacts, 'whole' | 'newest'>): Values {
  const last = textOf(newest?.['screened_on']);
  return { last_on: last, next_on: next(whole, last ?? textOf(whole['from_day'])) };
}

function next(whole: Values, since: string | null): string | null {
  if (since === null || textOf(whole['to_day']) !== null) return null;
  const step = days[String(whole['rhythm'])];
  const usual = step === undefined ? monthsAfter(since, 1) : dayAfter(since, step);
  const [from, to] = [textOf(whole['sensitive_from']), textOf(whole['sensitive_to'])];
  if (from === null || to === null || from > usual || to < since) return usual;
  // Within the period a week after the last; one that begins later asks for a screening on its first days.
  const weekly = dayAfter(since > from ? since : from, since > from ? WEEK : 0);
  return weekly < usual ? weekly : usual;
}

const textOf = (value: Values[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;
