import { checkRoster } from '../roster/check/check-roster.ts';
import type { Assignment } from '../roster/problem.ts';
import { assignmentsOf } from './duties.ts';
import type { Found } from './keep-roster.ts';
import { lastFrozen, type MonthStanding } from './month-standing.ts';
import { Refused } from './refusal.ts';

/** A month as a sheet has it, beside how it stands. */
export interface SheetRoster {
  readonly found: Found;
  readonly added: readonly Assignment[];
  readonly removed: readonly Assignment[];
  /** What the sheet has otherwise on days that never move any more; it is left out. */
  readonly past: readonly Assignment[];
}

/** What a sheet says of a month. */
export interface SheetDuties {
  readonly duties: readonly Assignment[];
  readonly days: readonly string[];
  /** Posts with a column; the others stay as they are. */
  readonly posts: readonly string[];
}

/**
 * The month with the duties of a sheet in the place of those on the same days and posts. The past of a published roster never
 * moves; a locked one is refused. Rules are not asked: what the sheet breaks shows on the board.
 */
export function sheetRoster(
  standing: MonthStanding,
  sheet: SheetDuties,
  today: string,
): SheetRoster | Refused {
  const { roster, problem } = standing;
  if (roster?.state === 'locked') return new Refused('locked');
  const frozen = roster?.state === 'published' ? lastFrozen(standing.month, today) : null;
  const isFrozen = (date: string): boolean => frozen !== null && date <= frozen;
  const isTold = ({ date, post }: Assignment): boolean =>
    !isFrozen(date) && sheet.days.includes(date) && sheet.posts.includes(post);
  const before = assignmentsOf(standing.duties);
  const told = sheet.duties.filter(isTold);
  const assignments = [...before.filter((duty) => !isTold(duty)), ...told].toSorted(byPlace);
  const check = checkRoster(problem, assignments);
  return {
    found: {
      status: 'hand',
      cost: check.cost,
      bound: 0,
      assignments,
      holes: check.holes,
      stamp: { solver: null },
    },
    added: without(assignments, before),
    removed: without(before, assignments),
    past: without(
      sheet.duties.filter(({ date }) => isFrozen(date)),
      before,
    ),
  };
}

const keyOf = ({ date, post, person }: Assignment): string => `${date} ${post} ${person}`;

const byPlace = (a: Assignment, b: Assignment): number => (keyOf(a) < keyOf(b) ? -1 : 1);

function without(duties: readonly Assignment[], others: readonly Assignment[]): readonly Assignment[] {
  const keys = new Set(others.map(keyOf));
  return duties.filter((duty) => !keys.has(keyOf(duty)));
}
