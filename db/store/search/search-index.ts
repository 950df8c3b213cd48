import type { Values } from '../../model/field-kind.ts';
import { sortedKeys, type KeysOfKind, type SearchEntries } from '../../model/derive/search-entries.ts';
import { entryOf, isInIndex, type Entry } from '../../model/derive/search-entry.ts';
import type { KeyKind } from '../../model/derive/search-keys.ts';
import type { Bound, Connection } from '../open/connection.ts';
import { insertRows } from '../open/many-rows.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { isSame } from '../repository/ledger-table.ts';
import { DirectoryKeeper } from './directory-keeper.ts';

/** Keeps words, keys and their directory in step with rows; called inside the transaction of the write. */
export class SearchIndex {
  readonly #connection: Connection;
  readonly #directory: DirectoryKeeper;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#directory = new DirectoryKeeper(connection);
  }

  add(table: LedgerTable, rid: number, values: Values): void {
    const entry = entryOf(table.ledger, values);
    this.#addWords(table, rid, entry.words);
    this.#addKeys(table, rid, entry.keys);
  }

  /**
   * Many new rows at once, found beforehand: `rids` by the place of each record among the entries, 0 = not written.
   * Sorted keys by few statements take half the time.
   */
  addAll(table: LedgerTable, entries: SearchEntries, rids: readonly number[]): void {
    enterWords(this.#connection, table, { entries, rids });
    // Of records that were not written too: a ledger named in vain is asked in vain, nothing more.
    if (table.plan.words !== null) this.#directory.addWordUnits(table.no, entries.words);
    for (const keys of entries.keys) this.#addSorted(table, keys, rids);
  }

  #addSorted(table: LedgerTable, found: KeysOfKind, rids: readonly number[]): void {
    const { keys, records } = sortedKeys(found);
    const bound: Bound[] = [];
    for (const [i, key] of keys.entries()) {
      const rid = rids[records[i] ?? 0] ?? 0;
      if (rid > 0) bound.push(key, rid);
    }
    enterKeys(this.#connection, table, { kind: found.kind, bound });
    this.#directory.addSortedKeys(table.no, found.kind, everySecond(bound));
  }

  remove(table: LedgerTable, rid: number, values: Values): void {
    const entry = entryOf(table.ledger, values);
    this.#removeWords(table, rid, entry.words);
    this.#removeKeys(table, rid, entry.keys);
  }

  /** Touches the index only where a searchable field changed: it costs more than the row itself. */
  change(
    table: LedgerTable,
    rid: number,
    versions: { readonly before: Values; readonly after: Values },
  ): void {
    const isTouched = table.stored.some(
      ({ name, field }) => isInIndex(field) && !isSame(versions.before[name], versions.after[name]),
    );
    if (!isTouched) return;
    const before = entryOf(table.ledger, versions.before);
    const after = entryOf(table.ledger, versions.after);
    if (before.words !== after.words) {
      this.#removeWords(table, rid, before.words);
      this.#addWords(table, rid, after.words);
    }
    this.#removeKeys(table, rid, without(before.keys, after.keys));
    this.#addKeys(table, rid, without(after.keys, before.keys));
  }

  #addWords(table: LedgerTable, rid: number, words: string): void {
    if (words === '' || table.plan.words === null) return;
    this.#connection.run(intoWords(table.plan.words.name), rid, words);
    this.#directory.addWords(table.no, words.split(' '));
  }

  #removeWords(table: LedgerTable, rid: number, words: string): void {
    if (words === '' || table.plan.words === null) return;
    this.#connection.run(`DELETE FROM ${table.plan.words.name} WHERE rowid = ?`, rid);
  }

  #addKeys(table: LedgerTable, rid: number, keys: Entry['keys']): void {
    const insert = this.#connection.statement(
      'INSERT OR IGNORE INTO search_key (kind, ledger, key, rid) VALUES (?, ?, ?, ?)',
    );
    for (const [kind, key] of keys) insert.run(kind, table.no, key, rid);
    // Behind all of them: where a beginning becomes common, longer ones are read from the keys in the file.
    for (const [kind, key] of keys) this.#directory.addKey(table.no, kind, key);
  }

  #removeKeys(table: LedgerTable, rid: number, keys: Entry['keys']): void {
    const remove = this.#connection.statement(
      'DELETE FROM search_key WHERE kind = ? AND ledger = ? AND key = ? AND rid = ?',
    );
    for (const [kind, key] of keys) remove.run(kind, table.no, key, rid);
  }
}

/** The keys among keys and row numbers in turn. */
function* everySecond(bound: readonly Bound[]): Generator<string> {
  for (let i = 0; i < bound.length; i += 2) yield String(bound[i]);
}

/** Bytes of new words the full text gathers in memory before it writes them; its own 1 MB makes many small lists to be merged. */
const GATHERED_BYTES = 4 * 2 ** 20;

/** Makes ready for very many records: words are gathered in larger lists. Kept by the file, without harm to single saves. */
export function prepareWords(connection: Connection, { plan }: LedgerTable): void {
  if (plan.words === null) return;
  const { name } = plan.words;
  // Not bound: the driver binds every number as one with a fraction, which FTS5 does not take here.
  connection.run(`INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', ${GATHERED_BYTES})`);
}

/** Enters the words of many rows; `rids` as for `SearchIndex.addAll`. */
export function enterWords(
  connection: Connection,
  { plan }: LedgerTable,
  { entries, rids }: { readonly entries: SearchEntries; readonly rids: readonly number[] },
): void {
  if (plan.words === null) return;
  // One row a statement: several rows into a full-text table took longer (tried).
  const insert = connection.statement(intoWords(plan.words.name));
  const { buffer, byteOffset, byteLength } = entries.words;
  // UTF-16 as this machine has it, low byte first like every machine Node runs on.
  const units = Buffer.from(buffer, byteOffset, byteLength);
  let from = 0;
  for (const [place, rid] of rids.entries()) {
    const end = entries.wordEnds[place] ?? from;
    if (rid > 0 && end > from) insert.run(rid, units.toString('utf16le', from * 2, (end - 1) * 2));
    from = end;
  }
}

/** Enters keys of one kind, best in their order; `bound` holds each key and its row number in turn. */
export function enterKeys(
  connection: Connection,
  { no }: LedgerTable,
  { kind, bound }: { readonly kind: KeyKind; readonly bound: readonly Bound[] },
): void {
  // Kind and ledger are our own numbers; bound a million times they took as long as the rest.
  insertRows(connection, { sql: INTO_KEYS, row: `(${kind}, ${no}, ?, ?)`, width: 2 }, bound);
}

const intoWords = (table: string): string => `INSERT INTO ${table} (rowid, words) VALUES (?, ?)`;
const INTO_KEYS = 'INSERT OR IGNORE INTO search_key (kind, ledger, key, rid)';

function without(keys: Entry['keys'], others: Entry['keys']): Entry['keys'] {
  const known = new Set(others.map(([kind, key]) => `${kind}${key}`));
  return keys.filter(([kind, key]) => !known.has(`${kind}${key}`));
}

/** Raised when the rules by which a record is turned into words and keys change: every index is then built anew. */
const INDEX_VERSION = 3;

/** What the index of a ledger is made from; when it differs from what the file notes, the index is built anew. */
export const signatureOf = (table: LedgerTable): string => {
  const fields = table.stored
    .filter(({ field }) => isInIndex(field))
    .map(({ name, field }) => `${name}:${field.kind}`);
  return `${INDEX_VERSION} ${fields.join(' ')}`;
};
