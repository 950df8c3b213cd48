import type { Rule, RuleKind } from '../problem.ts';
import type { Board } from './board.ts';
import type { Breach, Counting, RuleCount, RuleOf } from './breach.ts';
import { countPerMonth, countPerWeek, countWeekends } from './limits.ts';
import { countNovice, countOwnPlace, countSameRestDays, countSkill } from './mixes.ts';
import { countDaysInRow, countNightsInRow, countRest, countSpacing } from './sequences.ts';

/** Rules that are always weighed, never held. */
type WeighedKind = 'fair' | 'wishes' | 'turns';
type CountedKind = Exclude<RuleKind, WeighedKind>;
export type CountedRule = RuleOf[CountedKind];

const counts: { readonly [Kind in CountedKind]: RuleCount<Kind> } = {
  rest: countRest,
  'nights-in-row': countNightsInRow,
  'days-in-row': countDaysInRow,
  'per-week': countPerWeek,
  'per-month': countPerMonth,
  weekends: countWeekends,
  spacing: countSpacing,
  skill: countSkill,
  novice: countNovice,
  'same-rest-days': countSameRestDays,
  'own-place': countOwnPlace,
};

/** Where a rule is broken, in its unit. */
export function breachesOf(rule: CountedRule, board: Board, counting: Counting): readonly Breach[] {
  return countOf(rule.kind)(rule, board, counting);
}

function countOf<Kind extends CountedKind>(kind: Kind): RuleCount<Kind> {
  return counts[kind];
}

export function isCountedRule(rule: Rule): rule is CountedRule {
  return rule.kind in counts;
}

export function isHard(rule: Rule): boolean {
  return 'hard' in rule.strength;
}

/** What a rule that is always weighed weighs when it says `hard`. */
const WEIGHT_OF_HARD = 1000;

export function weightOf(rule: Rule): number {
  return 'weight' in rule.strength ? rule.strength.weight : WEIGHT_OF_HARD;
}
