import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BackupInfo } from '../api.ts';
import type { Connection } from './connection.ts';
import { syncFile } from './durable-file.ts';
import type { Places } from './places.ts';

/** `20261123T083000Z-migration.db` */
const namePattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z(?:\.\d+)?-([a-z0-9-]+)\.db$/;

/**
 * A consistent copy under the same key, with the key slots beside it. `VACUUM INTO`, because SQLite's backup
 * function refuses encrypted targets; a copy of the file alone would miss the write-ahead log.
 */
export function makeBackup(
  connection: Connection,
  places: Places,
  facts: { readonly reason: string; readonly now: Date },
): string {
  mkdirSync(places.backups, { recursive: true, mode: 0o700 });
  const file = freeName(places, facts);
  connection.commitHeld();
  connection.raw.prepare('VACUUM INTO ?').run(file);
  syncFile(file);
  copyFileSync(places.keys, `${file}.keys.json`);
  syncFile(`${file}.keys.json`);
  return file;
}

/** Backups beside a database, newest first. */
export function listBackups(places: Places): readonly BackupInfo[] {
  if (!existsSync(places.backups)) return [];
  const found = readdirSync(places.backups).flatMap((name): BackupInfo[] => {
    const parts = namePattern.exec(name);
    if (parts === null) return [];
    const [, year, month, day, hour, minute, second, reason = ''] = parts;
    const file = path.join(places.backups, name);
    return [
      {
        file,
        at: `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`,
        bytes: statSync(file).size,
        reason,
      },
    ];
  });
  return found.toSorted((a, b) => (a.file < b.file ? 1 : -1));
}

/** Key slots kept with the newest backup that has any; `null` when there are none. */
export function keyslotsInBackups(places: Places): string | null {
  const files = listBackups(places).map((backup) => `${backup.file}.keys.json`);
  return files.find((file) => existsSync(file)) ?? null;
}

function freeName(places: Places, { reason, now }: { readonly reason: string; readonly now: Date }): string {
  const stamp = now.toISOString().replace(/\.\d+/, '').replace(/[-:]/g, '');
  const word =
    reason
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'backup';
  for (let i = 0; ; i += 1) {
    const file = path.join(places.backups, `${stamp}${i === 0 ? '' : `.${i}`}-${word}.db`);
    if (!existsSync(file)) return file;
  }
}
