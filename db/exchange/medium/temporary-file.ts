import { createHash, randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { removeQuietly, stopIfAborted } from './durable.ts';
import { letGo } from './let-go.ts';
import { codeOf } from './medium-problem.ts';
import { PIECE_BYTES } from './read-uncached.ts';

/** What is written: a file of this computer, or its bytes as they are made, in parts whose memory is handed over. */
export type MediumSource = string | AsyncIterable<Uint8Array>;

/** The source itself failed, so the medium is not to blame. Never leaves this room; `cause` is the error of the source. */
export class SourceFailed extends Error {}

/** What `writeTemporary` works on. */
export interface TemporaryWrite {
  readonly source: MediumSource;
  readonly size_bytes: number;
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  readonly onWritten: (written_bytes: number) => void;
  readonly onCreated: () => void;
  readonly onFlush: () => void;
}

/**
 * Flushed this often while writing: progress is that of the medium and not of the memory before it, a broken medium is
 * noticed early, and cancelling does not wait for a gigabyte to drain at 5 MB/s.
 */
const FLUSH_EVERY_BYTES = 16 * PIECE_BYTES;
/** libuv hands 0x04000000 to Windows as FILE_FLAG_WRITE_THROUGH (libuv, src/win/fs.c). */
const WRITE_THROUGH = process.platform === 'win32' ? 0x0400_0000 : 0;
const CREATE_ONLY = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
/** No right to run it, where the file system keeps rights. */
const FILE_RIGHTS = 0o644;

const OURS = /^zw-([0-9a-f]{8})-(\d+)-[0-9a-f]{8}\.tmp$/;
/** A network folder is written to from several computers; their files are left alone while they may be growing. */
const FOREIGN_AGE_MS = 60 * 60 * 1000;

/** A new name for an unfinished file; it tells computer and process, so that `removeLeftovers` knows whose it is. */
export function temporaryName(): string {
  return `zw-${computerMark()}-${String(process.pid)}-${randomBytes(4).toString('hex')}.tmp`;
}

/** Removes unfinished files that an earlier export left behind; never one of another program or of a live process. */
export async function removeLeftovers(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const match = OURS.exec(name);
    if (match === null) continue;
    const file = path.join(folder, name);
    const isOver =
      match[1] === computerMark() ? !isOtherLiveProcess(Number(match[2])) : await isOldFile(file);
    if (isOver) await removeQuietly(file);
  }
}

/** Names in the folder; also the first sign that it is there and can be read. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder);

/** Writes the source into a new file and flushes it. Returns the SHA-256 of what was written, in hex. */
export async function writeTemporary(write: TemporaryWrite): Promise<string> {
  const handle = await open(write.file, CREATE_ONLY | WRITE_THROUGH, FILE_RIGHTS);
  try {
    write.onCreated();
    const digest = await copyInto(handle, write);
    write.onFlush();
    await handle.sync();
    return digest;
  } finally {
    await handle.close();
  }
}

async function copyInto(handle: FileHandle, write: TemporaryWrite): Promise<string> {
  const hash = createHash('sha256');
  let written_bytes = 0;
  let unflushed_bytes = 0;
  for await (const piece of pieces(write.source, write.size_bytes)) {
    stopIfAborted(write.signal);
    hash.update(piece);
    await writeAll(handle, piece);
    written_bytes += piece.length;
    unflushed_bytes += piece.length;
    if (unflushed_bytes >= FLUSH_EVERY_BYTES) {
      await handle.datasync();
      unflushed_bytes = 0;
    }
    write.onWritten(written_bytes);
  }
  stopIfAborted(write.signal);
  return hash.digest('hex');
}

async function writeAll(handle: FileHandle, piece: Buffer): Promise<void> {
  let done = 0;
  while (done < piece.length) {
    const { bytesWritten } = await handle.write(piece, done, piece.length - done);
    done += bytesWritten;
  }
}

/**
 * The source in pieces of 1 MiB, whatever pieces it comes in; fails when it is not as long as was said. All pieces share
 * one memory: each is good until the next is asked for.
 */
async function* pieces(source: MediumSource, size_bytes: number): AsyncGenerator<Buffer> {
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  let filled_bytes = 0;
  let total_bytes = 0;
  for await (const part of blamed(typeof source === 'string' ? fileParts(source) : source)) {
    total_bytes += part.length;
    if (total_bytes > size_bytes) break;
    for (let at = 0; at < part.length;) {
      const copied_bytes = part.copy(piece, filled_bytes, at);
      at += copied_bytes;
      filled_bytes += copied_bytes;
      if (filled_bytes < PIECE_BYTES) continue;
      yield piece;
      filled_bytes = 0;
    }
    letGo(part);
  }
  if (total_bytes !== size_bytes) {
    const cause = new Error(`the source gave ${String(total_bytes)} bytes instead of ${String(size_bytes)}`);
    throw new SourceFailed('source', { cause });
  }
  if (filled_bytes > 0) yield piece.subarray(0, filled_bytes);
}

/** The parts of a source, with its failures marked as its own. */
async function* blamed(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await parts.next().catch((cause: unknown) => {
        throw new SourceFailed('source', { cause });
      });
      if (next.done === true) return;
      yield Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    }
  } finally {
    await parts.return?.();
  }
}

async function* fileParts(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    for (;;) {
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(PIECE_BYTES), 0, PIECE_BYTES, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

const computerMark = (): string => createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);

function isOtherLiveProcess(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function isOldFile(file: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    return Date.now() - mtimeMs > FOREIGN_AGE_MS;
  } catch (error) {
    // Its owner finished meanwhile.
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}
