import type { SearchToken, Values } from '../../model/field-kind.ts';
import { readingsOf } from '../../model/derive/pinyin.ts';
import { recordTokens } from '../../model/derive/search-tokens.ts';
import type { Connection } from '../open/connection.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import { isSame } from '../repository/ledger-table.ts';
import { rowNumberBase } from './row-number.ts';
import { addContentWords, nameWords, normalText } from './words.ts';

/** Kinds of `search_key`, see its table. */
export const keyKinds = { pinyin: 1, initials: 2, head: 3, tail: 4 } as const;
export type KeyKind = (typeof keyKinds)[keyof typeof keyKinds];

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
  const keys = new Map<string, readonly [KeyKind, string]>();
  const addKey = (kind: KeyKind, key: string): void => {
    if (key !== '') keys.set(`${kind}${key}`, [kind, key]);
  };
  for (const { token, value } of recordTokens(table.ledger, values)) {
    if (token === 'code') {
      for (const [kind, key] of codeKeys(value)) addKey(kind, key);
      continue;
    }
    const text = normalText(value);
    addContentWords(text, words);
    if (token !== 'name') continue;
    for (const word of nameWords(text)) words.add(word);
    for (const reading of readingsOf(value)) {
      addKey(keyKinds.pinyin, reading.pinyin);
      addKey(keyKinds.initials, reading.initials);
    }
  }
  return { words: [...words].join(' '), keys: [...keys.values()] };
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

/** Keeps the two search tables in step with rows; called inside the transaction of the write. */
export class SearchIndex {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  add(table: LedgerTable, rid: number, values: Values): void {
    this.#put(table, rid, entryOf(table, values));
  }

  remove(table: LedgerTable, rid: number, values: Values): void {
    this.#take(table, rid, entryOf(table, values));
  }

  /** Touches the index only when a searchable field changed: it costs more than the row itself. */
  change(
    table: LedgerTable,
    rid: number,
    versions: { readonly before: Values; readonly after: Values },
  ): void {
    const { before, after } = versions;
    const isTouched = table.stored.some(
      ({ name, field }) => field.search === true && !isSame(before[name], after[name]),
    );
    if (!isTouched) return;
    this.remove(table, rid, before);
    this.add(table, rid, after);
  }

  #put(table: LedgerTable, rid: number, entry: Entry): void {
    if (entry.words !== '') {
      this.#connection.run(
        'INSERT INTO search_text (rowid, words) VALUES (?, ?)',
        rowNumberBase(table.no) + rid,
        entry.words,
      );
    }
    const insert = this.#connection.statement(
      'INSERT OR IGNORE INTO search_key (kind, ledger, key, rid) VALUES (?, ?, ?, ?)',
    );
    for (const [kind, key] of entry.keys) insert.run(kind, table.no, key, rid);
  }

  #take(table: LedgerTable, rid: number, entry: Entry): void {
    if (entry.words !== '') {
      this.#connection.run('DELETE FROM search_text WHERE rowid = ?', rowNumberBase(table.no) + rid);
    }
    const remove = this.#connection.statement(
      'DELETE FROM search_key WHERE kind = ? AND ledger = ? AND key = ? AND rid = ?',
    );
    for (const [kind, key] of entry.keys) remove.run(kind, table.no, key, rid);
  }
}
