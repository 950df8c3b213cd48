import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { Value, Values } from '../field-kind.ts';
import { addCodeKeys, addNameKeys, type TakeKey } from './search-entry.ts';
import { keyKinds, memberKey, type KeyKind } from './search-keys.ts';
import { isLetter, nameWords, normalText } from './search-words.ts';

/**
 * What the search index holds of many records, as `entryOf` of each: few texts and number arrays, which cross threads
 * cheaply.
 * Words may be repeated within a record; the full-text table keeps one of each.
 */
export interface SearchEntries {
  /** UTF-16 of the words of all records, each word followed by a blank; those of a record end where `wordEnds` says. */
  readonly words: Uint16Array;
  readonly wordEnds: Uint32Array;
  /** Keys of all records, by kind. */
  readonly keys: readonly KeysOfKind[];
}

/** Keys of one kind, in the order of their records. */
export interface KeysOfKind {
  readonly kind: KeyKind;
  /** All keys joined; each ends where `ends` says. */
  readonly text: string;
  readonly ends: Uint32Array;
  /** Place of each key's record among the records. */
  readonly records: Uint32Array;
}

/** Finds the words and keys of records one by one. Made once for many records of a ledger. */
export class EntriesFinder {
  readonly #searched: readonly (readonly [name: string, field: AnyField])[];
  readonly #members: readonly string[];
  readonly #words = new WordText();
  #ends: number[] = [];
  #keys = new Map<KeyKind, FoundKeys>();

  constructor({ fields }: AnyLedger) {
    this.#searched = Object.entries(fields).filter(([, field]) => field.search === true && field.tokens);
    this.#members = Object.keys(fields).filter((name) => fields[name]?.kind === 'multi-choice');
  }

  /** Adds the next record; `values` are all it is kept with. */
  add(values: Values): void {
    for (const [name, field] of this.#searched) {
      const value = values[name];
      if (value !== null && value !== undefined) this.#addTokens(field, value);
    }
    for (const name of this.#members) {
      const codes = values[name];
      if (!Array.isArray(codes)) continue;
      for (const code of codes) this.#addKey(keyKinds.member, memberKey(name, String(code)));
    }
    this.#ends.push(this.#words.length);
  }

  /** A record that is not to be found by anything, to keep its place. */
  addNothing(): void {
    this.#ends.push(this.#words.length);
  }

  /** Everything since the last time. */
  take(): SearchEntries {
    const entries = {
      words: this.#words.take(),
      wordEnds: Uint32Array.from(this.#ends),
      keys: [...this.#keys].toSorted(([a], [b]) => a - b).map(([kind, found]) => joined(kind, found)),
    };
    this.#ends = [];
    this.#keys = new Map();
    return entries;
  }

  #addTokens(field: AnyField, value: Value): void {
    for (const { token, value: text } of field.tokens?.(value) ?? []) {
      if (token === 'code') {
        addCodeKeys(text, this.#addKey);
        continue;
      }
      const normal = normalText(text);
      this.#words.addPairs(normal);
      if (token !== 'name') continue;
      for (const word of nameWords(normal)) this.#words.add(word);
      addNameKeys(text, this.#addKey);
    }
  }

  readonly #addKey: TakeKey = (kind, key) => {
    if (key === '') return;
    let found = this.#keys.get(kind);
    if (found === undefined) this.#keys.set(kind, (found = { keys: [], records: [] }));
    found.keys.push(key);
    found.records.push(this.#ends.length);
  };
}

/** Room for words at first; doubled as needed. */
const FIRST_UNITS = 1 << 16;
const BLANK = 0x20;

/** Words, each with a blank behind it, gathered as code units: a million small texts would cost ten times as much. */
class WordText {
  #units = new Uint16Array(FIRST_UNITS);
  length = 0;

  add(word: string): void {
    this.#reserve(word.length + 1);
    for (let i = 0; i < word.length; i += 1) this.#units[this.length++] = word.charCodeAt(i);
    this.#units[this.length++] = BLANK;
  }

  /** The words `addContentWords` finds in a normal text. */
  addPairs(text: string): void {
    this.#reserve(text.length * 5);
    let before = -1;
    for (let at = 0; at < text.length;) {
      const code = text.codePointAt(at) ?? 0;
      const end = at + (code > 0xffff ? 2 : 1);
      const isPart = isLetter(code);
      if (isPart && before >= 0) {
        for (let i = before; i < end; i += 1) this.#units[this.length++] = text.charCodeAt(i);
        this.#units[this.length++] = BLANK;
      }
      before = isPart ? at : -1;
      at = end;
    }
  }

  /** All of them; begins anew. */
  take(): Uint16Array {
    const words = this.#units.slice(0, this.length);
    this.length = 0;
    return words;
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#units.length) return;
    const wider = new Uint16Array(Math.max(this.#units.length * 2, this.length + more));
    wider.set(this.#units.subarray(0, this.length));
    this.#units = wider;
  }
}

interface FoundKeys {
  readonly keys: string[];
  readonly records: number[];
}

/** Joined, not added: a text that grew by adding keeps all its pieces alive. */
function joined(kind: KeyKind, { keys, records }: FoundKeys): KeysOfKind {
  const ends = new Uint32Array(keys.length);
  let end = 0;
  for (let i = 0; i < keys.length; i += 1) ends[i] = end += keys[i]?.length ?? 0;
  return { kind, text: keys.join(''), ends, records: Uint32Array.from(records) };
}

/** Keys, smallest first, each with the place of its record. */
export interface SortedKeys {
  readonly keys: readonly string[];
  readonly records: Uint32Array;
}

/**
 * Keys in the order of their B-tree, which takes sorted ones in half the time; equal ones by record. Sorted where they are
 * written, since the thread that reads a sheet has more to do than the one that writes.
 * Loops and small whole numbers throughout: a tenth of what importing a sheet allocated was pairs and doubles of this.
 */
export function sortedKeys({ text, ends, records }: KeysOfKind): SortedKeys {
  const keys: string[] = [];
  const ranks = new Float64Array(ends.length);
  const order = new Uint32Array(ends.length);
  let from = 0;
  for (let i = 0; i < ends.length; i += 1) {
    const end = ends[i] ?? from;
    const key = text.slice(from, end);
    from = end;
    keys.push(key);
    ranks[i] = rankOf(key);
    order[i] = i;
  }
  order.sort((a, b) => {
    const x = ranks[a] ?? 0;
    const y = ranks[b] ?? 0;
    if (x !== y) return x < y ? -1 : 1;
    const long = keys[a] ?? '';
    const other = keys[b] ?? '';
    return long === other ? a - b : long < other ? -1 : 1;
  });
  return {
    keys: Array.from(order, (place) => keys[place] ?? ''),
    records: order.map((place) => records[place] ?? 0),
  };
}

/** Characters of a key that a rank holds: as many digits of base 128 as a double takes exactly. */
const RANKED = 7;
/** Digit of every character beyond ASCII; the keys themselves decide between two of them. */
const BEYOND = 127;

/** The beginning of a key as a number that sorts as it does; keys are compared ten million times and seldom alike. */
function rankOf(key: string): number {
  let rank = 0;
  let isBeyond = false;
  for (let i = 0; i < RANKED; i += 1) {
    const digit: number = isBeyond || i >= key.length ? 0 : Math.min(key.charCodeAt(i), BEYOND);
    isBeyond ||= digit === BEYOND;
    rank = rank * 128 + digit;
  }
  return rank;
}
