import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { entryOf, signatureOf } from './search-index.ts';

/** Rows of one slice. */
const SLICE = 500;

/**
 * Builds the search index of these ledgers from scratch over all current rows: words in the order of row numbers,
 * keys through a temporary table so that they are written sorted. What is in it is thrown away.
 * Must not run inside a transaction, and is one itself: nothing else may write before its end.
 */
export function buildSearch(connection: Connection, tables: readonly LedgerTable[]): void {
  const steps = buildSearchSteps(connection, tables);
  while (steps.next().done !== true);
}

/** `buildSearch` in slices; yields the rows done. */
export function* buildSearchSteps(
  connection: Connection,
  tables: readonly LedgerTable[],
): Generator<number, void, undefined> {
  if (tables.length === 0) return;
  const nos = tables.map((table) => table.no).join(', ');
  connection.raw.exec(`
    CREATE TEMP TABLE loaded_key (kind INTEGER, ledger INTEGER, key TEXT, rid INTEGER);
    BEGIN;
    DELETE FROM search_key WHERE ledger IN (${nos});
  `);
  let done = 0;
  for (const table of tables) {
    done = yield* loadTable(connection, table, done);
    connection.run('UPDATE ledger SET searched = ? WHERE no = ?', signatureOf(table), table.no);
  }
  connection.raw.exec(`
    INSERT OR IGNORE INTO search_key SELECT kind, ledger, key, rid FROM loaded_key ORDER BY kind, ledger, key, rid;
    COMMIT;
    DROP TABLE loaded_key;
  `);
}

/** Ledgers whose index in the file is not made as this program makes it. */
export function staleSearch(connection: Connection, tables: readonly LedgerTable[]): readonly LedgerTable[] {
  return tables.filter(
    (table) => connection.text('SELECT searched FROM ledger WHERE no = ?', table.no) !== signatureOf(table),
  );
}

function* loadTable(
  connection: Connection,
  table: LedgerTable,
  doneBefore: number,
): Generator<number, number, undefined> {
  const words = table.plan.words?.name;
  const addWords =
    words === undefined ? null : connection.raw.prepare(`INSERT INTO ${words} (rowid, words) VALUES (?, ?)`);
  if (words !== undefined) connection.raw.exec(`INSERT INTO ${words} (${words}) VALUES ('delete-all')`);
  const addKey = connection.raw.prepare('INSERT INTO loaded_key VALUES (?, ?, ?, ?)');
  const next = connection.raw.prepare(
    table.select(`WHERE rid > ? AND removed_at IS NULL ORDER BY rid LIMIT ${SLICE}`),
  );
  let done = doneBefore;
  for (let after = 0; ;) {
    // The store's own schema: every column is text, number or null (STRICT tables).
    const rows = next.all(after) as readonly Row[];
    if (rows.length === 0) break;
    for (const row of rows) {
      after = Number(row['rid']);
      const entry = entryOf(table, table.decodeValues(row));
      if (entry.words !== '') addWords?.run(after, entry.words);
      for (const [kind, key] of entry.keys) addKey.run(kind, table.no, key, after);
    }
    done += rows.length;
    yield done;
  }
  if (words !== undefined) connection.raw.exec(`INSERT INTO ${words} (${words}) VALUES ('optimize')`);
  return done;
}
