import { copyFileSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { writeDurably, syncFile } from './durable-file.ts';
import { readMark, settleMark } from './high-water-mark.ts';
import { readKeyslots } from './keyslots.ts';
import { placesOf } from './places.ts';

/**
 * Puts a backup in the place of a closed database. The damaged file is set aside, never erased; the high-water mark
 * stays, so that the next opening notices the older content and begins a new lineage. Returns where the old file is.
 */
export function restoreBackup(file: string, backup: string, now: Date): string | null {
  const places = placesOf(path.resolve(file));
  const stamp = now.toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
  const fresh = `${places.file}.restoring`;
  copyFileSync(backup, fresh);
  syncFile(fresh);
  const aside = existsSync(places.file) ? `${places.file}.damaged-${stamp}` : null;
  if (aside !== null) renameSync(places.file, aside);
  for (const suffix of ['-wal', '-shm']) {
    if (existsSync(places.file + suffix))
      renameSync(places.file + suffix, `${aside ?? `${places.file}.damaged-${stamp}`}${suffix}`);
  }
  renameSync(fresh, places.file);
  const mark = readMark(places);
  if (mark !== null) settleMark(places, { ...mark, restored: true });
  if (readKeyslots(places.keys) === null) restoreKeyslots(file, `${backup}.keys.json`);
  return aside;
}

/** Puts key slots kept with a backup (details `copy` of failure `keyslots-missing`) back beside the database. */
export function restoreKeyslots(file: string, copy: string): boolean {
  const keyslots = readKeyslots(copy);
  if (keyslots === null) return false;
  writeDurably(placesOf(path.resolve(file)).keys, `${JSON.stringify(keyslots, null, 2)}\n`);
  return true;
}
