import type { Caller } from '../api.ts';
import type { Bound, Connection } from '../open/connection.ts';
import { insertRows } from '../open/many-rows.ts';
import {
  DIGEST_BYTES,
  firstTip,
  nextTip,
  nextTipOfCreated,
  type ChainedChange,
  type ChainedWrite,
} from './chain.ts';
import type { HybridClock } from './hybrid-clock.ts';

/** A change about to be logged. */
export interface NewChange {
  readonly ledger: { readonly no: number; readonly id: string };
  readonly rid: number;
  readonly record: string;
  readonly version: number;
  readonly op: 'create' | 'update' | 'remove' | 'restore';
  /** JSON text of `{field: [old, new]}`; `null` for a create. */
  readonly fields: string | null;
  readonly digest: Uint8Array | null;
  readonly reason: string | null;
  readonly undoes: string | null;
  /** Set for a change another node made. */
  readonly origin?: ChangeOrigin;
}

/** Where and when a change of another node was made. */
interface ChangeOrigin {
  /** JSON text: field → clock; `*` stands for every field not named, `$removed` for the removal. */
  readonly clocks: string;
  /** Name of the person, as that node tells it. */
  readonly author: string;
}

/** A record a write named but did not need to change: its place in the request, and what it is. */
export type Unchanged = readonly [index: number, ledger: string, id: string, version: number];

export interface NewWrite {
  readonly writeId: string;
  readonly caller: Pick<Caller, 'user' | 'name'>;
  readonly batch: string | null;
  readonly at: number;
  /** Node the changes came from; left out for our own. */
  readonly source?: string | null;
  readonly changes: readonly NewChange[];
  readonly unchanged: readonly Unchanged[];
}

/** Records just created in one ledger, in the order of their row numbers. */
export interface CreatedRecords {
  readonly ledger: { readonly no: number; readonly id: string };
  readonly firstRid: number;
  readonly records: readonly string[];
  /** Digest of each, hex (`digestTextOf`). */
  readonly digests: readonly string[];
}

/** Where the log stands: the lineage of this launch, its last counter, its tip. */
export interface LogState {
  readonly lineage: string;
  readonly counter: number;
  readonly tip: Uint8Array;
}

/** Name of a change: unique by construction, and tells at once which lineage it is of. */
export const changeId = (lineage: string, counter: number): string => `${lineage}.${counter}`;

const intoChanges = {
  sql: `INSERT INTO change_log
    (seq, write, ledger, rid, record, version, op, fields, digest, reason, undoes, clocks, author)`,
  width: 13,
} as const;

/** Writes the change log of one launch: one lineage, counter from 1, hash chain. */
export class ChangeLog {
  readonly clock: HybridClock;
  readonly #connection: Connection;
  readonly #lineageNo: number;
  #state: LogState;

  constructor(
    connection: Connection,
    clock: HybridClock,
    lineage: { readonly no: number; readonly id: string },
  ) {
    this.#connection = connection;
    this.clock = clock;
    this.#lineageNo = lineage.no;
    this.#state = { lineage: lineage.id, counter: 0, tip: tipBeforeFirst(connection, lineage.no) };
  }

  get state(): LogState {
    return this.#state;
  }

  /** Goes back to where the log stood before writes that were confirmed and then lost with their transaction. */
  returnTo(state: LogState): void {
    this.#state = state;
  }

  /**
   * Appends a write inside the caller's transaction. The new state holds only after `confirm`, so a rolled-back
   * write leaves the chain where it was. Returns the ids of the changes in order.
   */
  append(write: NewWrite): { readonly changes: readonly string[]; readonly confirm: () => void } {
    const { lineage, counter, tip } = this.#state;
    const chained = write.changes.map((change, i): ChainedChange => ({
      counter: counter + 1 + i,
      ledger: change.ledger.id,
      record: change.record,
      version: change.version,
      op: change.op,
      fields: change.fields,
      digest: change.digest === null ? null : Buffer.from(change.digest).toString('hex'),
      reason: change.reason,
      undoes: change.undoes,
      clocks: change.origin?.clocks ?? null,
      author: change.origin === undefined ? null : remoteUser(write.source, change.origin),
    }));
    const next: LogState = {
      lineage,
      counter: counter + chained.length,
      tip: nextTip(tip, headerOf(write), chained),
    };
    this.#insert(write, counter + 1, next.tip);
    return {
      changes: chained.map((change) => changeId(lineage, change.counter)),
      confirm: () => {
        this.#state = next;
      },
    };
  }

