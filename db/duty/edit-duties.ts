import type { RecordWrite } from '../store/api.ts';
import type { DutyRow } from './duties.ts';
import type { MonthStanding } from './month-standing.ts';
import { Refused } from './refusal.ts';

/** One cell edited by hand: `from` gives the duty up (`null`: an empty seat), `to` takes it (`null`: nobody). */
export interface DutySet {
  readonly date: string;
  readonly post: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What an edit needs beside the month. */
export interface Editing {
  readonly today: string;
  readonly newId: () => string;
}

/**
 * Writes of edits by hand. A locked roster and the past of a published one never move; in a published one the person of the
 * plan is remembered, so that the paper marks the change (调).
 */
export function editDuties(
  standing: MonthStanding,
  sets: readonly DutySet[],
  { today, newId }: Editing,
): readonly RecordWrite[] | Refused {
  const { roster } = standing;
  if (roster === null) return new Refused('roster');
  if (roster.state === 'locked') return new Refused('locked');
  const isPublished = roster.state === 'published';
  if (isPublished && sets.some(({ date }) => date < today)) return new Refused('past');
  const seats = new Seats(standing.duties);
  const writes: RecordWrite[] = [];
  for (const set of sets) {
    const refusal = refusedSet(standing, set);
    if (refusal !== null) return refusal;
    const row = seats.take(set);
    if (row === null && set.from !== null) return new Refused('duty', { date: set.date });
    if (row === null) writes.push(...newSeat(set, { roster: roster.id, seat: seats.free(set), newId }));
    else writes.push(changedSeat(standing, row, { set, isPublished }));
  }
  return writes;
}

function refusedSet({ problem, month }: MonthStanding, { date, post, to }: DutySet): Refused | null {
  if (!date.startsWith(month) || !problem.posts.some(({ id }) => id === post)) return new Refused('duty');
  if (to !== null && !problem.people.some(({ id }) => id === to)) return new Refused('person');
  return null;
}

function newSeat(
  { date, post, to }: DutySet,
  { roster, seat, newId }: { readonly roster: string; readonly seat: number; readonly newId: () => string },
): readonly RecordWrite[] {
  if (to === null) return [];
  const values = { roster, day: date, post, seat, member: to, origin: 'hand' };
  return [{ ledger: 'duty_assignment', id: newId(), op: 'create', values }];
}

function changedSeat(
  standing: MonthStanding,
  row: DutyRow,
  { set, isPublished }: { readonly set: DutySet; readonly isPublished: boolean },
): RecordWrite {
  const target = { ledger: 'duty_assignment', id: row.id, base: row.version } as const;
  if (set.to === null && isSpare(standing, set)) return { ...target, op: 'remove', reason: '多余的席位' };
  const planned = isPublished ? (row.planned ?? row.member) : null;
  return {
    ...target,
    op: 'update',
    values: { member: set.to, planned: planned === set.to ? null : planned, origin: 'hand' },
  };
}

/** More seats than people needed: one that is given up goes. */
function isSpare({ problem, duties }: MonthStanding, { date, post }: DutySet): boolean {
  const dayClass = problem.days.find((day) => day.date === date)?.class;
  const own = problem.posts.find(({ id }) => id === post);
  const campaign = problem.campaigns.findLast(
    (one) => one.post === post && one.from <= date && date <= one.to,
  );
  const need = campaign?.need ?? (own && dayClass ? own.needs[dayClass] : 0);
  const seats = duties.filter((duty) => duty.day === date && duty.post === post).length;
  return need !== 'all' && seats > need;
}

/** Seats of a month while several edits take them one by one. */
class Seats {
  readonly #rows: readonly DutyRow[];
  readonly #taken = new Set<string>();
  readonly #numbers = new Map<string, Set<number>>();

  constructor(rows: readonly DutyRow[]) {
    this.#rows = rows;
    for (const { day, post, seat } of rows) this.#numbersOf(day, post).add(seat);
  }

  /** The seat of the one who gives it up, or an empty one; `null` when there is none. */
  take({ date, post, from }: DutySet): DutyRow | null {
    const row = this.#rows.find(
      (one) => one.day === date && one.post === post && one.member === from && !this.#taken.has(one.id),
    );
    if (row !== undefined) this.#taken.add(row.id);
    return row ?? null;
  }

  /** The lowest number no seat of the post has on the day. */
  free({ date, post }: DutySet): number {
    const numbers = this.#numbersOf(date, post);
    let seat = 1;
    while (numbers.has(seat)) seat += 1;
    numbers.add(seat);
    return seat;
  }

  #numbersOf(day: string, post: string): Set<number> {
    const key = `${day} ${post}`;
    const numbers = this.#numbers.get(key) ?? new Set();
    this.#numbers.set(key, numbers);
    return numbers;
  }
}

/** Nails a duty down for later plans, or lets it go. */
export function pinDuty(
  { roster, duties }: MonthStanding,
  pin: { readonly date: string; readonly post: string; readonly person: string; readonly locked: boolean },
): readonly RecordWrite[] | Refused {
  if (roster === null) return new Refused('roster');
  if (roster.state === 'locked') return new Refused('locked');
  const row = duties.find(
    ({ day, post, member }) => day === pin.date && post === pin.post && member === pin.person,
  );
  if (row === undefined) return new Refused('duty', { date: pin.date });
  const values = { is_locked: pin.locked };
  return [{ ledger: 'duty_assignment', id: row.id, op: 'update', base: row.version, values }];
}
