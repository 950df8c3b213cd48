import { counters, type Counter, type RosterProblem } from '../roster/problem.ts';
import { fairTargets } from '../roster/targets/fair-targets.ts';
import { cursorsAfter } from '../roster/targets/turn-targets.ts';
import type { Store } from '../store/api.ts';
import { assignmentsOf, dutiesOf, filled, monthAfter, type DutyRow, type FilledDuty } from './duties.ts';
import { madeWith } from './made-with.ts';
import { monthProblem } from './month-problem.ts';
import type { Member, RosterRow, TeamFacts } from './team-facts.ts';

/** Duties by counter. */
export type Counted = Readonly<Record<Counter, number>>;
type Counts = ReadonlyMap<string, Counted>;

/** What the months of a team come to, person by person. */
export interface Fairness {
  /** Duties done. */
  readonly done: Counts;
  /** Fair share of the same months, of those compared. */
  readonly share: Counts;
  /** Done beyond the fair share, with what was brought along; negative: owed. */
  readonly balance: Counts;
}

/** Rosters of these months with their duties. */
export interface MonthDuties {
  readonly roster: RosterRow;
  readonly duties: readonly DutyRow[];
}

const MONTHS_OF_WINDOW: Readonly<Record<string, number>> = { month: 0, quarter: 3, year: 12 };

/** Months before this one whose balances count, by the team's window: none, three or twelve. */
export function windowBefore(
  facts: TeamFacts,
  month: string,
): { readonly from: string; readonly to: string } {
  const months = MONTHS_OF_WINDOW[facts.team.fairness_window ?? 'year'] ?? 12;
  return { from: monthAfter(month, -months), to: monthAfter(month, -1) };
}

/** Rosters from one month to another with their duties, ascending. */
export function monthsBetween(
  store: Store,
  facts: TeamFacts,
  { from, to }: { readonly from: string; readonly to: string },
): readonly MonthDuties[] {
  const rosters = facts.rosters.filter(({ month }) => month >= from && month <= to);
  const byRoster = Map.groupBy(dutiesOf(store, rosters), (duty) => duty.roster);
  return rosters.map((roster) => ({ roster, duties: byRoster.get(roster.id) ?? [] }));
}

/**
 * Sums the months up: balance = brought along + done − fair share, as docs/roster.md says it. A month's demand is what was
 * really done in it, so that all balances of a pool sum up to what they began with.
 */
export function fairnessOf(facts: TeamFacts, months: readonly MonthDuties[]): Fairness {
  const sums = { done: new Map(), share: new Map(), balance: broughtAlong(facts, months) };
  for (const month of months) addMonth(facts, month, sums);
  return sums;
}

interface Sums {
  readonly done: Map<string, Counted>;
  readonly share: Map<string, Counted>;
  readonly balance: Map<string, Counted>;
}

function addMonth(facts: TeamFacts, { roster, duties }: MonthDuties, sums: Sums): void {
  const problem = pastProblem(facts, roster.month, filled(duties));
  const done = countedDuties(problem, filled(duties));
  for (const [person, counted] of done) add(sums.done, person, counted);
  for (const counter of counters) {
    const shares = fairTargets(problem, { id: counter, kind: 'fair', counter, strength: { weight: 1 } });
    for (const [person, { share }] of shares) {
      add(sums.share, person, { ...nothing, [counter]: share });
      add(sums.balance, person, { ...nothing, [counter]: (done.get(person)?.[counter] ?? 0) - share });
    }
  }
}

