import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import { limits } from './limits.ts';
import { SheetRefused } from './sheet-refused.ts';

/** The parts of a workbook file by name; only parts asked for are ever unpacked, and never to disk. */
export interface ZipParts {
  /** Names as written, in the order of the directory, folders left out; with the sizes they claim. */
  readonly entries: readonly { readonly name: string; readonly bytes: number }[];
  has(name: string): boolean;
  /** Streams one part; refuses it beforehand when it claims, and meanwhile when it turns out, to be too large. */
  open(name: string, maxBytes: number): Promise<AsyncIterable<Buffer>>;
  close(): void;
}

/**
 * Opens a zip and judges its directory before anything is unpacked: names, number, sizes, ratios, encryption.
 * yauzl refuses traversal, absolute names and sizes that lie (`strictFileNames`, `validateEntrySizes`).
 */
export async function openZip(source: string | Buffer): Promise<ZipParts> {
  const options = { strictFileNames: true, autoClose: false };
  const zip = await refuseBroken(
    typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options),
  );
  try {
    const entries = await refuseBroken(readDirectory(zip));
    return {
      entries: [...entries.values()]
        .filter(({ fileName }) => !fileName.endsWith('/'))
        .map(({ fileName, uncompressedSize }) => ({ name: fileName, bytes: uncompressedSize })),
      has: (name) => entries.has(name.toLowerCase()),
      open: async (name, maxBytes) => {
        const entry = entries.get(name.toLowerCase());
        if (!entry) throw new SheetRefused('damaged');
        if (entry.uncompressedSize > maxBytes) throw new SheetRefused('too-large');
        return checked(await refuseBroken(zip.openReadStreamPromise(entry)), entry.crc32);
      },
      close: () => zip.close(),
    };
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

/** yauzl checks sizes but not checksums; a flipped bit can unpack to a wrong digit that nobody would notice. */
async function* checked(stream: Readable, expected: number): AsyncGenerator<Buffer> {
  let sum = 0;
  // A byte stream without encoding yields Buffers; yauzl never sets one.
  for await (const piece of stream as AsyncIterable<Buffer>) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== expected) throw new SheetRefused('damaged');
}

async function readDirectory(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > limits.entries) throw new SheetRefused('too-large');
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    // Two parts of one name: programs disagree which one counts, so a reviewer and we might see different sheets.
    if (entries.has(name)) throw new SheetRefused('damaged');
    if (entry.isEncrypted()) throw new SheetRefused('encrypted');
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > limits.ratioFrom && ratio > limits.ratio)
      throw new SheetRefused('too-large');
    entries.set(name, entry);
  }
  return entries;
}

/** yauzl reports every structural fault as a plain Error; for a clerk they are all "damaged". */
async function refuseBroken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (cause instanceof SheetRefused) throw cause;
    throw new SheetRefused('damaged');
  }
}
