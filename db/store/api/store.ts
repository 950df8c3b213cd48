import type { Names, Values } from '../../model/field-kind.ts';
import type { Language } from '../../model/localized.ts';
import type { Caller } from './caller.ts';
import type { DeadlineStore } from './deadlines.ts';
import type { DueStore } from './due.ts';
import type { FigureAnswer, FigureQuestion } from './figures.ts';
import type { LookLog } from './looks.ts';
import type { Page, PageQuery, RelatedGroup, SearchResult, Total, Where } from './lists.ts';
import type { CaseLook, CaseQuestion, CaseRequest, CaseState } from './cases.ts';
import type { MoveLook, MoveQuestion, MoveRequest, OpenInterval } from './moves.ts';
import type { ChangeRecord, CheckOutcome, RecordTitle, StoredRecord, ValueRow } from './records.ts';
import type { AttachmentStore, BatchStore, CodeStore, PreferenceStore } from './side-stores.ts';
import type { ReckoningStore } from './reckoning.ts';
import type { SyncStore } from './sync.ts';
import type { BackupInfo, BulkLoader, CheckProgress, CheckReport, Progress } from './upkeep.ts';
import type { UndoBatchOutcome, WriteOutcome, WriteRequest } from './writes.ts';

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
  /**
   * `caller`, here and below: who is shown the answer. Left out where the program reckons for itself, which throws for a
   * sensitive ledger: what of one can reach a person is asked in the person's name.
   */
  total(ledger: string, where: Where, caller?: Caller): Total;
  /**
   * Counts and sums of a ledger by the values of a field and by period; right after any change, quick when repeated.
   */
  figures(question: FigureQuestion, caller?: Caller): FigureAnswer;
  /**
   * Makes what figures of large ledgers are counted from (of these ledgers; left out: of all), where an update of the program
   * or a crash left it behind. Others may read and write between two slices; until its end figures of such a ledger are
   * counted from the table, which is right but slow. Yields nothing where nothing is to be done.
   */
  prepareFiguresSteps(ledgers?: readonly string[]): Generator<Progress, void, undefined>;
  /**
   * Every record a filter finds with its values in full, oldest first; for reckoning in the data process and `zw`, never
   * for showing: nothing is masked and nothing paged.
   */
  rows(ledger: string, where: Where, caller?: Caller): readonly ValueRow[];
  /** One record, also a removed one; `null` when the id is unknown. Masked fields hold `null` and are named. */
  get(ledger: string, id: string, caller: Caller): StoredRecord | null;
  /** Current id of the record with this natural key, `null` when there is none. */
  findByKey(
    ledger: string,
    values: Values,
    caller?: Caller,
  ): { readonly id: string; readonly version: number } | null;
  /** Everything or nothing, with change records and search index, durable on return (`synchronous=FULL`). */
  write(request: WriteRequest): WriteOutcome;
  /** Makes the held writes of a batch durable. Throws `StorageError` when some were lost; what the batch's state says is kept. */
  settle(batch: string): void;
  /**
   * Says that so many records were put into a ledger and more are coming, about so many if that is known. One that was
   * nearly empty before may then go without the indexes of its lists until `restoreIndexesSteps`: lists are slower
   * meanwhile, nothing is lost by a crash.
   */
  expectMore(ledger: string, created: number, coming?: number): void;
  /**
   * No more are coming: builds the indexes that were set aside, one a slice, and what figures are
   * counted from. To be called after `expectMore`, whatever happened.
   */
  restoreIndexesSteps(): Generator<Progress, void, undefined>;
  /** Writes down, durably, that the caller looked at a withheld value in full. */
  logView(
    view: { readonly ledger: string; readonly id: string; readonly field: string },
    caller: Caller,
  ): void;
  /** Who looked at what, when and how. */
  readonly looks: LookLog;
  /** Checks values as `write` would, without writing: broken rules, warnings, likely duplicates. */
  check(ledger: string, id: string | null, values: Values, caller?: Caller): CheckOutcome;
  /**
   * What a record of the ledger takes over from another when it is linked to it (`takes`), by own field: filled values only.
   * For imports, which judge a row before they write it.
   */
  takenThrough(
    ledger: string,
    through: { readonly link: string; readonly id: string },
    caller: Caller,
  ): Values;
  history(ledger: string, id: string, caller: Caller): readonly ChangeRecord[];
  /** Intervals of a subject without an end, oldest first; more than one is a mistake to be corrected by hand. */
  openIntervals(ledger: string, subject: string, caller: Caller): readonly OpenInterval[];
  /** What a move would do, without writing. */
  lookMove(question: MoveQuestion): MoveLook;
  /** One action on the intervals of a subject: all its records in one write, taken back by one `undo`. */
  move(request: MoveRequest): WriteOutcome;
  /** How a case of a workflow ledger stands; `null` when the id is unknown. */
  caseState(ledger: string, id: string, caller: Caller): CaseState | null;
  /** What an action of a workflow would do with a case, without writing. */
  lookCase(question: CaseQuestion): CaseLook;
  /** Takes an action with a case: the case, the step and what the action creates in one write, taken back by one `undo`. */
  act(request: CaseRequest): WriteOutcome;
  /**
   * Takes a change back by a new change; refused when later changes touched the same fields. What one request outside
   * of a batch wrote together (a move) goes back together, the change asked for first in the outcome.
   */
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
  options(ledger: string, text: string, limit: number, caller?: Caller): readonly RecordTitle[];
  names(language: Language): Names;
  readonly codes: CodeStore;
  readonly preferences: PreferenceStore;
  readonly attachments: AttachmentStore;
  readonly batches: BatchStore;
  /** What must be done by a day, and what records lack, over all ledgers. */
  readonly dues: DueStore;
  /** Deadlines that were given out and a calendar that changed since. */
  readonly deadlines: DeadlineStore;
  /** Records that follow rules kept as data, after the rules changed. */
  readonly reckoning: ReckoningStore;
  /** Exchange with other nodes: what leaves, what arrives, and what came of it. */
  readonly sync: SyncStore;
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
  /**
   * A copy in SQLCipher 4 format under another passphrase, readable by the `sqlcipher` program. Everything is in it:
   * `false`, and none is made, for who may not open sensitive ledgers.
   */
  saveSqlcipherCopy(path: string, passphrase: string, caller: Caller): boolean;
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
