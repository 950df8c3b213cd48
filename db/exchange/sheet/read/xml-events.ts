import { Parser } from 'htmlparser2';
import { limits } from './limits.ts';
import { SheetRefused } from './sheet-refused.ts';

/** What a reader of one part wants to hear. Names come without their namespace prefix (`x:row` is `row`). */
export interface XmlListener {
  open(name: string): void;
  attribute(name: string, value: string): void;
  text(data: string): void;
  close(name: string): void;
}

/**
 * Feeds a part to a listener piece by piece and yields after each piece, so that what was collected can be passed on
 * before more is read. The decoder is a streaming one: a character of several bytes cut by a buffer edge stays whole.
 * Refuses DOCTYPE (no entity tricks), undeclared encodings, deep nesting, endless tags, and a part that ends early.
 */
export async function* xmlPieces(part: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<number> {
  const feed = new XmlFeed(listener);
  let bytes = 0;
  try {
    for await (const piece of part) {
      bytes += piece.length;
      feed.write(piece);
      yield bytes;
    }
    feed.end();
  } catch (cause) {
    if (cause instanceof SheetRefused) throw cause;
    // Broken deflate data, wrong checksums or sizes, invalid UTF-8: all mean the file cannot be trusted.
    throw new SheetRefused('damaged');
  }
  yield bytes;
}

/** Reads a whole small part. */
export async function readXml(part: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _bytes of xmlPieces(part, listener));
}

class XmlFeed {
  readonly #parser: Parser;
  readonly #decoder: { decode(bytes?: Uint8Array, options?: { stream: boolean }): string } = new TextDecoder(
    'utf-8',
    {
      fatal: true,
    },
  );
  readonly #localNames = new Map<string, string>();
  #written = 0;
  #depth = 0;
  #closed = false;
  #isJustOpened = false;

  constructor(listener: XmlListener) {
    this.#parser = new Parser(
      {
        onopentagname: (name) => {
          this.#depth += 1;
          if (this.#depth > limits.depth || this.#closed) throw new SheetRefused('damaged');
          this.#isJustOpened = true;
          listener.open(this.#local(name));
        },
        onattribute: (name, value) => listener.attribute(name, value),
        ontext: (data) => {
          this.#isJustOpened = false;
          listener.text(data);
        },
        onclosetag: (name, isImplied) => {
          // `isImplied` is also set for `<c/>`; otherwise an end tag is missing, which the parser would mend in silence.
          if (isImplied && !this.#isJustOpened) throw new SheetRefused('damaged');
          this.#isJustOpened = false;
          this.#depth -= 1;
          if (this.#depth === 0) this.#closed = true;
          listener.close(this.#local(name));
        },
        onprocessinginstruction: (name) => {
          if (name.startsWith('!')) throw new SheetRefused('has-doctype');
        },
      },
      { xmlMode: true, decodeEntities: true },
    );
  }

  write(piece: Uint8Array): void {
    const text = this.#decoder.decode(piece, { stream: true });
    this.#written += text.length;
    this.#parser.write(text);
    if (this.#written - this.#parser.endIndex > limits.tagCharacters) throw new SheetRefused('damaged');
  }

  end(): void {
    this.#parser.write(this.#decoder.decode());
    if (!this.#closed) throw new SheetRefused('damaged');
    this.#parser.end();
  }

  #local(name: string): string {
    const known = this.#localNames.get(name);
    if (known !== undefined) return known;
    const local = name.slice(name.indexOf(':') + 1);
    if (this.#localNames.size < 1000) this.#localNames.set(name, local);
    return local;
  }
}
