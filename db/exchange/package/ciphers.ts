import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { constants, createZstdCompress, createZstdDecompress, type ZstdCompress } from 'node:zlib';
import { limits } from './limits.ts';
import { PackageRefused } from './refusals.ts';

/**
 * About 150 records. Larger chunks keep more parsed records alive at once, so that V8 lets its young generation grow: with
 * 256 KiB the reader of a million records took 269 MB instead of 190, and more time.
 */
const unpackedChunk_bytes = 32 * 1024;
/** What age encrypts in one go. */
const packedChunk_bytes = 64 * 1024;
const ageHeadEnd = Buffer.from('\n--- ');
const ageStart = Buffer.from('age-encryption.org/v1\n');

/** Encrypts a stream in the age format (age-encryption.org/v1) to X25519 recipients (`age1…`). */
export async function* encrypted(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  yield* await encrypter.encrypt(ReadableStream.from(plain));
}

/**
 * Decrypts an age stream with the first identity (`AGE-SECRET-KEY-1…`) that fits. What is yielded is authentic up to
 * there; a cut or altered stream is refused as `payload-undecryptable` at the latest at its end.
 */
export async function* decrypted(
  cipher: AsyncIterable<Uint8Array>,
  { identities, part }: { readonly identities: readonly string[]; readonly part: string },
): AsyncGenerator<Uint8Array> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const sourceFailure: { error?: unknown } = {};
  try {
    const source = ReadableStream.from(remembering(withBoundedHead(cipher, part), sourceFailure));
    yield* await decrypter.decrypt(source);
  } catch (error) {
    if (sourceFailure.error !== undefined) throw sourceFailure.error;
    throw refusalFor(error, 'payload-undecryptable', part);
  }
}

/** Passes a stream on and keeps what it failed with: web streams hand a consumer's error and a source's alike. */
async function* remembering(
  source: AsyncIterable<Uint8Array>,
  failure: { error?: unknown },
): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    failure.error = error;
    throw error;
  }
}

/** The library reads lines without an end; a head that does not end within its bounds is refused before it is read. */
async function* withBoundedHead(cipher: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<Uint8Array> {
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of cipher) {
    if (head === null) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < limits.ageHead_bytes) continue;
    yield checkedHead(head, part);
    head = null;
  }
  if (head !== null) yield checkedHead(head, part);
}

function checkedHead(head: Buffer, part: string): Buffer {
  const end = head.subarray(0, limits.ageHead_bytes).indexOf(ageHeadEnd);
  if (end < 0 || !head.subarray(0, ageStart.length).equals(ageStart)) {
    throw new PackageRefused('payload-undecryptable', { part });
  }
  return head;
}

/**
 * A zstd compressor. On lines of records level 1 packs tighter than 3 (a first package 28.2 MB instead of 30.4, ten
 * thousand edits 495 kB instead of 530) in two thirds of its time; 9 gains a few hundredths at eight times the cost.
 */
export function zstdCompressor(level = 1): ZstdCompress {
  return createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: level },
    chunkSize: packedChunk_bytes,
  });
}

/** Unpacks a zstd stream, never more than `most_bytes` and never with a window beyond the limit. */
export async function* decompressed(
  packed: AsyncIterable<Uint8Array>,
  { most_bytes, part }: { readonly most_bytes: number; readonly part: string },
): AsyncGenerator<Uint8Array> {
  const zstd = createZstdDecompress({
    params: { [constants.ZSTD_d_windowLogMax]: limits.zstd_windowLog },
    chunkSize: unpackedChunk_bytes,
  });
  const fed = { bytes: 0 };
  // Settles with the failure instead of rejecting: it may fail before anybody waits for it.
  const feeding = pipeline(counted(packed, fed), zstd).then(
    () => undefined,
    (error: unknown) => error,
  );
  let bytes = 0;
  try {
    for await (const piece of chunksOf(zstd)) {
      bytes += piece.length;
      if (bytes > most_bytes) throw new PackageRefused('part-too-large', { part });
      yield piece;
    }
    const failure = await feeding;
    if (failure !== undefined) throw failure;
    // The decoder stops without a word at the end of the first frame.
    if (zstd.bytesWritten !== fed.bytes) throw new PackageRefused('payload-undecodable', { part });
  } catch (error) {
    throw refusalFor(error, 'payload-undecodable', part);
  } finally {
    zstd.destroy();
    await feeding;
  }
}

/** Chunks of a stream of bytes, which Node types as `any`. */
export async function* chunksOf(stream: Readable): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    const piece: Uint8Array = chunk;
    yield piece;
  }
}

async function* counted(
  source: AsyncIterable<Uint8Array>,
  total: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    total.bytes += chunk.length;
    yield chunk;
  }
}

/** Errors of the operating system and refusals stay what they are; any other is one of the format. */
function refusalFor(
  error: unknown,
  code: 'payload-undecryptable' | 'payload-undecodable',
  part: string,
): unknown {
  if (error instanceof PackageRefused) return error;
  return isSystemError(error) ? error : new PackageRefused(code, { part });
}

/** True for failures of files and devices (`errno` is set by the operating system's calls, not by decoders). */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;
