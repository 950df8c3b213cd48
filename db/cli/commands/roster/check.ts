import { words } from '../../../model/localized.ts';
import { checkRoster } from '../../../roster/check/check-roster.ts';
import { rosterWords } from '../../../roster/words/roster-words.ts';
import type { Command } from '../../command.ts';
import { readProblem, readRoster } from '../../roster-file.ts';

/** `zw roster check`: what the independent checker finds in a roster. */
export const rosterCheckCommand: Command = {
  name: 'roster check',
  summary: words(
    '独立检查值班表：规则、空缺、偏离值',
    'Checks a roster: rules, holes and costs, by code that plans none',
  ),
  positionals: ['PROBLEM.json', 'ROSTER.json'],
  options: {},
  prints:
    '{ok, violations:[{fact, person, date, post, by, text:{zh, en}}], holes:[{date, post, missing, text}], costs:[{rule, cost, text}], cost, counts:[{person, workday, restday, holiday, spring, night, total}], fairness:[{rule, counter, person, share, target, count}], changed:[{date, post, person}]}',
  run: ({ positionals: [problemFile = '', rosterFile = ''] }) => {
    const problem = readProblem(problemFile);
    const check = checkRoster(problem, readRoster(rosterFile));
    const say = rosterWords(problem);
    const rules = new Map(problem.rules.map((rule) => [rule.id, rule]));
    return {
      ok: check.violations.length === 0 && check.holes.length === 0,
      violations: check.violations.map((violation) => ({ ...violation, text: say.violation(violation) })),
      holes: check.holes.map((hole) => ({ ...hole, text: say.hole(hole) })),
      costs: check.costs.map((cost) => {
        const rule = rules.get(cost.rule);
        return { ...cost, text: rule === undefined ? null : say.rule(rule) };
      }),
      cost: check.cost,
      counts: check.counts,
      fairness: check.fairness,
      changed: check.changed,
    };
  },
};
