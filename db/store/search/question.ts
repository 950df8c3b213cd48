import {
  contentWords,
  firstOfName,
  normalText,
  unmarked,
  withDots,
  withHyphens,
} from '../../model/derive/search-words.ts';

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
  /** Words: how the text may be written otherwise. Code: what else the number must agree with. `null` = nothing. */
  readonly pattern: RegExp | null;
  /** Words: blanks and marks, in the part and in the record, count for nothing (`unmarked`). */
  readonly isUnmarked?: true;
}

/** One way to read what was typed: every part must hold. */
export type Reading = readonly Part[];

/** More parts than anyone types; the rest of a pasted line is ignored. */
const MOST_PARTS = 6;
/** Each doubles with a part that can be read two ways; further ones are read the first way. */
const MOST_READINGS = 4;
/** Fewer digits would match a tenth of the town. */
const FEWEST_DIGITS = 2;

/** The ways to read a typed text; a record is a hit when one of them holds. Empty when there is nothing to look for. */
export function readingsOfQuestion(typed: string): readonly Reading[] {
  let readings: readonly Reading[] = [[]];
  for (const [first = [], ...others] of waysOfPieces(piecesOf(typed))) {
    const hasRoom = readings.length * (others.length + 1) <= MOST_READINGS;
    const ways = hasRoom ? [first, ...others] : [first];
    readings = readings.flatMap((reading) => ways.map((way) => [...reading, ...way]));
  }
  return readings.map((reading) => reading.slice(0, MOST_PARTS)).filter((reading) => reading.length > 0);
}

/** Ways to read a typed text that found nothing: as people write what is kept otherwise. */
export function lastReadingsOf(typed: string): readonly Reading[] {
  const all = [
    withoutDot(typed),
    asOneNumber(typed),
    withNameAsOne(typed),
    withTailApart(typed),
    ...loosely(typed),
    ...withStreetCutShort(typed),
    ...withoutTeam(typed),
  ];
  return all.filter((reading) => reading !== null);
}

/**
 * A name of several parts typed without the dot between them, 阿不都热合曼 for 阿不都·热合曼: no pair of characters reaches over the
 * dot, so it is asked by its beginning. `null` when the text can be no such name.
 */
function withoutDot(typed: string): Reading | null {
  const text = piecesOf(typed).join('');
  if (!/^\p{Script=Han}{3,}$/u.test(text)) return null;
  const [first = '', second = ''] = text;
  return [part('words', text, [firstOfName(first), ...contentWords(first + second)])];
}

/** A number in groups, 138 0013 8001, or with the code of the country before it. `null` when it is no such number. */
function asOneNumber(typed: string): Reading | null {
  const text = piecesOf(typed)
    .join('')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return /^\d{5,}x?$/.test(text) ? [part('code', text, contentWords(text))] : null;
}

/**
 * A Latin name of several words with something else, such as the tail of a number (O’Brien Mc 1138): keys hold a name from its
 * beginning on, so the words are asked as one. `null` when the text is nothing of the kind.
 */
function withNameAsOne(typed: string): Reading | null {
  const pieces = piecesOf(typed).map((piece) => {
    const letters = piece.replace(/[^\p{L}\p{N}]/gu, '');
    return /^[a-z]+$/.test(letters) ? letters : piece;
  });
  const text = pieces.join(' ').replace(BETWEEN_LATIN_WORDS, '');
  if (text.length === pieces.join(' ').length || !text.includes(' ')) return null;
  return readingsOfQuestion(text)[0] ?? null;
}

const BETWEEN_LATIN_WORDS = /(?<=(?:^| )[a-z]+) (?=[a-z]+(?: |$))/g;

/**
 * A name with a house number in it and the tail of a number, 银龙路1007号1850 for 银龙路1007号 1850: buildings and facilities have such
 * names. `null` when the text ends in no such tail.
 */
