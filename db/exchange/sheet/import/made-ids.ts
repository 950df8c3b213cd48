import { createHash, randomUUID } from 'node:crypto';

/** A fresh UUIDv7 (RFC 9562): time first, so that new rows go to the end of the index. Random bits from `randomUUID`, which draws them in bulk. */
export function newId(now_ms: number): string {
  const time = now_ms.toString(16).padStart(12, '0');
  const random = randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

/**
 * The same id for the same words (UUIDv8 from SHA-256): a repeated chunk, or a row of a ledger without a natural key,
 * is recognised when it comes again.
 */
export const idFrom = (...words: readonly string[]): string =>
  uuid(createHash('sha256').update(words.join('\0')).digest().subarray(0, 16));

function uuid(bytes: Buffer): string {
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
