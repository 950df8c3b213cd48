import { rosterChecker, type RosterCheck } from '../roster/check/check-roster.ts';
import type { Assignment, RosterProblem } from '../roster/problem.ts';
import type { Violation } from '../roster/roster.ts';

/** What a change of duties would do to the rules. */
export interface Judgement {
  /** Broken by the change and not before. */
  readonly broken: readonly Violation[];
  /** Difference of the cost of the soft rules; negative is better. */
  readonly cost: number;
}

/** Weighs duties of a month after a change against those before. */
export function judgeChange(
  problem: RosterProblem,
  before: readonly Assignment[],
  after: readonly Assignment[],
): Judgement {
  const check = rosterChecker(problem);
  const [old, now] = [check(before), check(after)];
  return {
    broken: newlyBroken(old.violations, now.violations),
    cost: roundedCost(now) - roundedCost(old),
  };
}

/** What is broken now and was not, or less, before. */
function newlyBroken(before: readonly Violation[], after: readonly Violation[]): readonly Violation[] {
  const known = new Map(before.map((one) => [keyOf(one), one.by]));
  return after.filter((one) => one.by > (known.get(keyOf(one)) ?? 0));
}

const roundedCost = ({ cost }: RosterCheck): number => Math.round(cost * 100) / 100;

/** The same rule broken at the same place. */
const keyOf = ({ fact, person, date, post }: Violation): string => JSON.stringify([fact, person, date, post]);
