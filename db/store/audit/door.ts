import type { Caller, FigureAnswer, FigureQuestion, Store, WriteOutcome } from '../api.ts';
import type { Core } from '../repository/core.ts';
import { ledgersOfBatch, ledgersOfUndo } from '../repository/undo.ts';
import {
  watchedAttachments,
  watchedBatches,
  watchedDeadlines,
  watchedDues,
  watchedReckoning,
} from './door-beside.ts';
import { watchedSync } from './door-sync.ts';
import type { SensitiveLooks } from './sensitive-looks.ts';

/** What the door is made of. */
export interface DoorParts {
  readonly core: Core;
  readonly looks: SensitiveLooks;
}

/**
 * Functions that tell no value of a record. What is added to `Store` either passes the door below or is named here with
 * open eyes: anything else does not compile. `names` gives titles of linked records; only sensitive ledgers link to
 * sensitive ones (`model/registry.ts`). `suggest` tells nothing of sensitive ledgers to anybody. `looks` asks the same
 * `SensitiveLooks` by itself.
 */
const unwatched = [
  'info',
  'notices',
  'settle',
  'expectMore',
  'restoreIndexesSteps',
  'prepareFiguresSteps',
  'logView',
  'looks',
  'suggest',
  'names',
  'codes',
  'preferences',
  'checkAll',
  'checkSteps',
  'counts',
  'pendingChanges',
  'backup',
  'backups',
  'bulk',
  'checkpoint',
  'close',
] as const satisfies readonly (keyof Store)[];

/**
 * The store through the one door to sensitive ledgers: who may not open them is answered as if there were nothing in
 * them, and what the others are shown is written down before it is shown.
 */
export function behindDoor(door: DoorParts, store: Store): Store {
  const { looks } = door;
  return {
    ...open(store),
    ...watchedReading(door, store),
    ...watchedCases(looks, store),
    ...watchedWriting(door, store),
    dues: watchedDues(looks, store.dues),
    deadlines: watchedDeadlines(looks, store.deadlines),
    reckoning: watchedReckoning(looks, store.reckoning),
    batches: watchedBatches(door, store.batches),
    attachments: watchedAttachments(door, store.attachments),
    sync: watchedSync(looks, store.sync),
    saveSqlcipherCopy: (path, passphrase, caller) => {
      const sensitive = sensitiveLedgers(door);
      if (!sensitive.every((ledger) => looks.mayOpen(ledger, caller))) return false;
      for (const ledger of sensitive) looks.note({ ledger, ids: [''], kind: '$copy' }, caller);
      return store.saveSqlcipherCopy(path, passphrase, caller);
    },
  };
}

function open(store: Store): Pick<Store, (typeof unwatched)[number]> {
  // The very keys of the type, each with its own function.
  return Object.fromEntries(unwatched.map((name) => [name, store[name]])) as unknown as Pick<
    Store,
    (typeof unwatched)[number]
  >;
}

const sensitiveLedgers = ({ core, looks }: DoorParts): readonly string[] =>
  [...core.tables.keys()].filter((ledger) => looks.isSensitive(ledger));

type Reading = Pick<
  Store,
  | 'page'
  | 'total'
  | 'figures'
  | 'rows'
  | 'get'
  | 'findByKey'
  | 'check'
  | 'takenThrough'
  | 'history'
  | 'related'
  | 'search'
  | 'options'
  | 'openIntervals'
  | 'lookMove'
>;

