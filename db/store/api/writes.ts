import type { Value, Values } from '../../model/field-kind.ts';
import type { SearchEntries } from '../../model/derive/search-entries.ts';
import type { Finding } from '../../model/reasons.ts';
import type { Caller } from './caller.ts';
import type { RecordTitle } from './records.ts';

export interface RecordWrite {
  readonly ledger: string;
  /** Made by the client (uuid). */
  readonly id: string;
  readonly op: 'create' | 'update' | 'remove' | 'restore';
  /** Changed fields only; `null` empties a field. */
  readonly values?: Values;
  /** Version the edit was based on. A newer one merges when other fields changed, else the write is a conflict. */
  readonly base?: number;
  /** Why a record is removed; required by `remove`. */
  readonly reason?: string;
  /** Values of fields only a newer program knows (from packages): kept as they are and passed on. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface WriteRequest {
  /** Made by the client (uuid); repeating a request returns the first outcome and changes nothing. */
  readonly writeId: string;
  readonly caller: Caller;
  readonly writes: readonly RecordWrite[];
  /** Batch the change belongs to (import, batch change). */
  readonly batch?: string;
  /** New state of `batch`, kept in the same transaction: an importer's progress then always fits its rows. */
  readonly batchState?: unknown;
  /** Skip the per-row check when the caller has just run it (the importer). Natural keys are enforced always. */
  readonly checked?: boolean;
  /**
   * What is known beforehand (found in another thread) of a checked request that only creates: its values are filled,
   * and these are the words and keys of its records. Must be what `fill` and `EntriesFinder` make of the values.
   */
  readonly found?: FoundEntries;
  /**
   * Of a batch only: durable with the batch's later writes, at `Store.settle` or before anybody else's next write,
   * whichever comes first. For long imports, whose progress (`batchState`) then tells after a crash what was kept.
   */
  readonly held?: boolean;
}

/** Entries of more records than are written, perhaps, and the place of each write's record among them. */
interface FoundEntries {
  readonly entries: SearchEntries;
  readonly places: readonly number[];
}

export interface WrittenRecord {
  readonly ledger: string;
  readonly id: string;
  readonly version: number;
  /** Change record id; `null` when nothing differed. */
  readonly change: string | null;
}

export type WriteOutcome =
  | { readonly ok: true; readonly records: readonly WrittenRecord[]; readonly repeated: boolean }
  | { readonly ok: false; readonly problem: WriteProblem };

/** Why nothing was written. `index` is the position in `writes`. */
export type WriteProblem =
  | { readonly code: 'invalid'; readonly index: number; readonly findings: readonly Finding[] }
  | { readonly code: 'conflict'; readonly index: number; readonly fields: readonly ConflictField[] }
  | { readonly code: 'key-taken'; readonly index: number; readonly holder: RecordTitle }
  | { readonly code: 'not-found'; readonly index: number }
  | { readonly code: 'removed'; readonly index: number }
  | { readonly code: 'later-changes'; readonly index: number; readonly changes: readonly string[] };

export interface ConflictField {
  readonly field: string;
  readonly mine: Value;
  readonly theirs: Value;
  readonly theirUser: string;
  readonly theirAt: string;
}

export type UndoBatchOutcome =
  | { readonly ok: true; readonly undone: number; readonly kept: number }
  | { readonly ok: false; readonly problem: 'unknown-batch' | 'already-undone' | 'cancelled' };
