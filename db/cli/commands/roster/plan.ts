import { words } from '../../../model/localized.ts';
import { monthOption, unitOption, writeIdOption } from '../../duty-team.ts';
import { planMonth, planOptions, printsPlan } from '../../plan-month.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster plan`: plans a team's month anew and keeps the roster as a draft. */
export const rosterPlanCommand = storeCommand({
  name: 'roster plan',
  summary: words(
    '为一支队伍排一个月的班，存为草稿；已锁定的班次和串班、代班不变',
    'Plans a month of a team and keeps it as a draft; pinned duties, swaps and substitutes stay',
  ),
  positionals: [],
  options: { ...unitOption, ...monthOption, ...planOptions, ...writeIdOption },
  prints: printsPlan,
  run: (store, input, context) => planMonth(store, input, { context, kind: 'plan' }),
});
