import { pinyin } from 'pinyin-pro';
import { compoundReadings, innerReadings, rareReadings, surnameReadings } from './name-readings.ts';

/** One way a name is read: `zengxiaohong` and `zxh`. ü is written v, as it is typed. */
export interface NameReading {
  readonly pinyin: string;
  readonly initials: string;
}

/** Readings kept of one name at most; more would fill the index with what nobody types. */
const mostReadings = 8;
/** Names up to this length are persons' and may begin with a surname; longer ones are units and places. */
const longestPersonName = 4;

const firstHan = 0x4e00;
const lastHan = 0x9fff;

/**
 * Common readings of the base Han block, each looked up when it is first asked for: asking the dictionary for each name
 * of a million would take minutes, asking it for all characters at every start 60 ms and some 15 MB.
 */
class CommonReadings {
  readonly #readings: string[] = Array.from({ length: lastHan - firstHan + 1 }, () => '');

  of(character: string): string {
    const place = (character.codePointAt(0) ?? 0) - firstHan;
    const known = this.#readings[place];
    if (known === undefined) return dictionaryReading(character);
    return known === '' ? (this.#readings[place] = dictionaryReading(character)) : known;
  }
}

/** The one instance: constant, whatever of it has been looked up. */
const commonReadings = new CommonReadings();

/** UTF-16 code of the first character of each word. */
const headsOf = (words: readonly string[]): ReadonlySet<number> =>
  new Set(words.map((word) => word.charCodeAt(0)));

/** Characters that are read in several ways inside a name. */
const readSeveralWays = headsOf(Object.keys(innerReadings));
/** Characters with which a surname of its own reading begins. */
const surnameHeads = headsOf([...Object.keys(surnameReadings), ...Object.keys(compoundReadings)]);

/** A syllable of a name: a Han character, or a run of Latin letters or digits read as it is written. */
interface Part {
  readonly text: string;
  readonly isHan: boolean;
}

/** All ways a person's or unit's name is read; surnames with several readings give several. Empty for no letters. */
export function readingsOf(name: string): readonly NameReading[] {
  const sole = soleReadingOf(name);
  if (sole !== null) return [sole];
  const parts = partsOf(name);
  if (parts.length === 0) return [];
  let rows: (readonly string[])[] = [[]];
  const head = headReadings(parts);
  if (head.length > 0) rows = head.map((row) => [...row]);
  for (const part of parts.slice(head[0]?.length ?? 0)) {
    const choices = part.isHan ? (innerReadings[part.text] ?? [commonReadings.of(part.text)]) : [part.text];
    rows = choices.flatMap((choice) => rows.map((row) => [...row, choice])).slice(0, mostReadings);
  }
  return unique(rows.flatMap(spellings));
}

/** The reading of a name of Han characters that have no other; `null` = it may have several. Most names have one. */
function soleReadingOf(name: string): NameReading | null {
  if (!isBaseHan(name) || mayHaveHeadReading(name)) return null;
  let written = '';
  let initials = '';
  for (let i = 0; i < name.length; i += 1) {
    if (readSeveralWays.has(name.charCodeAt(i))) return null;
    const syllable = commonReadings.of(name.charAt(i));
    // Typed in two ways, see `spellings`.
    if (syllable.includes('ü')) return null;
    written += syllable;
    initials += syllable.charAt(0);
  }
  return { pinyin: written, initials };
}

const mayHaveHeadReading = (name: string): boolean =>
  name.length <= longestPersonName && surnameHeads.has(name.charCodeAt(0));

/**
 * Text that sorts names as a Chinese directory does: by the reading of each character, then by the character. The
 * blank between them is smaller than any letter, so `li 李` comes before `lian 连`.
 */
export function sortKey(name: string): string {
  if (isBaseHan(name) && !mayHaveHeadReading(name)) return commonSortKey(name);
  const parts = partsOf(name);
  const head = headReadings(parts)[0] ?? [];
  return parts
    .map(({ text, isHan }, i) => (isHan ? `${head[i] ?? commonReadings.of(text)} ${text}` : text))
    .join('');
}

function commonSortKey(name: string): string {
  let key = '';
  for (let i = 0; i < name.length; i += 1) {
    const text = name.charAt(i);
    key += `${commonReadings.of(text)} ${text}`;
  }
  return key;
}

const isBaseHan = (name: string): boolean => /^[\u4e00-\u9fff]+$/.test(name);

const run = /\p{Script=Han}|[a-z]+|\d+|[\p{L}\p{N}]/gu;

function partsOf(name: string): readonly Part[] {
  // Nearly every name is plain Han; splitting it without the pattern halves the cost of an import.
  if (isBaseHan(name)) return name.split('').map((text) => ({ text, isHan: true }));
  const parts: Part[] = [];
  for (const character of name.toLowerCase().match(run) ?? []) {
    parts.push({ text: character, isHan: isHan(character) });
  }
  return parts;
}

/** Han characters of all blocks; 〇 of names (李〇明) stands among the signs. */
const isHan = (text: string): boolean => (text.codePointAt(0) ?? 0) >= 0x3400 || text === '〇';

/** Readings of the surname a short name begins with; empty when it reads as its characters do elsewhere. */
function headReadings(parts: readonly Part[]): readonly (readonly string[])[] {
  const [first, second] = parts;
  if (!first?.isHan || parts.length > longestPersonName) return [];
  const compound = second ? compoundReadings[first.text + second.text] : undefined;
  if (compound) return compound;
  return surnameReadings[first.text]?.map((reading) => [reading]) ?? [];
}

/** ü is typed v, and u by those who do not know; names with it get both. */
function spellings(row: readonly string[]): readonly NameReading[] {
  let initials = '';
  for (const syllable of row) initials += String.fromCodePoint(syllable.codePointAt(0) ?? 0);
  const written = row.join('');
  if (!written.includes('ü')) return [{ pinyin: written, initials }];
  return [
    { pinyin: written.replaceAll('ü', 'v'), initials },
    { pinyin: written.replaceAll('ü', 'u'), initials },
  ];
}

function unique(readings: readonly NameReading[]): readonly NameReading[] {
  if (readings.length < 2) return readings;
  const byPinyin = new Map(readings.map((reading) => [reading.pinyin, reading]));
  return [...byPinyin.values()].slice(0, mostReadings);
}

/** Without tone; a character the dictionary does not know reads as itself and is found by itself. */
function dictionaryReading(character: string): string {
  return rareReadings[character] ?? pinyin(character, { toneType: 'none', type: 'array' })[0] ?? character;
}
