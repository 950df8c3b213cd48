import type { Bound } from '../open/connection.ts';
import type { Core } from '../repository/core.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { compileWhere } from '../repository/where.ts';
import type { Group, Part } from './parts.ts';

/** Counts a part by one grouped statement over the table: all of it, or only the rows with these numbers. */
export function countRows(
  { connection }: Core,
  table: LedgerTable,
  {
    part,
    by,
    rids,
  }: { readonly part: Part; readonly by: string | null; readonly rids: readonly number[] | null },
): readonly Group[] {
  const bound: Bound[] = [];
  const numbers = part.measures.map(({ where, sum }, i) => {
    const condition = Object.keys(where).length === 0 ? null : compileWhere(table, where);
    if (condition !== null) bound.push(...condition.bound);
    return `${numberSql(sum, condition?.fieldsSql ?? null)} AS n${i}`;
  });
  const filter = compileWhere(table, part.where);
  const rows = connection.rows(
    `SELECT ${[by === null ? 'NULL AS line' : `${by} AS line`, ...numbers].join(', ')}
     FROM ${rids === null ? table.ledger.id : numberedRows(table)} WHERE ${filter.sql}${
       by === null ? '' : ` GROUP BY ${by}`
     }`,
    ...bound,
    ...(rids === null ? [] : [JSON.stringify(rids)]),
    ...filter.bound,
  );
  return rows.map((row) => ({
    line: row['line'] ?? null,
    numbers: part.measures.map((_, i) => Number(row[`n${i}`] ?? 0)),
  }));
}

/** Row by row by its number, whatever else an index might promise. */
const numberedRows = ({ ledger: { id } }: LedgerTable): string =>
  `(SELECT value AS "$rid" FROM json_each(?)) CROSS JOIN ${id} ON ${id}.rid = "$rid"`;

function numberSql(sum: string | null, condition: string | null): string {
  if (sum === null) return condition === null ? 'count(*)' : `count(CASE WHEN ${condition} THEN 1 END)`;
  return condition === null ? `sum(${sum})` : `sum(CASE WHEN ${condition} THEN ${sum} END)`;
}
