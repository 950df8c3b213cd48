import { inflateSync } from 'node:zlib';

/**
 * Characters that no font of this computer holds, so that a box stands on the paper in their place. The text of a PDF does
 * not tell: Chromium draws glyph 0 of some font (.notdef, ISO 32000-1 §9.7.4.2). Older ones write the true character beside
 * it as `ActualText` (§14.9.4); where that is missing, it is one of the document's that no font's map to Unicode has
 * (§9.10.3). `html` is the document the PDF was made of.
 */
export function missingCharacters(pdf: Uint8Array, html: string): readonly string[] {
  const file = new PdfFile(pdf);
  const found = new Set<string>();
  const drawn = new Set<string>();
  let isNameless = false;
  for (const content of file.contents()) {
    if (content.includes('begincmap')) {
      for (const character of mapped(content)) drawn.add(character);
      continue;
    }
    for (const text of boxedTexts(content, file)) {
      isNameless ||= text === null;
      for (const character of text ?? '') found.add(character);
    }
  }
  const guessed = isNameless ? [...bareText(html)].filter((one) => !drawn.has(one) && !isPlain(one)) : [];
  return [...new Set([...found, ...guessed])].filter((character) => !isUnseen(character));
}

/** Text between the tags. */
const bareText = (html: string): string => html.replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ');

/** What every font of Chinese holds; ligatures and small capitals leave some of it out of the maps. */
const isPlain = (character: string): boolean => /[ -\u00ff\p{P}\p{Cc}]/u.test(character);

/** Joiners and selectors of variants have no shape of their own. */
const isUnseen = (character: string): boolean => /[\p{Cf}\p{Cc}\p{M}\s]/u.test(character);

/** What of a content stream says in which font which codes are drawn, and what they stand for. */
const operators =
  /\/(?<font>F\d+) [\d.-]+ Tf\b|\/ActualText (?:<FEFF(?<hex>[0-9A-Fa-f]+)>|\((?<plain>(?:\\.|[^\\)])*)\))\s*>>\s*BDC\b|(?<begin>BDC|BMC)\b|(?<end>EMC)\b|(?<!<)<(?<codes>[0-9A-Fa-f]+)>/g;

/** Texts that are drawn as boxes; `null` = the PDF does not name it. */
function* boxedTexts(content: string, file: PdfFile): Generator<string | null> {
  let font = '';
  /** Marked parts that are open, with the text each stands for. */
  const open: (string | null)[] = [];
  for (const { groups = {} } of content.matchAll(operators)) {
    const { font: next, hex, plain, begin, end, codes } = groups;
    if (next !== undefined) font = next;
    else if (hex !== undefined) open.push(utf16(hex));
    else if (plain !== undefined) open.push(plain);
    else if (begin !== undefined) open.push(null);
    else if (end !== undefined) open.pop();
    else if (codes !== undefined && hasGlyphZero(codes, file.codeDigits(font)))
      yield open.findLast((text) => text !== null) ?? null;
  }
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function hasGlyphZero(codes: string, digits: number): boolean {
  for (let at = 0; at < codes.length; at += digits) {
    if (/^0+$/.test(codes.slice(at, at + digits))) return true;
  }
  return false;
}

/** Characters a map to Unicode has: `<code> <text>` and `<first> <last> <text of the first>`. */
function* mapped(map: string): Generator<string> {
  for (const [, from = '', to, text = ''] of map.matchAll(
    /^<([0-9A-Fa-f]+)>(?: <([0-9A-Fa-f]+)>)? <([0-9A-Fa-f]+)>$/gm,
  )) {
    if (text.length % 4 !== 0) continue;
    const first = utf16(text);
    yield* first;
    const more = to === undefined ? 0 : Number.parseInt(to, 16) - Number.parseInt(from, 16);
    const last = first.codePointAt(0) ?? 0;
    for (let at = 1; at <= more; at += 1) yield String.fromCodePoint(last + at);
  }
}

/** A PDF as Chromium writes it: every object begins on a line of its own, fonts have one name in the whole file. */
class PdfFile {
  readonly #bytes: Buffer;
  readonly #text: string;
  /** Digits of one code by font. A long list asks a hundred thousand times. */
  readonly #digits: ReadonlyMap<string, number>;

  constructor(pdf: Uint8Array) {
    this.#bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
    this.#text = this.#bytes.toString('latin1');
    const named = new Map(
      [...this.#text.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', object = '']) => [name, object]),
    );
    this.#digits = new Map([...named].map(([name, object]) => [name, this.#isComposite(object) ? 4 : 2]));
  }

  /** Streams that may draw text, unpacked: contents of pages and of forms; no pictures, no fonts. */
  *contents(): Generator<string> {
    const begin = />>\s*stream\r?\n/g;
    for (let match = begin.exec(this.#text); match !== null; match = begin.exec(this.#text)) {
      const dictionary = this.#text.slice(this.#text.lastIndexOf(' obj', match.index), match.index);
      const from = match.index + match[0].length;
      const to = from + lengthIn(dictionary);
      begin.lastIndex = to;
      const isDrawn = !/\/Subtype \/(?!Form)|\/Length1 |\/Type \/(?!XObject|Group)/.test(dictionary);
      if (isDrawn) yield unpacked(this.#bytes.subarray(from, to), dictionary);
    }
  }

  /** Digits of one code: composite fonts have codes of two bytes, others of one. */
  codeDigits(font: string): number {
    return this.#digits.get(font) ?? 2;
  }

  #isComposite(object: string): boolean {
    const from = this.#text.indexOf(`\n${object} 0 obj`);
    return from !== -1 && this.#text.slice(from, this.#text.indexOf('endobj', from)).includes('/Type0');
  }
}

const lengthIn = (dictionary: string): number => Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);

const unpacked = (stream: Buffer, dictionary: string): string =>
  (dictionary.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('latin1');
