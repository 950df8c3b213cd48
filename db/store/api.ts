import type { Names, Value, Values } from '../model/field-kind.ts';
import type { Language } from '../model/localized.ts';
import type { Finding } from '../model/reasons.ts';
import type { Registry } from '../model/registry.ts';

/**
 * The store as every side of the data process sees it (dbhost, `zw`, sheets, practice town).
 * All functions are synchronous: SQLite is, and a transaction then cannot be interleaved with another call.
 * Long work is cut into chunks by its caller. Expected outcomes are returned; broken assumptions throw.
 */
export interface Store {
  readonly info: StoreInfo;
  /** What was noticed while opening (rolled-back file, migrated, new lineage); shown once to the user. */
  readonly notices: readonly StoreNotice[];
  page(query: PageQuery, caller: Caller): Page;
  total(ledger: string, where: Where): Total;
  /** One record, also a removed one; `null` when the id is unknown. Masked fields hold `null` and are named. */
  get(ledger: string, id: string, caller: Caller): StoredRecord | null;
  /** Current id of the record with this natural key, `null` when there is none. */
  findByKey(ledger: string, values: Values): { readonly id: string; readonly version: number } | null;
  /** Everything or nothing, with change records and search index, durable on return (`synchronous=FULL`). */
  write(request: WriteRequest): WriteOutcome;
  /** Writes down, durably, that the caller looked at a withheld value in full. */
  logView(
    view: { readonly ledger: string; readonly id: string; readonly field: string },
    caller: Caller,
  ): void;
  /** Checks values as `write` would, without writing: broken rules, warnings, likely duplicates. */
  check(ledger: string, id: string | null, values: Values): CheckOutcome;
  history(ledger: string, id: string, caller: Caller): readonly ChangeRecord[];
  /** Takes one change back by a new change; refused when later changes touched the same fields. */
  undo(change: string, writeId: string, caller: Caller): WriteOutcome;
  /** Takes back everything a batch (import, batch change) did, in chunks; `undone` counts records. */
  undoBatch(
    batch: string,
    caller: Caller,
    onProgress?: (done: number, total: number) => boolean,
  ): UndoBatchOutcome;
  /** `undoBatch` in slices of some ten milliseconds: other calls may come between two of them. */
  undoBatchSteps(batch: string, caller: Caller): Generator<Progress, UndoBatchOutcome, undefined>;
  related(ledger: string, id: string, caller: Caller): readonly RelatedGroup[];
  search(text: string, limit: number, caller: Caller): SearchResult;
  /** Values already written in a field that start with or contain `text`, most used first, at most 20. */
  suggest(ledger: string, field: string, text: string): readonly string[];
  /** Records of a ledger for a link picker: by search text, or the first by title when the text is empty. */
  options(ledger: string, text: string, limit: number): readonly RecordTitle[];
  names(language: Language): Names;
  readonly codes: CodeStore;
  readonly preferences: PreferenceStore;
  readonly attachments: AttachmentStore;
  readonly batches: BatchStore;
  /** Integrity, foreign keys, search index against rows, change log against rows, attachments against files. */
  checkAll(onProgress?: (done: number, total: number, step: string) => boolean): CheckReport;
  /**
   * `checkAll` in slices, between two of which records may be read and written. SQLite's own check of a table is one
   * slice however large the table.
   */
  checkSteps(): Generator<CheckProgress, CheckReport, undefined>;
  /** Counts of current records by ledger. */
  counts(): Readonly<Record<string, number>>;
  /** Records changed and not yet named by a receipt. */
  pendingChanges(): number;
  /** Writes a consistent encrypted copy beside the file; returns its path. */
  backup(reason: string): string;
  backups(): readonly BackupInfo[];
  /** A copy in SQLCipher 4 format under another passphrase, readable by the `sqlcipher` program. */
  saveSqlcipherCopy(path: string, passphrase: string): void;
  /** Bulk load of a practice town: `write`'s effect without its safety at each row; only on a practice file. */
  readonly bulk: BulkLoader;
  /** Merges the write-ahead log into the file; called when idle and before leaving. */
  checkpoint(): void;
  close(): void;
}

export interface StoreInfo {
  /** Absolute path of the database file. */
  readonly file: string;
  /** Code (9 or 12 digits) and name of the town. */
  readonly town: { readonly code: string; readonly name: string };
  /** Practice data can never enter a package (DESIGN law 9). */
  readonly practice: boolean;
  readonly lineage: string;
  readonly schemaVersion: number;
}

export interface StoreNotice {
  readonly code: 'rolled-back' | 'migrated' | 'wal-lost' | 'clock-behind';
  readonly details: Readonly<Record<string, string | number>>;
}

/** Who asks. Every call carries it down to here; masking and, later, permissions are decided on it. */
export interface Caller {
  readonly user: string;
  readonly name: string;
  readonly language: Language;
  /** May see masked fields in full. */
  readonly seesMasked: boolean;
}

/** Filter of a list: all entries must hold. A bare value means equal, an array means any of. */
export type Where = Readonly<Record<string, Value | Criterion>>;

