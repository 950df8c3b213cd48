import type { Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { rowNumberBase } from '../search/row-number.ts';
import { entryOf } from '../search/search-index.ts';

/** Rows between two reports. */
const REPORT_EVERY = 10_000;

/**
 * Builds both search tables from scratch over all current rows: words in the order of row numbers, keys through a
 * temporary table so that they are written sorted. Everything already in them is thrown away.
 */
export function buildSearch(
  connection: Connection,
  tables: readonly LedgerTable[],
  onRows: (done: number) => void,
): void {
  connection.raw.exec(`
    INSERT INTO search_text (search_text) VALUES ('delete-all');
    DELETE FROM search_key;
    CREATE TEMP TABLE loaded_key (kind INTEGER, ledger INTEGER, key TEXT, rid INTEGER);
    BEGIN;
  `);
  let done = 0;
  for (const table of tables.toSorted((a, b) => a.no - b.no)) {
    done = loadTable(connection, table, { done, onRows });
  }
  connection.raw.exec(`
    COMMIT;
    BEGIN;
    INSERT OR IGNORE INTO search_key SELECT kind, ledger, key, rid FROM loaded_key ORDER BY kind, ledger, key, rid;
    COMMIT;
    DROP TABLE loaded_key;
    INSERT INTO search_text (search_text) VALUES ('optimize');
  `);
}

function loadTable(
  connection: Connection,
  table: LedgerTable,
  progress: { readonly done: number; readonly onRows: (done: number) => void },
): number {
  const fields = table.stored.filter(({ field }) => field.search === true).map(({ name }) => name);
  if (fields.length === 0) return progress.done;
  const addWords = connection.raw.prepare('INSERT INTO search_text (rowid, words) VALUES (?, ?)');
  const addKey = connection.raw.prepare('INSERT INTO loaded_key VALUES (?, ?, ?, ?)');
  const next = connection.raw.prepare(
    `SELECT rid, ${fields.join(', ')} FROM ${table.ledger.id} WHERE rid > ? AND removed_at IS NULL ORDER BY rid LIMIT ${REPORT_EVERY}`,
  );
  let done = progress.done;
  for (let after = 0; ;) {
    // The store's own schema: every column is text, number or null (STRICT tables).
    const rows = next.all(after) as readonly Row[];
    if (rows.length === 0) return done;
    for (const row of rows) {
      after = Number(row['rid']);
      const entry = entryOf(table, table.decodeValues(row));
      if (entry.words !== '') addWords.run(rowNumberBase(table.no) + after, entry.words);
      for (const [kind, key] of entry.keys) addKey.run(kind, table.no, key, after);
    }
    done += rows.length;
    progress.onRows(done);
  }
}
