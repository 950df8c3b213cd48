import { type RosterCheck, rosterChecker } from '../../../../db/roster/check/check-roster.ts';
import type { Assignment, RosterProblem } from '../../../../db/roster/problem.ts';
import { DayNeeds } from '../../../../db/roster/targets/day-needs.ts';
import { ability } from '../../../../db/roster/targets/eligibility.ts';

/**
 * How good a roster is, to be compared from left to right, less is better: `fixed` requests not kept, holes by rank from 9
 * down, people called by a campaign who are on no duty, changes of what stands, cost. `null`: it breaks a hard rule.
 */
export type Score = readonly number[] | null;

export function scoreOf(
  problem: RosterProblem,
  assignments: readonly Assignment[],
  check: RosterCheck,
): Score {
  const isUnkept = ({ fact }: RosterCheck['violations'][number]): boolean =>
    fact.kind === 'request' &&
    problem.requests.some((request) => request.id === fact.id && request.kind === 'fixed');
  if (!check.violations.every(isUnkept)) return null;
  const missing = (rank: number): number =>
    check.holes
      .filter((hole) => problem.posts.find((post) => post.id === hole.post)?.rank === rank)
      .reduce((sum, hole) => sum + hole.missing, 0);
  const frozen = problem.basis?.frozenThrough ?? '';
  return [
    check.violations.length,
    ...[9, 8, 7, 6, 5, 4, 3, 2, 1].map(missing),
    uncalled(problem, assignments),
    check.changed.filter((duty) => duty.date > frozen).length,
    Math.round(check.cost * 1000) / 1000,
  ];
}

/** People called by a campaign with all hands who are on no duty that day. */
function uncalled(problem: RosterProblem, assignments: readonly Assignment[]): number {
  const needs = new DayNeeds(problem);
  const frozen = problem.basis?.frozenThrough ?? '';
  return problem.days.flatMap(({ date }, day) =>
    problem.posts
      .filter((post) => needs.of(post, day) === 'all' && date > frozen)
      .flatMap((post) => needs.called(post, day))
      .filter(({ id }) => !assignments.some((duty) => duty.date === date && duty.person === id)),
  ).length;
}

/** The best score of all rosters there are, found by trying every one of them. */
export function bestScore(problem: RosterProblem): { readonly score: Score; readonly tried: number } {
  const check = rosterChecker(problem);
  let best: Score = null;
  let tried = 0;
  const days = problem.days.map((_, day) => rostersOfDay(problem, day));
  const walk = (day: number, duties: readonly Assignment[]): void => {
    const choices = days[day];
    if (choices) {
      for (const choice of choices) walk(day + 1, [...duties, ...choice]);
      return;
    }
    tried += 1;
    const score = scoreOf(problem, duties, check(duties));
    if (score && (best === null || isLess(score, best))) best = score;
  };
  walk(0, []);
  return { score: best, tried };
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

/** Every way to give the duties of one day to people able to take them. */
function rostersOfDay(problem: RosterProblem, day: number): readonly (readonly Assignment[])[] {
  const { date = '' } = problem.days[day] ?? {};
  const standing = problem.basis?.assignments ?? [];
  if (date <= (problem.basis?.frozenThrough ?? ''))
    return [
      standing.filter((duty) => duty.date === date).map(({ post, person }) => ({ date, post, person })),
    ];
  const needs = new DayNeeds(problem);
  const isAble = ability(problem);
  let rosters: readonly (readonly Assignment[])[] = [[]];
  for (const person of problem.people)
    rosters = rosters.flatMap((roster) => [
      roster,
      ...problem.posts
        .filter(
          (post) =>
            isAble(person, post, date) &&
            roster.filter((duty) => duty.post === post.id).length < needs.count(post, day),
        )
        .map((post) => [...roster, { date, post: post.id, person: person.id }]),
    ]);
  return rosters;
}
