import { chinaDay } from '../office-time.ts';
import { dayAfter, weekdayOf } from './day-arithmetic.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What the day's work is sorted into. */
export const dueBuckets = ['overdue', 'today', 'week'] as const;
export type DueBucket = (typeof dueBuckets)[number];

/** What bounds what is due: before `today` overdue, after it up to `weekEnd` coming. ISO days of the office. */
export interface DueDays {
  /** The moment asked about, UTC ISO text: what was due at a moment before it is overdue, be it of today. */
  readonly now: string;
  readonly today: string;
  /** A Sunday. */
  readonly weekEnd: string;
}

/**
 * The days of the day's work at a moment. Coming is the week of the next working day, through its Sunday: on a Friday, and on the last
 * working day before a long holiday, that is the week people come back in.
 */
export function dueDays(at: Date, calendar: WorkCalendar): DueDays {
  const today = chinaDay(at);
  const next = calendar.addWorkingDays(today, 1);
  return { now: at.toISOString(), today, weekEnd: dayAfter(next, (7 - weekdayOf(next)) % 7) };
}

/** What a bucket holds of things due by a day; no first day = from the beginning. */
export function spanOf(bucket: DueBucket, { today, weekEnd }: DueDays): DaySpan {
  if (bucket === 'overdue') return { to: dayAfter(today, -1) };
  return bucket === 'today' ? { from: today, to: today } : { from: dayAfter(today, 1), to: weekEnd };
}

/** The same of things due at a moment: it passes in the middle of a day. */
export function momentSpanOf(bucket: DueBucket, days: DueDays): DaySpan {
  if (bucket === 'overdue') return { to: beforeNow(days) };
  return bucket === 'today' ? { from: days.now, to: days.today } : spanOf(bucket, days);
}

/** The last moment that has passed; moments are kept by the millisecond. */
const beforeNow = ({ now }: DueDays): string => new Date(Date.parse(now) - 1).toISOString();

/** What of today has passed already: what is overdue since this morning. */
export const passedToday = (days: DueDays): DaySpan => ({ from: days.today, to: beforeNow(days) });

/** Days in a row, both ends included; either may be a moment, UTC ISO text, for what is due at one. */
export interface DaySpan {
  readonly from?: string;
  readonly to: string;
}
