import { words } from '../../../model/localized.ts';
import { createPlanner } from '../../../planner/index.ts';
import { rosterWords } from '../../../roster/words/roster-words.ts';
import type { Command } from '../../command.ts';
import { UsageError } from '../../refusal.ts';
import { readProblem } from '../../roster-file.ts';

/** `zw roster solve`: plans the problem of a file, with no database. A roster with holes is an answer too: exit code 0. */
export const rosterSolveCommand: Command = {
  name: 'roster solve',
  summary: words('求解一个排班问题文件', 'Plans the roster of a problem file'),
  positionals: ['PROBLEM.json'],
  options: {
    limit: {
      type: 'string',
      value: 'S',
      help: words(
        '最多用时（秒）；被截断的结果不可重现',
        'Seconds it may take at most; what it cuts off cannot be repeated',
      ),
    },
    budget: {
      type: 'string',
      value: 'N',
      help: words('最多单纯形迭代次数；结果可重现', 'Simplex iterations it may take; repeatable'),
    },
  },
  prints:
    '{status, cost, bound, gap, seconds, work:{iterations, nodes}, assignments:[{date, post, person}], holes:[{date, post, missing}], changed:[…], costs:[{rule, cost}], core:[{…fact, text:{zh, en}}], relaxations:[{step, fills, text}], stamp:{problem, solver, budget}}',
  run: async ({ positionals: [file = ''], options }, context) => {
    const timeLimit_s = amount(options['limit'], '--limit');
    const budget = amount(options['budget'], '--budget');
    const problem = readProblem(file);
    const roster = await createPlanner().plan(problem, {
      ...(timeLimit_s !== undefined && { timeLimit_s }),
      ...(budget !== undefined && { budget }),
      onProgress: ({ done }) => {
        context.progress(Math.round(done * 100), 100);
      },
    });
    const say = rosterWords(problem);
    return {
      ...roster,
      core: roster.core.map((fact) => ({ ...fact, text: say.fact(fact) })),
      relaxations: roster.relaxations.map((offer) => ({ ...offer, text: say.relaxation(offer) })),
    };
  },
};

/** A number above 0 of the command line. */
function amount(text: string | boolean | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (typeof text !== 'string' || text.trim() === '' || !Number.isFinite(value) || value <= 0)
    throw new UsageError(words(`${option} 应为大于 0 的数`, `${option} is a number above 0`));
  return value;
}
