import { dayAfter } from '../../model/calendar/day-arithmetic.ts';
import type { Assignment, Counter, RosterProblem } from '../../roster/problem.ts';
import { fairTargets, isCounted } from '../../roster/targets/fair-targets.ts';
import type { OfficeOptions } from './office-problem.ts';

/** Days that rests, runs and sums of the next month can reach back. */
const DAYS_BACK = 40;

/** What a month leaves to the next: balances by what was done beyond the fair share, and its last duties. */
export function carryOn(
  problem: RosterProblem,
  assignments: readonly Assignment[],
): NonNullable<OfficeOptions['carried']> {
  const last = problem.days.at(-1)?.date ?? '';
  const since = dayAfter(last, -DAYS_BACK);
  const lines = problem.rules
    .filter((rule) => rule.kind === 'fair')
    .map((rule) => ({ counter: rule.counter, beyond: beyondShare(problem, assignments, rule) }));
  const balances = new Map(
    problem.people.map(({ id, balance }) => {
      const carried: Partial<Record<Counter, number>> = {};
      for (const { counter, beyond } of lines)
        carried[counter] = (balance[counter] ?? 0) + (beyond.get(id) ?? 0);
      return [id, carried];
    }),
  );
  const earlier = [...problem.earlier, ...assignments].filter(({ date }) => date >= since);
  return { balances, earlier };
}

/** Duties done less the fair share, by person. */
function beyondShare(
  problem: RosterProblem,
  assignments: readonly Assignment[],
  rule: Extract<RosterProblem['rules'][number], { kind: 'fair' }>,
): ReadonlyMap<string, number> {
  const posts = new Map(problem.posts.map((post) => [post.id, post]));
  const classes = new Map(problem.days.map((day) => [day.date, day.class]));
  const beyond = new Map([...fairTargets(problem, rule)].map(([id, { share }]) => [id, -share]));
  for (const { person, post, date } of assignments) {
    const where = posts.get(post);
    if (where && isCounted(rule, where, classes.get(date) ?? 'workday'))
      beyond.set(person, (beyond.get(person) ?? 0) + 1);
  }
  return beyond;
}
