import type { Language } from '../../../db/model/localized.ts';
import type { Charge, RosterCheck } from '../../../db/roster/check/check-roster.ts';
import type { RosterProblem } from '../../../db/roster/problem.ts';
import type { Violation } from '../../../db/roster/roster.ts';
import { dutyWords } from './words.ts';

/** Broken rules with their cells: hard ones first, then what the soft ones cost at a day. */
export function brokenTexts(problem: RosterProblem, check: RosterCheck, language: Language) {
  const words = dutyWords(problem, language);
  return [
    ...check.violations.map((violation) => brokenText(violation, words)),
    ...check.charges.flatMap((charge) => chargeText(charge, words)),
  ];
}

type Words = ReturnType<typeof dutyWords>;

/** One broken hard rule or fact. */
export function brokenText(violation: Violation, words: Words) {
  const { date, post, person } = violation;
  return { date, post, person, isHard: true, text: words.violation(violation) };
}

function chargeText(charge: Charge, words: Words) {
  if (charge.date === null) return [];
  const { date, post, person } = charge;
  return [{ date, post, person, isHard: false, text: words.charge(charge) }];
}

/** Costs by rule, with the rule's sentence. */
export function costTexts(problem: RosterProblem, costs: RosterCheck['costs'], language: Language) {
  const words = dutyWords(problem, language);
  return costs.map(({ rule, cost }) => ({ rule, text: words.rule(rule), cost }));
}
