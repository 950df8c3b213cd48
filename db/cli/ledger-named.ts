import type { AnyLedger } from '../model/define-ledger.ts';
import { words } from '../model/localized.ts';
import { ledgers } from '../model/registry.ts';
import { UsageError } from './refusal.ts';

/** The ledger with this id. @throws UsageError when there is none. */
export function ledgerNamed(id: string | undefined): AnyLedger {
  const ledger = ledgers.find((l) => l.id === id);
  if (ledger !== undefined) return ledger;
  throw new UsageError(
    words(`没有台账“${id ?? ''}”，见 zw ledgers`, `There is no ledger "${id ?? ''}"; see zw ledgers`),
  );
}
