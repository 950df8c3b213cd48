import type { RosterCheck } from '../check/check-roster.ts';
import { rosterChecker } from '../check/check-roster.ts';
import type { Assignment, Counter, RosterProblem } from '../problem.ts';
import type { Fact, Violation } from '../roster.ts';
import { isQualified } from '../targets/eligibility.ts';
import { isCounted } from '../targets/fair-targets.ts';

/** A seat of the roster: a post on a day and who sits there, or nobody. */
export interface Seat {
  readonly date: string;
  readonly post: string;
  readonly person: string | null;
}

/** How somebody stood in one rule of fairness on the morning of the day. */
export interface Standing {
  readonly rule: string;
  readonly counter: Counter;
  /** Target of the days of the problem: fair share less the balance of before. */
  readonly target: number;
  /** Duties of the counter before the day. */
  readonly done: number;
  /** Place by what is still owed among those who could take the duty, 1 = owes most. */
  readonly rank: number;
  /** How many could. */
  readonly among: number;
}

/** Somebody else in the seat. */
export interface Candidate {
  readonly person: string;
  /** Post of the duty the person already has that day. */
  readonly onDuty: string | null;
  /** What would be broken that is not broken now; empty: the person could. */
  readonly excluded: readonly Violation[];
  /** Change of the cost; `null` where excluded. */
  readonly cost: number | null;
  /** What the change is made of, dearest first. */
  readonly costs: readonly { readonly rule: string; readonly cost: number }[];
  /** Duties of the standing roster given to others, more or fewer than now. */
  readonly changed: number;
}

/** Why a person has a duty. */
export interface Explanation {
  readonly seat: Seat;
  /** What settled the seat before any weighing: a duty that stands, a fixed request. */
  readonly settled: readonly Fact[];
  /** Rule by whose list of turns the seat is this person's; `null`: no list, or it names somebody else. */
  readonly turn: string | null;
  readonly standings: readonly Standing[];
  /** Everybody else qualified: those who could first, by what it would cost, then those excluded. */
  readonly others: readonly Candidate[];
}

/** Why somebody is not in a seat. */
export interface Refusal extends Candidate {
  /** Whom the person would replace; `null`: the seat is empty. */
  readonly instead: string | null;
}

/** Why this person: what settled it, whose turn it was, and what everybody else in the seat would break or cost. */
export function whyThisPerson(
  problem: RosterProblem,
  roster: readonly Assignment[],
  seat: Seat,
): Explanation {
  const desk = deskOf(problem, roster);
  const others = qualifiedFor(problem, seat.post)
    .filter((person) => person !== seat.person && !isSeated(roster, { ...seat, person }))
    .map((person) => candidate(desk, seat, person))
    .sort(byEase);
  const could = others.filter(({ excluded }) => excluded.length === 0).map(({ person }) => person);
  return {
    seat,
    settled: settledBy(problem, seat),
    turn: turnOf(desk, seat),
    standings: seat.person === null ? [] : standingsOf(desk, seat, [seat.person, ...could]),
    others,
  };
}

/** Why somebody else is not in a seat; of several people on the post the one who is easiest to replace is meant. */
export function whyNot(
  problem: RosterProblem,
  roster: readonly Assignment[],
  wanted: Seat & { readonly person: string },
): Refusal {
  const desk = deskOf(problem, roster);
  const seated = roster.filter(({ date, post }) => date === wanted.date && post === wanted.post);
  const isFull = desk.now.holes.every(({ date, post }) => date !== wanted.date || post !== wanted.post);
  const seats = isFull && seated.length > 0 ? seated.map(({ person }) => person) : [null];
  const tried = seats.map((instead) => ({
    ...candidate(desk, { ...wanted, person: instead }, wanted.person),
    instead,
  }));
  return tried.reduce((best, one) => (byEase(one, best) < 0 ? one : best));
}

interface Desk {
  readonly problem: RosterProblem;
  readonly roster: readonly Assignment[];
  readonly check: (roster: readonly Assignment[]) => RosterCheck;
  readonly now: RosterCheck;
}

function deskOf(problem: RosterProblem, roster: readonly Assignment[]): Desk {
  const check = rosterChecker(problem);
  return { problem, roster, check, now: check(roster) };
}

function qualifiedFor(problem: RosterProblem, postId: string): readonly string[] {
  const post = problem.posts.find(({ id }) => id === postId);
  if (post === undefined) return [];
  return problem.people.filter((person) => isQualified(person, post)).map(({ id }) => id);
}

function isSeated(roster: readonly Assignment[], seat: Seat): boolean {
  return roster.some((duty) => isSame(duty, seat));
}

