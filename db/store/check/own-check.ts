import path from 'node:path';
import type { OpenOptions } from '../api.ts';
import { openRaw } from '../open/cipher-client.ts';
import { readKeyslots, unlock } from '../open/keyslots.ts';
import { placesOf } from '../open/places.ts';

/**
 * SQLite's own `integrity_check` of a whole closed file, in one go; its findings. The store does the same in slices;
 * this is what benchmarks hold it against.
 */
export function sqliteIntegrityCheck(options: Pick<OpenOptions, 'file' | 'passphrase'>): readonly string[] {
  const places = placesOf(path.resolve(options.file));
  const keyslots = readKeyslots(places.keys);
  const keys = keyslots === null ? null : unlock(keyslots, options.passphrase);
  if (keys === null) throw new Error('wrong passphrase');
  const raw = openRaw({ filename: places.file, key: keys.database, mustExist: true });
  try {
    const verdicts: readonly unknown[] = raw.prepare('PRAGMA integrity_check').pluck().all();
    return verdicts.map(String).filter((verdict) => verdict !== 'ok');
  } finally {
    raw.close();
  }
}
