import type { Agenda } from './agenda.ts';

/** People and posts that have nothing to do with the rest: a problem of its own. */
export interface Part {
  readonly people: readonly number[];
  readonly posts: readonly number[];
}

/**
 * The parts of a problem, smallest first. People and posts belong together where somebody is qualified, by pairs, and by
 * rules that count several posts together; leaders, officers and patrols usually are three parts.
 */
export function partsOf(agenda: Agenda): readonly Part[] {
  const { people, posts } = agenda;
  const parents = [...people, ...posts].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  const join = (a: number | undefined, b: number | undefined): void => {
    if (a !== undefined && b !== undefined) parents[rootOf(b)] = rootOf(a);
  };
  for (const { person, post } of agenda.cells) join(person, people.length + post);
  for (const { a, b } of agenda.problem.pairs) join(agenda.personOf(a), agenda.personOf(b));
  for (const rule of agenda.rulesOf('skill')) {
    const [first, ...rest] = agenda.postsOf(rule);
    for (const post of rest) if (first !== undefined) join(people.length + first, people.length + post);
  }
  const parts = new Map<number, { people: number[]; posts: number[] }>();
  parents.forEach((_, index) => {
    const root = rootOf(index);
    const part = parts.get(root) ?? { people: [], posts: [] };
    parts.set(root, part);
    if (index < people.length) part.people.push(index);
    else part.posts.push(index - people.length);
  });
  return [...parts.values()].toSorted((a, b) => sizeOf(a) - sizeOf(b));
}

const sizeOf = (part: Part): number => part.people.length * part.posts.length;
