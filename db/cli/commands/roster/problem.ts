import { assignmentsOf } from '../../../duty/duties.ts';
import { planProblem, repairProblem } from '../../../duty/month-standing.ts';
import { words } from '../../../model/localized.ts';
import { monthOption, standingNamed, todayOf, unitOption } from '../../duty-team.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster problem`: a month as the JSON of `roster solve`, `check` and `explain`. */
export const rosterProblemCommand = storeCommand({
  name: 'roster problem',
  summary: words(
    '把一个月的排班数据写成 JSON，供 roster solve、check、explain 使用',
    'Prints a month as the problem of roster solve, check and explain, or its standing roster',
  ),
  positionals: [],
  options: {
    ...unitOption,
    ...monthOption,
    for: {
      type: 'string',
      value: 'plan|repair|check',
      help: words(
        'plan 重排，repair 补位，check（默认）不带现有值班表',
        'plan anew, repair, or check (default) without a basis',
      ),
    },
    roster: { type: 'boolean', help: words('改为输出现有值班表', 'Prints the standing roster instead') },
  },
  prints: '{format, name, days, posts, people, leaves, …}; --roster: {assignments:[{date, post, person}]}',
  run: (store, input, context) => {
    const standing = standingNamed(store, input);
    if (input.options['roster'] === true) return { assignments: assignmentsOf(standing.duties) };
    if (input.options['for'] === 'plan') return planProblem(standing, todayOf(context));
    if (input.options['for'] === 'repair') return repairProblem(standing, todayOf(context));
    return standing.problem;
  },
});
