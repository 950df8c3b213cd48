import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, rename } from 'node:fs/promises';
import path from 'node:path';
import { flushFile, flushFolder, PATIENCE_MS, patiently, removeQuietly, stopIfAborted } from './durable.ts';
import { fileSystemOf, largestFile } from './file-system.ts';
import { letGo } from './let-go.ts';
import { nameProblem, sameNameKey } from './legal-name.ts';
import {
  codeOf,
  meaningOf,
  type MediumDetail,
  type MediumProblem,
  type MediumStep,
  MediumStop,
} from './medium-problem.ts';
import { type ReadMode, readUncached } from './read-uncached.ts';
import { isAnswering, isSameMedium, type MediumPlace, placeOf } from './same-medium.ts';
import {
  type MediumSource,
  namesIn,
  removeLeftovers,
  SourceFailed,
  temporaryName,
  writeTemporary,
} from './temporary-file.ts';

/** How far a write is. Bytes count anew in each phase; `flushing` has no measure of its own. */
export interface MediumProgress {
  readonly phase: 'writing' | 'flushing' | 'reading-back';
  readonly done_bytes: number;
  readonly total_bytes: number;
}

/** A finished file and where it shall lie. One write at a time into a folder by one process. */
export interface MediumOrder {
  /** A file of this computer, or the bytes as they are made. What it throws passes through unchanged. */
  readonly source: MediumSource;
  /** Exact length of the source. Another length is a fault of the caller and throws. */
  readonly size_bytes: number;
  /** An existing folder on the medium. */
  readonly folder: string;
  /** The file's name there; `legalName` makes one. Never overwrites. */
  readonly name: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: MediumProgress) => void;
  /** How long another program may hold the file, in milliseconds; 10 s unless given. */
  readonly patience_ms?: number;
}

/** The file lies on the medium, was flushed, and was read back equal; or why it does not, and nothing of it is left. */
export type MediumOutcome =
  | {
      readonly ok: true;
      readonly file: string;
      readonly bytes: number;
      /** Of the whole file, hex, of the bytes as they came from the source and from the medium. */
      readonly sha256: string;
      /** `cached`: written and flushed, but the system would not read past its memory; the screen must say so. */
      readonly verified: ReadMode;
    }
  | { readonly ok: false; readonly problem: MediumProblem; readonly detail: MediumDetail };

/** Beside the file itself a medium needs room for its own bookkeeping and for the receipt that comes back. */
const RESERVE_BYTES = 32 * 1024 * 1024;
const RESERVE_FACTOR = 1.1;

/**
 * Writes a finished file onto a removable medium and makes sure that it is there: free space, temporary name, flush,
 * final name, flush again, flush the folder, read everything back past the cache. docs/sticks.md gives the reason of
 * each step. Expected outcomes are data; throws what the source throws, and broken assumptions.
 */
export async function writeToMedium(order: MediumOrder): Promise<MediumOutcome> {
  const attempt: Attempt = { step: 'check', place: null, leftover: null };
  try {
    return { ok: true, ...(await carryOut(order, attempt)) };
  } catch (error) {
    const refusal = await refusalOf(error, order, attempt);
    await clearUp(attempt);
    if (refusal !== null) return { ok: false, ...refusal };
    throw error instanceof SourceFailed ? error.cause : error;
  }
}

/** Where a write stands, for the one who must clear up after it. */
interface Attempt {
  step: MediumStep;
  place: MediumPlace | null;
  /** The file on the medium under its present name, from the moment it was made. */
  leftover: string | null;
}

async function carryOut(order: MediumOrder, attempt: Attempt) {
  const file = path.join(order.folder, order.name);
  stopIfAborted(order.signal);
  if (nameProblem(order.name) !== null) throw new MediumStop('name-illegal');
  attempt.place = await placeOf(order.folder);
  await check(order);
  const sha256 = await write(order, attempt);
  attempt.step = 'rename';
  await giveName(order, attempt, file);
  attempt.step = 'settle';
  await patiently(() => flushFile(file), patienceOf(order));
  await flushFolder(order.folder);
  attempt.step = 'read-back';
  // A scanner may still be looking into the new file.
  const back = await patiently(() => readBack(order, file), patienceOf(order));
  if (back.sha256 !== sha256) throw new MediumStop('readback-differs');
  if (!(await isSameMedium(attempt.place))) throw new MediumStop('medium-gone');
  return { file, bytes: order.size_bytes, sha256, verified: back.mode };
}

