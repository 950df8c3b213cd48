import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { dayAfter } from '../calendar/day-arithmetic.ts';
import { chinaDay } from '../office-time.ts';
import { type Deadline, deadlineOf, isWorking, lastDayOf, resumedDeadline, timeLeft } from './deadline.ts';
import type { Limit } from './limit.ts';

/** Time a limit stood still: on hold, or while an extension was asked for. Without `to` it still stands. */
export interface Pause {
  readonly from: Date;
  readonly to?: Date;
}

/** A limit, its start and the pauses since, in order. */
export interface CountedLimit {
  readonly limit: Limit;
  readonly from: Date;
  readonly pauses: readonly Pause[];
  /** Time given instead of the limit; see `Clock`. */
  readonly granted?: number;
}

/** A deadline after pauses. */
export interface PausedDeadline extends Deadline {
  /** What was left when the pause that still lasts began (see `timeLeft`); `null` when the limit runs. `due` is then the old one. */
  readonly left: number | null;
  /** Last day of a civil period before a day off moved it; `null` for other limits. */
  readonly lastDay: string | null;
}

/** The deadline of a limit that stood still now and then: each pause keeps what was left and gives it back at its end. */
export function pausedDeadline(counted: CountedLimit, calendar: WorkCalendar): PausedDeadline {
  const { limit, from, pauses, granted } = counted;
  const counting = { unit: limit.unit, calendar };
  const isCivil = !isWorking(limit.unit) && limit.unit !== 'minute';
  const start = deadlineOf(limit, from, calendar);
  let due = granted === undefined ? start.due : resumedDeadline(granted, from, counting);
  let lastDay = isCivil
    ? granted === undefined
      ? lastDayOf(limit, from)
      : dayAfter(chinaDay(from), granted)
    : null;
  for (const pause of pauses) {
    const left = timeLeft(due, pause.from, counting);
    if (pause.to === undefined) return { ...start, due, left, lastDay };
    due = resumedDeadline(left, pause.to, counting);
    if (isCivil) lastDay = dayAfter(chinaDay(pause.to), left);
  }
  const isKnown = limit.unit === 'minute' || calendar.isKnown(chinaDay(from), chinaDay(due));
  return { due, from: start.from, isKnown, left: null, lastDay };
}
