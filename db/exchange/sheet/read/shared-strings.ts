import type { ZipParts } from './zip-parts.ts';
import { limits } from './limits.ts';
import { decodeEscapes } from './cell-text.ts';
import { SheetRefused } from './sheet-refused.ts';
import { xmlPieces, type XmlListener } from './xml-events.ts';

/** Texts by index. */
export interface StringTable {
  readonly size: number;
  at(index: number): string | undefined;
}

const PAGE_CHARACTERS = 1 << 16;

/**
 * A million rows bring millions of strings; one JavaScript string each would take some 40 bytes beside its text.
 * They are kept joined in pages of about 64 K characters, with the page and the place of each in flat arrays.
 */
class StringPages implements StringTable {
  readonly #pages: string[] = [];
  #open: string[] = [];
  #openLength = 0;
  #kept = 0;
  #pageOf = new Uint32Array(1024);
  #endOf = new Uint32Array(1024);
  size = 0;

  add(text: string): void {
    if (this.#openLength > 0 && this.#openLength + text.length > PAGE_CHARACTERS) this.seal();
    if (this.size === this.#pageOf.length) {
      this.#pageOf = grown(this.#pageOf);
      this.#endOf = grown(this.#endOf);
    }
    this.#kept += text.length;
    if (this.#kept > limits.stringCharacters || this.size >= limits.strings)
      throw new SheetRefused('too-large');
    this.#open.push(text);
    this.#openLength += text.length;
    this.#pageOf[this.size] = this.#pages.length;
    this.#endOf[this.size] = this.#openLength;
    this.size += 1;
  }

  /** Joins the open page; to be called after the last `add`. */
  seal(): void {
    this.#pages.push(this.#open.join(''));
    this.#open = [];
    this.#openLength = 0;
  }

  at(index: number): string | undefined {
    const page = this.#pageOf[index];
    const end = this.#endOf[index];
    if (index >= this.size || page === undefined || end === undefined) return undefined;
    const isFirst = index === 0 || this.#pageOf[index - 1] !== page;
    return this.#pages[page]?.slice(isFirst ? 0 : this.#endOf[index - 1], end);
  }
}

const grown = (old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const larger = new Uint32Array(old.length * 2);
  larger.set(old);
  return larger;
};

/** Reads `sharedStrings.xml`: rich text runs joined, phonetic runs (`rPh`) left out. */
export async function readSharedStrings(zip: ZipParts, part: string | null): Promise<StringTable> {
  const table = new StringPages();
  if (part !== null && zip.has(part)) {
    const stream = await zip.open(part, limits.stringBytes);
    for await (const _bytes of xmlPieces(stream, stringListener(table)));
  }
  table.seal();
  return table;
}

function stringListener(table: StringPages): XmlListener {
  let text = '';
  let isText = false;
  let phonetic = 0;
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = phonetic === 0;
      else if (name === 'rPh') phonetic += 1;
    },
    attribute() {},
    text(data) {
      if (!isText) return;
      text += data;
      if (text.length > limits.cellCharacters * 2) throw new SheetRefused('too-large');
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') table.add(decodeEscapes(text));
    },
  };
}
