import type { Caller, DeadlineStore, DueStore, FigureAnswer, FigureQuestion, Store } from '../api.ts';
import type { Core } from '../repository/core.ts';

/** How records of a sensitive ledger were looked at; stands in `view_log` where a revealed field's name stands else. */
type LookKind = '$list' | '$record' | '$history' | '$related' | '$search' | '$picker';

/** The same person looking at the same record again within this time is one look. */
const ONE_LOOK_MS = 10 * 60_000;
/** Looks remembered; beyond that all are forgotten and written down anew. */
const MOST_REMEMBERED = 20_000;

interface Look {
  readonly ledger: string;
  readonly ids: readonly string[];
  readonly kind: LookKind;
}

/**
 * The one door to ledgers marked `sensitive` (drug, HIV, mental disorder, correction, minors …): who may not open them
 * is given nothing, and what the others are shown is written down durably before it is shown (DESIGN law 9).
 */
export class SensitiveLooks {
  readonly #core: Core;
  readonly #seen = new Map<string, number>();

  constructor(core: Core) {
    this.#core = core;
  }

  /** True for ordinary ledgers, and for sensitive ones where the caller may open them. */
  mayOpen(ledger: string, caller: Caller | undefined): boolean {
    return !this.#isSensitive(ledger) || caller?.seesSensitive !== false;
  }

