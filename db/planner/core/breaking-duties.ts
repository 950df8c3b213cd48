import { rosterChecker } from '../../roster/check/check-roster.ts';
import type { Assignment, RosterProblem } from '../../roster/problem.ts';

/** The one rule or pair that is let go. */
export type Loosened = { readonly kind: 'rule' | 'pair'; readonly id: string };

/** Times a rule may give way in one offer; more is not an exception any more. */
const MOST_TIMES = 2;

/**
 * The duties by which a roster breaks a rule or pair, as few as break it by themselves; empty when it does not, or too often
 * to be called an exception.
 */
export function breakingDuties(
  problem: RosterProblem,
  roster: readonly Assignment[],
  loosened: Loosened,
): readonly Assignment[] {
  const check = rosterChecker(alone(problem, loosened));
  const broken = (duties: readonly Assignment[]) =>
    check(duties).violations.filter(({ fact }) => fact.kind === loosened.kind);
  const found = broken(roster);
  if (found.length === 0 || found.length > MOST_TIMES) return [];
  const units = (duties: readonly Assignment[]) => broken(duties).reduce((sum, { by }) => sum + by, 0);
  const goal = units(roster);
  return roster.reduce<readonly Assignment[]>((kept, duty) => {
    const without = kept.filter((one) => one !== duty);
    return units(without) < goal ? kept : without;
  }, roster);
}

/** The problem with that one rule or pair and nothing else to break. */
function alone(problem: RosterProblem, { kind, id }: Loosened): RosterProblem {
  return {
    ...problem,
    rules: problem.rules.flatMap((rule) =>
      kind === 'rule' && rule.id === id ? [{ ...rule, strength: { hard: true } as const }] : [],
    ),
    pairs: kind === 'pair' ? problem.pairs.filter((pair) => pair.id === id) : [],
    requests: [],
  };
}
