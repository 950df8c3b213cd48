/** Ticks within one millisecond; 2^10 keeps the whole number exact until the year 2248. */
const TICKS = 1024;
/** A wall clock further behind the last change than this is worth a notice, milliseconds. */
const TOLERANCE_MS = 5 * 60 * 1000;

/**
 * Hybrid clock of the change log: the wall clock, but never backwards and never the same twice.
 * A reading is one integer, `milliseconds * 1024 + tick`, so it sorts as it happened.
 */
export class HybridClock {
  readonly #now: () => Date;
  #last: number;

  /** `last` is the newest reading in the log, 0 for an empty one. */
  constructor(now: () => Date, last: number) {
    this.#now = now;
    this.#last = last;
  }

  /** The next reading; call it inside the transaction that uses it. */
  next(): number {
    return this.nextAfter(this.#now().getTime());
  }

  /** The next reading not before a given moment, UTC milliseconds; only generated towns write in the past. */
  nextAfter(milliseconds: number): number {
    this.#last = Math.max(milliseconds * TICKS, this.#last + 1);
    return this.#last;
  }

  /** Makes later readings later than one from another node, so that whoever edits what it wrote has the last word. */
  observe(reading: number): void {
    this.#last = Math.max(this.#last, reading);
  }

  /** Milliseconds the wall clock is behind the log; 0 when it is not, or hardly. */
  behind_ms(): number {
    const behind = timeOf(this.#last) - this.#now().getTime();
    return behind > TOLERANCE_MS ? behind : 0;
  }
}

/** UTC milliseconds of a reading. */
const timeOf = (reading: number): number => Math.floor(reading / TICKS);

/** UTC ISO text of a reading; ticks are not shown. */
export const isoOf = (reading: number): string => new Date(timeOf(reading)).toISOString();
