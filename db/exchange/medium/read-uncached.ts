import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { comesFromDevice, fileSystemOf } from './file-system.ts';

/** `uncached`: every byte came from the medium. `cached`: the system may have answered from memory. */
export type ReadMode = 'uncached' | 'cached';

/** How to read: an end in sight, and who wants to know whether the cache was left out. */
export interface ReadUncachedOptions {
  /** Aborting ends the reading between two pieces with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told once, before the first piece. */
  readonly onMode?: (mode: ReadMode) => void;
}

/** Length of a read and of a piece: sticks reach their speed at it, and memory stays flat. */
export const PIECE_BYTES = 1024 * 1024;
/** Sectors are 512 or 4096 bytes; buffer, offset and length of an uncached read must be multiples of them. */
const SECTOR_BYTES = 4096;
/** Memory of Node begins at multiples of 8, so one of 512 slides by 8 meets every sector boundary there is. */
const SLIDE_BYTES = 8;

/** libuv hands 0x02000000 to Windows as FILE_FLAG_NO_BUFFERING (libuv, src/win/fs.c); Node does not name it. */
const DIRECT = process.platform === 'win32' ? 0x0200_0000 : constants.O_DIRECT;

/**
 * The content of a file in pieces of 1 MiB (the last one shorter), read from the medium and not from the system's
 * memory where the system allows it. A read that follows a write proves nothing otherwise: a stick that was pulled out
 * or that swallows writes still "gives back" what is in the cache.
 * Rejects with the system's error; EIO is a bad sector or a medium that is gone.
 */
export async function* readUncached(
  file: string,
  { signal, onMode }: ReadUncachedOptions = {},
): AsyncGenerator<Buffer, void, undefined> {
  const reader = await openReader(file);
  try {
    onMode?.(reader.mode);
    let position = 0;
    while (position < reader.size_bytes) {
      signal?.throwIfAborted();
      const piece = await readPiece(reader, position);
      if (piece === null) return;
      position += piece.length;
      yield piece;
    }
  } finally {
    await reader.handle.close();
  }
}

interface Reader {
  readonly handle: FileHandle;
  readonly buffer: Buffer;
  readonly size_bytes: number;
  readonly mode: ReadMode;
}

async function openReader(file: string): Promise<Reader> {
  const direct = await openDirect(file);
  const handle = direct?.handle ?? (await open(file, 'r'));
  try {
    const { size } = await handle.stat();
    const isDevice = direct !== null && comesFromDevice(await fileSystemOf(file));
    return {
      handle,
      size_bytes: size,
      buffer: direct?.buffer ?? Buffer.allocUnsafe(PIECE_BYTES),
      mode: isDevice ? 'uncached' : 'cached',
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** An open file and a buffer that fits the device; `null` where the file system has no uncached reading. */
async function openDirect(file: string): Promise<{ handle: FileHandle; buffer: Buffer } | null> {
  const handle = await unlessInvalid(open(file, constants.O_RDONLY | DIRECT));
  if (handle === null) return null;
  try {
    const buffer = await alignedBuffer(handle);
    if (buffer !== null) return { handle, buffer };
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return null;
}

/** Node cannot ask for aligned memory, so a window slides over a larger piece until the system takes it. */
async function alignedBuffer(handle: FileHandle): Promise<Buffer | null> {
  const memory = new ArrayBuffer(PIECE_BYTES + SECTOR_BYTES);
  for (let offset = 0; offset < SECTOR_BYTES; offset += SLIDE_BYTES) {
    const buffer = Buffer.from(memory, offset, PIECE_BYTES);
    if ((await unlessInvalid(handle.read(buffer, 0, SECTOR_BYTES, 0))) !== null) return buffer;
  }
  return null;
}

/** A copy, so that the caller may keep it; `null` at the end of a file that became shorter meanwhile. */
async function readPiece(reader: Reader, position: number): Promise<Buffer | null> {
  const { bytesRead } = await reader.handle.read(reader.buffer, 0, PIECE_BYTES, position);
  const isEnd = position + bytesRead >= reader.size_bytes;
  // The next read must begin on a sector again, so the tail of a short one is read once more.
  const usable = isEnd ? bytesRead : bytesRead - (bytesRead % SECTOR_BYTES);
  return usable === 0 ? null : Buffer.from(reader.buffer.subarray(0, usable));
}

/** EINVAL is the system's "not like that": the flag or the alignment is refused. */
async function unlessInvalid<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EINVAL') return null;
    throw error;
  }
}
