import type { ChangedDays } from '../calendar/known-days.ts';
import { chinaDay } from '../office-time.ts';
import type { Clock, Clocks } from './clocks.ts';
import {
  keptAt,
  recountClocks,
  type ClockHistory,
  type Recounted,
  type Recounting,
} from './recount-clocks.ts';

/**
 * What a change of the calendar does to one deadline: it ends `later` or `earlier`, the time left of a clock that stands is
 * another (`left`), or it would already be past and is `kept` as it was given.
 */
export type DeadlineTurn = 'later' | 'earlier' | 'left' | 'kept';

/** A deadline that a change of the calendar concerns. */
export interface MovedDeadline {
  /** Field of the case. */
  readonly field: string;
  readonly turn: DeadlineTurn;
  readonly was: Clock;
  /** The clock from now on; of a kept one, what it would have been. */
  readonly now: Clock;
  /** Days between its start and its old or new end that were changed. */
  readonly changed: readonly string[];
}

/**
 * Deadlines of an open case that move with the calendar.
 *
 * A later end always counts, even for a deadline already past: the last day of a period that is a day off ends with the
 * next working day (民法典第二百零三条). An earlier end counts only while it is still to come: what an office gave in writing is
 * not taken back so that a case is late before anybody could know. Both need a changed day between the start and
 * the old or new end.
 * @param changes days changed since deadlines were last settled; `null` = not known, any difference counts
 */
export function movedDeadlines(
  history: ClockHistory,
  how: Recounting & { readonly at: Date; readonly changes: ChangedDays | null },
): readonly MovedDeadline[] {
  return recountClocks(history, how).flatMap((one) => {
    const turn = turnOf(one, how.at.toISOString());
    if (turn === null) return [];
    const changed = how.changes === null ? [] : daysWithin(how.changes, one);
    if (how.changes !== null && changed.length === 0) return [];
    return [{ field: one.field, turn, was: one.stored, now: one.fresh, changed }];
  });
}

/** Clocks of a case with the moved ones in their places. */
export const clocksMoved = (before: Clocks, moved: readonly MovedDeadline[]): Clocks => ({
  ...before,
  ...Object.fromEntries(moved.filter(({ turn }) => turn !== 'kept').map(({ field, now }) => [field, now])),
});

function turnOf({ stored, fresh }: Recounted, at: string): DeadlineTurn | null {
  if (stored.due === fresh.due && stored.left === fresh.left) return null;
  if (keptAt({ stored, fresh }, at) === stored) return 'kept';
  if (stored.due === null || fresh.due === null) return 'left';
  return fresh.due > stored.due ? 'later' : 'earlier';
}

/** Changed days between the beginning of a clock and its later end, or the moment it was brought to a stand. */
function daysWithin(changes: ChangedDays, { stored, fresh, begins }: Recounted): readonly string[] {
  const ends = [stored, fresh].flatMap(({ due, stopped }) => [due, stopped].filter((end) => end !== null));
  const [from, to] = [chinaDay(new Date(begins)), chinaDay(new Date(ends.toSorted().at(-1) ?? begins))];
  return [...changes.keys()].filter((day) => day >= from && day <= to);
}
