import type { Bound, Connection } from './connection.ts';

/** Values bound by one statement: more rows at once gain nothing, fewer cost up to half as much again (tried with 1.4 million). */
const MOST_BOUND = 256;

/** A table and the columns written, as the beginning of a statement: `INSERT INTO t (a, b)`. */
export interface Into {
  readonly sql: string;
  /** Number of values bound for each row. */
  readonly width: number;
  /** A row of `VALUES`, where some of it is not bound. */
  readonly row?: string;
}

/** Inserts many rows with few statements. `values` holds the rows one behind the other. */
export function insertRows(connection: Connection, into: Into, values: readonly Bound[]): void {
  const { sql, width } = into;
  const atOnce = Math.max(1, Math.floor(MOST_BOUND / width)) * width;
  const row = into.row ?? `(${Array.from({ length: width }, () => '?').join(', ')})`;
  const rowsOf = (count: number): string =>
    `${sql} VALUES ${Array.from({ length: count }, () => row).join(', ')}`;
  let at = 0;
  if (values.length >= atOnce) {
    const many = connection.statement(rowsOf(atOnce / width));
    for (; at + atOnce <= values.length; at += atOnce) many.run(values.slice(at, at + atOnce));
  }
  const one = connection.statement(rowsOf(1));
  for (; at < values.length; at += width) one.run(values.slice(at, at + width));
}
