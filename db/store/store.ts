import type {
  Caller,
  DeadlineStore,
  OpeningProgress,
  ReckoningStore,
  Store,
  SyncStore,
  WriteProblem,
} from './api.ts';
import { EncryptedAttachments } from './attachments/attachment-store.ts';
import { behindDoor } from './audit/door.ts';
import { lookLog } from './audit/look-log.ts';
import { SensitiveLooks } from './audit/sensitive-looks.ts';
import { logViews } from './audit/view-log.ts';
import { batchStore } from './batches/batch-store.ts';
import { bulkLoader } from './bulk/bulk-loader.ts';
import { historyOf } from './changelog/history.ts';
import { checkAll, checkSteps } from './check/check-all.ts';
import { codeStore } from './codes/code-store.ts';
import { deadlineStore, othersDeadlines } from './deadlines/deadline-store.ts';
import { dueStore } from './due/due-store.ts';
import { answerFigures } from './figures/answer-figures.ts';
import { listBackups, makeBackup } from './open/backup-files.ts';
import { isMany, restoreIndexesSteps, setIndexesAside, type Filling } from './migrate/indexes-aside.ts';
import { forgetHolder } from './open/lock-file.ts';
import { settleMark } from './open/high-water-mark.ts';
import { markOf, type Session } from './open/session.ts';
import { saveSqlcipherCopy } from './open/sqlcipher-copy.ts';
import { preferenceStore } from './preferences/preference-store.ts';
import { act, caseState, lookCase } from './repository/act.ts';
import { followNewSteps } from './reckoning/follow-new.ts';
import { reckoningStore } from './reckoning/reckoning-store.ts';
import { checkRecord } from './repository/check-values.ts';
import { tableOf, type Core } from './repository/core.ts';
import type { LedgerTable } from './repository/ledger-table.ts';
import { lookMove, move, openIntervals } from './repository/move.ts';
import { readPage, readTotal } from './repository/page.ts';
import { findByKey, firstTitles, getRecord, relatedTo, rowsWhere } from './repository/read.ts';
import { suggest } from './repository/suggest.ts';
import { takenThrough } from './repository/taken.ts';
import { undo, undoBatch, undoBatchSteps } from './repository/undo.ts';
import { write } from './repository/write.ts';
import { search, searchLedger } from './search/search.ts';
import { prepareWords } from './search/search-index.ts';
import { guardedSteps, type Steps } from './steps.ts';
import { guarded } from './storage-error.ts';
import { absorbKnownSteps } from './sync/absorb.ts';
import { answerInstead } from './sync/case-replies.ts';
import { enterReplies } from './sync/enter-replies.ts';
import { isCity, type SyncParts } from './sync/sync-parts.ts';
import { syncStore } from './sync/sync-store.ts';

/**
 * Pages in the write-ahead log before they are copied into the file. While an import runs (256 MB): the same pages of
 * the indexes are written again and again, and copied once instead of each time.
 */
const MANY_PAGES = 65_536;
const USUAL_PAGES = 1000;
/** The link picker shows titles only, which are masked in any case. */
const picker: Caller = { user: '', name: '', language: 'zh', seesMasked: false };

/** Puts the store together over an open session; tells what an update of the program makes of the records that are there. */
export function* storeSteps(session: Session): Steps<Store, OpeningProgress> {
  const { core, places, keys } = session;
  const { connection } = core;
  const attachments = new EncryptedAttachments(connection, places, { key: keys.attachments, now: core.now });
  const sync = yield* openSync(session, attachments);
  // What is due in a case is its town's to say; a city is told.
  if (!isCity(session.info.town.code)) yield* followNewSteps(core, session.earlier);
  const looks = new SensitiveLooks(core);
  const batches = batchStore(connection, core.now);
  const store: Store = {
    info: session.info,
    notices: session.notices,
    page: (query, caller) => readPage(core, query, caller),
    total: (ledger, where) => readTotal(core, ledger, where),
    ...counting(core),
    rows: (ledger, where) => rowsWhere(core, ledger, where),
    get: (ledger, id, caller) => getRecord(core, ledger, { id, caller }),
    findByKey: (ledger, values) => findByKey(core, ledger, values),
    ...writing(core),
    ...auditing(core, looks),
    history: (ledger, id, caller) => historyOf(core, ledger, { id, caller }),
    ...acting(core, isCity(session.info.town.code)),
    ...entering(core),
    undo: (change, writeId, caller) => undo(core, change, { writeId, caller }),
    undoBatch: (batch, caller, onProgress) => undoBatch(core, batch, { caller, onProgress }),
    undoBatchSteps: (batch, caller) => guardedSteps(undoBatchSteps(core, batch, caller)),
    related: (ledger, id, caller) => relatedTo(core, ledger, { id, caller }),
    search: (text, limit, caller) =>
      search(core, text, { limit, caller, isOpen: (ledger) => looks.mayOpen(ledger, caller) }),
    options: (ledger, text, limit) =>
      text.trim() === ''
        ? firstTitles(core, ledger, limit)
        : searchLedger(core, tableOf(core, ledger), { text, limit, caller: picker }),
    names: (language) => core.names(language),
    codes: codeStore(core, session.codes),
    preferences: preferenceStore(connection),
    attachments,
    batches,
    dues: dueStore(core),
    deadlines: isCity(session.info.town.code) ? othersDeadlines : deadlineStore(core, batches),
    reckoning: reckoningStore({ core, batches, mayOpen: (ledger, caller) => looks.mayOpen(ledger, caller) }),
    checkAll: (onProgress) => checkAll(session, attachments, onProgress),
    checkSteps: () => guardedSteps(checkSteps(session, attachments)),
    counts: () => countsOf(session),
    pendingChanges: () => sync.states.pending(),
    ...copying(session),
    sync,
    bulk: bulkLoader(session),
    checkpoint: () => {
      connection.pragma('wal_checkpoint(TRUNCATE)');
    },
    close: () => {
      closeStore(session);
    },
  };
  return guardedStore(behindDoor({ core, looks }, store));
}

