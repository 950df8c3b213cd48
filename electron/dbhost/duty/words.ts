import type { Language } from '../../../db/model/localized.ts';
import type { Charge } from '../../../db/roster/check/check-roster.ts';
import type { RosterProblem } from '../../../db/roster/problem.ts';
import type { Fact, Violation } from '../../../db/roster/roster.ts';
import { rosterWords } from '../../../db/roster/words/roster-words.ts';

/** Sentences about one problem in one language. */
export function dutyWords(problem: RosterProblem, language: Language) {
  const words = rosterWords(problem);
  return {
    fact: (fact: Fact) => words.fact(fact)[language],
    violation: (violation: Violation) => words.violation(violation)[language],
    charge: (charge: Charge) => words.charge(charge)[language],
    rule: (id: string) => {
      const rule = problem.rules.find((one) => one.id === id);
      return rule === undefined ? id : words.rule(rule)[language];
    },
  };
}
