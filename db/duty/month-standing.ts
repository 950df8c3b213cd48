import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import { dutyRoster } from '../model/ledgers/duty-roster.ts';
import type { RosterProblem } from '../roster/problem.ts';
import { ability } from '../roster/targets/eligibility.ts';
import type { Store } from '../store/api.ts';
import { agreedDuties, readChanges, type Agreed } from './agreed.ts';
import { dayBefore, filled, type DutyRow } from './duties.ts';
import { cursorsBefore, earlierOf, fairnessOf, monthsBetween, windowBefore } from './fairness.ts';
import { rowsOf } from './kept-rows.ts';
import { monthDays } from './month-days.ts';
import { monthProblem } from './month-problem.ts';
import { readTeam, rosterOf, type RosterRow, type TeamFacts } from './team-facts.ts';

/** A month of a team as it stands: its roster, duties and agreements, and the problem they are judged by. */
export interface MonthStanding {
  readonly facts: TeamFacts;
  readonly month: string;
  readonly roster: RosterRow | null;
  readonly duties: readonly DutyRow[];
  /** Swaps and substitutes of its days that hold. */
  readonly agreed: readonly Agreed[];
  /** Without a basis. */
  readonly problem: RosterProblem;
}

/** Days before a month whose duties still matter: rests, runs and weeks reach over its edge. */
const EARLIER_DAYS = 31;

/** Reads a month; `null` when there is no such team. */
export function readMonth(store: Store, team: string, month: string): MonthStanding | null {
  const facts = readTeam(store, team);
  return facts === null ? null : standingOf(store, facts, month);
}

/** The month of a roster; `null` when there is none of this id, or its team is gone. */
export function standingOfRoster(store: Store, id: string): MonthStanding | null {
  const roster = rowsOf(store, dutyRoster, {}).find((row) => row.id === id);
  return roster === undefined ? null : readMonth(store, roster.team, roster.month);
}

/** The month of a team whose facts are read already. */
export function standingOf(store: Store, facts: TeamFacts, month: string): MonthStanding {
  const before = monthsBetween(store, facts, windowBefore(facts, month));
  const roster = rosterOf(facts, month);
  const months = monthsBetween(store, facts, { from: dayBefore(month).slice(0, 7), to: month });
  const duties = months.find((one) => one.roster.month === month)?.duties ?? [];
  const from = dayAfter(`${month}-01`, -EARLIER_DAYS);
  const problem = monthProblem(facts, month, {
    balances: fairnessOf(facts, before).balance,
    cursors: cursorsBefore(facts, month),
    earlier: earlierOf(
      months.filter((one) => one.roster.month < month),
      from,
    ),
    alsoIds: new Set(filled(duties).flatMap(({ member, post }) => [member, post])),
  });
  return {
    facts,
    month,
    roster,
    duties,
    agreed: agreedDuties(readChanges(store, facts), facts, month),
    problem,
  };
}

/**
 * The problem of planning the month anew: what is pinned, agreed between two people or past stays, the rest is free.
 * `today`: the office's day.
 */
export function planProblem(standing: MonthStanding, today: string): RosterProblem {
  const { problem, duties, agreed, roster } = standing;
  const frozenThrough = roster === null ? null : lastFrozen(standing.month, today);
  const isAble = ableIn(problem);
  const kept = filled(duties).filter(
    (duty) => (frozenThrough !== null && duty.day <= frozenThrough) || duty.is_locked === true,
  );
  const pinned = kept.map(({ day, post, member }) => ({ date: day, post, person: member, locked: true }));
  const keys = new Set(pinned.map(({ date, post, person }) => `${date} ${post} ${person}`));
  const promised = agreed
    .filter(({ date }) => frozenThrough === null || date > frozenThrough)
    .filter(({ date, post, person }) => isAble(person, post, date) && !keys.has(`${date} ${post} ${person}`))
    .map(({ date, post, person }) => ({ date, post, person, locked: true }));
  const assignments = [...pinned, ...promised];
  return assignments.length === 0 ? problem : { ...problem, basis: { assignments, frozenThrough } };
}

/** The problem of mending the standing roster with the fewest changes; days before today never move. */
export function repairProblem(standing: MonthStanding, today: string): RosterProblem {
  const { problem, duties, agreed } = standing;
  const isAble = ableIn(problem);
  const keys = new Set(agreed.map(({ date, post, person }) => `${date} ${post} ${person}`));
  const assignments = filled(duties).map(({ day, post, member, is_locked }) => {
    const isKept = is_locked === true || keys.has(`${day} ${post} ${member}`);
    // A lock does not bind somebody who cannot come.
    return { date: day, post, person: member, locked: isKept && isAble(member, post, day) };
  });
  return { ...problem, basis: { assignments, frozenThrough: lastFrozen(standing.month, today) } };
}

/** The last day of the month that is over; `null` when none is. */
export function lastFrozen(month: string, today: string): string | null {
  const days = monthDays(month);
  const yesterday = dayAfter(today, -1);
  if (yesterday < (days[0] ?? '')) return null;
  const last = days.at(-1) ?? yesterday;
  return yesterday < last ? yesterday : last;
}

/** Who can take a post on a day, by ids. */
function ableIn(problem: RosterProblem): (person: string, post: string, date: string) => boolean {
  const people = new Map(problem.people.map((person) => [person.id, person]));
  const posts = new Map(problem.posts.map((post) => [post.id, post]));
  const isAble = ability(problem);
  return (personId, postId, date) => {
    const [person, post] = [people.get(personId), posts.get(postId)];
    return person !== undefined && post !== undefined && isAble(person, post, date);
  };
}
