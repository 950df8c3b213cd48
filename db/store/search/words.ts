import { toHalfWidth } from '../../model/fields/clean-text.ts';

/** Letters, digits, Han and other scripts; everything else separates runs. */
const run = /[\p{L}\p{N}]+/gu;

/** One spelling for indexing and asking: half-width, lower case. */
export const normalText = (text: string): string => toHalfWidth(text).toLowerCase();

/**
 * Every pair of neighbouring characters inside a run of a normal text. The pairs of a fragment are among the pairs
 * of every text that holds it; a single character has none, so it cannot be asked this way.
 */
export function contentWords(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [characters] of text.matchAll(run)) {
    let before = '';
    for (const character of characters) {
      if (before !== '') words.add(before + character);
      before = character;
    }
  }
  return [...words];
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

const lettersOf = (name: string): string => name.match(run)?.join('') ?? '';
