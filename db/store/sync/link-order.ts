import type { AnyLedger } from '../../model/define-ledger.ts';

/** Ledgers so that those others link to come first, as far as links do not run in circles. */
export function linkOrder(ledgers: readonly AnyLedger[]): readonly AnyLedger[] {
  const byId = new Map(ledgers.map((ledger) => [ledger.id, ledger]));
  const placed = new Set<AnyLedger>();
  const begun = new Set<AnyLedger>();
  const place = (ledger: AnyLedger): void => {
    if (begun.has(ledger)) return;
    begun.add(ledger);
    for (const { target } of Object.values(ledger.fields)) {
      const next = target === undefined ? undefined : byId.get(target);
      if (next !== undefined) place(next);
    }
    placed.add(ledger);
  };
  for (const ledger of ledgers) place(ledger);
  return [...placed];
}