function withTailApart(typed: string): Reading | null {
  const text = normalText(typed);
  const apart = text.replace(BEFORE_TAIL, ' ');
  return apart === text ? null : (readingsOfQuestion(apart)[0] ?? null);
}

/** Between Han and the tail of a number, behind a name that has digits itself. */
const BEFORE_TAIL = /(?<=\d\S*\p{Script=Han})(?=(?:\d{4,18}x?|\d{3}x)\s*$)/u;

/**
 * The whole text, whatever blanks and marks stand in it and in the record, and an address with its parts named otherwise or left
 * out: 长堤路1024-3 for 长堤路1024巷3号, 京九路1栋3003 for 京九路1栋2单元3003房. Not read when it has no two characters side by side.
 */
function loosely(typed: string): readonly Reading[] {
  const marked = withNumbersInDigits(typed);
  const text = unmarked(marked);
  if (text.length < FEWEST_LOOSE) return [];
  return looseReadings({ text, pattern: loosePattern(text) }, spellingsOf(marked).map(looseWords));
}

/** A loose reading by each of several lists of words, but those that are empty. */
const looseReadings = (
  loose: Pick<Part, 'text' | 'pattern'>,
  lists: readonly (readonly string[])[],
): readonly Reading[] =>
  lists
    .filter((words) => words.length > 0)
    .map((words) => [{ kind: 'words', ...loose, words, isUnmarked: true }]);

/**
 * A street by its beginning and a house number with a hyphen: 东兴 12-3 for 东兴路12-3号. Only what is no number may be left out.
 */
function withStreetCutShort(typed: string): readonly Reading[] {
  const pieces = piecesOf(withNumbersInDigits(typed))
    .map(unmarked)
    .filter((piece) => piece !== '');
  const [street, number = ''] = [pieces.slice(0, -1), pieces.at(-1)];
  const isStreet = street.length > 0 && street.every((piece) => /\p{Script=Han}$/u.test(piece));
  if (!isStreet || !/^\d+(?:-\d+)+$/.test(number) || number.length > LONGEST_HOUSE_NUMBER) return [];
  const patterns = [...street.map(escaped), loosePattern(number).source];
  const pattern = new RegExp(patterns.join(`\\D{0,${LONGEST_CUT}}`));
  // By the street alone every house of it would be read.
  const ofNumber = spellingsOf(number)
    .map(looseWords)
    .filter((words) => words.length > 0);
  const lists = ofNumber.map((words) => [...street.flatMap(looseWords), ...words]);
  return looseReadings({ text: pieces.join(''), pattern }, lists);
}

/** Characters of a street left out behind its beginning. */
const LONGEST_CUT = 12;

/**
 * An address without the team or group of its village, 镇口村七巷2002 for 镇口村三队七巷2002号. No pair of characters reaches over what
 * was left out, but the one behind it begins with 队 or 组, and is rare enough to be asked by.
 */
function withoutTeam(typed: string): readonly Reading[] {
  const text = unmarked(withNumbersInDigits(typed));
  return [...text.matchAll(BEHIND_VILLAGE)].slice(0, MOST_VILLAGES).flatMap(({ index }) => {
    const [village, rest] = [text.slice(0, index), text.slice(index)];
    return TEAM_UNITS.flatMap((unit) => {
      const words = [...contentWords(unit + firstOf(rest)), ...looseWords(village)];
      const pattern = new RegExp(
        `${escaped(village)}.{1,${LONGEST_TEAM}}${unit}${loosePattern(rest).source}`,
      );
      const lists = spellingsOf(rest).map((spelling) => [...words, ...looseWords(spelling)]);
      return looseReadings({ text, pattern }, lists);
    });
  });
}

const firstOf = ([first = '']: string): string => first;

