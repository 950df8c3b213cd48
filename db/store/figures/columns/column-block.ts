import type { Condition } from './column-conditions.ts';
import type { Settled } from './figure-columns.ts';
import { BLOCK_ROWS, rowColumn, rowsIn, type FigureColumn } from './figure-layout.ts';

/** A block of all columns; what is looked at is read once. */
export class ColumnBlock {
  readonly #settled: Settled;
  readonly #at: number;
  readonly #codes = new Map<string, Uint32Array>();
  /** 1 for each row that did not change since. */
  readonly #unchanged: Uint8Array;

  constructor(settled: Settled, at: number, changed: readonly number[]) {
    this.#settled = settled;
    this.#at = at;
    this.#unchanged = new Uint8Array(rowsIn(at, settled.rows)).fill(1);
    for (const rid of changed) this.#unchanged[rid % BLOCK_ROWS] = 0;
  }

  /** Places of the unchanged rows that fulfil all conditions. */
  pick(conditions: readonly Condition[]): Uint32Array {
    const rows = this.#unchanged.slice();
    for (const { column, holds } of conditions) {
      narrow(rows, holds, this.#codesOf(column));
      // Rows of a period lie together: most blocks have none of it.
      if (!rows.includes(1)) return new Uint32Array();
    }
    const picked = new Uint32Array(rows.length);
    let length = 0;
    for (let i = 0; i < rows.length; i += 1) {
      picked[length] = i;
      length += rows[i] ?? 0;
    }
    return picked.subarray(0, length);
  }

  /** Numbers of a column at these places. */
  codesAt(column: FigureColumn, places: Uint32Array): Uint32Array {
    const codes = this.#codesOf(column);
    const found = new Uint32Array(places.length);
    for (let i = 0; i < found.length; i += 1) found[i] = codes[places[i] ?? 0] ?? 0;
    return found;
  }

  #codesOf(column: FigureColumn): Uint32Array {
    const known = this.#codes.get(column.name);
    if (known !== undefined) return known;
    const { length } = this.#unchanged;
    const codes =
      column === rowColumn
        ? new Uint32Array(length).map((_, i) => this.#at * BLOCK_ROWS + i)
        : this.#settled.file.codes(column, this.#at, length);
    this.#codes.set(column.name, codes);
    return codes;
  }
}

function narrow(rows: Uint8Array, holds: Uint8Array, codes: Uint32Array): void {
  for (let i = 0; i < rows.length; i += 1) rows[i] = (rows[i] ?? 0) & (holds[codes[i] ?? 0] ?? 0);
}
