import {
  createCipheriv,
  createHash,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  randomBytes,
  sign,
} from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { constants, zstdCompressSync } from 'node:zlib';
import type { RawDatabase } from '../../../store/open/raw-database.ts';

/** Columns that the changed rows of the benchmark fill; a script would name those it needs. */
const COLUMNS = [
  'id',
  'name',
  'doc_type',
  'doc_no',
  'person_kinds',
  'sex',
  'birth_date',
  'ethnic',
  'phone',
  'education',
  'marital',
  'residence_address',
  'workplace',
  'checked_on',
  'remark',
  'updated_at',
  'removed_reason',
] as const;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
/** Level of the packages. */
const LEVEL = 1;

/**
 * The floor of an increment, as a straight script: the changed people whole, JSON, zstd, X25519 + AES-256-GCM, Ed25519,
 * written, flushed, read back and compared. No clocks, no authors, no format, no counts, no progress.
 */
export function bareExport(
  raw: RawDatabase,
  { after, upTo, file }: { readonly after: number; readonly upTo: number; readonly file: string },
): { readonly bytes: number; readonly rows: number; readonly file: string } {
  const rows = raw
    .prepare(
      `SELECT ${COLUMNS.map((column) => `t.${column}`).join(', ')}
       FROM (SELECT DISTINCT rid FROM change_log WHERE seq > ? AND seq <= ?) c JOIN person t ON t.rid = c.rid`,
    )
    .all(after, upTo);
  const lines = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), 'utf8');
  const packed = zstdCompressSync(lines, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });
  const receiver = generateKeyPairSync('x25519');
  const own = generateKeyPairSync('x25519');
  const shared = diffieHellman({ privateKey: own.privateKey, publicKey: receiver.publicKey });
  const key = Buffer.from(hkdfSync('sha256', shared, Buffer.alloc(0), 'floor', KEY_BYTES));
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([nonce, cipher.update(packed), cipher.final(), cipher.getAuthTag()]);
  const digest = createHash('sha256').update(sealed).digest();
  const signature = sign(null, digest, generateKeyPairSync('ed25519').privateKey);
  const descriptor = openSync(file, 'wx');
  writeSync(descriptor, signature);
  writeSync(descriptor, sealed);
  fsyncSync(descriptor);
  closeSync(descriptor);
  const back = readFileSync(file);
  if (!createHash('sha256').update(back.subarray(signature.length)).digest().equals(digest))
    throw new Error('read back something else');
  return { bytes: back.length, rows: rows.length, file };
}
