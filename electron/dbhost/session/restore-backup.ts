import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** Files SQLite keeps beside the database; they belong to the damaged one and go with it. */
const companions = ['-wal', '-shm'] as const;

/**
 * Puts a backup in the place of the database. The file that was there is moved aside under a dated name, never deleted;
 * key slots and high-water mark stay, so that the store notices the older content and says so.
 * The backup is copied first: a full disk leaves everything as it was.
 * @returns the new name of the file that was there; `null` when there was none.
 */
export function restoreBackup(file: string, backup: string, now: Date): string | null {
  const incoming = `${file}.restoring`;
  try {
    copyFileSync(backup, incoming);
    sync(incoming, 'r+');
  } catch (error) {
    rmSync(incoming, { force: true });
    throw error;
  }
  const aside = existsSync(file) ? freeName(`${file}.damaged-${stamp(now)}`) : null;
  if (aside !== null) {
    renameSync(file, aside);
    for (const companion of companions) {
      if (existsSync(`${file}${companion}`)) renameSync(`${file}${companion}`, `${aside}${companion}`);
    }
  }
  renameSync(incoming, file);
  if (process.platform !== 'win32') sync(path.dirname(file), 'r');
  return aside;
}

/** Windows cannot open a folder; there the rename itself is written through. */
function sync(place: string, flags: string): void {
  const handle = openSync(place, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

const stamp = (now: Date): string => now.toISOString().replace(/[-:]/g, '').slice(0, 15).replace('T', '-');

/** Two restores within a second get two names. */
function freeName(wanted: string): string {
  let name = wanted;
  for (let i = 2; existsSync(name); i += 1) name = `${wanted}-${String(i)}`;
  return name;
}
