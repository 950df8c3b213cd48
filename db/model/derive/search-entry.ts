import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { Values } from '../field-kind.ts';
import { readingsOf } from './pinyin.ts';
import { keyKinds, memberKey, normalCode, reversedTail, type KeyKind } from './search-keys.ts';
import { recordTokens } from './search-tokens.ts';
import { addContentWords, nameWords, normalText } from './search-words.ts';

/** A record as the search index holds it. */
export interface Entry {
  /** Words of the full-text table, separated by blanks; empty when the record has none. */
  readonly words: string;
  readonly keys: readonly (readonly [kind: KeyKind, key: string])[];
}

/** What the search index holds of a record with these values. `search-entries.ts` finds the same for very many. */
export function entryOf(ledger: AnyLedger, values: Values): Entry {
  const words = new Set<string>();
  const keys = keysOf(ledger, values, (text, isName) => {
    addContentWords(text, words);
    if (isName) for (const word of nameWords(text)) words.add(word);
  });
  return { words: [...words].join(' '), keys };
}

/** The keys alone; `takeText` is given each text that words are made of, normalised. */
export function keysOf(
  ledger: AnyLedger,
  values: Values,
  takeText: (text: string, isName: boolean) => void,
): Entry['keys'] {
  const keys = new Map<string, readonly [KeyKind, string]>();
  const addKey: TakeKey = (kind, key) => {
    if (key !== '') keys.set(`${kind}${key}`, [kind, key]);
  };
  for (const { token, value } of recordTokens(ledger, values)) {
    if (token === 'code') {
      addCodeKeys(value, addKey);
      continue;
    }
    takeText(normalText(value), token === 'name');
    if (token === 'name') addNameKeys(value, addKey);
  }
  for (const name of Object.keys(ledger.fields)) {
    const codes = values[name];
    if (ledger.fields[name]?.kind !== 'multi-choice' || !Array.isArray(codes)) continue;
    for (const code of codes) addKey(keyKinds.member, memberKey(name, String(code)));
  }
  return [...keys.values()];
}

/** Whether a change of the field concerns the search index. */
export const isInIndex = (field: AnyField): boolean => field.search === true || field.kind === 'multi-choice';

/** Takes a key of a record; empty ones, which nobody can ask for, are to be passed over. */
export type TakeKey = (kind: KeyKind, key: string) => void;

/** Head and reversed tail of an identifier. */
export function addCodeKeys(value: string, take: TakeKey): void {
  const code = normalCode(value);
  take(keyKinds.head, code);
  take(keyKinds.tail, reversedTail(code));
}

/** All readings of a name and their initials. */
export function addNameKeys(value: string, take: TakeKey): void {
  for (const { pinyin, initials } of readingsOf(value)) {
    take(keyKinds.pinyin, pinyin);
    take(keyKinds.initials, initials);
  }
}
