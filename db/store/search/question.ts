import { contentWords, firstOfName, normalText } from '../../model/derive/search-words.ts';

/**
 * One blank-separated part of what was typed, and how it is looked up:
 * - `words`: Han text (perhaps with letters and digits inside), by character pairs, or one Han character as the
 *   beginning of a name;
 * - `code`: digits, or letters with digits, as head or tail of an identifier;
 * - `letters`: Latin letters: pinyin, initials, head of a code, or a Latin word in a text.
 */
export interface Part {
  readonly kind: 'words' | 'code' | 'letters';
  /** Normal spelling (`normalText`), without blanks. */
  readonly text: string;
  /** Words of the full-text table that every hit holds; empty when there are none to ask by. */
  readonly words: readonly string[];
}

/** More parts than anyone types; the rest of a pasted line is ignored. */
const MOST_PARTS = 6;
/** Fewer digits would match a tenth of the town. */
const FEWEST_DIGITS = 2;

/** Takes a typed text apart; empty when there is nothing to look for. */
export function questionOf(typed: string): readonly Part[] {
  const parts = normalText(typed)
    .split(/[\s，,；;、|]+/)
    .flatMap(splitPart);
  return parts.slice(0, MOST_PARTS);
}

function splitPart(raw: string): readonly Part[] {
  const text = raw.replace(/[^\p{L}\p{N}\-·().#]/gu, '');
  if (text === '') return [];
  if (/\p{Script=Han}/u.test(text)) return hanParts(text);
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (plain === '') return [];
  if (/^[a-z]+$/.test(plain)) return [{ kind: 'letters', text: plain, words: contentWords(plain) }];
  if (plain.length < FEWEST_DIGITS) return [];
  return [{ kind: 'code', text: plain, words: contentWords(plain) }];
}

/** 李伟4321 is a name and a tail; 3栋502 is an address. A run of four or more digits after Han is a code. */
function hanParts(text: string): readonly Part[] {
  const split = /^(\p{Script=Han}[\p{Script=Han}·]*)(\d{4,18}x?)$/u.exec(text);
  if (split !== null) return [...hanParts(split[1] ?? ''), ...splitPart(split[2] ?? '')];
  const pairs = contentWords(text);
  if (pairs.length > 0) return [{ kind: 'words', text, words: pairs }];
  const [first] = [...text];
  return first === undefined ? [] : [{ kind: 'words', text, words: [firstOfName(first)] }];
}
