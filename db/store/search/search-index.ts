import type { AnyField } from '../../model/define-ledger.ts';
import type { SearchToken, Values } from '../../model/field-kind.ts';
import { readingsOf } from '../../model/derive/pinyin.ts';
import { recordTokens } from '../../model/derive/search-tokens.ts';
import type { Bound, Connection } from '../open/connection.ts';
import { insertRows } from '../open/many-rows.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { isSame } from '../repository/ledger-table.ts';
import { keyKinds, memberKey, type KeyKind } from './search-key.ts';
import { addContentWords, nameWords, normalText } from './words.ts';

/** Characters of a tail kept; a longer tail is asked by these and checked on the row. */
export const TAIL_LENGTH = 8;

/** A record as the search index holds it. */
export interface Entry {
  /** Words of the full-text table, separated by blanks; empty when the record has none. */
  readonly words: string;
  readonly keys: readonly (readonly [kind: KeyKind, key: string])[];
}

/** What the search index holds of a record with these values. */
export function entryOf(table: LedgerTable, values: Values): Entry {
  const words = new Set<string>();
  const keys = keysOf(table, values, (text, isName) => {
    addContentWords(text, words);
    if (isName) for (const word of nameWords(text)) words.add(word);
  });
  return { words: [...words].join(' '), keys };
}

/** The keys alone; `takeText` is given each text that words are made of, normalised. */
export function keysOf(
  table: LedgerTable,
  values: Values,
  takeText: (text: string, isName: boolean) => void,
): Entry['keys'] {
  const keys = new Map<string, readonly [KeyKind, string]>();
  const addKey = (kind: KeyKind, key: string): void => {
    if (key !== '') keys.set(`${kind}${key}`, [kind, key]);
  };
  for (const { token, value } of recordTokens(table.ledger, values)) {
    if (token === 'code') {
      for (const [kind, key] of codeKeys(value)) addKey(kind, key);
      continue;
    }
    takeText(normalText(value), token === 'name');
    if (token !== 'name') continue;
    for (const reading of readingsOf(value)) {
      addKey(keyKinds.pinyin, reading.pinyin);
      addKey(keyKinds.initials, reading.initials);
    }
  }
  for (const { name, field } of table.stored) {
    const codes = values[name];
    if (field.kind !== 'multi-choice' || !Array.isArray(codes)) continue;
    for (const code of codes) addKey(keyKinds.member, memberKey(name, String(code)));
  }
  return [...keys.values()];
}

/** Head and reversed tail of an identifier. */
function codeKeys(value: string): readonly (readonly [KeyKind, string])[] {
  const code = normalCode(value);
  return [
    [keyKinds.head, code],
    [keyKinds.tail, reversedTail(code)],
  ];
}

/** One spelling of identifiers: upper case, letters and digits only. */
export const normalCode = (code: SearchToken['value']): string =>
  code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** The last characters backwards, so that "ends with" becomes "begins with". */
export const reversedTail = (code: string): string =>
  code.slice(-TAIL_LENGTH).split('').toReversed().join('');

const intoKeys = {
  sql: 'INSERT OR IGNORE INTO search_key (kind, ledger, key, rid)',
  width: 4,
} as const;

/** Keeps the two search tables in step with rows; called inside the transaction of the write. */
export class SearchIndex {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  add(table: LedgerTable, rid: number, values: Values): void {
    const entry = entryOf(table, values);
    this.#addWords(table, rid, entry.words);
    this.#addKeys(table, rid, entry.keys);
  }

  /** Many new rows at once: their keys go in by few statements, which takes three fifths of the time. */
  addAll(table: LedgerTable, rows: readonly { readonly rid: number; readonly values: Values }[]): void {
    const bound: Bound[] = [];
    for (const { rid, values } of rows) {
      const entry = entryOf(table, values);
      // One row a statement: several rows into a full-text table took longer (tried).
      this.#addWords(table, rid, entry.words);
      for (const [kind, key] of entry.keys) bound.push(kind, table.no, key, rid);
    }
    insertRows(this.#connection, intoKeys, bound);
  }

  remove(table: LedgerTable, rid: number, values: Values): void {
    const entry = entryOf(table, values);
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
    const before = entryOf(table, versions.before);
    const after = entryOf(table, versions.after);
    if (before.words !== after.words) {
      this.#removeWords(table, rid, before.words);
      this.#addWords(table, rid, after.words);
    }
    this.#removeKeys(table, rid, without(before.keys, after.keys));
    this.#addKeys(table, rid, without(after.keys, before.keys));
  }

  #addWords(table: LedgerTable, rid: number, words: string): void {
    if (words === '' || table.plan.words === null) return;
    this.#connection.run(`INSERT INTO ${table.plan.words.name} (rowid, words) VALUES (?, ?)`, rid, words);
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
  }

  #removeKeys(table: LedgerTable, rid: number, keys: Entry['keys']): void {
    const remove = this.#connection.statement(
      'DELETE FROM search_key WHERE kind = ? AND ledger = ? AND key = ? AND rid = ?',
    );
    for (const [kind, key] of keys) remove.run(kind, table.no, key, rid);
  }
}

/** Whether a change of the field concerns the search index. */
export const isInIndex = (field: AnyField): boolean => field.search === true || field.kind === 'multi-choice';

function without(keys: Entry['keys'], others: Entry['keys']): Entry['keys'] {
  const known = new Set(others.map(([kind, key]) => `${kind}${key}`));
  return keys.filter(([kind, key]) => !known.has(`${kind}${key}`));
}

/** Raised when the rules by which a record is turned into words and keys change: every index is then built anew. */
const INDEX_VERSION = 2;

/** What the index of a ledger is made from; when it differs from what the file notes, the index is built anew. */
export const signatureOf = (table: LedgerTable): string => {
  const fields = table.stored
    .filter(({ field }) => isInIndex(field))
    .map(({ name, field }) => `${name}:${field.kind}`);
  return `${INDEX_VERSION} ${fields.join(' ')}`;
};
