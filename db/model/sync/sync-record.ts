import type { Stored } from '../field-kind.ts';
import type { Clock } from './clock.ts';

/**
 * State of one record as a package carries it: each record once, in its newest state, every value with the clock of
 * the change that wrote it. Applying one twice, or after a later one, changes nothing.
 */
export interface SyncRecord {
  readonly ledger: string;
  /** Revision of the ledger's definition at the sender. */
  readonly revision: number;
  readonly id: string;
  /** True: `values` is the whole row without empty fields. False: only the fields changed since the basis. */
  readonly isWhole: boolean;
  /** Column values by field name; `null` empties. Also fields this version does not know. */
  readonly values: Readonly<Record<string, Stored>>;
  /** Clock of every value not named in `clocks`, and of the creation when `isWhole`. */
  readonly clock: Clock;
  readonly clocks: Readonly<Record<string, Clock>>;
  /** Set when the record was removed (`reason` says why) or brought back (`reason` is null) since the basis. */
  readonly removal: { readonly reason: string | null; readonly clock: Clock } | null;
  /** Name of the person who made the last change. */
  readonly author: string;
}
