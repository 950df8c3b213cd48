import type { Values } from '../model/field-kind.ts';
import type { Assignment } from '../roster/problem.ts';
import type { Roster } from '../roster/roster.ts';
import type { RecordWrite, Store } from '../store/api.ts';
import { halvesOf, isWhole, readChanges, type Agreed } from './agreed.ts';
import { dutiesOf, filled, type DutyRow } from './duties.ts';
import { nextCursors } from './fairness.ts';
import { madeWithText, problemDigest } from './made-with.ts';
import type { MonthStanding } from './month-standing.ts';
import type { PassingStep } from './relax-ledgers.ts';
import { rosterTitle } from './roster-title.ts';
import { seatWrites, type SeatValues, type Wanted } from './seat-writes.ts';
import { rosterOf } from './team-facts.ts';

/** What a planner found, or a sheet said (`hand`), as far as it is kept. */
export type Found = Pick<Roster, 'cost' | 'bound' | 'assignments' | 'holes'> & {
  readonly status: Roster['status'] | 'hand';
  /** `null`: no program found it. */
  readonly stamp: { readonly solver: string | null };
};

/** What is kept, and how. */
export interface Keeping {
  readonly found: Found;
  /** `plan`: the month anew; `repair`: the standing roster mended; `import`: as a sheet has it. */
  readonly kind: 'plan' | 'repair' | 'import';
  readonly now: Date;
  readonly newId: () => string;
  /** Ways out it was found with that no ledger says. */
  readonly steps?: readonly PassingStep[];
}

/** The writes of one request that keep a found roster, and the id of the roster's record. */
export interface KeptRoster {
  readonly roster: string;
  readonly writes: readonly RecordWrite[];
}

/** Turns a found roster into writes: the month's record, its seats, and the agreements that take effect with it. */
export function keepRoster(store: Store, standing: MonthStanding, keeping: Keeping): KeptRoster {
  const { roster, duties } = standing;
  const { found } = keeping;
  const id = roster?.id ?? keeping.newId();
  const locks = locksOf(keeping.steps ?? []);
  const valuesOf = seatValues(standing, keeping.kind, locks);
  const byCell = Map.groupBy(duties, ({ day, post }) => `${day} ${post}`);
  const seats = wantedSeats(found, byCell).flatMap((wanted) =>
    seatWrites(
      id,
      { rows: byCell.get(`${wanted.date} ${wanted.post}`) ?? [], wanted },
      { newId: keeping.newId, valuesOf },
    ),
  );
  return {
    roster: id,
    writes: [
      rosterWrite(standing, { ...keeping, id }),
      ...seats,
      ...lockWrites(standing, found, locks),
      ...effects(store, standing),
    ],
  };
}

function rosterWrite(
  { facts, month, roster, problem }: MonthStanding,
  { id, found, kind, now }: Keeping & { readonly id: string },
): RecordWrite {
  const outcome: Values = {
    status: found.status,
    cost: Math.round(found.cost),
    bound: Math.round(found.bound),
    solver: found.stamp.solver,
    problem: problemDigest(problem),
    planned_at: now.toISOString(),
  };
  // A mended roster keeps the list of turns it was made with.
  const rules = madeWithText({ rules: problem.rules, cursors: nextCursors(problem) });
  if (roster !== null) {
    const values = kind === 'repair' ? outcome : { ...outcome, rules };
    return { ledger: 'duty_roster', id, op: 'update', base: roster.version, values };
  }
  const values = {
    team: facts.team.id,
    month,
    title: rosterTitle(facts.team, month),
    state: 'draft',
    ...outcome,
    rules,
  };
  return { ledger: 'duty_roster', id, op: 'create', values };
}

/** Every post and day with duties before or after. */
function wantedSeats(
  { assignments, holes }: Found,
  byCell: ReadonlyMap<string, readonly DutyRow[]>,
): readonly Wanted[] {
  const people = Map.groupBy(assignments, ({ date, post }) => `${date} ${post}`);
  const empty = new Map(holes.map(({ date, post, missing }) => [`${date} ${post}`, missing]));
  const cells = new Set([...byCell.keys(), ...people.keys(), ...empty.keys()]);
  return [...cells].toSorted().map((cell) => {
    const [date = '', post = ''] = cell.split(' ');
    return {
      date,
      post,
      people: (people.get(cell) ?? []).map(({ person }) => person),
      empty: empty.get(cell) ?? 0,
    };
  });
}

