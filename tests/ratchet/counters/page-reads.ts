import { readFileSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';

/** A page of the database file. */
export const PAGE_BYTES = 4096;

/** Bytes this process has read from files since it began, as the kernel counts them; Linux only. */
const COUNTER = '/proc/self/io';

/**
 * Pages of the database read during `work`. What SQLite looks at within a statement is not told by the driver (its build has
 * neither statement counters nor a progress call), so its page cache is taken away: every page it visits is then read from
 * the file, and the kernel counts the bytes. How many pages a search visits depends on the tables alone.
 */
export function pagesReadBy<T>(work: () => T): { readonly result: T; readonly pages: number } {
  const before = bytesRead();
  const result = work();
  // What the first look itself read came after it was told.
  const bytes = bytesRead().total - before.total - before.own;
  return { result, pages: Math.round(bytes / PAGE_BYTES) };
}

function bytesRead(): { readonly total: number; readonly own: number } {
  const text = readFileSync(COUNTER, 'latin1');
  const total = /^rchar: (\d+)$/m.exec(text)?.[1];
  if (total === undefined) throw new Error(`${COUNTER} tells nothing: pages cannot be counted here`);
  return { total: Number(total), own: text.length };
}

/** Lets a connection forget every page at once; until its `cache_size` is set again. */
export function forgetPages(connection: Database.Database): void {
  connection.pragma('cache_size=1');
  connection.pragma('shrink_memory');
}