/** What shows records. */
function watchedReading({ core, looks }: DoorParts, store: Reading): Reading {
  return {
    ...watchedLists(looks, store),
    ...watchedLooking(looks, store),
    get: (ledger, id, caller) => {
      const record = looks.mayOpen(ledger, caller) ? store.get(ledger, id, caller) : null;
      if (record !== null) looks.note({ ledger, ids: [id], kind: '$record' }, caller);
      return record;
    },
    history: (ledger, id, caller) => {
      if (!looks.mayOpen(ledger, caller)) return [];
      looks.note({ ledger, ids: [id], kind: '$history' }, caller);
      return store.history(ledger, id, caller);
    },
    related: (ledger, id, caller) => {
      if (!looks.mayOpen(ledger, caller)) return [];
      const groups = looks.opened(store.related(ledger, id, caller), caller);
      for (const { ledger: of, rows } of groups)
        looks.note({ ledger: of, ids: rows.map((row) => row.id), kind: '$related' }, caller);
      return groups;
    },
    takenThrough: (ledger, through, caller) => {
      const target = core.tables.get(ledger)?.ledger.fields[through.link]?.target ?? '';
      if (!looks.mayOpen(ledger, caller) || !looks.mayOpen(target, caller)) return {};
      const taken = store.takenThrough(ledger, through, caller);
      if (Object.keys(taken).length > 0)
        looks.note({ ledger: target, ids: [through.id], kind: '$related' }, caller);
      return taken;
    },
    openIntervals: (ledger, subject, caller) => {
      const intervals = looks.mayOpen(ledger, caller) ? store.openIntervals(ledger, subject, caller) : [];
      looks.note({ ledger, ids: intervals.map(({ id }) => id), kind: '$related' }, caller);
      return intervals;
    },
    lookMove: (question) => {
      const { ledger, subject, caller } = question;
      if (!looks.mayOpen(ledger, caller)) return closed;
      const look = store.lookMove(question);
      // The sentence tells where the subject is now.
      const shown = looks.isSensitive(ledger) && look.ok ? store.openIntervals(ledger, subject, caller) : [];
      looks.note({ ledger, ids: shown.map(({ id }) => id), kind: '$related' }, caller);
      return look;
    },
  };
}

type Lists = 'page' | 'total' | 'figures' | 'rows';

function watchedLists(looks: SensitiveLooks, store: Pick<Store, Lists>): Pick<Store, Lists> {
  return {
    page: (query, caller) => {
      if (!looks.mayOpen(query.ledger, caller)) return { rows: [], next: null };
      const page = store.page(query, caller);
      looks.note({ ledger: query.ledger, ids: page.rows.map(({ id }) => id), kind: '$list' }, caller);
      return page;
    },
    total: (ledger, where, caller) =>
      looks.mayOpen(ledger, caller) ? store.total(ledger, where, caller) : { total: 0, exact: true },
    figures: (question, caller) =>
      ledgersCounted(question).every((ledger) => looks.mayOpen(ledger, caller))
        ? store.figures(question, caller)
        : noFigures(question),
    rows: (ledger, where, caller) => {
      const rows = looks.mayOpen(ledger, caller) ? store.rows(ledger, where, caller) : [];
      looks.note({ ledger, ids: rows.map(({ id }) => id), kind: '$list' }, caller);
      return rows;
    },
  };
}

/** The ledger of a table and those its measures count in. */
const ledgersCounted = ({ ledger, measures }: FigureQuestion): readonly string[] => [
  ...new Set([ledger, ...measures.flatMap((measure) => measure.ledger ?? [])]),
];

const noFigures = ({ spans, measures }: FigureQuestion): FigureAnswer => ({
  total: spans.map(() => measures.map(() => 0)),
  lines: [],
  others: null,
});

type Looking = 'findByKey' | 'check' | 'search' | 'options';

