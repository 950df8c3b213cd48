import Database from 'better-sqlite3-multiple-ciphers';
import knexModule, { type Knex } from 'knex';
import BetterSqlite3Client from 'knex/lib/dialects/better-sqlite3/index.js';
import { nativeBinding } from './native-binding.ts';
import { applyPreamble, setKey } from './preamble.ts';
import type { RawDatabase } from './raw-database.ts';

/** Where and how to open. `key` is the 32-byte database key, not the passphrase. */
export interface CipherConnection {
  readonly filename: string;
  readonly key: Uint8Array;
  readonly mustExist: boolean;
}

/** How long a start waits for a predecessor that is just closing. */
const BUSY_TIMEOUT_MS = 800;

/** Opens one encrypted connection with the whole preamble; closes it again when any part fails. */
export function openRaw({ filename, key, mustExist }: CipherConnection): RawDatabase {
  const binding = nativeBinding();
  const raw = new Database(filename, {
    fileMustExist: mustExist,
    timeout: BUSY_TIMEOUT_MS,
    // The driver also takes the loaded addon object; its types only know the path.
    ...(binding === undefined ? {} : { nativeBinding: binding as unknown as string }),
  });
  try {
    setKey(raw, key);
    applyPreamble(raw);
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** knex's SQLite dialect over the encrypting driver. The connection is opened before knex and handed in. */
class CipherClient extends BetterSqlite3Client {
  _driver(): typeof Database {
    return Database;
  }

  acquireRawConnection(): Promise<unknown> {
    const settings = this.connectionSettings;
    if (typeof settings === 'object' && settings !== null && 'raw' in settings)
      return Promise.resolve(settings.raw);
    return Promise.reject(new Error('CipherClient needs an open connection in connection.raw'));
  }
}

/**
 * knex bound to the one open connection: the store's query builder (`.toSQL().toNative()`).
 * It never alters a table (STYLE 14) and its pool never opens a second connection.
 */
export function knexOver(raw: RawDatabase): Knex {
  return knexModule({
    // knex accepts any subclass of its Client; the dialect is shipped without types, so the compiler cannot see it.
    client: CipherClient as unknown as typeof Knex.Client,
    // Read back by acquireRawConnection above; knex itself only looks at it there.
    connection: { filename: raw.name, raw } as unknown as Knex.StaticConnectionConfig,
    useNullAsDefault: true,
    pool: { min: 0, max: 1 },
  });
}