  /**
   * `append` of a write that created records of one ledger and did nothing else. Their rows are there and have
   * neighbouring row numbers from `firstRid` on: the changes are copied from them inside SQLite, because binding ten
   * values for each took longer than writing them.
   */
  appendCreated(
    write: Omit<NewWrite, 'changes' | 'unchanged'>,
    created: CreatedRecords,
  ): { readonly changes: readonly string[]; readonly confirm: () => void } {
    const { lineage, counter, tip } = this.#state;
    const { ledger, records, digests, firstRid } = created;
    const first = counter + 1;
    const next: LogState = {
      lineage,
      counter: counter + records.length,
      tip: nextTipOfCreated(tip, headerOf(write), { counter: first, ledger: ledger.id, records, digests }),
    };
    const { no, firstSeq } = this.#insertWrite({ ...write, unchanged: [] }, new Map(), {
      firstCounter: first,
      changes: records.length,
      tip: next.tip,
    });
    const copied = this.#connection.run(
      `INSERT INTO change_log (seq, write, ledger, rid, record, version, op, digest)
       SELECT rid + ?, ?, ?, rid, id, 1, 'create', substr(?, (rid - ?) * ${DIGEST_BYTES} + 1, ${DIGEST_BYTES})
       FROM ${ledger.id} WHERE rid BETWEEN ? AND ?`,
      firstSeq - firstRid,
      no,
      ledger.no,
      Buffer.from(digests.join(''), 'hex'),
      firstRid,
      firstRid,
      firstRid + records.length - 1,
    );
    if (copied.changes !== records.length) throw new Error('created rows are not next to each other');
    return {
      changes: records.map((_, i) => changeId(lineage, first + i)),
      confirm: () => {
        this.#state = next;
      },
    };
  }

  #insert(write: NewWrite, firstCounter: number, tip: Uint8Array): void {
    const authors = new Map<string, number>();
    const { no, firstSeq } = this.#insertWrite(write, authors, {
      firstCounter,
      changes: write.changes.length,
      tip,
    });
    const bound: Bound[] = [];
    for (const [i, c] of write.changes.entries()) {
      bound.push(
        firstSeq + i,
        no,
        c.ledger.no,
        c.rid,
        c.record,
        c.version,
        c.op,
        c.fields,
        c.digest,
        c.reason,
        c.undoes,
        c.origin?.clocks ?? null,
        c.origin === undefined
          ? null
          : this.#authorNo(authors, { user: remoteUser(write.source, c.origin), name: c.origin.author }),
      );
    }
    insertRows(this.#connection, intoChanges, bound);
  }

  #insertWrite(
    write: Omit<NewWrite, 'changes'>,
    authors: Map<string, number>,
    log: { readonly firstCounter: number; readonly changes: number; readonly tip: Uint8Array },
  ): { readonly no: number; readonly firstSeq: number } {
    const firstSeq = (this.#connection.number('SELECT max(seq) FROM change_log') ?? 0) + 1;
    const { rid: no } = this.#connection.run(
      `INSERT INTO write_log (write_id, lineage, first_counter, first_seq, changes, at, author, batch, unchanged, tip, source)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      write.writeId,
      this.#lineageNo,
      log.firstCounter,
      firstSeq,
      log.changes,
      write.at,
      this.#authorNo(authors, write.caller),
      write.batch,
      write.unchanged.length === 0 ? null : JSON.stringify(write.unchanged),
      log.tip,
      write.source ?? null,
    );
    return { no, firstSeq };
  }

  /** `known` lives no longer than one append: a number written in a transaction that is rolled back is none. */
  #authorNo(known: Map<string, number>, caller: Pick<Caller, 'user' | 'name'>): number {
    const noted = known.get(caller.user);
    if (noted !== undefined) return noted;
    this.#connection.run(
      'INSERT INTO author (user, name) VALUES (?, ?) ON CONFLICT (user) DO UPDATE SET name = excluded.name',
      caller.user,
      caller.name,
    );
    const no = this.#connection.number('SELECT no FROM author WHERE user = ?', caller.user);
    if (no === null) throw new Error('author was not written');
    known.set(caller.user, no);
    return no;
  }
}

const headerOf = (write: Omit<NewWrite, 'changes' | 'unchanged'>): ChainedWrite => ({
  writeId: write.writeId,
  at: write.at,
  user: write.caller.user,
  batch: write.batch,
  source: write.source ?? null,
});

/** People of other nodes are kept apart from our own accounts, whatever these are called. */
const remoteUser = (source: string | null | undefined, origin: ChangeOrigin): string =>
  `@${source ?? ''}/${origin.author}`;

/** Last tip of a lineage in the file; that of an unused one is its first tip. */
export function tipBeforeFirst(connection: Connection, lineageNo: number): Uint8Array {
  const row = connection.row(
    `SELECT own.id AS id, own.previous_tip AS tip, before.id AS previous
     FROM lineage own LEFT JOIN lineage before ON before.no = own.previous WHERE own.no = ?`,
    lineageNo,
  );
  if (row === undefined) throw new Error(`no lineage ${lineageNo}`);
  const { id, tip, previous } = row;
  const isFirst = !(tip instanceof Uint8Array) || typeof previous !== 'string';
  return firstTip(String(id), isFirst ? null : { lineage: previous, tip });
}
