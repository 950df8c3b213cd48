import type { Connection } from '../../open/connection.ts';
import type { LedgerTable } from '../../repository/ledger-table.ts';
import { compileWhere } from '../../repository/where.ts';
import { isCriterion, removedKey, type Where, type WhereEntry } from '../../../model/where.ts';
import { comparisonName, currentColumn, rowColumn, type FigureColumn } from './figure-layout.ts';
import type { Settled } from './figure-columns.ts';

/** What a row must fulfil: 1 for each number of a column for which it holds. */
export interface Condition {
  readonly column: FigureColumn;
  readonly holds: Uint8Array;
}

/** Length of a day as a bound; longer ones name a moment of it. */
const DAY = 10;

/**
 * Filters as conditions on columns. Whether one holds is asked once for each different value, by the words the table itself
 * would be asked with; what columns do not hold is asked of the table.
 */
export class ColumnConditions {
  readonly #connection: Connection;
  readonly #table: LedgerTable;
  readonly #settled: Settled;
  readonly #made = new Map<string, readonly Condition[]>();

  constructor(connection: Connection, table: LedgerTable, settled: Settled) {
    this.#connection = connection;
    this.#table = table;
    this.#settled = settled;
  }

  /** Rows that were not removed. */
  current(): Condition {
    return this.#holding(currentColumn, { sql: `"${currentColumn.name}" = 1`, bound: [] });
  }

  of(where: Where): readonly Condition[] {
    return Object.entries(where).flatMap(([name, entry]) => {
      const key = JSON.stringify([name, entry]);
      const made = this.#made.get(key) ?? this.#ofEntry(name, entry);
      this.#made.set(key, made);
      return made;
    });
  }

  #ofEntry(name: string, entry: WhereEntry): readonly Condition[] {
    const leaves = leavesOf(entry).map((leaf) => this.#ofLeaf(name, leaf));
    return leaves.includes(null)
      ? [this.#fromTable({ [name]: entry })]
      : leaves.flatMap((conditions) => conditions ?? []);
  }

  /** `null`: the columns do not tell. */
  #ofLeaf(name: string, leaf: WhereEntry): readonly Condition[] | null {
    const column = this.#settled.layout.byName.get(name);
    if (column === undefined) return null;
    const { value, comparisons } = parted(name, leaf);
    const compared = comparisons.map((one) => this.#settled.layout.byName.get(one));
    if (compared.includes(undefined) || (column.isDay && !asksOnlyDays(value))) return null;
    const isTrue = compared.flatMap((one) =>
      one === undefined ? [] : [this.#holding(one, { sql: `"${one.name}" = 1`, bound: [] })],
    );
    if (isCriterion(value) && Object.keys(value).length === 0) return isTrue;
    const { fieldsSql, bound } = compileWhere(this.#table, { [name]: value, [removedKey]: 'any' });
    return [this.#holding(column, { sql: fieldsSql, bound }), ...isTrue];
  }

  #holding(column: FigureColumn, condition: Parameters<Settled['file']['codesWhere']>[1]): Condition {
    const { file } = this.#settled;
    const holds = new Uint8Array(file.lastCode(column) + 1);
    for (const code of file.codesWhere(column, condition)) holds[code] = 1;
    return { column, holds };
  }

  #fromTable(where: Where): Condition {
    const { sql, bound } = compileWhere(this.#table, where);
    const rows = this.#connection.rows(`SELECT rid FROM ${this.#table.ledger.id} WHERE ${sql}`, ...bound);
    const holds = new Uint8Array(this.#settled.rows + 1);
    for (const { rid } of rows) holds[Number(rid)] = 1;
    return { column: rowColumn, holds };
  }
}

/** The entries that must all hold. */
function leavesOf(entry: WhereEntry): readonly WhereEntry[] {
  if (!isCriterion(entry) || entry.and === undefined) return [entry];
  const { and, ...own } = entry;
  return [own, ...and];
}

/** What is asked of the value itself, and the columns of comparisons with other fields. */
function parted(
  field: string,
  entry: WhereEntry,
): { readonly value: WhereEntry; readonly comparisons: readonly string[] } {
  if (!isCriterion(entry)) return { value: entry, comparisons: [] };
  const { notAfter, after, ...value } = entry;
  return {
    value,
    comparisons: [
      ...(notAfter === undefined ? [] : [comparisonName({ field, how: 'notAfter', other: notAfter })]),
      ...(after === undefined ? [] : [comparisonName({ field, how: 'after', other: after })]),
    ],
  };
}

/** The day of a moment answers only what is asked of whole days. */
function asksOnlyDays(entry: WhereEntry): boolean {
  if (entry === null) return true;
  if (!isCriterion(entry)) return false;
  const { from = '', to = '', blank: _, ...others } = entry;
  const isDay = (bound: string | number): boolean =>
    bound === '' || (typeof bound === 'string' && bound.length === DAY);
  return Object.keys(others).length === 0 && isDay(from) && isDay(to);
}