/** What the name of a team (三队) or a group (第12村民小组) ends with. */
const TEAM_UNITS = ['队', '组'] as const;
/** Characters before the last one in 第12村民小组. */
const LONGEST_TEAM = 7;
/** Behind a village or a community. */
const BEHIND_VILLAGE = /(?<=\p{Script=Han}(?:村|社区))(?=.)/gu;
/** 村头村新村路 has three places that may be behind a village. */
const MOST_VILLAGES = 3;

const withNumbersInDigits = (typed: string): string =>
  withHyphens(normalText(typed))
    .replace(NUMBER_IN_HAN, (_, number: string) => `-${inDigits(number)}`)
    .replace(HYPHEN_BEHIND_UNIT, '-');

/** An address with its numbers in digits, and with a second one of two digits in Han: the two have no pair in common. */
const spellingsOf = (text: string): readonly string[] => [
  ...new Set([text, text.replace(SECOND_NUMBER, (_, digits: string) => `之${inHan(digits)}`)]),
];

/** Words of an address however its numbers are set off. */
const looseWords = (text: string): readonly string[] =>
  contentWords(text.replace(BETWEEN_PARTS, ' ').replace(LAST_UNIT, ' ').replace(AT_A_NUMBER, ' '));

/** Fewer letters, read loosely, would be in every other record. */
const FEWEST_LOOSE = 3;
const HAN_DIGITS = '一二三四五六七八九';
/** The number behind another one as some write it: 12号之一 for 12-1, 12号之十二 for 12-12. */
const NUMBER_IN_HAN = new RegExp(
  `(?<=\\d)号?之([${HAN_DIGITS}]?十[${HAN_DIGITS}]?|[${HAN_DIGITS}])(?![${HAN_DIGITS}十百])`,
  'g',
);
/** The number behind another one, where it has two digits. */
const SECOND_NUMBER = /(?<=\d)(?:-|号?之|号)([1-9]\d)(?!\d)/g;
/** 12号-1 for 12-1. */
const HYPHEN_BEHIND_UNIT = /(?<=\d)号-(?=\d)/g;
const UNITS = '号楼|单元|[号栋座幢层楼室房巷弄]';
/** Between two numbers of an address, typed in any way. */
const BETWEEN_PARTS = new RegExp(`(?<=\\d)(?:-|号?之|${UNITS})(?=\\d)`, 'g');
/** What the last number of an address is called. */
const LAST_UNIT = new RegExp(`(?<=\\d)(?:${UNITS})$`);
/** Behind a house number typed without its 号: 1003垃圾堆放 for 1003号垃圾堆放. */
const BEHIND_A_NUMBER = String.raw`(?<=\d)(?=\p{Script=Han})(?!之|${UNITS})`;
/** Places of an address that are written in several ways; in brackets, so that a text is split with them kept. */
const JOINTS = new RegExp(`(${BETWEEN_PARTS.source}|(?<=\\d)(?=[a-z][座栋幢])|${BEHIND_A_NUMBER})`, 'u');
/** Where a number begins or ends: some write a blank there. */
const AT_A_NUMBER = /(?<=\d)(?=\D)|(?<=\D)(?=\d)/g;
/** A storey or an entrance nobody types. */
const LEFT_OUT = String.raw`(?:\d{1,2}(?:单元|[层楼]))?`;

/** An address with its units named otherwise or left out; no number in it may differ. */
function loosePattern(text: string): RegExp {
  const unit = LAST_UNIT.exec(text)?.[0] ?? '';
  const body = text.slice(0, text.length - unit.length);
  const pattern = body.split(JOINTS).map((piece, i, pieces) => {
    if (i % 2 === 0) return BEFORE_SECOND.test(pieces[i - 1] ?? '') ? secondNumber(piece) : escaped(piece);
    if (piece === '') return '号?';
    return piece === '-' ? `(?:-|号?之|${UNITS})${LEFT_OUT}` : `(?:-|号?之|${escaped(piece)})${LEFT_OUT}`;
  });
  return new RegExp(pattern.join('') + (unit === '' ? '' : `(?:${unit}|(?![\\d-]|${UNITS}))`));
}