/** The problem of a month that is over, with its needs as they were met. */
function pastProblem(facts: TeamFacts, month: string, duties: readonly FilledDuty[]): RosterProblem {
  const alsoIds = new Set(duties.flatMap(({ member, post }) => [member, post]));
  const problem = monthProblem(facts, month, { alsoIds });
  const counts = new Map<string, number>();
  for (const { day, post } of duties) counts.set(`${day} ${post}`, (counts.get(`${day} ${post}`) ?? 0) + 1);
  const campaigns = problem.posts.flatMap((post) =>
    problem.days.flatMap(({ date, class: dayClass }) => {
      const need = counts.get(`${date} ${post.id}`) ?? 0;
      if (need === post.needs[dayClass]) return [];
      return [{ id: `done ${date}`, name: '', from: date, to: date, post: post.id, need }];
    }),
  );
  return { ...problem, campaigns };
}

/** Duties of each person by counter, by the days and posts of the problem. */
function countedDuties(
  problem: RosterProblem,
  duties: readonly { readonly day: string; readonly post: string; readonly member: string }[],
): Map<string, Counted> {
  const classes = new Map(problem.days.map((day) => [day.date, day.class]));
  const nights = new Set(problem.posts.filter((post) => post.night).map((post) => post.id));
  const counts = new Map<string, Counted>();
  for (const { day, post, member } of duties) {
    const dayClass = classes.get(day);
    if (dayClass === undefined) continue;
    add(counts, member, { ...nothing, [dayClass]: 1, total: 1, night: nights.has(post) ? 1 : 0 });
  }
  return counts;
}

/** Balances of before the product count when nothing lies before the first of these months. */
function broughtAlong(facts: TeamFacts, months: readonly MonthDuties[]): Map<string, Counted> {
  const first = months[0]?.roster.month;
  const isBeginning = first === undefined || !facts.rosters.some(({ month }) => month < first);
  return new Map(isBeginning ? facts.members.map((member) => [member.id, openingOf(member)]) : []);
}

/** Opening balances have one decimal place. */
function openingOf(member: Member): Counted {
  const [workday, restday, holiday, spring, night] = [
    member.opening_workday,
    member.opening_restday,
    member.opening_holiday,
    member.opening_spring,
    member.opening_night,
  ].map((tenths) => (tenths ?? 0) / 10);
  const days = { workday: workday ?? 0, restday: restday ?? 0, holiday: holiday ?? 0, spring: spring ?? 0 };
  const total = days.workday + days.restday + days.holiday + days.spring;
  return { ...days, night: night ?? 0, total };
}

/**
 * Who is next in the list of turns before a month; nobody unless the team keeps turns. Each kept roster says who was next
 * when it was made, so that people who come and go later do not move the cursors of before.
 */
export function cursorsBefore(facts: TeamFacts, month: string): RosterProblem['cursors'] {
  if (facts.team.mode !== 'turns') return {};
  let cursors: RosterProblem['cursors'] = {};
  for (const roster of facts.rosters) {
    if (roster.month >= month) break;
    const kept = madeWith(roster.rules)?.cursors;
    cursors = kept ?? nextCursors(monthProblem(facts, roster.month, { cursors }));
  }
  return cursors;
}

/** Cursors when the days of a problem are over. */
export function nextCursors(problem: RosterProblem): RosterProblem['cursors'] {
  let { cursors } = problem;
  for (const rule of problem.rules)
    if (rule.kind === 'turns') cursors = cursorsAfter({ ...problem, cursors }, rule);
  return cursors;
}

/** What was done in the weeks before a month, so that rests and runs reach over its edge. */
export const earlierOf = (months: readonly MonthDuties[], before: string) =>
  assignmentsOf(months.filter(({ roster }) => roster.month >= before).flatMap(({ duties }) => duties));

export const nothing: Counted = { workday: 0, restday: 0, holiday: 0, spring: 0, night: 0, total: 0 };

function add(counts: Map<string, Counted>, person: string, more: Counted): void {
  const had = counts.get(person) ?? nothing;
  counts.set(person, {
    workday: had.workday + more.workday,
    restday: had.restday + more.restday,
    holiday: had.holiday + more.holiday,
    spring: had.spring + more.spring,
    night: had.night + more.night,
    total: had.total + more.total,
  });
}
