import type { Values } from '../../model/field-kind.ts';

/** How far long work is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface CheckProgress extends Progress {
  /** Part of the check in hand. */
  readonly step: string;
}

export interface CheckReport {
  readonly ok: boolean;
  readonly findings: readonly CheckFinding[];
  readonly cancelled: boolean;
}

export interface CheckFinding {
  readonly code:
    | 'integrity'
    | 'foreign-key'
    | 'search-missing'
    | 'search-extra'
    | 'change-mismatch'
    | 'change-chain'
    | 'attachment-missing'
    | 'attachment-damaged'
    | 'schema-drift'
    | 'rolled-back';
  readonly ledger: string | null;
  readonly record: string | null;
  readonly detail: string;
}

export interface BackupInfo {
  readonly file: string;
  readonly at: string;
  readonly bytes: number;
  readonly reason: string;
}

/** Fast path for generated towns: same tables, same change records, same index; no per-row check, one user. */
export interface BulkLoader {
  /** Adds rows of one ledger in the order given; ids unique, values already valid. Call `finish` at the end. */
  add(
    ledger: string,
    rows: readonly { readonly id: string; readonly values: Values; readonly at: string }[],
  ): void;
  /** Builds what was put off (indexes, search) and makes everything durable. */
  finish(onProgress?: (done: number, total: number) => void): void;
  /** `finish` in slices; building one index is one slice. Nothing else may use the store before the end. */
  finishSteps(): Generator<Progress, void, undefined>;
}
