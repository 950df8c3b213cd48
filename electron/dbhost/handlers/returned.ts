import { rowReasonText } from '../../../db/model/sync/row-reasons.ts';
import type { ReturnedRow } from '../../../db/model/sync/sync-node.ts';
import { ledgerById, ledgers } from '../../../db/model/registry.ts';
import type { RecordTitle } from '../../../db/store/api/records.ts';
import type { Asking } from '../asking.ts';
import { fieldLabel, shownTitle, titleOf } from '../exchange/labels.ts';
import { namesByNode } from '../exchange/office-peers.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** Rows that wait and are listed at once. */
const MOST_LISTED = 2000;

/** Rows sent back to us, rows of others that wait here, and how far each record has come on its way up. */
export function createReturnedHandlers(desk: Desk): HandlersOf<'returned'> {
  return {
    'returned.list': (_input, asking) =>
      asking.store.sync.states.returned(asking.caller).map((one) => ({
        ...row(asking, one, shownTitle(asking.store, one, asking.caller)),
        at: one.at,
      })),
    'returned.duplicates': (_input, { store, caller }) =>
      store.sync.states.duplicates(caller).map(({ otherUnit, ...title }) => ({
        record: shownTitle(store, title, caller),
        otherUnit: otherUnit.name,
      })),
    'returned.waiting': async (_input, asking) => {
      const { sync } = asking.store;
      const names = await namesByNode(sync);
      return sync.quarantine.list(MOST_LISTED, asking.caller).map((one) => ({
        ...waitingRow(asking, one),
        at: one.at,
        sender: names.get(one.peer) ?? one.peer,
      }));
    },
    'returned.retry': (_input, { store, caller }) => {
      const outcome = store.sync.quarantine.retry(caller);
      if (outcome.taken > 0) for (const { id } of ledgers) desk.changed(id);
      return outcome;
    },
  };
}

function row({ caller }: Asking, { ledger, field, reason, args }: ReturnedRow, record: RecordTitle) {
  return {
    record,
    field,
    label: fieldLabel({ ledger, field }, caller),
    reason: rowReasonText(reason, args, caller.language),
  };
}

/** A waiting row is often a new record: its title is made of what was sent. */
function waitingRow(
  asking: Asking,
  waiting: ReturnedRow & { readonly values: Readonly<Record<string, string | number | null>> },
) {
  const shown = row(asking, waiting, titleOf(asking.store, waiting, asking.caller));
  if (shown.record.title !== waiting.id) return shown;
  const names = ledgerById.get(waiting.ledger)?.title ?? [];
  const title = names.map((name) => String(waiting.values[name] ?? '')).filter((text) => text !== '');
  return title.length === 0 ? shown : { ...shown, record: { ...shown.record, title: title.join(' ') } };
}