/** Duties nailed down or let go by the ways out, by day, post and person. */
type Locks = ReadonlyMap<string, boolean>;

const keyOf = ({ date, post, person }: Assignment): string => `${date} ${post} ${person}`;

const locksOf = (steps: readonly PassingStep[]): Locks =>
  new Map(
    steps.flatMap((step): readonly (readonly [string, boolean])[] =>
      step.kind === 'unlock' ? [[keyOf(step), false]] : step.duties.map((duty) => [keyOf(duty), true]),
    ),
  );

/** Locks of people who keep their seats; the others get theirs with the seat. */
function lockWrites({ duties }: MonthStanding, found: Found, locks: Locks): readonly RecordWrite[] {
  const kept = new Set(found.assignments.map(keyOf));
  return filled(duties).flatMap((row): readonly RecordWrite[] => {
    const key = keyOf({ date: row.day, post: row.post, person: row.member });
    const lock = locks.get(key);
    if (lock === undefined || !kept.has(key) || (row.is_locked === true) === lock) return [];
    const values = { is_locked: lock };
    return [{ ledger: 'duty_assignment', id: row.id, op: 'update', base: row.version, values }];
  });
}

function seatValues({ agreed }: MonthStanding, kind: Keeping['kind'], locks: Locks): SeatValues {
  const valuesOf = agreedValues(agreed, kind);
  return (seat) => {
    const { date, post, person } = seat;
    const isLocked = person !== null && locks.get(keyOf({ date, post, person })) === true;
    return { ...valuesOf(seat), ...(isLocked && { is_locked: true }) };
  };
}

function agreedValues(agreed: MonthStanding['agreed'], kind: Keeping['kind']): SeatValues {
  const agreements = new Map(agreed.map((one) => [`${one.date} ${one.post} ${one.person}`, one]));
  return ({ date, post, person, before }) => {
    const agreement = person === null ? undefined : agreements.get(`${date} ${post} ${person}`);
    if (agreement !== undefined) return { origin: agreement.kind, planned: agreement.planned };
    if (kind === 'plan') return { origin: 'plan', planned: null, is_locked: null };
    if (kind === 'import') return { origin: 'import', planned: null };
    const planned = before === null ? null : (before.planned ?? before.member);
    return { origin: 'repair', planned: planned === person ? null : planned };
  };
}

/** Agreements with another month that waited for this one: their other day, and that they hold now. */
function effects(store: Store, { facts, month }: MonthStanding): readonly RecordWrite[] {
  const waiting = readChanges(store, facts).filter(
    (change) => change.state === 'waiting' && isWhole(change, facts, month),
  );
  return waiting.flatMap((change): readonly RecordWrite[] => [
    {
      ledger: 'duty_change',
      id: change.id,
      op: 'update',
      base: change.version,
      values: { state: 'active' },
    },
    ...halvesOf(change)
      .filter(({ date }) => !date.startsWith(month))
      .flatMap((half) => otherDay(store, facts, half)),
  ]);
}

function otherDay(store: Store, facts: MonthStanding['facts'], half: Agreed): readonly RecordWrite[] {
  const roster = rosterOf(facts, half.date.slice(0, 7));
  if (roster === null) return [];
  const row = dutiesOf(store, [roster]).find(
    ({ day, post, member }) => day === half.date && post === half.post && member === half.planned,
  );
  return row === undefined ? [] : [handOver(row, half)];
}

/** The seat of an agreed duty goes to the one who does it. */
export function handOver(row: DutyRow, { person, kind }: Pick<Agreed, 'person' | 'kind'>): RecordWrite {
  const planned = row.planned ?? row.member;
  const values = { member: person, planned: planned === person ? null : planned, origin: kind };
  return { ledger: 'duty_assignment', id: row.id, op: 'update', base: row.version, values };
}
