import { createHash, randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { letGo, letGoAtEnd } from '../medium/let-go.ts';
import { bindingLine, type Bound } from './binding.ts';
import { chunksOf, encrypted, zstdCompressor } from './ciphers.ts';
import { attachmentPart, type PackagePart } from './header.ts';
import { limits } from './limits.ts';
import { WrittenLines, type RecordCount } from './line-stream.ts';
import { NotWritten } from './not-written.ts';

/**
 * A stream of bytes in chunks of any size. A chunk is handed over: its memory must not be used again.
 */
export type ByteSource = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** What the parts of one package have in common. */
export interface PartContext {
  /** Folder for parts, which lie there encrypted. */
  readonly folder: string;
  /** age recipients of the receiver. */
  readonly recipients: readonly string[];
  readonly bound: Bound;
  readonly signal: AbortSignal | undefined;
  /** zstd level, 1 to 19. */
  readonly level: number | undefined;
}

/** A part that lies encrypted in the folder. */
export interface WrittenPart {
  readonly part: PackagePart;
  readonly file: string;
}

/** Writes complete NDJSON lines under ledger headings, and counts them as the reader will. */
export async function writeRecords(
  context: PartContext,
  name: string,
  { lines, count }: { readonly lines: ByteSource; readonly count: RecordCount },
): Promise<WrittenPart> {
  const size = { plainBytes: 0, lines: 0 };
  const counted = countedLines({ lines, count, size, name, bound: context.bound });
  const written = await writeEncrypted(context, compressed(counted, context));
  count.endPart();
  return { file: written.file, part: { name, bytes: written.bytes, sha256: written.sha256, ...size } };
}

async function* countedLines(input: {
  readonly lines: ByteSource;
  readonly count: RecordCount;
  readonly size: { plainBytes: number; lines: number };
  readonly name: string;
  readonly bound: Bound;
}): AsyncGenerator<Uint8Array> {
  const { size, name } = input;
  const written = new WrittenLines(input.count);
  const first = bindingLine(input.bound, name);
  size.plainBytes += first.length;
  size.lines += 1;
  yield first;
  for await (const chunk of input.lines) {
    size.plainBytes += chunk.length;
    if (size.plainBytes > limits.records_plainBytes) throw new NotWritten('too-large');
    const isGood = written.add(chunk);
    // The binding line came before.
    size.lines = 1 + written.lines;
    if (!isGood) throw new TypeError(`line ${size.lines} of ${name} is no record under a heading`);
    yield chunk;
  }
  if (written.isOpen) throw new TypeError(`the last line of ${name} has no end`);
}

/** Writes a receipt: the binding line and one line of JSON. */
export async function writeReceiptPart(
  context: PartContext,
  name: string,
  json: string,
): Promise<WrittenPart> {
  const content = Buffer.concat([bindingLine(context.bound, name), Buffer.from(`${json}\n`)]);
  if (content.length > limits.receipt_plainBytes) throw new NotWritten('too-large');
  const written = await writeEncrypted(context, compressed(once(content), context));
  const part = { name, bytes: written.bytes, sha256: written.sha256, plainBytes: content.length, lines: 2 };
  return { file: written.file, part };
}

/** Writes an attachment, uncompressed: photos and scans are compressed already. Its content must have the hash it is named by. */
export async function writeAttachment(
  context: PartContext,
  hash: string,
  content: ByteSource,
): Promise<WrittenPart> {
  const digest = createHash('sha256');
  let plainBytes = 0;
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      digest.update(chunk);
      plainBytes += chunk.length;
      if (plainBytes > limits.attachment_plainBytes) throw new NotWritten('too-large');
      yield chunk;
    }
  }
  const written = await writeEncrypted(context, hashed());
  if (digest.digest('hex') !== hash) throw new NotWritten('attachment-damaged', { hash });
  const { bytes, sha256, file } = written;
  return { file, part: { name: attachmentPart(hash), bytes, sha256, plainBytes, lines: 0 } };
}

async function* once(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  yield chunk;
}

async function* compressed(
  plain: AsyncIterable<Uint8Array>,
  { level, signal }: PartContext,
): AsyncGenerator<Uint8Array> {
  const zstd = zstdCompressor(level);
  // Settles with the failure instead of rejecting: it may fail before anybody waits for it.
  const feeding = feed(plain, zstd, signal).then(
    () => null,
    (error: unknown) => {
      zstd.destroy(error instanceof Error ? error : new Error('the source of the lines failed'));
      return { error };
    },
  );
  try {
    for await (const piece of chunksOf(zstd)) {
      yield piece;
      // The encrypter has copied it before it asks for the next.
      letGoAtEnd(piece);
    }
  } catch (error) {
    // What went wrong with the source, not that the stream was closed because of it.
    throw (await feeding)?.error ?? error;
  } finally {
    zstd.destroy();
    await feeding;
  }
}

/** Each chunk is waited for: when `end` finds one on its way, Node ends the frame twice and adds an empty one. */
async function feed(
  plain: AsyncIterable<Uint8Array>,
  zstd: Writable,
  signal: AbortSignal | undefined,
): Promise<void> {
  for await (const chunk of plain) {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      zstd.write(chunk, (error) => (error ? reject(error) : resolve()));
    });
    letGo(chunk);
  }
  zstd.end();
}

async function writeEncrypted(
  { folder, recipients, signal }: PartContext,
  plain: AsyncIterable<Uint8Array>,
): Promise<{ readonly file: string; readonly bytes: number; readonly sha256: string }> {
  const file = path.join(folder, `${randomUUID()}.part`);
  const digest = createHash('sha256');
  let bytes = 0;
  // Only the owner may read it, though it is encrypted already.
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of encrypted(plain, recipients)) {
      signal?.throwIfAborted();
      digest.update(chunk);
      bytes += chunk.length;
      if (bytes > limits.package_bytes) throw new NotWritten('too-large');
      await handle.writeFile(chunk);
      letGo(chunk);
    }
  } finally {
    await handle.close();
  }
  return { file, bytes, sha256: digest.digest('hex') };
}
