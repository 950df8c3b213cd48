import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Caller, Store } from '../../store/api.ts';

/**
 * Writes down that pages of a sensitive ledger were laid out for paper, beside the looks at the records on them; `id` empty:
 * a list.
 */
export function notePrint(
  { store, caller }: { readonly store: Store; readonly caller: Caller },
  ledger: AnyLedger,
  id: string,
): void {
  if (ledger.sensitive && caller.seesSensitive !== false)
    store.logView({ ledger: ledger.id, id, field: '$print' }, caller);
}