  /** Writes down that these records were shown; nothing for ordinary ledgers. */
  note({ ledger, ids, kind }: Look, caller: Caller): void {
    if (!this.#isSensitive(ledger)) return;
    const now = this.#core.now();
    const fresh = ids.filter((id) => {
      const key = `${caller.user} ${kind} ${ledger} ${id}`;
      return now.getTime() - (this.#seen.get(key) ?? -Infinity) >= ONE_LOOK_MS;
    });
    if (fresh.length === 0) return;
    const { connection } = this.#core;
    connection.transaction(() => {
      for (const id of fresh)
        connection.run(
          'INSERT INTO view_log (at, user, ledger, record, field) VALUES (?, ?, ?, ?, ?)',
          now.toISOString(),
          caller.user,
          ledger,
          id,
          kind,
        );
    });
    if (this.#seen.size > MOST_REMEMBERED) this.#seen.clear();
    for (const id of fresh) this.#seen.set(`${caller.user} ${kind} ${ledger} ${id}`, now.getTime());
  }

  /** A ledger that does not exist is refused behind the door, where what is held is taken back with it. */
  #isSensitive(ledger: string): boolean {
    return this.#core.tables.get(ledger)?.ledger.sensitive === true;
  }
}

type Reading = Pick<
  Store,
  | 'page'
  | 'total'
  | 'figures'
  | 'get'
  | 'history'
  | 'related'
  | 'search'
  | 'options'
  | 'openIntervals'
  | 'lookMove'
>;
type Writing = Pick<Store, 'write' | 'move'>;
type Acting = Pick<Store, 'caseState' | 'lookCase' | 'act'>;

/** The store's functions that show or change records, through the door. */
export const watched = (
  looks: SensitiveLooks,
  store: Reading & Acting & Writing,
): Reading & Acting & Writing => ({
  ...watchedReading(looks, store),
  ...watchedCases(looks, store),
  ...watchedWriting(looks, store),
});

/** What shows records. */
function watchedReading(looks: SensitiveLooks, store: Reading): Reading {
  return {
    page: (query, caller) => {
      if (!looks.mayOpen(query.ledger, caller)) return { rows: [], next: null };
      const page = store.page(query, caller);
      looks.note({ ledger: query.ledger, ids: page.rows.map(({ id }) => id), kind: '$list' }, caller);
      return page;
    },
    total: (ledger, where, caller) =>
      looks.mayOpen(ledger, caller) ? store.total(ledger, where) : { total: 0, exact: true },
    figures: (question, caller) =>
      looks.mayOpen(question.ledger, caller) ? store.figures(question) : noFigures(question),
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
      const groups = store.related(ledger, id, caller).filter((group) => looks.mayOpen(group.ledger, caller));
      for (const { ledger: of, rows } of groups)
        looks.note({ ledger: of, ids: rows.map((row) => row.id), kind: '$related' }, caller);
      return groups;
    },
    search: (text, limit, caller) => {
      const found = store.search(text, limit, caller);
      const hits = found.hits.filter((hit) => looks.mayOpen(hit.ledger, caller));
      for (const hit of hits) looks.note({ ledger: hit.ledger, ids: [hit.id], kind: '$search' }, caller);
      return { ...found, hits, more: found.more.filter((ledger) => looks.mayOpen(ledger, caller)) };
    },
    options: (...[ledger, text, limit, caller]) => {
      if (!looks.mayOpen(ledger, caller)) return [];
      const options = store.options(ledger, text, limit);
      const ids = options.map(({ id }) => id);
      if (caller !== undefined) looks.note({ ledger, ids, kind: '$picker' }, caller);
      return options;
    },
    openIntervals: (ledger, subject, caller) => {
      const open = looks.mayOpen(ledger, caller) ? store.openIntervals(ledger, subject, caller) : [];
      looks.note({ ledger, ids: open.map(({ id }) => id), kind: '$related' }, caller);
      return open;
    },
    lookMove: (question) =>
      looks.mayOpen(question.ledger, question.caller)
        ? store.lookMove(question)
        : { ok: false, problem: { code: 'not-found', index: 0 } },
  };
}

/** What is due, through the door: counts of ledgers that may not be opened are left out, rows are looks. */
export function watchedDues(looks: SensitiveLooks, dues: DueStore): DueStore {
  const open = <T extends { readonly ledger: string }>(found: readonly T[], caller: Caller): readonly T[] =>
    found.filter(({ ledger }) => looks.mayOpen(ledger, caller));
  return {
    tallies: (days, caller) => open(dues.tallies(days, caller), caller),
    wants: (caller) => open(dues.wants(caller), caller),
    byDay: (span, caller) => open(dues.byDay(span, caller), caller),
    rows: (query, caller) => {
      const rows = looks.mayOpen(query.ledger, caller) ? dues.rows(query, caller) : [];
      looks.note({ ledger: query.ledger, ids: rows.map(({ id }) => id), kind: '$list' }, caller);
      return rows;
    },
  };
}

/** Deadlines a change of the calendar concerns: all are counted and moved, those that may be seen are shown. */
export function watchedDeadlines(looks: SensitiveLooks, deadlines: DeadlineStore): DeadlineStore {
  return {
    ...deadlines,
    *lookSteps(of, caller) {
      const found = yield* deadlines.lookSteps(of, caller);
      const lines = found.lines.filter(({ ledger }) => looks.mayOpen(ledger, caller));
      for (const { ledger, id } of lines) looks.note({ ledger, ids: [id], kind: '$list' }, caller);
      return { ...found, lines };
    },
  };
}

const noFigures = ({ spans, measures }: FigureQuestion): FigureAnswer => ({
  total: spans.map(() => measures.map(() => 0)),
  lines: [],
  others: null,
});

/** Writing is refused where the record could not be opened. */
function watchedWriting(looks: SensitiveLooks, store: Writing): Writing {
  return {
    write: (request) => {
      const index = request.writes.findIndex(({ ledger }) => !looks.mayOpen(ledger, request.caller));
      return index < 0 ? store.write(request) : { ok: false, problem: { code: 'not-found', index } };
    },
    move: (request) =>
      looks.mayOpen(request.ledger, request.caller)
        ? store.move(request)
        : { ok: false, problem: { code: 'not-found', index: 0 } },
  };
}

/** Cases of a sensitive ledger with their clocks and steps. */
function watchedCases(looks: SensitiveLooks, store: Acting): Acting {
  const closed = { ok: false, problem: { code: 'not-found', index: 0 } } as const;
  return {
    caseState: (ledger, id, caller) => {
      const state = looks.mayOpen(ledger, caller) ? store.caseState(ledger, id, caller) : null;
      if (state !== null) looks.note({ ledger, ids: [id], kind: '$record' }, caller);
      return state;
    },
    lookCase: (question) =>
      looks.mayOpen(question.ledger, question.caller) ? store.lookCase(question) : closed,
    act: (request) => (looks.mayOpen(request.ledger, request.caller) ? store.act(request) : closed),
  };
}
