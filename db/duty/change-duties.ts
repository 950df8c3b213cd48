import type { Assignment } from '../roster/problem.ts';
import type { Violation } from '../roster/roster.ts';
import type { RecordWrite, Store } from '../store/api.ts';
import { dutyChange } from '../model/ledgers/duty-change.ts';
import { halvesOf } from './agreed.ts';
import { assignmentsOf, type DutyRow } from './duties.ts';
import { judgeChange } from './judge.ts';
import { handOver } from './keep-roster.ts';
import { standingOf, type MonthStanding } from './month-standing.ts';
import { Refused } from './refusal.ts';
import { rowsOf } from './kept-rows.ts';
import { readTeam, rosterOf, type TeamFacts } from './team-facts.ts';

/** Two people swap two duties (串班), or one takes over a duty of the other (代班). */
export type DutyChange =
  | {
      readonly kind: 'swap';
      readonly date: string;
      readonly post: string;
      readonly person: string;
      readonly otherDate: string;
      readonly otherPost: string;
      readonly otherPerson: string;
    }
  | {
      readonly kind: 'substitute';
      readonly date: string;
      readonly post: string;
      readonly person: string;
      readonly otherPerson: string;
    };

/** What a change would do, month by month it touches. */
export interface ChangeLook {
  readonly months: readonly { readonly standing: MonthStanding; readonly broken: readonly Violation[] }[];
  readonly cost: number;
  /** The month of the other day has no roster yet: the change waits for it. */
  readonly isWaiting: boolean;
  readonly seats: readonly RecordWrite[];
}

/** Weighs a change without writing it. Only duties of today and later change, and none of a locked roster. */
export function lookChange(
  store: Store,
  { team, change, today }: { readonly team: string; readonly change: DutyChange; readonly today: string },
): ChangeLook | Refused {
  const facts = readTeam(store, team);
  if (facts === null) return new Refused('team');
  const halves = givenHalves(change);
  if (halves.some(({ date }) => date < today)) return new Refused('past');
  if (!facts.members.some(({ id, isRemoved }) => id === change.otherPerson && !isRemoved))
    return new Refused('person');
  const months = [...new Set(halves.map(({ date }) => date.slice(0, 7)))];
  const isWaiting = months.some((month) => rosterOf(facts, month) === null);
  const looks = [];
  for (const month of months.filter((one) => rosterOf(facts, one) !== null)) {
    const look = lookMonth(standingOf(store, facts, month), halves);
    if (look instanceof Refused) return look;
    looks.push(look);
  }
  if (looks.length === 0) return new Refused('roster');
  return {
    months: looks,
    cost: isWaiting ? 0 : looks.reduce((sum, { cost }) => sum + cost, 0),
    isWaiting,
    seats: isWaiting ? [] : looks.flatMap(({ seats }) => seats),
  };
}

interface Half {
  readonly kind: 'swap' | 'substitute';
  readonly date: string;
  readonly post: string;
  /** Who was to do it, and who does. */
  readonly planned: string;
  readonly person: string;
}

function givenHalves(change: DutyChange): readonly Half[] {
  const { kind, date, post } = change;
  const mine = { kind, date, post, planned: change.person, person: change.otherPerson };
  if (change.kind === 'substitute') return [mine];
  const { otherDate, otherPost } = change;
  return [
    mine,
    { kind, date: otherDate, post: otherPost, planned: change.otherPerson, person: change.person },
  ];
}

function lookMonth(standing: MonthStanding, halves: readonly Half[]) {
  if (standing.roster?.state === 'locked') return new Refused('locked');
  const own = halves.filter(({ date }) => date.startsWith(standing.month));
  const rows: DutyRow[] = [];
  for (const { date, post, planned } of own) {
    const row = standing.duties.find(
      (one) => one.day === date && one.post === post && one.member === planned,
    );
    if (row === undefined) return new Refused('duty', { date });
    rows.push(row);
  }
  const before = assignmentsOf(standing.duties);
  const after = before.map((duty) => changedDuty(duty, own));
  return {
    standing,
    ...judgeChange(standing.problem, before, after),
    seats: own.flatMap((half, i) => {
      const row = rows[i];
      return row === undefined ? [] : [handOver(row, half)];
    }),
  };
}

function changedDuty(duty: Assignment, halves: readonly Half[]): Assignment {
  const half = halves.find(
    ({ date, post, planned }) => date === duty.date && post === duty.post && planned === duty.person,
  );
  return half === undefined ? duty : { ...duty, person: half.person };
}

/** Writes of a change: the record, and the seats unless it waits. Refused when it breaks a hard rule. */
export function makeChange(
  look: ChangeLook,
  {
    team,
    change,
    reason,
    now,
    newId,
  }: {
    readonly team: string;
    readonly change: DutyChange;
    readonly reason: string;
    readonly now: Date;
    readonly newId: () => string;
  },
): readonly RecordWrite[] | Refused {
  if (look.months.some(({ broken }) => broken.length > 0)) return new Refused('rule');
  const values = {
    team,
    kind: change.kind,
    day: change.date,
    post: change.post,
    member: change.person,
    other_member: change.otherPerson,
    ...(change.kind === 'swap' && { other_day: change.otherDate, other_post: change.otherPost }),
    ...(reason !== '' && { reason }),
    state: look.isWaiting ? 'waiting' : 'active',
    recorded_at: now.toISOString(),
  };
  return [{ ledger: 'duty_change', id: newId(), op: 'create', values }, ...look.seats];
}

/** Writes that cancel a change: everybody has the own duty again. What is past stays as it was done. */
export function cancelChange(
  store: Store,
  { id, today }: { readonly id: string; readonly today: string },
): { readonly team: string; readonly writes: readonly RecordWrite[] } | Refused {
  const change = rowsOf(store, dutyChange, {}).find((row) => row.id === id);
  const facts = change === undefined ? null : readTeam(store, change.team);
  if (change === undefined || facts === null || change.state === 'cancelled') return new Refused('change');
  const halves = halvesOf(change);
  const isInForce = change.state === 'active';
  if (isInForce && halves.some(({ date }) => date < today)) return new Refused('past');
  const seats = isInForce ? returned(store, facts, halves) : [];
  if (seats instanceof Refused) return seats;
  const cancelled = { state: 'cancelled' } as const;
  return {
    team: change.team,
    writes: [{ ledger: 'duty_change', id, op: 'update', base: change.version, values: cancelled }, ...seats],
  };
}

function returned(
  store: Store,
  facts: TeamFacts,
  halves: readonly ReturnType<typeof halvesOf>[number][],
): readonly RecordWrite[] | Refused {
  const writes: RecordWrite[] = [];
  for (const { date, post, person, planned } of halves) {
    const month = date.slice(0, 7);
    if (rosterOf(facts, month) === null) continue;
    const standing = standingOf(store, facts, month);
    if (standing.roster?.state === 'locked') return new Refused('locked');
    const row = standing.duties.find((one) => one.day === date && one.post === post && one.member === person);
    // Somebody else has the duty by now: there is nothing to give back.
    if (row === undefined) continue;
    const remembered = row.planned === planned ? null : row.planned;
    const values = {
      member: planned,
      planned: remembered,
      origin: remembered === null ? 'plan' : 'hand',
    };
    writes.push({ ledger: 'duty_assignment', id: row.id, op: 'update', base: row.version, values });
  }
  return writes;
}
