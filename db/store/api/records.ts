import type { Value, Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';

export interface StoredRecord {
  readonly ledger: string;
  readonly id: string;
  /** Raised by one with every change; a write names the version it was based on. */
  readonly version: number;
  readonly values: Values;
  readonly texts: Readonly<Record<string, string>>;
  readonly title: string;
  readonly subtitle: string;
  /** Fields whose value is withheld from this caller. */
  readonly maskedFields: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly removedAt: string | null;
  readonly removedReason: string | null;
}

/** A record without its texts, for reckoning. */
export interface ValueRow {
  readonly id: string;
  readonly version: number;
  readonly isRemoved: boolean;
  readonly values: Values;
}

export interface RecordTitle {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
}

export interface CheckOutcome {
  readonly findings: readonly Finding[];
  /** Values with the ledger's `fill` applied. */
  readonly filled: Values;
  readonly duplicates: readonly (RecordTitle & { readonly fields: readonly string[] })[];
}

/** A change record (变更记录). */
export interface ChangeRecord {
  readonly change: string;
  /** UTC ISO text of the hybrid clock. */
  readonly at: string;
  readonly user: string;
  /** Node the change was made on; `null`: entered here. */
  readonly node: string | null;
  readonly op: 'create' | 'update' | 'remove' | 'restore';
  readonly batch: string | null;
  readonly reason: string | null;
  /** Field → [old, new]; withheld values are masked texts. */
  readonly fields: Readonly<Record<string, readonly [Value, Value]>>;
  /** Same, as display texts. */
  readonly texts: Readonly<Record<string, readonly [string, string]>>;
  /** Change this one took back, if it is an undo. */
  readonly undoes: string | null;
  /** Changes of other records that are taken back with this one: the rest of a move. */
  readonly together: number;
}
