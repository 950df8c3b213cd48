import type { Language } from '../model/localized.ts';
import { yearOf } from '../model/calendar/day-arithmetic.ts';
import { checkRoster, type RosterCheck } from '../roster/check/check-roster.ts';
import type { SheetPerson, SheetPost } from '../roster/duty-sheet.ts';
import type { Hole } from '../roster/roster.ts';
import type { Store } from '../store/api.ts';
import { assignmentsOf, dayBefore, filled } from './duties.ts';
import type { DutyDay } from './duty-calendar.ts';
import { problemDigest } from './made-with.ts';
import { lastFrozen, readMonth, type MonthStanding } from './month-standing.ts';
import { oneOf } from './month-problem.ts';
import { sheetPerson, sheetPost } from './people.ts';
import { rosterStates, type RosterState } from './roster-state.ts';
import { rosterTitle } from './roster-title.ts';
import { monthDays } from './month-days.ts';
import type { RosterRow } from './team-facts.ts';

/** How a roster was found; `hand`: not by the planner. */
const rosterStatuses = ['optimal', 'feasible', 'infeasible', 'unknown', 'hand'] as const;
const origins = ['plan', 'hand', 'repair', 'swap', 'substitute', 'import'] as const;

/** A month as people work on it. */
export interface Board {
  readonly standing: MonthStanding;
  readonly title: string;
  readonly roster: BoardRoster | null;
  readonly isAnnounced: boolean;
  readonly frozenThrough: string | null;
  readonly days: readonly DutyDay[];
  readonly posts: readonly SheetPost[];
  readonly people: readonly SheetPerson[];
  readonly duties: readonly BoardDuty[];
  readonly leaves: readonly {
    readonly person: string;
    readonly from: string;
    readonly to: string;
    readonly kind: string;
  }[];
  readonly holes: readonly Hole[];
  /** What the checker finds; nothing while there is no roster. */
  readonly check: RosterCheck | null;
}

interface BoardRoster {
  readonly id: string;
  readonly state: RosterState;
  readonly status: (typeof rosterStatuses)[number];
  readonly cost: number;
  readonly bound: number;
  readonly plannedAt: string | null;
  readonly publishedAt: string | null;
  readonly isOutdated: boolean;
}

interface BoardDuty {
  readonly date: string;
  readonly post: string;
  readonly person: string;
  readonly planned: string | null;
  readonly origin: (typeof origins)[number];
  readonly locked: boolean;
}

/** Reads a month for the board; `null` when there is no such team. */
export function readBoard(store: Store, { team, month, today, language }: MonthQuestion): Board | null {
  const standing = readMonth(store, team, month);
  if (standing === null) return null;
  const { facts, problem, roster, duties } = standing;
  const names = store.names(language);
  const check = roster === null ? null : checkRoster(problem, assignmentsOf(duties));
  const postIds = new Set(problem.posts.map(({ id }) => id));
  const memberIds = new Set(problem.people.map(({ id }) => id));
  return {
    standing,
    title: roster?.title ?? rosterTitle(facts.team, month),
    roster: roster === null || check === null ? null : boardRoster(standing, roster, check),
    isAnnounced: facts.calendar.yearIsAnnounced(yearOf(`${month}-01`)),
    frozenThrough: roster === null ? null : frozenThrough(roster, month, today),
    days: monthDays(month).map((date) => facts.calendar.dayOf(date)),
    posts: facts.posts.filter(({ id }) => postIds.has(id)).map((post) => sheetPost(facts, post, names)),
    people: facts.members.filter(({ id }) => memberIds.has(id)).map((member) => sheetPerson(member, names)),
    duties: filled(duties).map(({ day, post, member, planned, origin, is_locked }) => ({
      date: day,
      post,
      person: member,
      planned: planned === member ? null : planned,
      origin: oneOf(origins, origin ?? 'hand'),
      locked: is_locked === true,
    })),
    leaves: problem.leaves
      .filter((leave) => leave.to > dayBefore(month))
      .map(({ person, from, to, kind }) => {
        return { person, from, to, kind: names.codeName('duty_leave_kind', kind) ?? kind };
      }),
    holes: check?.holes ?? [],
    check,
  };
}

/** A month somebody asks about. `today`: the office's day. */
export interface MonthQuestion {
  readonly team: string;
  readonly month: string;
  readonly today: string;
  readonly language: Language;
}

/** A locked month never moves, the past of a published one neither; a draft can be written up whenever. */
function frozenThrough({ state }: RosterRow, month: string, today: string): string | null {
  if (state === 'locked') return monthDays(month).at(-1) ?? null;
  return state === 'published' ? lastFrozen(month, today) : null;
}

function boardRoster({ problem }: MonthStanding, roster: RosterRow, check: RosterCheck): BoardRoster {
  const kept = oneOf(rosterStatuses, roster.status ?? 'hand');
  const cost = Math.round(check.cost * 100) / 100;
  // What was proven is proven of the roster as it was found, not of one edited since.
  const isAsFound = Math.round(check.cost) === roster.cost && check.violations.length === 0;
  return {
    id: roster.id,
    state: oneOf(rosterStates, roster.state),
    status: kept === 'optimal' && !isAsFound ? 'feasible' : kept,
    cost,
    bound: roster.bound ?? 0,
    plannedAt: roster.planned_at,
    publishedAt: roster.published_at,
    isOutdated: roster.problem !== null && roster.problem !== problemDigest(problem),
  };
}
