import { words } from '../../../model/localized.ts';
import { monthOption, unitOption, writeIdOption } from '../../duty-team.ts';
import { planMonth, planOptions, printsPlan } from '../../plan-month.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster repair`: mends a standing roster with the fewest changes, after leave or absence was recorded. */
export const rosterRepairCommand = storeCommand({
  name: 'roster repair',
  summary: words(
    '请假或缺员后补位：只改动最少的班次，今天以前的不变',
    'Mends a roster after leave or absence with the fewest changes; days before today never move',
  ),
  positionals: [],
  options: { ...unitOption, ...monthOption, ...planOptions, ...writeIdOption },
  prints: printsPlan,
  run: (store, input, context) => planMonth(store, input, { context, kind: 'repair' }),
});
