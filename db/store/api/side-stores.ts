import type { Language } from '../../model/localized.ts';
import type { Caller } from './caller.ts';
import type { WriteOutcome } from './writes.ts';

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
  /** `null` also for a file of a sensitive record the caller may not open. */
  read(hash: string, caller: Caller): Uint8Array | null;
  /** As `read`: names of files tell of people too. */
  info(hash: string, caller: Caller): AttachmentInfo | null;
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
  get(id: string, caller: Caller): BatchInfo | null;
  list(limit: number, caller: Caller): readonly BatchInfo[];
  /**
   * Keeps what an import refused, packed by its caller, also of a dry run, which has no batch; what was kept of the
   * same batch before and of all but the four batches before this one is forgotten.
   */
  keepRefused(batch: Pick<BatchInfo, 'id' | 'ledger'>, blocks: readonly Uint8Array[]): void;
  /** What was kept, in its order; `null` when nothing was or newer imports took its place. */
  refused(id: string, caller: Caller): readonly Uint8Array[] | null;
}
