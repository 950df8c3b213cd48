import type { Stored } from '../../../model/field-kind.ts';
import type { Connection, Row } from '../../open/connection.ts';
import type { FigureColumn } from './figure-layout.ts';

/** How far the columns of a ledger are. */
export interface ColumnState {
  /** Digest of their layout. */
  readonly layout: string;
  /** Number of the last change they hold; records changed later are not to be looked up in them. */
  readonly upto: number;
  /** Highest row number in them. */
  readonly rows: number;
}

/** Bytes a number takes in a block. */
const WIDTHS = [1, 2, 4] as const;

/** The columns of one ledger in the file: state, blocks of numbers, and the value each number stands for. */
export class ColumnFile {
  readonly #connection: Connection;
  readonly #ledger: number;

  constructor(connection: Connection, ledgerNo: number) {
    this.#connection = connection;
    this.#ledger = ledgerNo;
  }

  state(): ColumnState | null {
    const row = this.#connection.row(
      'SELECT layout, upto, rows FROM figure_state WHERE ledger = ?',
      this.#ledger,
    );
    if (row === undefined) return null;
    return { layout: String(row['layout']), upto: Number(row['upto']), rows: Number(row['rows']) };
  }

  keepState({ layout, upto, rows }: ColumnState): void {
    this.#connection.run(
      'INSERT OR REPLACE INTO figure_state (ledger, layout, upto, rows) VALUES (?, ?, ?, ?)',
      this.#ledger,
      layout,
      upto,
      rows,
    );
  }

  forget(): void {
    for (const table of ['figure_state', 'figure_block', 'figure_value'])
      this.#connection.run(`DELETE FROM ${table} WHERE ledger = ?`, this.#ledger);
  }

  /** Numbers of the first rows of a block, 0 for empty ones and rows that are not there. */
  codes({ name }: FigureColumn, block: number, rows: number): Uint32Array {
    const codes = new Uint32Array(rows);
    const row = this.#connection.row(
      'SELECT width, codes FROM figure_block WHERE ledger = ? AND field = ? AND block = ?',
      this.#ledger,
      name,
      block,
    );
    const packed = row?.['codes'];
    if (packed instanceof Uint8Array) codes.set(unpacked(packed, Number(row?.['width'])).subarray(0, rows));
    return codes;
  }

  /** Empty rows at the end are left out, and so is a block without a value. */
  keepCodes({ name }: FigureColumn, block: number, codes: Uint32Array): void {
    const rows = codes.findLastIndex((code) => code > 0) + 1;
    const most = codes.reduce((high, code) => Math.max(high, code), 0);
    const width = WIDTHS.find((bytes) => most < 2 ** (8 * bytes)) ?? 4;
    this.#connection.run(
      'INSERT OR REPLACE INTO figure_block (ledger, field, block, width, codes) VALUES (?, ?, ?, ?, ?)',
      this.#ledger,
      name,
      block,
      width,
      packed(codes.subarray(0, rows), width),
    );
  }

  codeOf({ name }: FigureColumn, value: Exclude<Stored, null>): number | null {
    return this.#connection.number(
      'SELECT code FROM figure_value WHERE ledger = ? AND field = ? AND value = ?',
      this.#ledger,
      name,
      value,
    );
  }

  keepCode({ name }: FigureColumn, code: number, value: Exclude<Stored, null>): void {
    this.#connection.run(
      'INSERT INTO figure_value (ledger, field, code, value) VALUES (?, ?, ?, ?)',
      this.#ledger,
      name,
      code,
      value,
    );
  }

  /** Highest number in use. */
  lastCode({ name }: FigureColumn): number {
    return (
      this.#connection.number(
        'SELECT max(code) FROM figure_value WHERE ledger = ? AND field = ?',
        this.#ledger,
        name,
      ) ?? 0
    );
  }

  /** Values of these numbers. */
  valuesOf({ name }: FigureColumn, codes: readonly number[]): ReadonlyMap<number, Row[string]> {
    const rows = this.#connection.rows(
      `SELECT code, value FROM figure_value WHERE ledger = ? AND field = ?
         AND code IN (SELECT value FROM json_each(?))`,
      this.#ledger,
      name,
      JSON.stringify(codes),
    );
    return new Map(rows.map((row) => [Number(row['code']), row['value'] ?? null]));
  }

  /** All values by their numbers. */
  allValues({ name }: FigureColumn): readonly (readonly [code: number, value: Row[string]])[] {
    const rows = this.#connection.rows(
      'SELECT code, value FROM figure_value WHERE ledger = ? AND field = ?',
      this.#ledger,
      name,
    );
    return rows.map((row) => [Number(row['code']), row['value'] ?? null]);
  }

  /** Numbers of the values, the empty one among them, for which a condition on the column holds. */
  codesWhere(
    { name, type }: FigureColumn,
    condition: { readonly sql: string; readonly bound: readonly (string | number | Uint8Array | null)[] },
  ): readonly number[] {
    // With the affinity of the field, so that the condition compares as it does on the table.
    const value = (sql: string): string => `CAST(${sql} AS ${type}) AS "${name}"`;
    const rows = this.#connection.rows(
      `SELECT "$code" FROM (
         SELECT 0 AS "$code", ${value('NULL')}
         UNION ALL SELECT code, ${value('value')} FROM figure_value WHERE ledger = ? AND field = ?
       ) WHERE ${condition.sql}`,
      this.#ledger,
      name,
      ...condition.bound,
    );
    return rows.map((row) => Number(row['$code']));
  }
}

/** The file is read on machines of the byte order it was written on: all that the product runs on have the same. */
function packed(codes: Uint32Array, width: (typeof WIDTHS)[number]): Uint8Array {
  const narrow = width === 1 ? Uint8Array.from(codes) : width === 2 ? Uint16Array.from(codes) : codes.slice();
  return new Uint8Array(narrow.buffer);
}

function unpacked(bytes: Uint8Array, width: number): Uint8Array | Uint16Array | Uint32Array {
  if (width === 1) return bytes;
  // A copy begins where numbers of any width may.
  const { buffer } = bytes.slice();
  return width === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer);
}
