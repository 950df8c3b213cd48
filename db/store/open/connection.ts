import type { Knex } from 'knex';
import { knexOver } from './cipher-client.ts';
import type { RawDatabase, Statement } from './raw-database.ts';

/** A value SQLite binds. */
export type Bound = string | number | Uint8Array | null;
/** One row, by column name. */
export type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/** Statements kept prepared; beyond that the oldest is forgotten (filters make ever new texts). */
const MOST_STATEMENTS = 600;

/** What is to be done at the end of a transaction that is held open between calls. */
export interface HeldEnd {
  readonly committed: () => void;
  /** What was held is gone; called before anybody hears of it. */
  readonly lost: () => void;
}

/** The one open connection: prepared statements by text, transactions, and knex as query builder. */
export class Connection {
  readonly raw: RawDatabase;
  readonly knex: Knex;
  readonly #statements = new Map<string, Statement>();
  #depth = 0;
  #held: { readonly name: string; readonly end: HeldEnd } | null = null;
  /** Why held transactions were lost whose holder does not know yet, by name. */
  readonly #losses = new Map<string, unknown>();
  #takenBack = 0;

  constructor(raw: RawDatabase) {
    this.raw = raw;
    this.knex = knexOver(raw);
  }

  /** How often anything was taken back: what was remembered of the file beside it no longer holds when this has grown. */
  get takenBack(): number {
    return this.#takenBack;
  }

  statement(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.raw.prepare(sql);
    if (this.#statements.size >= MOST_STATEMENTS) {
      const oldest = this.#statements.keys().next();
      if (!oldest.done) this.#statements.delete(oldest.value);
    }
    this.#statements.set(sql, statement);
    return statement;
  }

  run(sql: string, ...bound: readonly Bound[]): { readonly changes: number; readonly rid: number } {
    if (this.#depth === 0) this.commitHeld();
    const result = this.statement(sql).run(...bound);
    return { changes: result.changes, rid: Number(result.lastInsertRowid) };
  }

  /** First row or `undefined`. */
  row(sql: string, ...bound: readonly Bound[]): Row | undefined {
    // The store's own schema: every column is text, number, blob or null (STRICT tables).
    return this.statement(sql).get(...bound) as Row | undefined;
  }

  rows(sql: string, ...bound: readonly Bound[]): readonly Row[] {
    // As in `row`.
    return this.statement(sql).all(...bound) as readonly Row[];
  }

  /** First column of the first row as a number; `null` when there is no row or it is empty. */
  number(sql: string, ...bound: readonly Bound[]): number | null {
    const row = this.row(sql, ...bound);
    const value = row === undefined ? null : Object.values(row)[0];
    return typeof value === 'number' ? value : null;
  }

  /** First column of the first row as text; `null` when there is no row or it is empty. */
  text(sql: string, ...bound: readonly Bound[]): string | null {
    const row = this.row(sql, ...bound);
    const value = row === undefined ? null : Object.values(row)[0];
    return typeof value === 'string' ? value : null;
  }

  /** Sets a pragma; its answer, if any, is not looked at. */
  pragma(text: string): void {
    if (this.#depth === 0) this.commitHeld();
    this.raw.pragma(text);
  }

  /** Everything or nothing; durable on return at `synchronous=FULL`. Inner calls join the outer transaction. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.run('BEGIN IMMEDIATE');
    this.#depth = 1;
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.#takenBack += 1;
      // SQLite has already rolled back after FULL, IOERR, NOMEM.
      if (this.raw.inTransaction) this.run('ROLLBACK');
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  /**
   * The same for work in slices: still one transaction. Only while nobody else has the connection, as at opening: whatever
   * were written between two slices would be part of it. Dropped half-way, everything is taken back.
   */
  *transactionSteps<P, R>(work: Generator<P, R, undefined>): Generator<P, R, undefined> {
    this.run('BEGIN IMMEDIATE');
    this.#depth = 1;
    let isCommitted = false;
    try {
      const result = yield* work;
      this.run('COMMIT');
      isCommitted = true;
      return result;
    } finally {
      if (!isCommitted) this.#takenBack += 1;
      // As above; a dropped generator comes by here only.
      if (!isCommitted && this.raw.inTransaction) this.run('ROLLBACK');
      this.#depth = 0;
    }
  }

  /**
   * Runs `work` in a transaction that stays open behind it, so that many chunks are flushed to the disk as one. It is
   * made durable by `settle`, and before anybody else writes: no write of others is ever part of it. Until then others
   * read what is held. When `work` throws, all that was held is taken back.
   * `begun` is asked when the transaction begins under this name, not when it goes on.
   */
  hold<T>(name: string, begun: () => HeldEnd, work: () => T): T {
    if (this.#held?.name !== name) this.commitHeld();
    this.#tellLoss(name);
    if (this.#held === null) {
      this.run('BEGIN IMMEDIATE');
      this.#held = { name, end: begun() };
    }
    this.#depth = 1;
    try {
      return work();
    } catch (error) {
      this.#dropHeld();
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  /** Makes durable what is held under this name; throws what a part of it was lost by since its holder last asked. */
  settle(name: string): void {
    this.commitHeld();
    this.#tellLoss(name);
  }

  /** Inside a transaction: takes back what `work` wrote, and nothing else, when it throws. */
  savepoint<T>(work: () => T): T {
    this.run('SAVEPOINT part');
    try {
      const result = work();
      this.run('RELEASE part');
      return result;
    } catch (error) {
      this.#takenBack += 1;
      if (this.raw.inTransaction) {
        this.run('ROLLBACK TO part');
        this.run('RELEASE part');
      }
      throw error;
    }
  }

  #tellLoss(name: string): void {
    if (!this.#losses.has(name)) return;
    const error = this.#losses.get(name);
    this.#losses.delete(name);
    throw error;
  }

  /** Makes durable what anybody holds. Never throws: it stands before other work, which a failure does not concern. */
  commitHeld(): void {
    if (this.#held === null) return;
    const { name, end } = this.#held;
    try {
      this.statement('COMMIT').run();
    } catch (error) {
      this.#losses.set(name, error);
      this.#dropHeld();
      return;
    }
    this.#held = null;
    end.committed();
  }

  #dropHeld(): void {
    const held = this.#held;
    this.#held = null;
    this.#takenBack += 1;
    if (this.raw.inTransaction) this.statement('ROLLBACK').run();
    held?.end.lost();
  }

  close(): void {
    this.#statements.clear();
    this.raw.close();
  }
}
