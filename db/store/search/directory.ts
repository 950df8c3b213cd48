import { keyKinds, type KeyKind } from '../../model/derive/search-keys.ts';
import type { Connection, Row } from '../open/connection.ts';

/**
 * The directory of the search index (table `search_directory`): which ledgers hold a word, or a key with a certain beginning.
 * A question asks it first and then only the ledgers it names, so that ledgers without a hit cost nothing.
 *
 * - Words of the full text stand in it as they are, except whole names, whose pairs of characters narrow enough.
 * - Keys stand in it by their beginnings. The empty beginning is always listed; a longer one is listed where more than
 *   `MOST_LEDGERS` ledgers share the beginning before it. An id number is told apart by as many digits as that takes.
 *
 * An entry may name a ledger too many: what the last record of a ledger leaves behind stays until the index of the ledger is
 * built anew. It never names one too few; `zw check` looks. `directory-keeper.ts` keeps it.
 */

/** Kind of the entries that are words; those of keys have the kind of their key (`keyKinds`). */
export const WORDS = 0;

/** Kinds of keys a question asks by; members of multi-choice fields are filtered by in a list only. */
export const askedKinds = Object.values(keyKinds).filter((kind) => kind !== keyKinds.member);

/** Whether a word stands in the directory: whole names (`=name`) do not, there are as many of them as people. */
export const isListed = (word: string): boolean => !word.startsWith('=');

/**
 * Ledgers that may share a beginning of keys before longer ones are listed. Asking one costs some 8 µs; with 8 instead
 * of 12 the directory of a town of 20,000 is twice as large.
 */
export const MOST_LEDGERS = 12;

/** What the directory says of a word or a beginning. */
export interface DirectoryEntry {
  /** Numbers of the ledgers, in no order. */
  readonly ledgers: readonly number[];
  /** Longer beginnings are listed too. */
  readonly hasLonger: boolean;
}

/** Numbers of the ledgers that may hold all of these words in one record. */
export function ledgersWithWords(connection: Connection, words: readonly string[]): ReadonlySet<number> {
  const [first, ...others] = words;
  let ledgers = first === undefined ? [] : (readEntry(connection, WORDS, first)?.ledgers ?? []);
  for (const word of others) {
    if (ledgers.length === 0) break;
    const named = new Set(readEntry(connection, WORDS, word)?.ledgers);
    ledgers = ledgers.filter((no) => named.has(no));
  }
  return new Set(ledgers);
}

/** Numbers of the ledgers that may hold a key of this kind that begins so; the keys of those not in `open` are not looked at. */
export function ledgersWithKey(
  connection: Connection,
  of: {
    readonly kind: KeyKind;
    readonly beginning: string;
    readonly open: { readonly has: (no: number) => boolean };
  },
): ReadonlySet<number> {
  const { kind, beginning, open } = of;
  const row = connection.row(LONGEST, kind, JSON.stringify([...beginningsOf(beginning)]));
  if (row === undefined) return new Set();
  const entry = entryOf(row);
  if (row['begins'] === beginning) return new Set(entry.ledgers);
  // Longer ones are listed, and the one asked for is not among them.
  if (entry.hasLonger) return new Set();
  const asked = entry.ledgers.filter((no) => open.has(no));
  return new Set(withKey(connection, asked, of));
}

/** The longest listed one of several beginnings of one key. */
const LONGEST = `SELECT begins, ledgers, has_longer FROM search_directory
  WHERE kind = ? AND begins IN (SELECT value FROM json_each(?)) ORDER BY begins DESC LIMIT 1`;

/** Those of a few ledgers that hold such a key, by one statement: asking each by itself takes four times as long. */
function withKey(
  connection: Connection,
  ledgers: readonly number[],
  { kind, beginning }: { readonly kind: KeyKind; readonly beginning: string },
): readonly number[] {
  if (ledgers.length < 2) return ledgers;
  // Whole numbers of our own; one column was asked for.
  return connection
    .statement(HOLDS_KEY)
    .pluck()
    .all(JSON.stringify(ledgers), kind, beginning, `${beginning}${LAST}`) as number[];
}

const HOLDS_KEY = `SELECT value FROM json_each(?) WHERE EXISTS (
  SELECT 1 FROM search_key WHERE kind = ? AND ledger = value AND key >= ? AND key < ?)`;

/** The entry of a word or a beginning; `null` = it is not listed. */
export function readEntry(
  connection: Connection,
  kind: KeyKind | typeof WORDS,
  begins: string,
): DirectoryEntry | null {
  const row = connection.row(READ, kind, begins);
  return row === undefined ? null : entryOf(row);
}

const entryOf = (row: Row): DirectoryEntry => ({
  ledgers: Array.from(String(row['ledgers']), (sign) => sign.codePointAt(0) ?? 0),
  hasLonger: row['has_longer'] === 1,
});

const READ = 'SELECT ledgers, has_longer FROM search_directory WHERE kind = ? AND begins = ?';

/** Beginnings one character longer under which a ledger has keys. */
export function* longerBeginnings(
  connection: Connection,
  kind: KeyKind,
  { begins, no }: { readonly begins: string; readonly no: number },
): Generator<string> {
  for (let after = begins; ;) {
    const key = connection.text(KEY_AFTER, kind, no, after, `${begins}${LAST}`);
    if (key === null) return;
    const longer = begins + String.fromCodePoint(key.codePointAt(begins.length) ?? 0);
    yield longer;
    after = `${longer}${LAST}`;
  }
}

/** Whether a ledger has keys of this kind. */
export const hasKeys = (connection: Connection, kind: KeyKind, no: number): boolean =>
  connection.text(KEY_AFTER, kind, no, '', LAST) !== null;

/** Sorts behind every key; closes a range of keys with one beginning. */
const LAST = '\u{10ffff}';
const KEY_AFTER =
  'SELECT key FROM search_key WHERE kind = ? AND ledger = ? AND key > ? AND key < ? ORDER BY key LIMIT 1';

/** The entries of several words, or of several beginnings, by themselves; those that are not listed are left out. */
export function readEntries(
  connection: Connection,
  kind: KeyKind | typeof WORDS,
  begins: readonly string[],
): ReadonlyMap<string, DirectoryEntry> {
  const rows = connection.rows(READ_SEVERAL, kind, JSON.stringify(begins));
  return new Map(rows.map((row) => [String(row['begins']), entryOf(row)]));
}

const READ_SEVERAL = `SELECT begins, ledgers, has_longer FROM search_directory
  WHERE kind = ? AND begins IN (SELECT value FROM json_each(?))`;

/** Ledgers as an entry keeps them: one character each, whose code point is the number. Two bytes at most. */
export const ledgersText = (ledgers: readonly number[]): string => String.fromCodePoint(...ledgers);

/** The beginnings of a key from the empty one to itself, whole characters each. */
export function* beginningsOf(key: string): Generator<string> {
  for (let length = 0; length < key.length; length += (key.codePointAt(length) ?? 0) > 0xffff ? 2 : 1)
    yield key.slice(0, length);
  yield key;
}
