import { setTimeout as pause } from 'node:timers/promises';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { codeOf, MediumStop } from './medium-problem.ts';

/** How long a step waits for a virus scanner to let go of a file. */
export const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

/** Who may end the waiting, and when it ends by itself. */
export interface Patience {
  readonly patience_ms: number;
  readonly signal?: AbortSignal | undefined;
}

/** What a scanner that looks into a new file makes of the next step on Windows. */
const heldCodes: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Systems that cannot flush a folder say so with one of these; then the file's own flush is all there is. */
const noFolderFlush: ReadonlySet<string> = new Set([
  'EPERM',
  'EINVAL',
  'EISDIR',
  'EACCES',
  'EBADF',
  'ENOTSUP',
]);

/** Repeats `work` while another program holds the file; the last refusal is passed on when patience is over. */
export async function patiently<T>(work: () => Promise<T>, { patience_ms, signal }: Patience): Promise<T> {
  const end = performance.now() + patience_ms;
  for (;;) {
    stopIfAborted(signal);
    try {
      return await work();
    } catch (error) {
      if (!heldCodes.has(codeOf(error) ?? '') || performance.now() >= end) throw error;
    }
    await pause(PAUSE_MS);
  }
}

/** Ends a write that the user has cancelled. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new MediumStop('cancelled');
}

/**
 * Flushes a file that already has its name. On Linux, FAT keeps the length of a file in the folder's entry and does not
 * write it by a flush of the folder: after "write, flush, rename, flush the folder" and a power cut the file is there
 * and empty. Opened for writing because Windows refuses to flush a file opened for reading.
 */
export async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Flushes the entries of a folder where the system can do that. */
export async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!noFolderFlush.has(codeOf(error) ?? '')) throw error;
  }
}

/** Removes a file as far as the medium still lets it; a system that refuses is not asked twice. */
export async function removeQuietly(file: string): Promise<void> {
  try {
    await rm(file, { force: true });
    await flushFolder(path.dirname(file));
  } catch (error) {
    if (codeOf(error) === null) throw error;
  }
}
