import type { SyncRecord } from '../../model/sync/sync-record.ts';
import type { CityField, CityTable } from '../schema/city-table.ts';
import { copied } from './copy.ts';

/** Lines for one COPY. */
export interface Chunk {
  readonly sql: string;
  readonly lines: Uint8Array;
  readonly isFresh: boolean;
}

/** Which rows a pile takes and how they are copied. */
export interface PileSpec {
  /** Rows collected before they are handed to the server. */
  readonly rows: number;
  /** They go straight into the fresh part of a new town. */
  readonly isFresh: boolean;
  /** COPY of lines that begin with a head and go on with these fields. */
  readonly sql: (fields: readonly CityField[]) => string;
}

/** Bytes a pile begins with; it grows by doubling. */
const FIRST_BYTES = 256 * 1024;
/** No character takes more in UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3;
const lineBreak = 10;

/**
 * Rows of one kind, as the bytes of their lines. Written out at once: rows kept as objects until a pile is full would be
 * moved about by the garbage collector, which took a third of the time. Only fields that a row gives are copied, in the
 * order they first came; when a new one appears the lines before it get an empty value.
 */
export class CopyPile {
  readonly #spec: PileSpec;
  readonly #fieldByName: CityTable['fieldByName'];
  readonly #fields: CityField[] = [];
  readonly #given = new Set<CityField>();
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #used_bytes = 0;
  #rows = 0;

  constructor(table: CityTable, spec: PileSpec) {
    this.#fieldByName = table.fieldByName;
    this.#spec = spec;
  }

  /** True for a field any row so far gave. */
  gives(field: CityField): boolean {
    return this.#given.has(field);
  }

  /** Takes a row; `head` is the beginning of its line. */
  add(head: string, { values, clocks, isWhole }: SyncRecord): void {
    for (const name in values) this.#give(name);
    // A whole row names an emptied field among its clocks only.
    if (isWhole) for (const name in clocks) this.#give(name);
    let line = head;
    for (const { name } of this.#fields) line += `\t${copied(values[name])}`;
    this.#write(`${line}\n`);
    this.#rows += 1;
  }

  /** Rows ready to be copied; `null` while there are few. `all`: whatever there is. */
  take(all: boolean): Chunk | null {
    if (this.#rows === 0 || (!all && this.#rows < this.#spec.rows)) return null;
    const lines = this.#bytes.subarray(0, this.#used_bytes);
    // Another one: the server is still reading this when the next rows come.
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#used_bytes = 0;
    this.#rows = 0;
    return { sql: this.#spec.sql(this.#fields), lines, isFresh: this.#spec.isFresh };
  }

  #give(name: string): void {
    const field = this.#fieldByName.get(name);
    if (field === undefined || this.#given.has(field)) return;
    this.#given.add(field);
    this.#fields.push(field);
    if (this.#rows > 0) this.#widen();
  }

  /** One more empty value at the end of every line; a line break within a value is escaped. */
  #widen(): void {
    const before = this.#bytes.subarray(0, this.#used_bytes);
    this.#bytes = Buffer.allocUnsafe(before.length * 2 + FIRST_BYTES);
    this.#used_bytes = 0;
    let start = 0;
    for (let end = before.indexOf(lineBreak); end >= 0; end = before.indexOf(lineBreak, start)) {
      this.#used_bytes += before.copy(this.#bytes, this.#used_bytes, start, end);
      this.#write('\t\\N\n');
      start = end + 1;
    }
  }

  #write(text: string): void {
    const most_bytes = text.length * MOST_BYTES_OF_A_UNIT;
    if (this.#used_bytes + most_bytes > this.#bytes.length) {
      const wider = Buffer.allocUnsafe(this.#bytes.length * 2 + most_bytes);
      this.#bytes.copy(wider, 0, 0, this.#used_bytes);
      this.#bytes = wider;
    }
    this.#used_bytes += this.#bytes.write(text, this.#used_bytes, 'utf8');
  }
}
