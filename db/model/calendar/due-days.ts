import { dayAfter, weekdayOf } from './day-arithmetic.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What the day's work is sorted into. */
export const dueBuckets = ['overdue', 'today', 'week'] as const;
export type DueBucket = (typeof dueBuckets)[number];

/** Days that bound what is due: before `today` overdue, after it up to `weekEnd` coming. ISO days of the office. */
export interface DueDays {
  readonly today: string;
  /** A Sunday. */
  readonly weekEnd: string;
}

/**
 * The days of the day's work. Coming is the week of the next working day, through its Sunday: on a Friday, and on the last
 * working day before a long holiday, that is the week people come back in.
 */
export function dueDays(today: string, calendar: WorkCalendar): DueDays {
  const next = calendar.addWorkingDays(today, 1);
  return { today, weekEnd: dayAfter(next, (7 - weekdayOf(next)) % 7) };
}

/** First and last day of a bucket; no first day = from the beginning. */
export function spanOf(bucket: DueBucket, { today, weekEnd }: DueDays): DaySpan {
  if (bucket === 'overdue') return { to: dayAfter(today, -1) };
  return bucket === 'today' ? { from: today, to: today } : { from: dayAfter(today, 1), to: weekEnd };
}

/** Days in a row, both ends included. */
export interface DaySpan {
  readonly from?: string;
  readonly to: string;
}
