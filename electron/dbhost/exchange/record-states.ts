import { rowReasonText } from '../../../db/model/sync/row-reasons.ts';
import type { Asking } from '../asking.ts';

/** How far records have come on their way to the parent; of one sent back, the field at fault and why. */
export function recordStates({ store, caller }: Asking, ledger: string, ids: readonly string[]) {
  const { states } = store.sync;
  const returned = new Map(
    states
      .returned(caller)
      .filter((row) => row.ledger === ledger)
      .map((row) => [row.id, row]),
  );
  return Object.fromEntries(
    Object.entries(states.of(ledger, ids)).map(([id, state]) => {
      const row = state === 'returned' ? returned.get(id) : undefined;
      const reason = row === undefined ? null : rowReasonText(row.reason, row.args, caller.language);
      return [id, { state, field: row?.field ?? null, reason }];
    }),
  );
}
