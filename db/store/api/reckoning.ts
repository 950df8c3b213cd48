import type { Caller } from './caller.ts';
import type { RecordTitle } from './records.ts';
import type { Progress } from './upkeep.ts';

/** A record that would be changed, with the fields that would: text as it stands, text by the rules as they are. */
export interface ReckonedLine extends RecordTitle {
  readonly texts: Readonly<Record<string, readonly [string, string]>>;
}

/** What reckoning anew would change. */
export interface Reckoning {
  /** Records looked at. */
  readonly looked: number;
  readonly count: number;
  /** The first of them, in the order they were entered. */
  readonly lines: readonly ReckonedLine[];
}

/**
 * Records whose fields follow rules kept as data (`follows` with `reads`) say what was worked out when they were written. After
 * a change of the rules they are reckoned anew here, all at once. Ledgers the caller may not open are left alone.
 */
export interface ReckoningStore {
  /** Ledgers whose records follow the rules of this one; empty for a ledger that holds none. */
  ledgersOf(rules: string, caller: Caller): readonly string[];
  /** What would change, in slices; nothing is written. */
  lookSteps(
    rules: string,
    of: { readonly lines: number },
    caller: Caller,
  ): Generator<Progress, Reckoning, undefined>;
  /** Writes it as one batch, which `undoBatch` takes back. Dropping the work keeps what was written, and the batch. */
  applySteps(
    batch: string,
    rules: string,
    caller: Caller,
  ): Generator<Progress, { readonly changed: number }, undefined>;
}
