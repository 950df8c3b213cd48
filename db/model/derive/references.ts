import type { AnyLedger } from '../define-ledger.ts';

/** A field of a ledger that points to records of another. */
export interface Reference {
  readonly ledger: AnyLedger;
  readonly field: string;
}

/** Every stored field of these ledgers that points into the target: what a record's page shows as related. */
export function referencesTo(target: string, ledgers: readonly AnyLedger[]): readonly Reference[] {
  return ledgers.flatMap((ledger) =>
    Object.entries(ledger.fields)
      .filter(([, field]) => field.target === target && field.retired === undefined)
      .map(([field]) => ({ ledger, field })),
  );
}
