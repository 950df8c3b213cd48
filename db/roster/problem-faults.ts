import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import type { RosterProblem } from './problem.ts';

/** Something in a problem that contradicts itself: where, what kind, and the text in question. */
export interface ProblemFault {
  /** `leaves[2].person`. */
  readonly path: string;
  /**
   * `twice`: an id that another of the list has. `unknown`: an id nobody has. `gap`: a day that does not follow the one
   * before. `backwards`: a range that ends before it begins.
   */
  readonly kind: 'twice' | 'unknown' | 'gap' | 'backwards';
  readonly value: string;
}

/**
 * What a shape cannot say of a problem (docs/roster.md): ids are unique, what is named exists, days follow one another.
 * Duties of `earlier` and the basis may name people and posts that are gone.
 */
export function problemFaults(problem: RosterProblem): readonly ProblemFault[] {
  return [...repeatedIds(problem), ...gaps(problem), ...backwards(problem), ...unknownIds(problem)];
}

function repeatedIds(problem: RosterProblem): readonly ProblemFault[] {
  const lists = {
    posts: problem.posts,
    people: problem.people,
    leaves: problem.leaves,
    requests: problem.requests,
    pairs: problem.pairs,
    campaigns: problem.campaigns,
    rules: problem.rules,
  };
  return Object.entries(lists).flatMap(([name, list]) => {
    const seen = new Set<string>();
    return list.flatMap(({ id }, index) => {
      const isTwice = seen.has(id);
      seen.add(id);
      return isTwice ? [{ path: `${name}[${index}].id`, kind: 'twice' as const, value: id }] : [];
    });
  });
}

function gaps({ days }: RosterProblem): readonly ProblemFault[] {
  return days.flatMap(({ date }, index) => {
    const before = days[index - 1];
    const follows = before === undefined || date === dayAfter(before.date, 1);
    return follows ? [] : [{ path: `days[${index}].date`, kind: 'gap' as const, value: date }];
  });
}

function backwards(problem: RosterProblem): readonly ProblemFault[] {
  const lists = { leaves: problem.leaves, requests: problem.requests, campaigns: problem.campaigns };
  return Object.entries(lists).flatMap(([name, list]) =>
    list.flatMap(({ from, to }, index) =>
      from <= to ? [] : [{ path: `${name}[${index}].to`, kind: 'backwards' as const, value: to }],
    ),
  );
}

function unknownIds(problem: RosterProblem): readonly ProblemFault[] {
  const people = new Set(problem.people.map(({ id }) => id));
  const posts = new Set(problem.posts.map(({ id }) => id));
  const named = (known: ReadonlySet<string>, path: string, value: string): readonly ProblemFault[] =>
    known.has(value) ? [] : [{ path, kind: 'unknown', value }];
  const postsOf = (path: string, list: readonly string[] = []) =>
    list.flatMap((post, index) => named(posts, `${path}.posts[${index}]`, post));
  return [
    ...problem.leaves.flatMap(({ person }, i) => named(people, `leaves[${i}].person`, person)),
    ...problem.requests.flatMap((request, i) => [
      ...named(people, `requests[${i}].person`, request.person),
      ...postsOf(`requests[${i}]`, request.posts),
    ]),
    ...problem.pairs.flatMap(({ a, b }, i) => [
      ...named(people, `pairs[${i}].a`, a),
      ...named(people, `pairs[${i}].b`, b),
    ]),
    ...problem.campaigns.flatMap(({ post }, i) => named(posts, `campaigns[${i}].post`, post)),
    ...problem.rules.flatMap((rule, i) => postsOf(`rules[${i}]`, rule.posts)),
  ];
}
