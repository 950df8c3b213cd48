import { createHash } from 'node:crypto';
import Database from 'better-sqlite3-multiple-ciphers';
import { nativeBinding } from '../../../db/store/open/native-binding.ts';

/**
 * An encrypted SQLite file set up as the product's, without any of the product: what a script of an afternoon would open.
 * Floors stand on it, so that they stay where they are when the product changes.
 */
export function openBare(file: string): Database.Database {
  const binding = nativeBinding();
  const database = new Database(
    file,
    // As in db/store/open/cipher-client.ts: the driver also takes the loaded addon, its types only know the path.
    binding === undefined ? {} : { nativeBinding: binding as unknown as string },
  );
  const key = createHash('sha256').update('floor').digest('hex');
  for (const setting of [
    "cipher='aegis'",
    `key="x'${key}'"`,
    'locking_mode=EXCLUSIVE',
    'journal_mode=WAL',
    'synchronous=FULL',
    'temp_store=MEMORY',
    'secure_delete=ON',
    'cache_size=-65536',
  ])
    database.pragma(setting);
  return database;
}

/** A cell of a bare table. */
export type Cell = string | number | null;

/** Makes a table of text columns with these rows, numbered from one, and an index on each of `indexed`. */
export function bareTable(
  database: Database.Database,
  name: string,
  of: {
    readonly columns: readonly string[];
    readonly indexed: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  },
): void {
  const columns = of.columns.map((column) => `"${column}" ANY`).join(', ');
  database.exec(`CREATE TABLE ${name} (rid INTEGER PRIMARY KEY, ${columns}) STRICT; BEGIN`);
  const marks = of.columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO ${name} VALUES (NULL, ${marks})`);
  for (const row of of.rows) insert.run(...row);
  for (const column of of.indexed) database.exec(`CREATE INDEX ${name}_${column} ON ${name} ("${column}")`);
  database.exec('COMMIT');
}
