import type { RawDatabase } from './raw-database.ts';

/** Oldest SQLite without the WAL-reset corruption of 3.7.0–3.51.2 (sqlite.org release notes of 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;
/** Page cache; a town of a million persons reads its hot indexes from here. KiB, negative as SQLite wants it. */
const CACHE_KIB = 65_536;

/**
 * What every connection of the store is set to, in this order, after the key. `tests/db/store` asserts each one.
 * - WAL + FULL: an acknowledged commit survives a power cut; NORMAL loses commits (tried with real power cuts).
 * - EXCLUSIVE: one process only, also between Windows users.
 * - temp_store MEMORY: the cipher does not cover temporary files.
 * - secure_delete: removed bytes do not stay in free pages of old backups.
 */
export const preamble: readonly (readonly [pragma: string, expected: string | number])[] = [
  ['locking_mode=EXCLUSIVE', 'exclusive'],
  ['journal_mode=WAL', 'wal'],
  ['synchronous=FULL', 2],
  ['temp_store=MEMORY', 2],
  ['secure_delete=ON', 1],
  ['foreign_keys=ON', 1],
  ['trusted_schema=OFF', 0],
  ['cell_size_check=ON', 1],
  ['mmap_size=0', 0],
  [`cache_size=-${CACHE_KIB}`, -CACHE_KIB],
];

/** Sets the key; must be the first thing a connection does. `key` is 32 bytes. */
export function setKey(raw: RawDatabase, key: Uint8Array): void {
  raw.pragma("cipher='aegis'");
  raw.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
}

/**
 * Applies the preamble, takes the exclusive lock, and reads the schema (which proves the key). No statement may come
 * before `locking_mode`: it would open the log in shared memory, and the lock would be shared until the first write.
 */
export function applyPreamble(raw: RawDatabase): void {
  for (const [pragma, expected] of preamble) {
    raw.pragma(pragma);
    const actual = raw.pragma(pragma.replace(/=.*/, ''), { simple: true });
    if (actual !== undefined && actual !== expected) {
      throw new Error(`PRAGMA ${pragma} gave ${JSON.stringify(actual)}`);
    }
  }
  raw.prepare('SELECT count(*) FROM sqlite_master').get();
  const version = String(raw.prepare('SELECT sqlite_version()').pluck().get());
  if (!isRecentEnough(version)) throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
}

function isRecentEnough(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, oldest] of OLDEST_SQLITE.entries()) {
    const part = parts[i] ?? 0;
    if (part !== oldest) return part > oldest;
  }
  return true;
}
