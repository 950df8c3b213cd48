import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Nothing was asked and nothing told for so long: nobody waits. */
const QUIET_ms = 2000;
/** Less is not worth the pause of some 100 ms. */
const WORTH_bytes = 16 * 2 ** 20;

/**
 * Gives memory back when the process has nothing to do. The start and long work leave twice as much reserved as is in use, and
 * V8 returns it only while it works on; an office PC with 4 GB has other uses for it.
 */
export class Rest {
  readonly #release: () => void;
  readonly #size: () => number;
  #timer: NodeJS.Timeout | null = null;
  /** Size behind the last time. */
  #kept = 0;

  constructor(release: () => void = collectGarbage(), size: () => number = heapSize) {
    this.#release = release;
    this.#size = size;
  }

  /** Something is going on. */
  disturb(): void {
    this.#timer ??= setTimeout(() => this.#rest(), QUIET_ms);
    this.#timer.unref();
    this.#timer.refresh();
  }

  #rest(): void {
    if (this.#size() - this.#kept < WORTH_bytes) return;
    this.#release();
    this.#kept = this.#size();
  }
}

/**
 * Lets the heap grow to twice what is in use before it is swept. By itself V8 allows five times as much, 100 MB more while a
 * package is taken in, for no time that could be measured.
 */
export function growSparingly(): void {
  setFlagsFromString('--heap-growing-percent=100');
}

const heapSize = (): number => getHeapStatistics().total_physical_size;

/** A collection that also gives the pages of the young generation back, which an ordinary one keeps. */
function collectGarbage(): () => void {
  setFlagsFromString('--expose-gc');
  // The function V8 gives to a new context while the flag is set.
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  return () => {
    if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  };
}
