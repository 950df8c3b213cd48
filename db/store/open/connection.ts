import type { Knex } from 'knex';
import { knexOver } from './cipher-client.ts';
import type { RawDatabase, Statement } from './raw-database.ts';

/** A value SQLite binds. */
export type Bound = string | number | Uint8Array | null;
/** One row, by column name. */
export type Row = Readonly<Record<string, string | number | Uint8Array | null>>;

/** Statements kept prepared; beyond that the oldest is forgotten (filters make ever new texts). */
const MOST_STATEMENTS = 600;

/** The one open connection: prepared statements by text, transactions, and knex as query builder. */
export class Connection {
  readonly raw: RawDatabase;
  readonly knex: Knex;
  readonly #statements = new Map<string, Statement>();
  #depth = 0;

  constructor(raw: RawDatabase) {
    this.raw = raw;
    this.knex = knexOver(raw);
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
      // SQLite has already rolled back after FULL, IOERR, NOMEM.
      if (this.raw.inTransaction) this.run('ROLLBACK');
      throw error;
    } finally {
      this.#depth = 0;
    }
  }

  close(): void {
    this.#statements.clear();
    this.raw.close();
  }
}
