import type { Values } from '../../model/field-kind.ts';
import { EntriesFinder, sortedKeys } from '../../model/derive/search-entries.ts';
import { keyKinds, type KeyKind } from '../../model/derive/search-keys.ts';
import type { Bound, Connection, Row } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { DirectoryKeeper } from './directory-keeper.ts';
import { mergedKeys, runOf, type KeyRun } from './merge-keys.ts';
import { enterKeys, enterWords, prepareWords, signatureOf } from './search-index.ts';

/** Rows of one slice. */
const SLICE = 500;
/** Rows whose keys are sorted together. */
const RUN_ROWS = 2000;
/**
 * Keys kept, some twenty bytes each, before they are merged and entered: 40 MB, however large the town. A million
 * people have seven million, so the tree is gone through four times.
 */
const MOST_KEPT = 2_000_000;
/** Keys entered between two looks at who else waits. */
const KEYS_AT_ONCE = 8192;

/**
 * Builds the search index of these ledgers from scratch over all current rows, in slices: words in the order of row
 * numbers, keys in sorted runs that are merged when many have come. What is in it is thrown away. Yields the rows done.
 * Must not run inside a transaction, and is one itself: nothing else may write before its end.
 */
export function* buildSearchSteps(
  connection: Connection,
  tables: readonly LedgerTable[],
): Generator<number, void, undefined> {
  if (tables.length === 0) return;
  const nos = tables.map((table) => table.no).join(', ');
  const kinds = Object.values(keyKinds).join(', ');
  connection.raw.exec(`BEGIN; DELETE FROM search_key WHERE kind IN (${kinds}) AND ledger IN (${nos})`);
  const directory = new DirectoryKeeper(connection);
  let done = 0;
  for (const table of tables) {
    done = yield* loadTable(connection, table, done);
    directory.rebuild(table);
    connection.raw.prepare('UPDATE ledger SET searched = ? WHERE no = ?').run(signatureOf(table), table.no);
  }
  connection.raw.exec('COMMIT');
}

/** Raised when the rules of the directory change: it is then made anew from the words and keys. */
const DIRECTORY_VERSION = '1';

/**
 * Makes the directory anew where the file has none as this program keeps it, from the indexes of all ledgers. Yields the
 * records of the ledgers done. One transaction, as above.
 */
export function* buildDirectorySteps(
  connection: Connection,
  tables: readonly LedgerTable[],
): Generator<number, void, undefined> {
  if (connection.text(READ_DIRECTORY_VERSION) === DIRECTORY_VERSION) return;
  connection.raw.exec('BEGIN; DELETE FROM search_directory');
  const directory = new DirectoryKeeper(connection);
  let done = 0;
  for (const table of tables) {
    directory.rebuild(table);
    done += connection.number('SELECT current FROM ledger WHERE no = ?', table.no) ?? 0;
    yield done;
  }
  connection.raw
    .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('search_directory', ?)")
    .run(DIRECTORY_VERSION);
  connection.raw.exec('COMMIT');
}

const READ_DIRECTORY_VERSION = "SELECT value FROM meta WHERE key = 'search_directory'";

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
  prepareWords(connection, table);
  if (words !== undefined) connection.raw.exec(`INSERT INTO ${words} (${words}) VALUES ('delete-all')`);
  const next = connection.raw.prepare(
    table.selectInIndex(`WHERE rid > ? AND removed_at IS NULL ORDER BY rid LIMIT ${SLICE}`),
  );
  const runs = new KeyRuns(connection, table);
  let done = doneBefore;
  for (let after = 0; ;) {
    // The store's own schema: every column is text, number or null (STRICT tables).
    const rows = next.all(after) as readonly Row[];
    if (rows.length === 0) break;
    for (const row of rows) {
      after = Number(row['rid']);
      runs.add(after, table.decodeValues(row));
    }
    done += rows.length;
    yield done;
    if (runs.isFull) for (const _keys of runs.enter()) yield done;
  }
  for (const _keys of runs.enter()) yield done;
  if (words !== undefined) connection.raw.exec(`INSERT INTO ${words} (${words}) VALUES ('optimize')`);
  return done;
}

/** The index of one ledger in the making: words are entered as they come, keys when many have come. */
class KeyRuns {
  readonly #connection: Connection;
  readonly #table: LedgerTable;
  readonly #finder: EntriesFinder;
  readonly #runs = new Map<KeyKind, KeyRun[]>();
  #rids: number[] = [];
  #kept = 0;

  constructor(connection: Connection, table: LedgerTable) {
    this.#connection = connection;
    this.#table = table;
    this.#finder = new EntriesFinder(table.ledger);
  }

  add(rid: number, values: Values): void {
    this.#finder.add(values);
    this.#rids.push(rid);
    if (this.#rids.length >= RUN_ROWS) this.#endRun();
  }

  get isFull(): boolean {
    return this.#kept >= MOST_KEPT;
  }

  /** Enters all keys that have come; yields how many were entered. */
  *enter(): Generator<number> {
    this.#endRun();
    this.#kept = 0;
    for (const kind of Object.values(keyKinds)) {
      let bound: Bound[] = [];
      for (const [key, rid] of mergedKeys(this.#runs.get(kind) ?? [])) {
        bound.push(key, rid);
        if (bound.length < KEYS_AT_ONCE * 2) continue;
        enterKeys(this.#connection, this.#table, { kind, bound });
        yield bound.length / 2;
        bound = [];
      }
      enterKeys(this.#connection, this.#table, { kind, bound });
      this.#runs.delete(kind);
    }
  }

  #endRun(): void {
    const rids = this.#rids;
    const entries = this.#finder.take();
    enterWords(this.#connection, this.#table, { entries, rids });
    for (const keys of entries.keys) {
      const runs = this.#runs.get(keys.kind) ?? [];
      runs.push(runOf(sortedKeys(keys), rids));
      this.#runs.set(keys.kind, runs);
      this.#kept += keys.ends.length;
    }
    this.#rids = [];
  }
}
