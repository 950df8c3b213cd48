import { createHash, randomBytes } from 'node:crypto';

/** A fresh UUIDv7 (RFC 9562): time first, so that new rows go to the end of the index. */
export function newId(now_ms: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now_ms, 0, 6);
  return uuid(bytes, 0x70);
}

/**
 * The same id for the same words (UUIDv8 from SHA-256): a repeated chunk, or a row of a ledger without a natural key,
 * is recognised when it comes again.
 */
export const idFrom = (...words: readonly string[]): string =>
  uuid(createHash('sha256').update(words.join('\0')).digest().subarray(0, 16), 0x80);

function uuid(bytes: Buffer, version: number): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | version, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