/** The store with its parts, each with failures of the storage let out as `StorageError`. */
const guardedStore = (store: Store): Store =>
  guardedAll({
    ...store,
    codes: guardedAll(store.codes),
    preferences: guardedAll(store.preferences),
    attachments: guardedAll(store.attachments),
    batches: guardedAll(store.batches),
    looks: guardedAll(store.looks),
    dues: guardedAll(store.dues),
    deadlines: guardedDeadlines(store.deadlines),
    reckoning: guardedReckoning(store.reckoning),
    sync: guardedSync(store.sync),
    bulk: guardedAll(store.bulk),
  });

/** Figures, and what they are counted from. */
const counting = (core: Core): Pick<Store, 'figures' | 'prepareFiguresSteps'> => ({
  figures: (question) => answerFigures(core, question),
  prepareFiguresSteps: (ledgers) => {
    const tables = ledgers?.map((ledger) => tableOf(core, ledger)) ?? core.tables.values();
    return guardedSteps(core.columns.settleSteps(tables));
  },
});

/** Looks, written down and read. */
const auditing = (core: Core, looks: SensitiveLooks): Pick<Store, 'logView' | 'looks'> => ({
  logView: ({ ledger, id, field }, caller) => {
    logViews(core, { ledger, ids: [id], field }, caller);
  },
  looks: lookLog(core, looks),
});

type Acting = Pick<Store, 'openIntervals' | 'lookMove' | 'move' | 'caseState' | 'lookCase' | 'act'>;

/** Actions that write several records by a rule: moves between intervals, steps of a workflow. */
function acting(core: Core, isAtCity: boolean): Acting {
  const refused = (of: { readonly ledger: string; readonly id: string }): WriteProblem | null =>
    isAtCity ? answerInstead(core, of) : null;
  return {
    openIntervals: (ledger, subject, caller) => openIntervals(core, ledger, { subject, caller }),
    lookMove: (question) => lookMove(core, question),
    move: (request) => move(core, request),
    caseState: (ledger, id, caller) => caseState(core, ledger, { id, caller }),
    lookCase: (question) => {
      const problem = refused(question);
      return problem === null ? lookCase(core, question) : { ok: false, problem };
    },
    act: (request) => {
      const problem = refused(request);
      return problem === null ? act(core, request) : { ok: false, problem };
    },
  };
}

type Entering = Pick<Store, 'check' | 'takenThrough' | 'suggest'>;

/** What is asked while somebody enters a record. */
function entering(core: Core): Entering {
  return {
    check: (ledger, id, values) => checkRecord(core, ledger, { id, values }),
    takenThrough: (ledger, through) => takenThrough(core, ledger, through),
    suggest: (ledger, field, text) => suggest(core, ledger, { field, text }),
  };
}

type Copying = Pick<Store, 'backup' | 'backups' | 'saveSqlcipherCopy'>;

/** Copies of the file. */
const copying = ({ core, places, keys }: Session): Copying => ({
  backup: (reason) => makeBackup(core.connection, places, { reason, now: core.now() }),
  backups: () => listBackups(places),
  saveSqlcipherCopy: (path, passphrase) => {
    saveSqlcipherCopy(core.connection, { path, passphrase, key: keys.database });
    return true;
  },
});

type Writing = Pick<Store, 'write' | 'settle' | 'expectMore' | 'restoreIndexesSteps'>;

/** Writes, and what a long import says about its own. */
function writing(core: Core): Writing {
  const { connection } = core;
  return {
    write: (request) => write(core, request),
    settle: (batch) => {
      connection.settle(batch);
    },
    expectMore: (ledger, created, coming = 0) => {
      expectMore(core, tableOf(core, ledger), { created, coming });
    },
    restoreIndexesSteps: () => guardedSteps(endOfMore(core)),
  };
}