/** Everything that can be known before a byte is written. A medium that is read-only says so before it says "full". */
async function check(order: MediumOrder): Promise<void> {
  await access(order.folder, constants.W_OK);
  const names = await namesIn(order.folder);
  const key = sameNameKey(order.name);
  if (names.some((name) => sameNameKey(name) === key)) throw new MediumStop('name-taken');
  const largest_bytes = await largestFile(order.folder, await fileSystemOf(order.folder), order.size_bytes);
  if (largest_bytes !== null && order.size_bytes > largest_bytes) throw new MediumStop('too-large');
  await removeLeftovers(order.folder, names);
  const { free_bytes } = await fileSystemOf(order.folder);
  const needed_bytes = Math.ceil(order.size_bytes * RESERVE_FACTOR) + RESERVE_BYTES;
  if (free_bytes < needed_bytes) throw new MediumStop('full', { needed_bytes, free_bytes });
}

function write(order: MediumOrder, attempt: Attempt): Promise<string> {
  const temporary = path.join(order.folder, temporaryName());
  attempt.step = 'create';
  return writeTemporary({
    source: order.source,
    size_bytes: order.size_bytes,
    file: temporary,
    signal: order.signal,
    onCreated: () => {
      attempt.leftover = temporary;
      attempt.step = 'write';
    },
    onWritten: (done_bytes) => {
      tell(order, 'writing', done_bytes);
    },
    onFlush: () => {
      attempt.step = 'flush';
      tell(order, 'flushing', order.size_bytes);
    },
  });
}

/** Node cannot rename without replacing, so the name is looked at once more right before. */
async function giveName(order: MediumOrder, attempt: Attempt, file: string): Promise<void> {
  const temporary = attempt.leftover;
  if (temporary === null) throw new Error('renaming before writing');
  await patiently(async () => {
    if (await exists(file)) throw new MediumStop('name-taken');
    await rename(temporary, file);
  }, patienceOf(order));
  attempt.leftover = file;
}

async function readBack(order: MediumOrder, file: string): Promise<{ sha256: string; mode: ReadMode }> {
  const hash = createHash('sha256');
  let mode: ReadMode = 'cached';
  let done_bytes = 0;
  const onMode = (found: ReadMode): void => {
    mode = found;
  };
  tell(order, 'reading-back', 0);
  for await (const piece of readUncached(file, { onMode })) {
    stopIfAborted(order.signal);
    hash.update(piece);
    done_bytes += piece.length;
    letGo(piece);
    tell(order, 'reading-back', done_bytes);
  }
  return { sha256: hash.digest('hex'), mode };
}

/** What the error means to the user; `null` when it is none of the expected ones. */
async function refusalOf(
  error: unknown,
  order: MediumOrder,
  attempt: Attempt,
): Promise<{ problem: MediumProblem; detail: MediumDetail } | null> {
  const { step } = attempt;
  if (error instanceof MediumStop) {
    return { problem: error.problem, detail: { step, code: null, ...error.space } };
  }
  if (error instanceof SourceFailed) {
    // A source that listens to the same signal fails by it.
    return order.signal?.aborted === true ? { problem: 'cancelled', detail: { step, code: null } } : null;
  }
  const code = codeOf(error);
  if (code === null) return null;
  const meaning = meaningOf(code, step);
  if (meaning === null) return null;
  const problem = meaning === 'ask-medium' ? await askMedium(code, attempt) : meaning;
  return { problem, detail: { step, code } };
}

/** A medium that still answers has a bad sector (EIO), or lost the one file to a scanner (ENOENT). */
async function askMedium(code: string, { place, leftover }: Attempt): Promise<MediumProblem> {
  if (place === null || !(await isAnswering(place, leftover))) return 'medium-gone';
  return code === 'EIO' ? 'bad-sector' : 'blocked';
}

/** Takes away what was begun. On a medium that is gone nothing can be cleared, and the next export clears what stayed. */
async function clearUp({ place, leftover }: Attempt): Promise<void> {
  if (place === null || leftover === null || !(await isSameMedium(place))) return;
  await removeQuietly(leftover);
}

async function exists(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function tell(order: MediumOrder, phase: MediumProgress['phase'], done_bytes: number): void {
  order.onProgress?.({ phase, done_bytes, total_bytes: order.size_bytes });
}

const patienceOf = (order: MediumOrder) => ({
  patience_ms: order.patience_ms ?? PATIENCE_MS,
  signal: order.signal,
});
