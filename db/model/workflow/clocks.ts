import { z } from 'zod';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { deadlineOf, resumedDeadline, timeLeft } from './deadline.ts';
import type { Limit } from './limit.ts';

/** Nobody grants so much in any unit; counting it day by day would keep the program busy for minutes. */
const MOST = 1_000_000;

// Steps also come by sheets and packages: what no action writes is no clock.
const limitShape = z.object({
  amount: z.int().positive().max(MOST),
  unit: z.enum(['minute', 'work-hour', 'work-day', 'day', 'month']),
});
const instantShape = z.iso.datetime();
const spanShape = z.number().min(-MOST).max(MOST);
const clockShape = z.object({
  limit: limitShape,
  from: instantShape,
  due: instantShape.nullable(),
  left: spanShape.nullable(),
  stopped: instantShape.nullable(),
  pauses: z.array(z.tuple([instantShape, instantShape])),
  added: z.array(limitShape),
  granted: spanShape.optional(),
});
const clocksShape = z.record(z.string(), clockShape);

/**
 * One clock of a case as its last step left it, the stored fact a deadline is explained from. Instants are UTC ISO text.
 * It runs (`due`), or stands still (`stopped`, with what is `left`: office minutes of a working limit, days of a civil one).
 * `granted` says, in the same units, what somebody gave from `from` on where that is not the limit: a deadline a case came with.
 */
export type Clock = Readonly<z.infer<typeof clockShape>>;
/** The clocks of a case by the field that holds their deadline. */
export type Clocks = Readonly<Record<string, Clock>>;

/** Clocks kept with a step; none for a case without steps, or where they cannot be read: of a newer program, of a sheet. */
export function readClocks(text: unknown): Clocks {
  if (typeof text !== 'string' || text === '') return {};
  const parsed = clocksShape.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : {};
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A clock started at a moment. */
export function startedClock(limit: Limit, at: Date, calendar: WorkCalendar): Clock {
  const { due } = deadlineOf(limit, at, calendar);
  return {
    limit,
    from: at.toISOString(),
    due: due.toISOString(),
    left: null,
    stopped: null,
    pauses: [],
    added: [],
  };
}

/** The clock brought to a stand. One that has run out stays late: stopping it later does not heal that. */
export function stoppedClock(clock: Clock, at: Date, calendar: WorkCalendar): Clock {
  if (clock.due === null) return clock;
  const due = new Date(clock.due);
  if (at >= due) return clock;
  return {
    ...clock,
    due: null,
    left: timeLeft(due, at, { unit: clock.limit.unit, calendar }),
    stopped: at.toISOString(),
  };
}

/** The clock going on with what was left. */
export function resumedClock(clock: Clock, at: Date, calendar: WorkCalendar): Clock {
  if (clock.stopped === null || clock.left === null) return clock;
  const due = resumedDeadline(clock.left, at, { unit: clock.limit.unit, calendar });
  return {
    ...clock,
    due: due.toISOString(),
    left: null,
    stopped: null,
    pauses: [...clock.pauses, [clock.stopped, at.toISOString()]],
  };
}

/** The running clock with more time: another limit, counted from where it would have ended. */
export function extendedClock(clock: Clock, more: Limit, calendar: WorkCalendar): Clock {
  if (clock.due === null) return clock;
  const { due } = deadlineOf(more, new Date(clock.due), calendar);
  const { granted: _replaced, ...kept } = clock;
  return {
    ...kept,
    limit: more,
    from: clock.due,
    due: due.toISOString(),
    pauses: [],
    added: [...clock.added, clock.limit],
  };
}