function expectMore(core: Core, table: LedgerTable, more: Omit<Filling, 'there'>): void {
  const { connection } = core;
  const there = connection.number('SELECT everything FROM ledger WHERE id = ?', table.ledger.id) ?? 0;
  const filling = { there, ...more };
  if (!isMany(filling)) return;
  connection.pragma(`wal_autocheckpoint=${MANY_PAGES}`);
  prepareWords(connection, table);
  setIndexesAside(connection, table.plan, filling);
}

function* endOfMore({ connection, columns, tables }: Core): Steps<void> {
  yield* restoreIndexesSteps(connection);
  yield* columns.settleSteps(tables.values());
  connection.pragma(`wal_autocheckpoint=${USUAL_PAGES}`);
}

function countsOf({ core }: Session): Readonly<Record<string, number>> {
  const rows = core.connection.rows('SELECT id, current FROM ledger');
  const counts = new Map(rows.map((row) => [String(row['id']), Number(row['current'])]));
  return Object.fromEntries([...core.tables.keys()].map((id) => [id, counts.get(id) ?? 0]));
}

/** Merges the write-ahead log, settles the mark and lets go of the file. */
function closeStore({ core, places }: Session): void {
  if (!core.connection.raw.open) return;
  core.connection.commitHeld();
  // A bulk load leaves a transaction open between calls; without a journal it can only be finished.
  if (core.connection.raw.inTransaction) core.connection.raw.exec('COMMIT');
  try {
    // Keeps the planner's knowledge of the tables fresh; looks at some hundred entries of an index at most.
    core.connection.pragma('analysis_limit=400');
    core.connection.pragma('optimize');
    core.connection.pragma('wal_checkpoint(TRUNCATE)');
    settleMark(places, markOf(core.log.state, core.now().toISOString()));
  } finally {
    // Whatever failed is told, but a full or broken disk must not keep the file locked.
    try {
      // Before the lock is let go: afterwards the note may already be that of the next opener.
      forgetHolder(places);
    } finally {
      core.connection.close();
    }
  }
}

/** What a later program sent is taken over before anybody asks for it. */
function* openSync(
  { core, codes, info }: Session,
  attachments: EncryptedAttachments,
): Steps<SyncStore, OpeningProgress> {
  const parts: SyncParts = {
    core,
    codes,
    isPractice: info.practice,
    unit: info.town,
    applying: new Map(),
  };
  yield* absorbKnownSteps(parts);
  // Answers kept by a version that did not know them, and those of a package whose end a crash cut off.
  enterReplies(parts);
  return syncStore(parts, attachments);
}

/** The exchange is answered by subject, each guarded by itself. */
const guardedSync = (sync: SyncStore): SyncStore => ({
  get node() {
    return guarded(() => sync.node);
  },
  facts: sync.facts,
  documents: guardedAll(sync.documents),
  outgoing: guardedAll(sync.outgoing),
  incoming: guardedAll(sync.incoming),
  receipts: guardedAll(sync.receipts),
  files: guardedAll(sync.files),
  previewSteps: (selection) => guardedSteps(sync.previewSteps(selection)),
  waiting: (peer) => guarded(() => sync.waiting(peer)),
  states: guardedAll(sync.states),
  conflicts: guardedAll(sync.conflicts),
  quarantine: guardedAll(sync.quarantine),
  twins: guardedAll(sync.twins),
  origins: guardedAll(sync.origins),
  replies: guardedAll(sync.replies),
  sticks: guardedAll(sync.sticks),
});

/** Reckoning anew, slice by slice. */
const guardedReckoning = (reckoning: ReckoningStore): ReckoningStore => ({
  ledgersOf: (rules, caller) => guarded(() => reckoning.ledgersOf(rules, caller)),
  lookSteps: (rules, of, caller) => guardedSteps(reckoning.lookSteps(rules, of, caller)),
  applySteps: (batch, rules, caller) => guardedSteps(reckoning.applySteps(batch, rules, caller)),
});

const guardedDeadlines = (deadlines: DeadlineStore): DeadlineStore => ({
  lookSteps: (of, caller) => guardedSteps(deadlines.lookSteps(of, caller)),
  moveSteps: (batch, of, caller) => guardedSteps(deadlines.moveSteps(batch, of, caller)),
  settle: () => guarded(() => deadlines.settle()),
});

/** Every function of an object, with failures of the storage let out as `StorageError`. */
function guardedAll<T extends object>(target: T): T {
  return new Proxy(target, {
    get: (object, key) => {
      const value: unknown = Reflect.get(object, key);
      if (typeof value !== 'function') return value;
      return (...args: readonly unknown[]): unknown =>
        guarded((): unknown => Reflect.apply(value, object, args));
    },
  });
}
