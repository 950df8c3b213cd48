import { type Localized, words } from '../../model/localized.ts';
import type { Charge } from '../check/check-roster.ts';
import type { FairLine } from '../check/weighed.ts';
import type { Candidate, Explanation } from '../explain/why.ts';
import type { Rule, RosterProblem } from '../problem.ts';
import type { Fact, Hole, Relaxation, Roster, Violation } from '../roster.ts';
import { type CoreLine, coreLines, relaxationWords } from './core-words.ts';
import { factWords } from './fact-words.ts';
import { namesOf, numberText } from './names.ts';
import { ruleWords } from './rule-words.ts';
import { chargeWords, fairLineWords, holeWords, violationWords } from './violation-words.ts';
import { candidateWords, reasonWords } from './why-words.ts';

/** Everything that is said about a problem and its rosters, in sentences of an office, with the names of the problem. */
export interface RosterWords {
  readonly fact: (fact: Fact) => Localized;
  readonly rule: (rule: Rule) => Localized;
  readonly violation: (violation: Violation) => Localized;
  readonly charge: (charge: Charge) => Localized;
  readonly hole: (hole: Hole) => Localized;
  readonly fairLine: (line: FairLine) => Localized;
  /** Why this person has the duty, the deciding sentence first. */
  readonly reasons: (explanation: Explanation) => readonly Localized[];
  /** A conflict line by line. */
  readonly core: (core: readonly Fact[]) => readonly CoreLine[];
  /** The text of the button that takes a way out. */
  readonly relaxation: (relaxation: Pick<Relaxation, 'step'>) => Localized;
  /** What speaks against somebody else. */
  readonly candidate: (candidate: Candidate) => readonly Localized[];
}

/** Sentences about one problem. */
export function rosterWords(problem: RosterProblem): RosterWords {
  const names = namesOf(problem);
  return {
    fact: (fact) => factWords(names, fact),
    rule: (rule) => ruleWords(names, rule),
    violation: (violation) => violationWords(names, violation),
    charge: (charge) => chargeWords(names, charge),
    hole: (hole) => holeWords(names, hole),
    fairLine: (line) => fairLineWords(names, line),
    reasons: (explanation) => reasonWords(names, explanation),
    core: (core) => coreLines(names, core),
    relaxation: ({ step }) => relaxationWords(names, step),
    candidate: (candidate) => candidateWords(names, candidate),
  };
}

/** What the planner reached, as a planner of rosters should read it. */
export function statusWords({ status, gap, holes }: Pick<Roster, 'status' | 'gap' | 'holes'>): Localized {
  const missing = holes.reduce((sum, hole) => sum + hole.missing, 0);
  switch (status) {
    case 'optimal':
      return words('已证明最优', 'Proven best');
    case 'feasible':
      return words(
        `已排满，距最优不超过${numberText(gap * 100)}%`,
        `Filled, at most ${numberText(gap * 100)} % from the best`,
      );
    case 'infeasible':
      return words(
        `规则不能同时满足，尚缺${missing}人次`,
        `The rules cannot all hold: ${missing} places are empty`,
      );
    case 'unknown':
      return words(`已停止，尚缺${missing}人次`, `Stopped with ${missing} places empty`);
  }
}
