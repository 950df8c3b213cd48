import type { LedgerTable } from '../repository/ledger-table.ts';
import { BLOCK_ROWS, blockOf, rowsIn } from '../figures/columns/figure-layout.ts';
import { rowReader } from '../figures/columns/settle-columns.ts';
import { ValueCodes } from '../figures/columns/value-codes.ts';
import type { Check, CheckSteps } from './check-all.ts';
import { reportIntegrity } from './check-file.ts';

/** Rows of one slice; divides those of a block. */
const SLICE = 16_384;

/** What figures are counted from against the rows it was written of. */
export function* checkFigures(check: Check): CheckSteps {
  for (const table of check.session.core.tables.values()) yield* checkColumns(check, table);
}

function* checkColumns(check: Check, table: LedgerTable): CheckSteps {
  const { connection, columns } = check.session.core;
  const all = [...columns.layout(table).byName.values()];
  const read = rowReader(connection, table, all);
  let values: readonly ValueCodes[] | null = null;
  for (let from = 0; ; from += SLICE) {
    // Asked anew for each slice: rows may have changed, and columns been written, since the last one.
    const settled = columns.found(table);
    if (settled === null || from > settled.rows) return;
    values ??= all.map((column) => new ValueCodes(settled.file, column));
    const to = Math.min(from + SLICE - 1, settled.rows);
    const rows = read(Array.from({ length: to - from + 1 }, (_, i) => from + i));
    for (const [at, column] of all.entries()) {
      const wanted = new Float64Array(to - from + 1);
      for (const row of rows) wanted[Number(row[0]) - from] = values[at]?.find(row[at + 1] ?? null) ?? -1;
      const block = blockOf(from);
      const start = from - block * BLOCK_ROWS;
      const there = settled.file.codes(column, block, rowsIn(block, settled.rows)).subarray(start);
      const wrong = wanted.findIndex((code, i) => code !== there[i] && !settled.changed.includes(from + i));
      if (wrong < 0) continue;
      reportIntegrity(check, table.ledger.id, `figures hold another ${column.name} of row ${from + wrong}`);
      return;
    }
    yield check.progress(0, 'integrity');
  }
}
