import { toHalfWidth } from '../fields/clean-text.ts';

/** Letters, digits, Han and other scripts; everything else separates runs. */
const run = /[\p{L}\p{N}]+/gu;
const letter = /[\p{L}\p{N}]/u;

/** One spelling for indexing and asking: half-width, lower case. */
export const normalText = (text: string): string => (isNormal(text) ? text : toHalfWidth(text).toLowerCase());

/** Base Han block and ASCII without capitals, as nearly every text is: spelt normally already. */
const isNormal = (text: string): boolean => /^[\u4e00-\u9fff -@[-~]*$/.test(text);

/**
 * Every pair of neighbouring characters inside a run of a normal text. The pairs of a fragment are among the pairs
 * of every text that holds it; a single character has none, so it cannot be asked this way.
 */
export function contentWords(text: string): readonly string[] {
  const words = new Set<string>();
  addContentWords(text, words);
  return [...words];
}

/** `contentWords` into a set, as indexing a million rows wants it: pairs cut out of the text, and no pattern for Han and ASCII. */
export function addContentWords(text: string, words: Set<string>): void {
  let before = -1;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const isPart = isLetter(code);
    if (isPart && before >= 0) words.add(text.slice(before, end));
    before = isPart ? at : -1;
    at = end;
  }
}

/** Letters, digits, Han and other scripts: what words are made of. */
export function isLetter(code: number): boolean {
  // Base Han block, a–z, 0–9: nearly everything a ledger holds.
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a);
  return letter.test(String.fromCodePoint(code));
}

/** Words a name adds: its first character (a surname is typed alone) and the whole, for exact hits. */
export function nameWords(name: string): readonly string[] {
  const letters = lettersOf(name);
  const first = letters[Symbol.iterator]().next();
  return first.done === true ? [] : [`^${first.value}`, `=${letters}`];
}

/** Word of exactly this name. */
export const wholeName = (name: string): string => `=${lettersOf(name)}`;

/** Word of names that begin with this character. */
export const firstOfName = (character: string): string => `^${character}`;

/** What stands for the dot within a name: keyboards and old lists have several. */
const DOTS = /[•‧∙⋅・･﹒●]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu;

/** A normal text with 阿不都•热合曼 and 阿不都.热合曼 spelt 阿不都·热合曼. */
export const withDots = (text: string): string => text.replace(DOTS, '·');

/** What a keyboard or a copied text has in the place of a hyphen. */
const DASHES = /[‐‑‒–—―−]|(?<=\d)[~～/](?=\d)/g;

/** A normal text with 12—3 and 12/3 spelt 12-3. */
export const withHyphens = (text: string): string => text.replace(DASHES, '-');

/** A name without blanks, dots and other marks. */
export const lettersOf = (name: string): string => name.match(run)?.join('') ?? '';

/** A normal text without blanks and marks but the hyphen between two numbers, as 12-3 is another number than 123. */
export const unmarked = (text: string): string => text.replace(/[^\p{L}\p{N}-]|(?<!\d)-|-(?!\d)/gu, '');
