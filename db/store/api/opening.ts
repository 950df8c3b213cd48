import type { Registry } from '../../model/registry.ts';
import type { Store } from './store.ts';
import type { BackupInfo, Progress } from './upkeep.ts';

/** How a database is opened or made. */
export interface OpenOptions {
  readonly file: string;
  readonly passphrase: string;
  /** Settable clock; every date the store writes comes from it. */
  readonly now: () => Date;
  /** Source of random ids; tests give a seeded one. Default: crypto. */
  readonly randomId?: () => string;
  /** Ledgers the file is to hold. Default: the registry; tests add a fixture ledger or an older revision. */
  readonly registry?: Registry;
  /** Records, and changed ones, from which on figures are counted from columns; tests give few. */
  readonly columnsFrom?: number;
}

export interface CreateOptions extends OpenOptions {
  readonly town: { readonly code: string; readonly name: string };
  readonly practice: boolean;
  /** scrypt cost (N); default 2^17 (security.md §2a), 2^14 for practice files whose passphrase is public. */
  readonly kdfCost?: number;
}

/**
 * Work that opening a file may have to do first, in the order it comes: indexes a crash in the middle of an import left
 * aside (counted in indexes), the backup (bytes), rows counted before the migration (tables), the migration (statements),
 * what must hold after it (checks), the search index (records), what a later program sent (rows), fields that newly follow
 * others (records).
 */
export type OpeningPhase =
  | 'restoring-lists'
  | 'backing-up'
  | 'counting'
  | 'upgrading'
  | 'checking'
  | 'indexing'
  | 'absorbing'
  | 'following';

/** How far opening is in one of these; `total` is 0 while it is not known. An ordinary opening tells nothing. */
export interface OpeningProgress extends Progress {
  readonly phase: OpeningPhase;
}

/** Why a file was not opened. Decides the screen; the sentence is in the language files. */
export type OpenFailureKind =
  | 'not-found'
  | 'wrong-passphrase'
  | 'damaged'
  | 'keyslots-missing'
  | 'locked'
  | 'from-newer-program'
  | 'read-only'
  | 'disk-full'
  | 'migration-failed'
  | 'not-a-database'
  | 'exists';

export type OpenOutcome =
  | { readonly ok: true; readonly store: Store }
  | {
      readonly ok: false;
      readonly kind: OpenFailureKind;
      /** Backups that could be restored, newest first. */
      readonly backups: readonly BackupInfo[];
      readonly details: Readonly<Record<string, string | number>>;
    };
