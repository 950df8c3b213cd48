import { checkRoster, type RosterCheck } from '../../roster/check/check-roster.ts';
import type { Assignment, RosterProblem } from '../../roster/problem.ts';
import type { Fact, Hole, Relaxation } from '../../roster/roster.ts';
import type { Engine } from '../linear/engine.ts';
import { Agenda } from '../office/agenda.ts';
import { partsOf } from '../office/parts.ts';
import { findCore, type Shortage } from './find-core.ts';
import { Oracle } from './oracle.ts';
import { relaxationsOf } from './relaxations.ts';

/** Why a roster falls short, and what could be done. */
export interface Explained {
  /** A smallest set of facts and rules that cannot hold together; empty when none was proven. */
  readonly core: readonly Fact[];
  readonly relaxations: readonly Relaxation[];
}

/**
 * Explains the weightiest place a roster leaves empty, or a fixed request it does not keep. The roster must be the
 * planner's: one that keeps every other hard rule.
 */
export function explainShortage(
  engine: Engine,
  problem: RosterProblem,
  roster: readonly Assignment[],
): Explained {
  const { holes, violations } = checkRoster(problem, roster);
  const unkept = unkeptDays(problem, violations);
  for (const shortage of [...unkept, ...placesOf(problem, holes)].slice(0, MOST_LOOKED_AT)) {
    const part = partFor(problem, shortage);
    const core = findCore(new Oracle(engine, part), part, shortage);
    if (core.length === 0) continue;
    const posts = new Set(part.posts.map(({ id }) => id));
    const people = new Set(part.people.map(({ id }) => id));
    const relaxations = relaxationsOf({
      engine,
      problem: part,
      roster: roster.filter(({ post }) => posts.has(post)),
      holes: holes.filter(({ post }) => posts.has(post)),
      unkept: unkept.filter(({ person }) => people.has(person ?? '')).length,
      shortage,
      core,
    });
    return { core, relaxations };
  }
  return { core: [], relaxations: [] };
}

/** Shortages looked at until one is explained: what a stopped plan left empty need not be a conflict. */
const MOST_LOOKED_AT = 4;

/** Days on which a fixed request is not kept, or a locked duty has not its pair beside it: they weigh more than any place. */
function unkeptDays(problem: RosterProblem, violations: RosterCheck['violations']): readonly ShortageOf[] {
  const fixed = new Set(problem.requests.filter(({ kind }) => kind === 'fixed').map(({ id }) => id));
  const together = new Set(problem.pairs.filter(({ kind }) => kind === 'together').map(({ id }) => id));
  return violations
    .filter(
      ({ fact }) =>
        (fact.kind === 'request' && fixed.has(fact.id)) || (fact.kind === 'pair' && together.has(fact.id)),
    )
    .map(({ date, person }) => ({ date, post: null, person }));
}

/** Places short of people, the weightiest first. */
function placesOf(problem: RosterProblem, holes: readonly Hole[]): readonly ShortageOf[] {
  const ranks = new Map(problem.posts.map(({ id, rank }) => [id, rank]));
  return holes
    .toSorted((a, b) => (ranks.get(b.post) ?? 0) - (ranks.get(a.post) ?? 0))
    .map(({ date, post }) => ({ date, post, person: null }));
}

interface ShortageOf extends Shortage {
  readonly person: string | null;
}

/** The people and posts that have to do with a shortage, as a problem of their own. */
function partFor(problem: RosterProblem, { post, person }: ShortageOf): RosterProblem {
  const agenda = new Agenda(problem);
  const part = partsOf(agenda).find(
    ({ posts, people }) =>
      posts.some((index) => agenda.post(index).id === post) ||
      people.some((index) => agenda.person(index).id === person),
  );
  if (part === undefined) return problem;
  const people = new Set(part.people.map((index) => agenda.person(index).id));
  const posts = new Set(part.posts.map((index) => agenda.post(index).id));
  const isTheirs = (duty: Assignment) => people.has(duty.person) && posts.has(duty.post);
  const { basis, ...rest } = problem;
  return {
    ...rest,
    people: problem.people.filter(({ id }) => people.has(id)),
    posts: problem.posts.filter(({ id }) => posts.has(id)),
    leaves: problem.leaves.filter((leave) => people.has(leave.person)),
    requests: problem.requests.filter((request) => people.has(request.person)),
    pairs: problem.pairs.filter(({ a, b }) => people.has(a) && people.has(b)),
    campaigns: problem.campaigns.filter((campaign) => posts.has(campaign.post)),
    earlier: problem.earlier.filter(isTheirs),
    ...(basis === undefined ? {} : { basis: { ...basis, assignments: basis.assignments.filter(isTheirs) } }),
  };
}
