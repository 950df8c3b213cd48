import { words } from '../../model/localized.ts';
import { Refusal } from '../refusal.ts';
import { storeCommand } from '../with-store.ts';

const refusals = {
  'unknown-batch': words('没有这个批次', 'There is no such batch'),
  'already-undone': words('该批次已撤销', 'The batch was already taken back'),
  cancelled: words('已取消', 'Cancelled'),
} as const;

/** `zw undo-import BATCH`: takes a whole batch back; rows changed later by hand are kept. */
export const undoImportCommand = storeCommand({
  name: 'undo-import',
  summary: words('撤销整个导入（或批量修改）批次', 'Takes back a whole import or batch change'),
  positionals: ['BATCH'],
  options: {},
  prints: '{undone, kept}',
  run: (store, { positionals: [batch = ''] }, context) => {
    const outcome = store.undoBatch(batch, context.caller, (done, total) => {
      context.progress(done, total);
      return true;
    });
    if (outcome.ok) return { undone: outcome.undone, kept: outcome.kept };
    const code =
      outcome.problem === 'cancelled'
        ? 'cancelled'
        : outcome.problem === 'unknown-batch'
          ? 'not-found'
          : 'not-allowed';
    throw new Refusal(code, refusals[outcome.problem], { batch, problem: outcome.problem });
  },
});
