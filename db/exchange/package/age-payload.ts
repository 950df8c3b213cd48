import {
  createCipheriv,
  getCiphers,
  hkdfSync,
  randomBytes,
  type CipherChaCha20Poly1305Types,
} from 'node:crypto';
import { Encrypter } from 'age-encryption';

/** The cipher of age v1 (github.com/C2SP/C2SP, age.md, "Payload"), by its name in Node. */
const CIPHER: CipherChaCha20Poly1305Types = 'chacha20-poly1305';
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
/** Of the payload's key; it stands between head and first chunk. */
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/**
 * True where Node itself has the cipher: eight times as fast as the JavaScript of `age-encryption`. Electron is built
 * without it, and there the library does all of it, to the same format.
 */
export const hasNativeCipher = (): boolean => getCiphers().includes(CIPHER);

/** Head of a new age file and the key of what follows it; who may open it stays the library's business. */
export async function newAgeFile(
  recipients: readonly string[],
): Promise<{ readonly head: Uint8Array; readonly fileKey: Uint8Array }> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const kept: Uint8Array[] = [];
  encrypter.addRecipient({
    wrapFileKey: (key) => {
      kept.push(Uint8Array.from(key));
      return [];
    },
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of await encrypter.encrypt(ReadableStream.from<Uint8Array>([]))) pieces.push(piece);
  const empty = Buffer.concat(pieces);
  const [fileKey] = kept;
  if (fileKey === undefined) throw new Error('the head was made without a key');
  // An empty file is head, salt and the tag of nothing. Its salt is not used again, so no nonce is.
  return { head: empty.subarray(0, empty.length - SALT_BYTES - TAG_BYTES), fileKey };
}

/** What follows the head: salt, then chunks of 64 KiB, each with its tag; the last one says that it is the last. */
export async function* sealedPayload(
  plain: AsyncIterable<Uint8Array>,
  fileKey: Uint8Array,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  const key = Buffer.from(hkdfSync('sha256', fileKey, salt, 'payload', KEY_BYTES));
  const sealed = (chunk: Uint8Array, number: number, isLast: boolean): Buffer => {
    const cipher = createCipheriv(CIPHER, key, nonceOf(number, isLast), { authTagLength: TAG_BYTES });
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  yield salt;
  const gathered = Buffer.alloc(CHUNK_BYTES);
  let used = 0;
  let number = 0;
  for await (const piece of plain) {
    for (let from = 0; from < piece.length;) {
      // Only when more follows is a full chunk known not to be the last.
      if (used === CHUNK_BYTES) {
        yield sealed(gathered, number, false);
        number += 1;
        used = 0;
      }
      const taken = piece.subarray(from, from + CHUNK_BYTES - used);
      gathered.set(taken, used);
      used += taken.length;
      from += taken.length;
    }
  }
  yield sealed(gathered.subarray(0, used), number, true);
}

/** Eleven bytes of count, big-endian, and one that is 1 for the last chunk. */
function nonceOf(number: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
}
