import { randomUUID } from 'node:crypto';
import { rosterStates, stepRoster } from '../../../duty/roster-state.ts';
import { words } from '../../../model/localized.ts';
import {
  carryOut,
  changeOf,
  monthOption,
  standingNamed,
  unitOption,
  writeIdOption,
} from '../../duty-team.ts';
import { UsageError } from '../../refusal.ts';
import { storeCommand } from '../../with-store.ts';

/** `zw roster state`: publishes, locks, or takes back. */
export const rosterStateCommand = storeCommand({
  name: 'roster state',
  summary: words(
    '发布（published）、锁定（locked）或撤回（draft）一个月的值班表，逐步办理；锁定时计入调休',
    'Publishes, locks or takes back a roster, one step at a time; locking lets duties earn time off',
  ),
  positionals: ['draft|published|locked'],
  options: {
    ...unitOption,
    ...monthOption,
    reason: { type: 'string', value: 'TEXT', help: words('撤回的原因', 'Why it is taken back') },
    ...writeIdOption,
  },
  prints: '{roster, state, change}',
  run: (store, input, context) => {
    const state = rosterStates.find((known) => known === input.positionals[0]);
    if (state === undefined) {
      const known = rosterStates.join(', ');
      throw new UsageError(words(`状态应为 ${known}`, `The state is one of ${known}`));
    }
    const { reason } = input.options;
    const standing = standingNamed(store, input);
    const writes = stepRoster(store, standing, {
      state,
      reason: typeof reason === 'string' ? reason : '',
      now: context.now(),
      newId: randomUUID,
    });
    const records = carryOut(store, writes, { input, context });
    return { roster: standing.roster?.id ?? null, state, change: changeOf(records) };
  },
});