/** Between the number of a house and a second one, which may be kept in Han. */
const BEFORE_SECOND = /^(?:-|号|号?之)$/;

/** What begins with the second number of a house. */
function secondNumber(piece: string): string {
  const digits = /^[1-9]\d?(?!\d)/.exec(piece)?.[0];
  if (digits === undefined) return escaped(piece);
  return `(?:${digits}|(?<=之)${inHan(digits)}(?![${HAN_DIGITS}十百]))${escaped(piece.slice(digits.length))}`;
}

/** 12 as 十二; at most two digits. */
function inHan(digits: string): string {
  const [tens, ones] = [Math.floor(Number(digits) / 10), Number(digits) % 10];
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (HAN_DIGITS[tens - 1] ?? '')}十`;
  return ten + (HAN_DIGITS[ones - 1] ?? '');
}

/** 十二 as 12; at most 九十九. */
function inDigits(han: string): string {
  const [tens = '', ones = ''] = han.includes('十') ? han.split('十') : ['零', han];
  const ten = tens === '' ? 1 : HAN_DIGITS.indexOf(tens) + 1;
  return String(ten * 10 + (ones === '' ? 0 : HAN_DIGITS.indexOf(ones) + 1));
}

/** What stands between blanks and commas. */
const piecesOf = (typed: string): readonly string[] => normalText(typed).split(/[\s，,；;、|]+/);

/** A piece with one spelling of its marks. */
const tidied = (piece: string): string => withHyphens(withDots(piece)).replace(/[^\p{L}\p{N}\-·().#]/gu, '');

/** The ways to read each piece, or a street and its number together; without those that say nothing. */
function waysOfPieces(pieces: readonly string[]): readonly (readonly Reading[])[] {
  const all: (readonly Reading[])[] = [];
  for (let i = 0; i < pieces.length; i += 1) {
    const [piece = '', next = ''] = pieces.slice(i, i + 2);
    const together = streetAndNumber(piece, next);
    all.push(together ?? readingsOfPiece(piece));
    if (together !== null) i += 1;
  }
  return all.filter((readings) => readings.length > 0);
}

/**
 * 南面二路 1010 is a street with a house number as if it were typed without the blank, or two things that a record holds, such
 * as a name and the tail of a number. 东兴路 12-3 is a house number and nothing else. `null` when the pieces are something else.
 */
function streetAndNumber(piece: string, next: string): readonly Reading[] | null {
  const [street, number] = [tidied(piece), tidied(next)];
  if (!/\p{Script=Han}$/u.test(street) || !/^\d+(?:-\d+)*$/.test(number)) return null;
  const joined = hanPart(street + number);
  if (joined === null) return null;
  if (number.includes('-') && number.length <= LONGEST_HOUSE_NUMBER) return [[joined]];
  const [code] = readingsOfPiece(number);
  const apart = readingsOfPiece(piece).map((reading) => [...reading, ...(code ?? [])]);
  return [...apart, [joined]];
}

function readingsOfPiece(raw: string): readonly Reading[] {
  const text = tidied(raw);
  if (text === '') return [];
  const marked = asItStands(raw);
  if (/\p{Script=Han}/u.test(text)) return [...documentNumber(raw), ...hanReadings(text), ...marked];
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (plain === '') return [];
  // Letters with accents, or of another script.
  if (/[^0-9a-z]/.test(plain)) return [...marked, ...hanReadings(text)];
  if (/^[a-z]+$/.test(plain)) return [[part('letters', plain, contentWords(plain))], ...marked];
  return plain.length < FEWEST_DIGITS ? [] : [[part('code', plain, contentWords(plain))]];
}

/**
 * A text with marks within, 检改〔2026〕0001号 or 文明村（社区）, as a field holds it: no pair of characters reaches over a mark. Hyphens
 * and dots have readings of their own.
 */
function asItStands(raw: string): readonly Reading[] {
  if (!/[^\p{L}\p{N}\-·.#]/u.test(withHyphens(withDots(raw)))) return [];
  const words = contentWords(raw);
  return words.length === 0
    ? []
    : [[{ kind: 'words', text: unmarked(withHyphens(raw)), words, pattern: null, isUnmarked: true }]];
}

/**
 * 3栋502 is an address. A run of four or more digits after Han is a name and the tail of a number (李伟4321), or a street and
 * a house number without its 号 (南面二路1010): nobody can tell, so both are looked for.
 */
function hanReadings(text: string): readonly Reading[] {
  const whole = hanPart(text);
  const split = /^([a-z·]*\p{Script=Han}[\p{L}·]*)(\d{4,18}x?|\d{3}x)$/u.exec(text);
  if (split === null) return whole === null ? [] : [[whole]];
  const [, name = '', digits = ''] = split;
  const named = hanPart(name);
  const apart = [...(named === null ? [] : [named]), part('code', digits, contentWords(digits))];
  return whole === null ? [apart] : [apart, [whole]];
}

/** A number of a document as it is printed: 检查〔2026〕0009号. Codes are looked up by their letters and digits. */
function documentNumber(raw: string): readonly Reading[] {
  if (!/[〔［[(（【]\d{4}[〕］\])）】]\D{0,2}\d/.test(raw)) return [];
  const code = raw.replace(/[^0-9a-z]/g, '');
  const pattern = new RegExp(raw.split(BRACKETS).map(escaped).join(BRACKETS.source));
  return [[{ kind: 'code', text: code, words: [], pattern }]];
}

/** Brackets around a year, whichever the keyboard gives. */
const BRACKETS = /[〔［[(（【〕］\])）】]/;

function hanPart(text: string): Part | null {
  const apart = contentWords(text.replace(BETWEEN_NUMBERS, ' '));
  // 7号9 has no pair beside its 号, so it is asked as it stands.
  const pairs = apart.length > 0 ? apart : contentWords(text);
  if (pairs.length > 0) return { kind: 'words', text, words: pairs, pattern: patternOf(text) };
  const [first] = [...text];
  return first === undefined ? null : part('words', text, [firstOfName(first)]);
}

const part = (kind: Part['kind'], text: string, words: readonly string[]): Part => ({
  kind,
  text,
  words,
  pattern: null,
});

/** Characters of 12-3 or 1002-602; a telephone number with hyphens has more. */
const LONGEST_HOUSE_NUMBER = 9;
/** Between two numbers of an address: 12-3, 12号之3, 12号3. */
const BETWEEN_NUMBERS = /(?<=\d)(?:-|号?之|号)(?=\d)/g;
/**
 * What a hyphen between two numbers stands for in the address as it is kept: 12-3-502 for 12号3栋502室, and 1002-602 for
 * 1002号6层602室, because nobody types the storey before a room.
 */
const PARTS_OF_A_HOUSE = String.raw`[-‐‑‒–—―−号之栋座幢单元楼层室房]+(?:\d{1,2}[层楼])?`;
/** What 号 between two numbers stands for. */
const NUMBER_WITHIN_NUMBER = '(?:[-‐‑‒–—―−]|号[-‐‑‒–—―−]?|号?之)';

/** A house number is kept as 12-3号, 12号之3 or 12号3栋 and typed in any of these ways. */
function patternOf(text: string): RegExp | null {
  if (text.search(BETWEEN_NUMBERS) < 0) return null;
  const pattern = text.split(/(?<=\d)(-|号?之|号)(?=\d)/).map((piece, i) => {
    if (i % 2 === 0) return escaped(piece);
    return piece === '-' ? PARTS_OF_A_HOUSE : NUMBER_WITHIN_NUMBER;
  });
  return new RegExp(pattern.join(''));
}

/** A text as a pattern that matches it alone. */
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
