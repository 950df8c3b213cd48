import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import { dutyAssignment } from '../model/ledgers/duty-assignment.ts';
import type { Store } from '../store/api.ts';
import { rowsOf, type Kept } from './kept-rows.ts';
import { type RosterRow } from './team-facts.ts';

/** A duty as it is kept: a seat of a post on a day; nobody on it is a hole. */
export type DutyRow = Kept<typeof dutyAssignment>;

/** A seat somebody sits on. */
export type FilledDuty = DutyRow & { readonly member: string };

/** Duties of these rosters, in the order of days, posts and seats. */
export function dutiesOf(store: Store, rosters: readonly RosterRow[]): readonly DutyRow[] {
  if (rosters.length === 0) return [];
  return rowsOf(store, dutyAssignment, { roster: rosters.map(({ id }) => id) }).toSorted(bySeat);
}

/** Only the seats that are filled. */
export const filled = (duties: readonly DutyRow[]): readonly FilledDuty[] =>
  duties.filter((duty): duty is FilledDuty => duty.member !== null);

/** Duties that make up a problem's or roster's assignments. */
export const assignmentsOf = (duties: readonly DutyRow[]) =>
  filled(duties).map(({ day, post, member }) => ({ date: day, post, person: member }));

/** The month so many months later (or earlier) than `YYYY-MM`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The day before the first of a month. */
export const dayBefore = (month: string): string => dayAfter(`${month}-01`, -1);

function bySeat(a: DutyRow, b: DutyRow): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  if (a.post !== b.post) return a.post < b.post ? -1 : 1;
  return a.seat - b.seat;
}