function isSame(a: Seat, b: Seat): boolean {
  return a.date === b.date && a.post === b.post && a.person === b.person;
}

/** The roster with somebody else in the seat, beside the roster as it is. */
function candidate(desk: Desk, seat: Seat, person: string): Candidate {
  const rest = desk.roster.filter((duty) => !isSame(duty, seat));
  const then = desk.check([...rest, { date: seat.date, post: seat.post, person }]);
  const before = new Set(desk.now.violations.map(keyOf));
  const excluded = then.violations.filter((violation) => !before.has(keyOf(violation)));
  const isFree = excluded.length === 0;
  return {
    person,
    onDuty: desk.roster.find((duty) => duty.date === seat.date && duty.person === person)?.post ?? null,
    excluded,
    cost: isFree ? rounded(then.cost - desk.now.cost) : null,
    costs: isFree ? differences(desk.now, then) : [],
    changed: then.changed.length - desk.now.changed.length,
  };
}

function keyOf(violation: Violation): string {
  return JSON.stringify([violation.fact, violation.person, violation.date, violation.post, violation.by]);
}

function differences(now: RosterCheck, then: RosterCheck): Candidate['costs'] {
  const before = new Map(now.costs.map(({ rule, cost }) => [rule, cost]));
  const after = new Map(then.costs.map(({ rule, cost }) => [rule, cost]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((rule) => ({ rule, cost: rounded((after.get(rule) ?? 0) - (before.get(rule) ?? 0)) }))
    .filter(({ cost }) => cost !== 0)
    .sort((a, b) => b.cost - a.cost);
}

/** Costs are sums of squares of fractions. */
function rounded(cost: number): number {
  return Math.round(cost * 1e6) / 1e6;
}

function byEase(a: Candidate, b: Candidate): number {
  const weight = ({ excluded }: Candidate) => excluded.reduce((sum, { by }) => sum + by, 0);
  return (
    a.excluded.length - b.excluded.length ||
    weight(a) - weight(b) ||
    a.changed - b.changed ||
    (a.cost ?? 0) - (b.cost ?? 0)
  );
}

function settledBy(problem: RosterProblem, { date, post, person }: Seat): readonly Fact[] {
  if (person === null) return [];
  const basis = problem.basis;
  const stands = basis?.assignments.some(
    (duty) => isSame(duty, { date, post, person }) && (duty.locked || date <= (basis.frozenThrough ?? '')),
  );
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const fixed = problem.requests.filter(
    (request) =>
      request.kind === 'fixed' &&
      request.person === person &&
      request.from <= date &&
      date <= request.to &&
      (request.weekdays?.includes(weekday) ?? true) &&
      (request.posts?.includes(post) ?? true),
  );
  return [
    ...(stands === true ? [{ kind: 'standing', date, post, person } as const] : []),
    ...fixed.map(({ id }) => ({ kind: 'request', id }) as const),
  ];
}

/** The rule whose list of turns puts the person there: it would cost something to have the seat empty. */
function turnOf(desk: Desk, seat: Seat): string | null {
  const rules = desk.problem.rules.filter(({ kind }) => kind === 'turns');
  if (rules.length === 0 || seat.person === null) return null;
  const without = desk.check(desk.roster.filter((duty) => !isSame(duty, seat)));
  const isNamed = (id: string) =>
    without.charges.some(
      ({ rule, date, post, person }) =>
        rule === id && date !== null && post !== null && isSame({ date, post, person }, seat),
    );
  return rules.find(({ id }) => isNamed(id))?.id ?? null;
}

function standingsOf(desk: Desk, seat: Seat, could: readonly string[]): readonly Standing[] {
  const post = desk.problem.posts.find(({ id }) => id === seat.post);
  const day = desk.problem.days.find(({ date }) => date === seat.date);
  if (post === undefined || day === undefined) return [];
  const before = desk.check(desk.roster.filter(({ date }) => date < seat.date));
  return desk.problem.rules.flatMap((rule) => {
    if (rule.kind !== 'fair' || !isCounted(rule, post, day.class)) return [];
    const lines = before.fairness.filter((line) => line.rule === rule.id && could.includes(line.person));
    const own = lines.find(({ person }) => person === seat.person);
    if (own === undefined) return [];
    const owed = own.target - own.count;
    const rank = 1 + lines.filter((line) => line.target - line.count > owed + 1e-9).length;
    const { counter, target, count: done } = own;
    return [{ rule: rule.id, counter, target, done, rank, among: lines.length }];
  });
}
