import type { Connection } from '../open/connection.ts';
import { isInFile, type FileIndex } from './file-indexes.ts';

/** Entries of an index between two boundaries; many rows with one value lie in one slice. */
const SLICE = 20_000;

/** A part of an index, as the FROM and WHERE of a question about it. */
interface ValueSlice {
  readonly source: string;
  readonly sql: string;
  readonly bound: readonly string[];
}

/** The slices of an index by its first column, in its order; empty values are left out. */
export function* valueSlices(
  connection: Connection,
  index: Pick<FileIndex, 'name' | 'table' | 'where'>,
  column: string,
): Generator<ValueSlice, void, undefined> {
  for (let after = ''; ;) {
    const source = isInFile(connection, index) ? `${index.table} INDEXED BY ${index.name}` : index.table;
    const behind = `${index.where} AND ${column} > ?`;
    const upTo = connection.text(
      `SELECT ${column} FROM ${source} WHERE ${behind} ORDER BY ${column} LIMIT 1 OFFSET ${SLICE}`,
      after,
    );
    if (upTo === null) {
      yield { source, sql: behind, bound: [after] };
      return;
    }
    yield { source, sql: `${behind} AND ${column} <= ?`, bound: [after, upTo] };
    after = upTo;
  }
}
