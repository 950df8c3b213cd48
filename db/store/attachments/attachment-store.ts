import { createCipheriv, createDecipheriv, hash as digestOf, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AttachmentInfo, AttachmentStore } from '../api.ts';
import type { Connection, Row } from '../open/connection.ts';
import { writeDurably } from '../open/durable-file.ts';
import type { Places } from '../open/places.ts';

/** First byte of an attachment file: format 1 = nonce (12), AES-256-GCM text, tag (16). */
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Files beside the database, encrypted with a key of their own, named by the SHA-256 of their plain content. */
export class EncryptedAttachments implements AttachmentStore {
  readonly #connection: Connection;
  readonly #folder: string;
  readonly #key: Uint8Array;
  readonly #now: () => Date;

  constructor(
    connection: Connection,
    places: Places,
    options: { readonly key: Uint8Array; readonly now: () => Date },
  ) {
    this.#connection = connection;
    this.#folder = places.attachments;
    this.#key = options.key;
    this.#now = options.now;
  }

  put(bytes: Uint8Array, name: string, mediaType: string): AttachmentInfo {
    const hash = digestOf('sha256', bytes, 'hex');
    // The file before its row: a crash between leaves an unused file, never a row without its file.
    if (this.read(hash) === null) this.#store(hash, bytes);
    const known = this.info(hash);
    if (known !== null) return known;
    this.#connection.run(
      'INSERT INTO attachment (hash, name, media_type, bytes, added_at) VALUES (?, ?, ?, ?, ?)',
      hash,
      name,
      mediaType,
      bytes.length,
      this.#now().toISOString(),
    );
    return { hash, name, mediaType, bytes: bytes.length };
  }

  read(hash: string): Uint8Array | null {
    const file = this.fileOf(hash);
    if (file === null || !existsSync(file)) return null;
    const content = readFileSync(file);
    if (content.length < 1 + NONCE_BYTES + TAG_BYTES || content[0] !== FORMAT) return null;
    const nonce = content.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(hash, 'latin1'));
    decipher.setAuthTag(content.subarray(content.length - TAG_BYTES));
    const plain = decipher.update(content.subarray(1 + NONCE_BYTES, content.length - TAG_BYTES));
    try {
      decipher.final();
    } catch {
      // The only thing `final` can fail on is the tag: the file is damaged or was swapped.
      return null;
    }
    return plain;
  }

  info(hash: string): AttachmentInfo | null {
    const row = this.#connection.row('SELECT * FROM attachment WHERE hash = ?', hash);
    return row === undefined ? null : infoOf(row);
  }

  /** Everything ever added. */
  all(): readonly AttachmentInfo[] {
    return this.#connection.rows('SELECT * FROM attachment ORDER BY hash').map(infoOf);
  }

  /** Path of an attachment, whether it is there or not; `null` for what is no hash. */
  fileOf(hash: string): string | null {
    return /^[0-9a-f]{64}$/.test(hash) ? path.join(this.#folder, hash.slice(0, 2), hash) : null;
  }

  #store(hash: string, bytes: Uint8Array): void {
    const file = this.fileOf(hash);
    if (file === null) throw new Error('not a hash');
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(hash, 'latin1'));
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    writeDurably(file, Buffer.concat([Buffer.of(FORMAT), nonce, text, cipher.getAuthTag()]));
  }
}

const infoOf = (row: Row): AttachmentInfo => ({
  hash: String(row['hash']),
  name: String(row['name']),
  mediaType: String(row['media_type']),
  bytes: Number(row['bytes']),
});
