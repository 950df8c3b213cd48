import { officeMinutesBetween } from '../calendar/office-hours.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { chinaDay } from '../office-time.ts';
import { startedClock, type Clock } from './clocks.ts';
import { deadlineOf, isWorking, resumedDeadline, timeLeft } from './deadline.ts';
import type { Limit } from './limit.ts';

/** Instants of a case and of its clock were read off the same clock some milliseconds apart. */
const SAME_MS = 1000;

/** The calendar as it was when a deadline was given, and as it is. */
export interface Calendars {
  readonly before: WorkCalendar;
  readonly now: WorkCalendar;
}

/**
 * A clock no action started, with the deadline the case came with: by the rule of its limit, or else set by whoever
 * entered or imported the case. Such a clock keeps what that person granted, in the units its limit is counted in.
 */
export function grantedClock(clock: Clock & { readonly due: string }, before: WorkCalendar): Clock {
  const { limit } = clock;
  const [from, due] = [new Date(clock.from), new Date(clock.due)];
  if (clock.granted !== undefined || limit.unit === 'minute') return clock;
  const byRule = deadlineOf(limit, from, before).due;
  if (Math.abs(byRule.getTime() - due.getTime()) < SAME_MS) return clock;
  return { ...clock, granted: timeBetween({ from, due }, limit.unit, before) };
}

/**
 * The same clock as it would have been given, had the calendar been known. A deadline none of whose days changed stays to
 * the millisecond.
 */
export function recountedStart(clock: Clock & { readonly due: string }, { before, now }: Calendars): Clock {
  const { limit, granted } = clock;
  const [from, due] = [new Date(clock.from), new Date(clock.due)];
  const { unit } = limit;
  if (unit === 'minute') return clock;
  if (granted === undefined) {
    const isSame =
      deadlineOf(limit, from, before).due.getTime() === deadlineOf(limit, from, now).due.getTime();
    return isSame ? clock : startedClock(limit, from, now);
  }
  const isSame = isWorking(unit)
    ? timeBetween({ from, due }, unit, now) === granted
    : now.isWorkingDay(chinaDay(due)) || !before.isWorkingDay(chinaDay(due));
  if (isSame) return clock;
  return { ...clock, due: resumedDeadline(granted, from, { unit, calendar: now }).toISOString() };
}

/** Office minutes with their seconds, or days: a begun minute counted whole could carry the end over a closing hour. */
const timeBetween = (
  { from, due }: { readonly from: Date; readonly due: Date },
  unit: Limit['unit'],
  calendar: WorkCalendar,
): number =>
  isWorking(unit) ? officeMinutesBetween(calendar, from, due) : timeLeft(due, from, { unit, calendar });
