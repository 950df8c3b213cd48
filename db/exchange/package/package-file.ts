import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { isSystemError } from './ciphers.ts';
import { step_bytes } from './limits.ts';
import { PackageRefused } from './refusals.ts';

/** A stretch of the file. */
export interface Stretch {
  readonly at: number;
  readonly bytes: number;
}

/** Digests of a stretch by steps of `step_bytes`, so that a second reading can be compared before it is used. */
export interface StepDigests {
  readonly whole: string;
  readonly steps: readonly Buffer[];
}

/** A package's file, opened once: what is read later is of the same file, even when another took its name. */
export class PackageFile {
  readonly #handle: FileHandle;
  readonly bytes: number;

  private constructor(handle: FileHandle, bytes: number) {
    this.#handle = handle;
    this.bytes = bytes;
  }

  static async open(file: string): Promise<PackageFile> {
    const handle = await asRefusal(() => open(file, 'r'));
    try {
      const facts = await asRefusal(() => handle.stat());
      if (!facts.isFile()) throw new PackageRefused('not-a-package');
      return new PackageFile(handle, facts.size);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Reads a stretch as a whole; refuses `truncated` when the file ends before. */
  async read({ at, bytes }: Stretch): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(bytes);
    await this.#fill(buffer, at);
    return buffer;
  }

  async #fill(buffer: Buffer, at: number): Promise<void> {
    const bytes = buffer.length;
    for (let done = 0; done < bytes;) {
      const { bytesRead } = await asRefusal(() => this.#handle.read(buffer, done, bytes - done, at + done));
      if (bytesRead === 0) throw new PackageRefused('truncated');
      done += bytesRead;
    }
  }

  /** Reads a stretch once to know its digests. */
  async digests(stretch: Stretch): Promise<StepDigests> {
    const whole = createHash('sha256');
    const steps: Buffer[] = [];
    // One buffer for all: a new one for each step would wait for the collector with all the others.
    const buffer = Buffer.allocUnsafe(Math.min(step_bytes, stretch.bytes));
    for (const { at, bytes } of stepsOf(stretch)) {
      const chunk = buffer.subarray(0, bytes);
      await this.#fill(chunk, at);
      whole.update(chunk);
      steps.push(createHash('sha256').update(chunk).digest());
    }
    return { whole: whole.digest('hex'), steps };
  }

  /** Reads a stretch again, each step compared with the first reading before it is handed out. */
  async *checked(stretch: Stretch, digests: StepDigests): AsyncGenerator<Uint8Array> {
    let i = 0;
    for (const step of stepsOf(stretch)) {
      const chunk = await this.read(step);
      const digest = createHash('sha256').update(chunk).digest();
      if (digests.steps[i]?.equals(digest) !== true) throw new PackageRefused('changed-while-reading');
      i += 1;
      yield chunk;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

function* stepsOf({ at, bytes }: Stretch): Generator<Stretch> {
  for (let done = 0; done < bytes; done += step_bytes) {
    yield { at: at + done, bytes: Math.min(step_bytes, bytes - done) };
  }
}

const absent = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/** Failures of the medium are expected: sticks are pulled out. */
async function asRefusal<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'EISDIR') throw new PackageRefused('not-a-package');
    throw new PackageRefused(absent.has(error.code ?? '') ? 'no-file' : 'medium-failed', {
      error: error.code ?? '',
    });
  }
}
