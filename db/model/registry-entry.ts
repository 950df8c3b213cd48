import type { AnyLedger } from './define-ledger.ts';

/** A ledger with the number its search rows carry. */
export interface RegistryEntry {
  /** 1..4095, given once and never again, also when the ledger is retired: search rowids begin with it. */
  readonly no: number;
  readonly ledger: AnyLedger;
}
