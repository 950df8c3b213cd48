import type { LedgerTable } from '../repository/ledger-table.ts';
import { BareRows, LAST_RID } from './bare-rows.ts';
import type { Check, CheckSteps } from './check-all.ts';
import { Histories } from './check-histories.ts';
import { SearchEntries } from './check-search.ts';
import { DirectoryCopy } from './directory-copy.ts';

/** Every row, read once, against its own history and against the search index. */
export function* checkRecords(check: Check): CheckSteps {
  const directory = new DirectoryCopy(check.session.core.connection);
  for (const table of check.session.core.tables.values()) yield* checkTable(check, table, directory);
}

function* checkTable(check: Check, table: LedgerTable, directory: DirectoryCopy): CheckSteps {
  const rows = new BareRows(check.session.core.connection, table);
  const histories = new Histories(check, table, rows);
  const search = new SearchEntries(check, table, { rows, directory });
  for (let after = 0; after < LAST_RID;) {
    const slice = rows.sliceAfter(after);
    histories.take(slice);
    search.take(slice);
    after = slice.upTo;
    yield check.progress(slice.rows.length, 'records');
  }
  checkCounts(check, table);
  yield check.progress(0, 'records');
  yield* search.settle();
}

/** Kept counts; counted at once and not while walking, when a record may change behind the walk. */
function checkCounts(check: Check, table: LedgerTable): void {
  const { connection } = check.session.core;
  const name = table.ledger.id;
  const row = connection.row('SELECT current, everything FROM ledger WHERE no = ?', table.no);
  const current = connection.number(`SELECT count(*) FROM ${name} WHERE removed_at IS NULL`);
  const everything = connection.number(`SELECT count(*) FROM ${name}`);
  if (row?.['current'] === current && row?.['everything'] === everything) return;
  const kept = `${String(row?.['current'])}/${String(row?.['everything'])}`;
  const detail = `counted ${String(current)}/${String(everything)}, kept ${kept}`;
  check.report({ code: 'change-mismatch', ledger: name, record: null, detail });
}
