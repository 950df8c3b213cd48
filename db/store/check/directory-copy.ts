import type { KeyKind } from '../../model/derive/search-keys.ts';
import type { Connection } from '../open/connection.ts';
import { beginningsOf, ledgersText, WORDS } from '../search/directory.ts';

/** An entry: the ledgers as the file has them, and whether longer beginnings are listed. */
type Copied = readonly [ledgers: string, hasLonger: boolean];

/**
 * The directory of the search index in memory, read once for a check that looks up every key of the town. What is entered
 * meanwhile is read when it is missed.
 */
export class DirectoryCopy {
  readonly #connection: Connection;
  readonly #entries = new Map<string, Copied>();

  constructor(connection: Connection) {
    this.#connection = connection;
    // Columns as named; the table holds numbers and texts.
    const rows = connection.raw
      .prepare('SELECT kind, begins, ledgers, has_longer FROM search_directory')
      .raw();
    for (const row of rows.iterate()) this.#keep(row);
  }

  /** Whether a ledger is named for a word. */
  namesWord(no: number, word: string): boolean {
    return this.#names(WORDS, word, no) !== null;
  }

  /**
   * Whether a ledger is named under every listed beginning of a key, and the last of them: whatever else begins so is named
   * with it. `null` where longer ones are listed than the key is.
   */
  namesKey(
    no: number,
    kind: KeyKind,
    key: string,
  ): { readonly isNamed: boolean; readonly last: string | null } {
    for (const begins of beginningsOf(key)) {
      const entry = this.#names(kind, begins, no);
      if (entry === null) return { isNamed: false, last: null };
      if (!entry[1]) return { isNamed: true, last: begins };
    }
    return { isNamed: true, last: null };
  }

  #names(kind: KeyKind | typeof WORDS, begins: string, no: number): Copied | null {
    const sign = ledgersText([no]);
    const copied = this.#entries.get(`${kind} ${begins}`);
    if (copied?.[0].includes(sign) === true) return copied;
    const row = this.#connection
      .statement(
        'SELECT kind, begins, ledgers, has_longer FROM search_directory WHERE kind = ? AND begins = ?',
      )
      .raw()
      .get(kind, begins);
    const entry = row === undefined ? null : this.#keep(row);
    return entry?.[0].includes(sign) === true ? entry : null;
  }

  #keep(row: unknown): Copied {
    // Statements in raw mode give arrays; the four columns of the table.
    const [kind, begins, ledgers, hasLonger] = row as readonly [number, string, string, number];
    const entry: Copied = [ledgers, hasLonger === 1];
    this.#entries.set(`${kind} ${begins}`, entry);
    return entry;
  }
}
