import Database from 'better-sqlite3-multiple-ciphers';
import { existsSync } from 'node:fs';
import type { Connection } from './connection.ts';
import { syncFile } from './durable-file.ts';
import { nativeBinding } from './native-binding.ts';
import { setKey } from './preamble.ts';

/**
 * Writes a copy in SQLCipher 4 format under its own passphrase: `VACUUM INTO` under our key, then `rekey` of the
 * copy with SQLCipher's settings. An existing file is never overwritten.
 */
export function saveSqlcipherCopy(
  connection: Connection,
  copy: { readonly path: string; readonly passphrase: string; readonly key: Uint8Array },
): void {
  if (existsSync(copy.path)) throw new Error('the copy would overwrite a file');
  connection.commitHeld();
  connection.raw.prepare('VACUUM INTO ?').run(copy.path);
  const binding = nativeBinding();
  // As in openRaw: the driver also takes the loaded addon object.
  const raw = new Database(
    copy.path,
    binding === undefined ? {} : { nativeBinding: binding as unknown as string },
  );
  try {
    setKey(raw, copy.key);
    // Pages are rewritten in place through a rollback journal; a WAL would hold them under the old key.
    raw.pragma('journal_mode=DELETE');
    raw.pragma("cipher='sqlcipher'");
    raw.pragma('legacy=4');
    raw.rekey(Buffer.from(copy.passphrase, 'utf8'));
  } finally {
    raw.close();
  }
  syncFile(copy.path);
}