export interface Criterion {
  readonly contains?: string;
  readonly starts?: string;
  /** Inclusive bounds; days compare as text. */
  readonly from?: string | number;
  readonly to?: string | number;
  readonly blank?: boolean;
  readonly not?: string | number | boolean;
}
/** Key of `Where` that lists removed records too (`'any'`) or only them (`true`). Default: current records only. */
export const removedKey = '$removed';

export interface PageQuery {
  readonly ledger: string;
  readonly where: Where;
  /** `field` or `-field`; default the ledger's own. Ties are broken by entry order. */
  readonly sort?: string;
  /** Rows to leave out; answered through remembered anchors, so any depth costs the same. */
  readonly offset?: number;
  /** Continue behind this key (`next` of the page before); wins over `offset`. */
  readonly after?: string;
  /** 1..500 */
  readonly limit: number;
  /** Fields to return as text; default the ledger's list. */
  readonly fields?: readonly string[];
}

export interface Page {
  readonly rows: readonly PageRow[];
  /** Key to continue behind the last row; `null` at the end. */
  readonly next: string | null;
}

export interface PageRow {
  readonly id: string;
  readonly version: number;
  readonly removed: boolean;
  /** Display text by field, masked where the caller may not see; empty fields are left out. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Count of a list; `exact: false` when counting was stopped at a bound (then `total` is a lower bound). */
export interface Total {
  readonly total: number;
  readonly exact: boolean;
}

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
  readonly op: 'create' | 'update' | 'remove' | 'restore';
  readonly batch: string | null;
  readonly reason: string | null;
  /** Field → [old, new]; withheld values are masked texts. */
  readonly fields: Readonly<Record<string, readonly [Value, Value]>>;
  /** Same, as display texts. */
  readonly texts: Readonly<Record<string, readonly [string, string]>>;
  /** Change this one took back, if it is an undo. */
  readonly undoes: string | null;
}

export type UndoBatchOutcome =
  | { readonly ok: true; readonly undone: number; readonly kept: number }
  | { readonly ok: false; readonly problem: 'unknown-batch' | 'already-undone' | 'cancelled' };

/** Records of one ledger that point to a record through one field. */
export interface RelatedGroup {
  readonly ledger: string;
  readonly field: string;
  readonly total: number;
  /** Newest 20. */
  readonly rows: readonly PageRow[];
}

export interface SearchHit extends RecordTitle {
  /** Field the text was found in, where known. */
  readonly matched: string;
}
export interface SearchResult {
  readonly hits: readonly SearchHit[];
  /** Ledgers that have more hits than were returned. */
  readonly more: readonly string[];
  /** Time taken in the data process, milliseconds. */
  readonly ms: number;
}

export interface CodeItem {
  readonly code: string;
  readonly name: string;
  readonly name_en?: string;
  readonly valid_from?: string;
  readonly valid_to?: string;
}
export interface CodeTable {
  readonly id: string;
  readonly label: string;
  readonly standard: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Low and medium confidence tables may be edited in the window. */
  readonly editable: boolean;
  readonly items: readonly CodeItem[];
}
export interface CodeStore {
  list(language: Language): readonly CodeTable[];
  /** Replaces the items of an editable table; codes in use are closed (`valid_to`), never dropped. */
  save(table: string, items: readonly CodeItem[], writeId: string, caller: Caller): WriteOutcome;
}

/** Saved views, drafts, column mappings, language: small JSON values of one user. */
export interface PreferenceStore {
  get(user: string, key: string): unknown;
  /** `undefined` forgets the key. */
  set(user: string, key: string, value: unknown): void;
  /** Keys with this prefix and their values. */
  list(user: string, prefix: string): readonly { readonly key: string; readonly value: unknown }[];
}

/** Content-addressed, encrypted files beside the database. */
export interface AttachmentStore {
  /** Keeps the bytes; `hash` is the lower-case SHA-256 of the plain content. */
  put(bytes: Uint8Array, name: string, mediaType: string): AttachmentInfo;
  read(hash: string): Uint8Array | null;
  info(hash: string): AttachmentInfo | null;
}
export interface AttachmentInfo {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A batch of writes made by one import or batch change; survives a crash so that it can be resumed or undone. */
export interface BatchInfo {
  readonly id: string;
  readonly kind: 'import' | 'batch-change';
  readonly ledger: string;
  readonly label: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
  /** Progress and result counts, kept by the importer: JSON. */
  readonly state: unknown;
}
export interface BatchStore {
  start(batch: Pick<BatchInfo, 'id' | 'kind' | 'ledger' | 'label'>, state: unknown): void;
  /** Saves progress; to save it together with rows use `batchState` of the write. */
  update(id: string, state: unknown, finished: boolean): void;
  get(id: string): BatchInfo | null;
  list(limit: number): readonly BatchInfo[];
}

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
}
export interface CreateOptions extends OpenOptions {
  readonly town: { readonly code: string; readonly name: string };
  readonly practice: boolean;
  /** scrypt cost (N); default 2^17 (security.md §2a), 2^14 for practice files whose passphrase is public. */
  readonly kdfCost?: number;
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
