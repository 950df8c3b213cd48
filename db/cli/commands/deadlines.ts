import { randomUUID } from 'node:crypto';
import { words } from '../../model/localized.ts';
import type { Store } from '../../store/api.ts';
import type { StoreContext } from '../command.ts';
import { drained } from '../drained.ts';
import { UsageError } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

/** Lines printed. */
const MOST_LINES = 500;

/** `zw deadlines`: deadlines given out before the calendar changed: shown, moved, or left as they are. */
export const deadlinesCommand = storeCommand({
  name: 'deadlines',
  summary: words(
    '节假日安排变动后，列出并调整已给出的办理期限，可用 undo-import 撤销',
    'After a change of the holiday calendar: shows and moves deadlines already given out; undo-import takes it back',
  ),
  positionals: [],
  options: {
    apply: { type: 'boolean', help: words('调整这些期限', 'Move them') },
    keep: {
      type: 'boolean',
      help: words('不调整，期限维持原样，不再提示', 'Leave them as they are and stop telling'),
    },
    all: {
      type: 'boolean',
      help: words(
        '核对全部在办事项，不只是与变动日期有关的',
        'Look at all open cases, not only at days that changed',
      ),
    },
  },
  prints:
    '{days:[{day, isWorked}] | null, count, kept, lines:[{ledger, id, title, subtitle, state, person, field, turn, was, due, wasLate, isLate, reason, explanation}], batch, moved}',
  run: (store, { options }, context) => {
    const isApplied = options['apply'] === true;
    if (isApplied && options['keep'] === true)
      throw new UsageError(words('--apply 与 --keep 只能选一个', '--apply and --keep exclude each other'));
    const of = { all: options['all'] === true };
    const found = drained(store.deadlines.lookSteps({ ...of, lines: MOST_LINES }, context.caller), context);
    if (options['keep'] === true) store.deadlines.settle();
    return { ...found, ...(isApplied ? applied(store, of, context) : { batch: null, moved: 0 }) };
  },
});

function applied(store: Store, of: { readonly all: boolean }, context: StoreContext) {
  const batch = randomUUID();
  const { moved } = drained(store.deadlines.moveSteps(batch, of, context.caller), context);
  return { batch, moved };
}