/** Looking for records by what somebody types. */
function watchedLooking(looks: SensitiveLooks, store: Pick<Store, Looking>): Pick<Store, Looking> {
  return {
    findByKey: (ledger, values, caller) =>
      looks.mayOpen(ledger, caller) ? store.findByKey(ledger, values, caller) : null,
    check: (...[ledger, id, values, caller]) => {
      if (!looks.mayOpen(ledger, caller)) return { findings: [], filled: values, duplicates: [] };
      const outcome = store.check(ledger, id, values, caller);
      // What is filled stands in the stored record.
      looks.note({ ledger, ids: id === null ? [] : [id], kind: '$record' }, caller);
      looks.note({ ledger, ids: outcome.duplicates.map((one) => one.id), kind: '$picker' }, caller);
      return outcome;
    },
    search: (text, limit, caller) => {
      const found = store.search(text, limit, caller);
      const hits = looks.opened(found.hits, caller);
      looks.noteAll(hits, '$search', caller);
      return { ...found, hits, more: found.more.filter((ledger) => looks.mayOpen(ledger, caller)) };
    },
    options: (...[ledger, text, limit, caller]) => {
      if (!looks.mayOpen(ledger, caller)) return [];
      const options = store.options(ledger, text, limit, caller);
      looks.note({ ledger, ids: options.map(({ id }) => id), kind: '$picker' }, caller);
      return options;
    },
  };
}

type Writing = Pick<Store, 'write' | 'move' | 'undo' | 'undoBatch' | 'undoBatchSteps'>;

const closed = { ok: false, problem: { code: 'not-found', index: 0 } } as const;

/** Writing is refused where the record could not be opened; what a refusal tells of a record is a look. */
function watchedWriting({ core, looks }: DoorParts, store: Writing): Writing {
  const isBatchOpen = (batch: string, caller: Caller): boolean =>
    looks.mayOpenAll(() => ledgersOfBatch(core, batch), caller);
  return {
    write: (request) => {
      const { writes, caller } = request;
      const index = writes.findIndex(({ ledger }) => !looks.mayOpen(ledger, caller));
      if (index >= 0) return { ok: false, problem: { code: 'not-found', index } };
      const outcome = store.write(request);
      if (!outcome.ok) noteRefusal(looks, outcome.problem, request);
      return outcome;
    },
    move: (request) => (looks.mayOpen(request.ledger, request.caller) ? store.move(request) : closed),
    undo: (change, writeId, caller) =>
      looks.mayOpenAll(() => ledgersOfUndo(core, change), caller)
        ? store.undo(change, writeId, caller)
        : closed,
    undoBatch: (batch, caller, onProgress) =>
      isBatchOpen(batch, caller)
        ? store.undoBatch(batch, caller, onProgress)
        : { ok: false, problem: 'unknown-batch' },
    undoBatchSteps: function* (batch, caller) {
      if (!isBatchOpen(batch, caller)) return { ok: false, problem: 'unknown-batch' };
      return yield* store.undoBatchSteps(batch, caller);
    },
  };
}

/** A conflict shows what stands in the record, a taken key the title of who has it. */
function noteRefusal(
  looks: SensitiveLooks,
  problem: Extract<WriteOutcome, { ok: false }>['problem'],
  { writes, caller }: Parameters<Store['write']>[0],
): void {
  const refused = writes[problem.index];
  if (problem.code === 'conflict' && refused !== undefined)
    looks.note({ ledger: refused.ledger, ids: [refused.id], kind: '$record' }, caller);
  if (problem.code === 'key-taken') looks.noteAll([problem.holder], '$picker', caller);
}

type Acting = Pick<Store, 'caseState' | 'lookCase' | 'act'>;

/** Cases of a sensitive ledger with their clocks and steps. */
function watchedCases(looks: SensitiveLooks, store: Acting): Acting {
  return {
    caseState: (ledger, id, caller) => {
      const state = looks.mayOpen(ledger, caller) ? store.caseState(ledger, id, caller) : null;
      if (state !== null) looks.note({ ledger, ids: [id], kind: '$record' }, caller);
      return state;
    },
    lookCase: (question) => {
      const { ledger, id, caller } = question;
      if (!looks.mayOpen(ledger, caller)) return closed;
      const look = store.lookCase(question);
      if (look.ok) looks.note({ ledger, ids: [id], kind: '$record' }, caller);
      return look;
    },
    act: (request) => (looks.mayOpen(request.ledger, request.caller) ? store.act(request) : closed),
  };
}
