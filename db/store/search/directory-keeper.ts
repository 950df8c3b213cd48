import { keyKinds, type KeyKind } from '../../model/derive/search-keys.ts';
import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import {
  askedKinds,
  beginningsOf,
  hasKeys,
  isListed,
  ledgersText,
  longerBeginnings,
  MOST_LEDGERS,
  readEntries,
  readEntry,
  WORDS,
  type DirectoryEntry,
} from './directory.ts';
import { KnownWords } from './known-words.ts';

/**
 * Keeps the directory of the search index (`directory.ts`) in step with it; called inside the transaction of the write.
 * What is listed already is remembered, because a record brings some thirty words and keys and hardly a new one.
 */
export class DirectoryKeeper {
  readonly #connection: Connection;
  #words = new Map<number, KnownWords>();
  /** Beginnings a ledger is listed under, and whether longer ones are listed; by kind and ledger. */
  #beginnings = new Map<KeyKind, Map<number, Map<string, boolean>>>();
  #takenBack: number;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#takenBack = connection.takenBack;
  }

  /** Enters words of a ledger. */
  addWords(no: number, words: Iterable<string>): void {
    const known = this.#wordsKnown(no);
    const unknown: string[] = [];
    for (const word of words) if (isListed(word) && known.add(word)) unknown.push(word);
    this.#enterWords(no, unknown);
  }

  /** The same of words as UTF-16, each with a blank behind it, of which most are known. */
  addWordUnits(no: number, units: Uint16Array): void {
    const known = this.#wordsKnown(no);
    this.#enterWords(no, [...known.addUnits(units)]);
  }

  /** All by one statement; most are listed, and unknown only to this process. */
  #enterWords(no: number, words: readonly string[]): void {
    if (words.length === 0) return;
    const sign = ledgersText([no]);
    this.#connection.run(ENTER_WORDS, sign, JSON.stringify(words), sign, sign);
  }

  /** Enters many keys of one kind in their order, all of them in `search_key` already. */
  addSortedKeys(no: number, kind: KeyKind, keys: Iterable<string>): void {
    let last: string | null = null;
    for (const key of keys) if (last === null || !key.startsWith(last)) last = this.addKey(no, kind, key);
  }

  /**
   * Enters a key that is in `search_key` already. Returns the last listed one of its beginnings: whatever else begins so is
   * entered with it; `null` where longer ones are listed.
   */
  addKey(no: number, kind: KeyKind, key: string): string | null {
    if (kind === keyKinds.member) return null;
    const known = this.#beginningsKnown(kind, no);
    let read = isKnown(known, key) ? null : this.#learn(known, { kind, no, key });
    for (const begins of beginningsOf(key)) {
      let hasLonger = known.get(begins);
      if (hasLonger === undefined) {
        const entry = read === null ? readEntry(this.#connection, kind, begins) : (read.get(begins) ?? null);
        hasLonger = this.#enter({ kind, begins, no }, entry);
        known.set(begins, hasLonger);
        // Longer ones were listed just now.
        if (hasLonger && entry?.hasLonger !== true) read = null;
      }
      if (!hasLonger) return begins;
    }
    return null;
  }

  /** Looks up, by one statement, under which beginnings of a key the ledger is listed. */
  #learn(
    known: Map<string, boolean>,
    { kind, no, key }: { readonly kind: KeyKind; readonly no: number; readonly key: string },
  ): ReadonlyMap<string, DirectoryEntry> {
    const begins = [...beginningsOf(key)].filter((one) => !known.has(one));
    const entries = readEntries(this.#connection, kind, begins);
    for (const [one, { ledgers, hasLonger }] of entries) if (ledgers.includes(no)) known.set(one, hasLonger);
    return entries;
  }

  /** Enters everything the index of this ledger holds, and takes out what it no longer does. */
  rebuild({ no, plan }: LedgerTable): void {
    this.#forgetKnown();
    const sign = ledgersText([no]);
    this.#connection.run(TAKE_OUT, sign, sign);
    this.#connection.run("DELETE FROM search_directory WHERE ledgers = ''");
    for (const kind of askedKinds) if (hasKeys(this.#connection, kind, no)) this.#list(kind, '', no);
    if (plan.words !== null) this.addWords(no, wordsIn(this.#connection, plan.words.name));
  }

  /** Lists a ledger under a beginning it has keys of, and under the longer ones as far as they are listed. */
  #list(kind: KeyKind, begins: string, no: number): void {
    if (!this.#enter({ kind, begins, no }, readEntry(this.#connection, kind, begins))) return;
    for (const longer of longerBeginnings(this.#connection, kind, { begins, no }))
      this.#list(kind, longer, no);
  }

  /** Names the ledger in the entry of a beginning, or makes one; returns whether longer beginnings are listed. */
  #enter(
    { kind, begins, no }: { readonly kind: KeyKind; readonly begins: string; readonly no: number },
    entry: DirectoryEntry | null,
  ): boolean {
    if (entry === null) {
      this.#connection.run(INSERT, kind, begins, ledgersText([no]));
      return false;
    }
    if (entry.ledgers.includes(no)) return entry.hasLonger;
    const ledgers = [...entry.ledgers, no];
    this.#connection.run(NAME, ledgersText(ledgers), kind, begins);
    if (entry.hasLonger || ledgers.length <= MOST_LEDGERS) return entry.hasLonger;
    this.#lengthen(kind, begins, ledgers);
    return true;
  }

  /** Lists the beginnings that are one character longer, with the ledgers that have keys of each. */
  #lengthen(kind: KeyKind, begins: string, ledgers: readonly number[]): void {
    const longer = new Map<string, number[]>();
    for (const no of ledgers) {
      for (const one of longerBeginnings(this.#connection, kind, { begins, no })) {
        const named = longer.get(one);
        if (named === undefined) longer.set(one, [no]);
        else named.push(no);
      }
      // It was the last one listed; it is no longer.
      this.#beginnings.get(kind)?.get(no)?.delete(begins);
    }
    this.#connection.run(LENGTHEN, kind, begins);
    for (const [one, named] of longer) {
      this.#connection.run(INSERT, kind, one, ledgersText(named));
      if (named.length > MOST_LEDGERS) this.#lengthen(kind, one, named);
    }
  }

  #wordsKnown(no: number): KnownWords {
    this.#forgetTakenBack();
    const known = this.#words.get(no) ?? new KnownWords();
    this.#words.set(no, known);
    return known;
  }

  #beginningsKnown(kind: KeyKind, no: number): Map<string, boolean> {
    this.#forgetTakenBack();
    const ofKind = this.#beginnings.get(kind) ?? new Map<number, Map<string, boolean>>();
    this.#beginnings.set(kind, ofKind);
    const known = ofKind.get(no) ?? new Map<string, boolean>();
    ofKind.set(no, known);
    return known;
  }

  /** What was entered by a transaction that was taken back is not in the file. */
  #forgetTakenBack(): void {
    if (this.#takenBack !== this.#connection.takenBack) this.#forgetKnown();
  }

  #forgetKnown(): void {
    this.#takenBack = this.#connection.takenBack;
    this.#words = new Map();
    this.#beginnings = new Map();
  }
}

/** Whether a key is known as far as longer beginnings are listed. */
function isKnown(known: ReadonlyMap<string, boolean>, key: string): boolean {
  for (const begins of beginningsOf(key)) {
    const hasLonger = known.get(begins);
    if (hasLonger !== true) return hasLonger === false;
  }
  return true;
}

const ENTER_WORDS = `INSERT INTO search_directory (kind, begins, ledgers)
  SELECT ${WORDS}, value, ? FROM json_each(?) WHERE true
  ON CONFLICT (kind, begins) DO UPDATE SET ledgers = ledgers || ? WHERE instr(ledgers, ?) = 0`;
const INSERT = 'INSERT INTO search_directory (kind, begins, ledgers) VALUES (?, ?, ?)';
const NAME = 'UPDATE search_directory SET ledgers = ? WHERE kind = ? AND begins = ?';
const LENGTHEN = 'UPDATE search_directory SET has_longer = 1 WHERE kind = ? AND begins = ?';
const TAKE_OUT = "UPDATE search_directory SET ledgers = replace(ledgers, ?, '') WHERE instr(ledgers, ?) > 0";

/** Every word of a full-text table once. */
function wordsIn(connection: Connection, table: string): readonly string[] {
  connection.raw.exec(`CREATE VIRTUAL TABLE temp.words_of_ledger USING fts5vocab('main', '${table}', 'row')`);
  try {
    // Words are text; one column was asked for.
    return connection.raw.prepare('SELECT term FROM temp.words_of_ledger').pluck().all() as string[];
  } finally {
    connection.raw.exec('DROP TABLE temp.words_of_ledger');
  }
}
