import type { Connection } from '../open/connection.ts';

/** Page cache while whole tables go by once: what is read is not needed again, and 60 MB less are held. KiB. */
const READING_KIB = 8192;
/** While a package is taken in. A larger one saved no measurable time, neither on a first package nor on an increment. */
const TAKING_KIB = 16_384;
/**
 * Pages of the write-ahead log between two checkpoints meanwhile, 64 MB: a page that many chunks have written is written back
 * once. Of a first package this saves 6 % of the processor.
 */
const TAKING_LOG_PAGES = 16_384;

/** Lines read with a small page cache, and the usual one again afterwards. */
export function* withSmallCache(connection: Connection, lines: Iterable<Uint8Array>): Generator<Uint8Array> {
  const usual = shrunk(connection, READING_KIB);
  try {
    yield* lines;
  } finally {
    connection.raw.pragma(`cache_size=${usual}`);
  }
}

/** Keeps the page cache small, and checkpoints rare, as long as packages are being taken in. */
export class TakingCache {
  readonly #connection: Connection;
  #usual: { readonly cache: number; readonly logPages: number } | null = null;
  #packages = 0;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  begin(): void {
    this.#packages += 1;
    if (this.#usual !== null) return;
    const logPages = this.#connection.number('PRAGMA wal_autocheckpoint') ?? 0;
    this.#usual = { cache: shrunk(this.#connection, TAKING_KIB), logPages };
    this.#connection.raw.pragma(`wal_autocheckpoint=${TAKING_LOG_PAGES}`);
  }

  end(): void {
    this.#packages -= 1;
    if (this.#packages > 0 || this.#usual === null) return;
    this.#connection.raw.pragma(`cache_size=${this.#usual.cache}`);
    this.#connection.raw.pragma(`wal_autocheckpoint=${this.#usual.logPages}`);
    this.#usual = null;
    this.#writeBack();
  }

  /** Else the next save of a clerk would wait for up to 64 MB. */
  #writeBack(): void {
    try {
      this.#connection.raw.pragma('wal_checkpoint(PASSIVE)');
    } catch {
      // The package is in the log and safe there. What cannot be written now (disk full) is written with a later save.
    }
  }
}

/** Makes the page cache smaller; returns what it was. */
function shrunk(connection: Connection, kib: number): number {
  const usual = connection.number('PRAGMA cache_size') ?? 0;
  connection.raw.pragma(`cache_size=${-kib}`);
  return usual;
}
