import type { Assignment, RosterProblem } from '../roster/problem.ts';

/** A duty of the standing roster that goes to somebody else. */
export interface MovedDuty {
  readonly date: string;
  readonly post: string;
  readonly from: string;
  /** `null`: nobody was found. */
  readonly to: string | null;
}

/** Duties of the basis that go to somebody else, in the order of their days; who gives up and who comes, side by side. */
export function movedDuties(problem: RosterProblem, found: readonly Assignment[]): readonly MovedDuty[] {
  if (problem.basis === undefined) return [];
  const keyOf = ({ date, post }: Pick<Assignment, 'date' | 'post'>): string => `${date} ${post}`;
  const had = Map.groupBy(problem.basis.assignments, keyOf);
  const have = Map.groupBy(found, keyOf);
  return [...had.keys()].toSorted().flatMap((key) => {
    const before = (had.get(key) ?? []).map(({ person }) => person);
    const after = (have.get(key) ?? []).map(({ person }) => person);
    const come = after.filter((person) => !before.includes(person));
    const [date = '', post = ''] = key.split(' ');
    return before
      .filter((person) => !after.includes(person))
      .map((from, i) => ({ date, post, from, to: come[i] ?? null }));
  });
}
