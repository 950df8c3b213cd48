import type { Stored } from '../../../model/field-kind.ts';
import type { Connection } from '../../open/connection.ts';
import type { LedgerTable } from '../../repository/ledger-table.ts';
import type { Steps } from '../../steps.ts';
import { ColumnFile } from './column-file.ts';
import { BLOCK_ROWS, blockOf, rowsIn, type FigureColumn, type FigureLayout } from './figure-layout.ts';
import { ValueCodes } from './value-codes.ts';

/** Rows read at once: some hundred milliseconds, after which others have their turn. */
const SLICE = 16_384;

/** The ledger whose columns are brought up to date. */
export interface Settling {
  readonly connection: Connection;
  readonly table: LedgerTable;
  readonly layout: FigureLayout;
  /** False as soon as somebody else has begun the same: numbers given by both would clash. */
  readonly goesOn: () => boolean;
}

/**
 * Brings the columns of a ledger to where the log is: changed rows are read again, and all of them where there are no
 * columns of this layout. A block is written once its last slice is read, the state at the very end: columns that were left
 * in the middle, by a crash too, are begun anew. A row may be newer in its block than the state says; whoever counts looks
 * rows up in the table that were changed after the state.
 */
export function* settleColumns({ connection, table, layout, goesOn }: Settling): Steps<void> {
  // What others hold open may still be lost, and the log would give its numbers to other changes.
  connection.commitHeld();
  const file = new ColumnFile(connection, table.no);
  const upto = connection.number('SELECT max(seq) FROM change_log') ?? 0;
  const rows = connection.number(`SELECT max(rid) FROM ${table.ledger.id}`) ?? 0;
  const before = file.state();
  const isAnew = before?.layout !== layout.digest;
  if (isAnew) connection.transaction(() => file.forget());
  const changed = isAnew ? allRows(rows) : changedRows(connection, table, { after: before.upto, upto });
  const columns = [...layout.byName.values()];
  const coded = columns.map((column) => ({ column, values: new ValueCodes(file, column) }));
  const read = rowReader(connection, table, columns);
  const total = changed.reduce((sum, [, rids]) => sum + rids.length, 0);
  let done = 0;
  for (const [block, rids] of changed) {
    const own = new BlockInWork({ file, coded, block, rows: rowsIn(block, rows) });
    for (let from = 0; from < rids.length; from += SLICE) {
      yield { done, total };
      if (!goesOn()) return;
      const slice = rids.slice(from, from + SLICE);
      done += slice.length;
      connection.transaction(() => {
        own.take(read(slice));
        if (from + SLICE >= rids.length) own.keep();
      });
    }
  }
  connection.transaction(() => file.keepState({ layout: layout.digest, upto, rows }));
}

/** Numbers of changed rows by block, in order. */
type Changed = readonly (readonly [block: number, rids: readonly number[]])[];

const allRows = (last: number): Changed =>
  Array.from({ length: blockOf(last) + 1 }, (_, block) => [
    block,
    Array.from({ length: rowsIn(block, last) }, (__, i) => block * BLOCK_ROWS + i),
  ]);

function changedRows(
  connection: Connection,
  table: LedgerTable,
  { after, upto }: { readonly after: number; readonly upto: number },
): Changed {
  const rids = changedSince(connection, table, { after, most: upto });
  return [...Map.groupBy(rids, blockOf)].toSorted(([a], [b]) => a - b);
}

/** Numbers of the rows changed after a change, at most so many, in order. */
export function changedSince(
  connection: Connection,
  { no }: LedgerTable,
  { after, most }: { readonly after: number; readonly most: number },
): readonly number[] {
  // Along the log: the index by record would be read from the ledger's first change on.
  const sql = 'SELECT DISTINCT rid FROM change_log WHERE seq > ? AND +ledger = ? LIMIT ?';
  const rows = connection.rows(sql, after, no, most);
  return rows.map(({ rid }) => Number(rid)).toSorted((a, b) => a - b);
}

/** A column with the numbers of its values. */
interface Coded {
  readonly column: FigureColumn;
  readonly values: ValueCodes;
}

interface Block {
  readonly file: ColumnFile;
  readonly coded: readonly Coded[];
  readonly block: number;
  /** Rows of the block there are. */
  readonly rows: number;
}

/** The columns of one block while its rows are read. */
class BlockInWork {
  readonly #of: Block;
  readonly #columns: (Coded & { readonly codes: Uint32Array; isChanged: boolean })[];

  constructor(of: Block) {
    this.#of = of;
    this.#columns = of.coded.map((one) => ({
      ...one,
      codes: of.file.codes(one.column, of.block, of.rows),
      isChanged: false,
    }));
  }

  take(rows: ReturnType<RowReader>): void {
    for (const [at, one] of this.#columns.entries()) {
      for (const row of rows) {
        const place = Number(row[0]) % BLOCK_ROWS;
        const code = one.values.take(row[at + 1] ?? null);
        if (one.codes[place] === code) continue;
        one.codes[place] = code;
        one.isChanged = true;
      }
    }
  }

  keep(): void {
    const { file, block } = this.#of;
    for (const { column, codes, isChanged } of this.#columns)
      if (isChanged) file.keepCodes(column, block, codes);
  }
}

/** Rows with these numbers as they stand in the table: number, then what the columns hold. */
export type RowReader = (rids: readonly number[]) => readonly (readonly Stored[])[];

/** Numbers are given in order. */
export function rowReader(
  connection: Connection,
  { ledger }: LedgerTable,
  columns: readonly FigureColumn[],
): RowReader {
  const selected = `SELECT rid, ${columns.map(({ sql }) => sql).join(', ')} FROM`;
  const between = connection.raw.prepare(`${selected} ${ledger.id} WHERE rid BETWEEN ? AND ?`).raw();
  const named = connection.raw
    .prepare(
      `${selected} (SELECT value AS "$rid" FROM json_each(?)) CROSS JOIN ${ledger.id} ON ${ledger.id}.rid = "$rid"`,
    )
    .raw();
  return (rids) => {
    const [first = 0, last = 0] = [rids[0], rids.at(-1)];
    const isRun = last - first + 1 === rids.length;
    // Columns of STRICT tables and truth values: texts, numbers, nothing.
    return (isRun ? between.all(first, last) : named.all(JSON.stringify(rids))) as Stored[][];
  };
}
