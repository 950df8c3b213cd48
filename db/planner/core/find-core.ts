import type { RosterProblem } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { DayNeeds } from '../../roster/targets/day-needs.ts';
import { dayNumber } from '../../roster/check/calendar.ts';
import { keyOf, type Member, membersOn } from './members.ts';
import type { Oracle } from './oracle.ts';

/** Where a roster falls short: a day, and the post when it is a hole. */
export interface Shortage {
  readonly date: string;
  readonly post: string | null;
}

/** Days on either side of a shortage looked at, one after the other, until they hold a conflict. */
const REACHES = [0, 2, 7, 16, 400];

/**
 * A smallest set of facts and rules near a shortage that cannot hold together: without any one of them the rest can. Found by
 * a conflict of the relaxation, then made minimal by solving. Empty when no conflict can be proven within the budget.
 */
export function findCore(oracle: Oracle, problem: RosterProblem, shortage: Shortage): readonly Member[] {
  let looked = 0;
  for (const reach of REACHES) {
    const needs = needsNear(problem, shortage, reach);
    if (needs.length === looked) continue;
    looked = needs.length;
    const members = membersOn(problem, needs);
    const candidates = conflictAmong(oracle, problem, members);
    if (candidates !== null) return minimal(oracle, candidates);
  }
  return [];
}

/** Needs within some days, nearest first, those of the post itself before the others of the day. */
function needsNear(
  problem: RosterProblem,
  { date, post }: Shortage,
  reach: number,
): readonly Extract<Fact, { kind: 'need' }>[] {
  const needs = new DayNeeds(problem);
  const frozenThrough = problem.basis?.frozenThrough ?? '';
  const distance = (other: string) => Math.abs(dayNumber(other) - dayNumber(date));
  return problem.days
    .flatMap((day, index) => {
      if (distance(day.date) > reach || day.date <= frozenThrough) return [];
      const open = problem.posts.filter((one) => {
        const need = needs.of(one, index);
        return need !== 'all' && need > 0;
      });
      return open.map(({ id }) => ({ kind: 'need', post: id, date: day.date }) as const);
    })
    .sort((a, b) => distance(a.date) - distance(b.date) || Number(b.post === post) - Number(a.post === post));
}

/** Members that hold a conflict, few where the relaxation names it; `null` when all of them can hold together. */
function conflictAmong(
  oracle: Oracle,
  problem: RosterProblem,
  members: readonly Member[],
): readonly Member[] | null {
  const all = keysOf(members);
  const named = new Set(
    oracle
      .relaxedConflict(all)
      .flatMap((fact) => impliedBy(problem, fact))
      .map(keyOf),
  );
  if (named.size > 0) {
    const few = members.filter((member) => named.has(keyOf(member)));
    if (oracle.isConflict(keysOf(few))) return few;
  }
  return oracle.isConflict(all) ? members : null;
}

/** What a row stands for besides its tag: a need what raised it, a pair the leaves that make somebody away. */
function impliedBy(problem: RosterProblem, fact: Fact): readonly Fact[] {
  if (fact.kind === 'need') {
    const { date, post } = fact;
    const campaigns = problem.campaigns.filter(
      (campaign) => campaign.post === post && campaign.from <= date && date <= campaign.to,
    );
    return [fact, ...campaigns.map(({ id }) => ({ kind: 'campaign', id }) as const)];
  }
  if (fact.kind !== 'pair') return [fact];
  const pair = problem.pairs.find(({ id }) => id === fact.id);
  const leaves = problem.leaves.filter(({ person }) => person === pair?.a || person === pair?.b);
  return [fact, ...leaves.map(({ id }) => ({ kind: 'leave', id }) as const)];
}

/** A minimal conflict among members that hold one (Junker's QuickXplain): halves that are not needed go at once. */
function minimal(oracle: Oracle, members: readonly Member[]): readonly Member[] {
  const explain = (
    background: readonly Member[],
    isGrown: boolean,
    open: readonly Member[],
  ): readonly Member[] => {
    if (isGrown && oracle.isConflict(keysOf(background))) return [];
    if (open.length <= 1) return open;
    const half = Math.ceil(open.length / 2);
    const [first, second] = [open.slice(0, half), open.slice(half)];
    const ofSecond = explain([...background, ...first], first.length > 0, second);
    const ofFirst = explain([...background, ...ofSecond], ofSecond.length > 0, first);
    return [...ofFirst, ...ofSecond];
  };
  return explain([], false, members);
}

function keysOf(members: readonly Fact[]): ReadonlySet<string> {
  return new Set(members.map(keyOf));
}
