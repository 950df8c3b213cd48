import type { WorkCalendar } from '../calendar/work-calendar.ts';
import {
  extendedClock,
  resumedClock,
  startedClock,
  stoppedClock,
  type Clock,
  type Clocks,
} from './clocks.ts';
import { resumedDeadline } from './deadline.ts';
import { grantedClock, recountedStart } from './granted-clock.ts';
import { calendarStep, type WorkflowSpec } from './workflow-spec.ts';

/** A step of a case as far as its clocks go. */
export interface ClockStep {
  readonly action: string;
  /** UTC. */
  readonly at: string;
  readonly to: string;
  readonly clocks: Clocks;
}

/** What a case's clocks came from. */
export interface ClockHistory {
  /** Steps taken, oldest first. */
  readonly steps: readonly ClockStep[];
  /** Clocks that no step tells of: those of a case without steps, or taken over with steps but without clocks. */
  readonly untold: Clocks;
}

/** Calendars a recount needs. */
export interface Recounting {
  readonly workflow: WorkflowSpec;
  readonly calendar: WorkCalendar;
  /** The calendar a deadline was given by at a moment. */
  readonly knownAt: (at: string) => WorkCalendar;
}

/** A clock as it stands and as it would stand, had the calendar been known from the start. */
export interface Recounted {
  readonly field: string;
  readonly stored: Clock;
  readonly fresh: Clock;
  /** When the time began that the deadline is counted from, extensions and pauses included; UTC. */
  readonly begins: string;
}

/**
 * Walks through what happened to the clocks of a case with today's calendar: started, stopped, resumed and extended at the
 * moments they were. Without a change of the calendar every clock comes out as it is stored.
 */
export function recountClocks(history: ClockHistory, how: Recounting): readonly Recounted[] {
  const walk = new Walk(how);
  for (const step of history.steps) walk.take(step);
  walk.start(history.untold);
  return walk.clocks();
}

class Walk {
  readonly #how: Recounting;
  #clocks = new Map<string, Recounted>();
  #isFirst = true;

  constructor(how: Recounting) {
    this.#how = how;
  }

  take(step: ClockStep): void {
    const before = this.#clocks;
    this.#clocks = new Map(
      Object.entries(step.clocks).map(([field, stored]) => {
        const known = before.get(field);
        const one = known === undefined ? this.#met(field, stored, step) : this.#after(known, stored, step);
        return [field, one];
      }),
    );
    this.#isFirst = false;
  }

  start(clocks: Clocks): void {
    for (const [field, stored] of Object.entries(clocks))
      this.#clocks.set(field, {
        field,
        stored,
        fresh: this.#carried(stored, stored.from),
        begins: stored.from,
      });
  }

  clocks(): readonly Recounted[] {
    return [...this.#clocks.values()];
  }

  /** A clock no step before told of: started by this one, or running since the case began. */
  #met(field: string, stored: Clock, step: ClockStep): Recounted {
    const isMove = step.action === calendarStep;
    const isOlder = isMove || (this.#isFirst && stored.from !== step.at);
    // What a move gave was given by the calendar of its day.
    const given = isMove ? step.at : stored.from;
    const fresh = isOlder ? this.#carried(stored, given) : this.#begun(stored);
    return { field, stored, fresh, begins: stored.from };
  }

  #after(known: Recounted, stored: Clock, step: ClockStep): Recounted {
    const { field } = known;
    const { calendar, workflow } = this.#how;
    if (step.action === calendarStep) return { ...known, stored };
    if (isAnother(known.stored, stored)) {
      return { field, stored, fresh: this.#begun(stored), begins: stored.from };
    }
    const base = keptAt(known, step.at);
    if (workflow.states[step.to]?.stops === true) {
      const fresh = stoppedClock(base, new Date(stored.stopped ?? step.at), calendar);
      return { ...known, stored, fresh };
    }
    const end = stored.pauses.length > known.stored.pauses.length ? stored.pauses.at(-1)?.[1] : undefined;
    const running = resumedClock(base, new Date(end ?? step.at), calendar);
    const isExtended = stored.added.length > known.stored.added.length;
    return { ...known, stored, fresh: isExtended ? extendedClock(running, stored.limit, calendar) : running };
  }

  #begun({ limit, from }: Clock): Clock {
    return startedClock(limit, new Date(from), this.#how.calendar);
  }

  /** A clock that runs since the case was entered; the first step may have brought it to a stand. */
  #carried(stored: Clock, given: string): Clock {
    const { calendar } = this.#how;
    const before = this.#how.knownAt(given);
    const { stopped, left, limit } = stored;
    const due =
      stored.due ??
      (stopped === null || left === null
        ? null
        : resumedDeadline(left, new Date(stopped), { unit: limit.unit, calendar: before }).toISOString());
    if (due === null) return stored;
    const clock = grantedClock({ ...stored, due, left: null, stopped: null }, before);
    const fresh = recountedStart({ ...clock, due }, { before, now: calendar });
    if (stopped === null) return fresh;
    return fresh.due === due ? stored : stoppedClock(fresh, new Date(stopped), calendar);
  }
}

/** True for a clock started anew: an extension counts on from the former deadline and is no new clock. */
const isAnother = (before: Clock, after: Clock): boolean =>
  after.added.length <= before.added.length &&
  (after.from !== before.from ||
    after.limit.amount !== before.limit.amount ||
    after.limit.unit !== before.limit.unit);

/**
 * What may be reckoned with at a moment: nobody is made late by a calendar that came out later. Where the recount would
 * have run out by then and what was given had not, what was given stands.
 */
export function keptAt({ stored, fresh }: Pick<Recounted, 'stored' | 'fresh'>, at: string): Clock {
  const isLateByRecount =
    fresh.due !== null && fresh.due <= at && (stored.due === null || fresh.due < stored.due);
  return isLateByRecount ? stored : fresh;
}
