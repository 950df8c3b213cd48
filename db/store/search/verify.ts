import type { SearchToken, Values } from '../../model/field-kind.ts';
import { readingsOf } from '../../model/derive/pinyin.ts';
import { recordTokens, type RecordToken } from '../../model/derive/search-tokens.ts';
import type { LedgerTable } from '../repository/ledger-table.ts';
import type { Part, Reading } from './question.ts';
import { normalCode } from '../../model/derive/search-keys.ts';
import { lettersOf, normalText, unmarked, withDots, withHyphens } from '../../model/derive/search-words.ts';

/**
 * Field in which the first part of a question is found, when every part of one of its readings is found in the record; else
 * `null`.
 * The index gives rare false hits (pairs in another order, shortened tails); this is the exact check.
 */
export function matchedField(
  table: LedgerTable,
  values: Values,
  readings: readonly Reading[],
): string | null {
  const tokens = recordTokens(table.ledger, values);
  for (const parts of readings) {
    const matched = fieldOf(parts, tokens);
    if (matched !== null) return matched;
  }
  return null;
}

function fieldOf(parts: Reading, tokens: readonly RecordToken[]): string | null {
  let matched: string | null = null;
  for (const part of parts) {
    const found = tokens.find((token) => isIn(part, token));
    if (found === undefined) return null;
    matched ??= found.field;
  }
  return matched;
}

function isIn(part: Part, { token, value }: SearchToken): boolean {
  if (token === 'code') return part.kind !== 'words' && isInCode(part, value);
  if (token === 'name' && part.kind === 'letters') {
    const isRead = readingsOf(value).some(
      ({ pinyin, initials }) => pinyin.startsWith(part.text) || initials.startsWith(part.text),
    );
    if (isRead) return true;
  }
  return part.isUnmarked === true ? isInUnmarked(part, value) : isInText(part, { token, value });
}

function isInUnmarked(part: Part, value: string): boolean {
  const kept = unmarked(withHyphens(normalText(value)));
  return kept.includes(part.text) || part.pattern?.test(kept) === true;
}

function isInText(part: Part, { token, value }: SearchToken): boolean {
  const text = part.text.includes('·') ? withDots(normalText(value)) : normalText(value);
  // One Han character, and a name typed without its dot, is asked as the beginning of a name only.
  if (part.words[0]?.startsWith('^') === true)
    return token === 'name' && lettersOf(text).startsWith(part.text);
  return text.includes(part.text) || part.pattern?.test(text) === true;
}

const isInCode = ({ text, pattern }: Part, value: string): boolean =>
  isEndOf(normalCode(text), normalCode(value)) && (pattern === null || pattern.test(normalText(value)));

const isEndOf = (part: string, code: string): boolean => code.startsWith(part) || code.endsWith(part);
