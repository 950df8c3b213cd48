import { Parser } from 'htmlparser2';
import { FormRefused } from '../form-refused.ts';

/** Nesting of elements; real parts stay below 60. */
const DEEPEST = 256;
/** A tree takes some ten times the size of its source; the longest form seen has 2 MB in one part. */
const LARGEST_bytes = 16 * 1024 * 1024;

/** A part of a document, read so that what is not changed is written again byte for byte. */
export interface XmlDocument {
  /** Declaration and comments before the root. */
  readonly before: string;
  readonly root: XmlElement;
  readonly after: string;
}

/** An element that remembers how it was written. Children are elements, and texts as they stand in the source. */
export class XmlElement {
  /** Name without its prefix. */
  readonly name: string;
  /** Prefix with its colon, or nothing. */
  readonly prefix: string;
  #tag: string;
  #end: string;
  /** Attributes of the tag, once somebody has asked; copies share them until one is changed. */
  #read: readonly Written[] | null = null;
  children: (XmlElement | string)[] = [];

  /** `tag` and `end` as written: `<c r="A1">` and `</c>`; `end` is empty for `<c r="A1"/>`. */
  constructor(tag: string, end: string) {
    this.#tag = tag;
    this.#end = end;
    const full = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? '';
    const at = full.indexOf(':') + 1;
    this.prefix = full.slice(0, at);
    this.name = full.slice(at);
  }

  attribute(name: string): string | undefined {
    const found = this.#attributes().find((attribute) => attribute.name === name);
    return found === undefined ? undefined : decodeXml(found.raw);
  }

  /** Sets an attribute, or takes it away with `null`; the others stay as they were written. */
  set(name: string, value: string | null): void {
    const found = this.#attributes().find((attribute) => attribute.name === name);
    if (found === undefined && value === null) return;
    const written = value === null ? '' : ` ${name}="${encodeXml(value).replaceAll('"', '&quot;')}"`;
    const end = /\s*\/?>$/u.exec(this.#tag)?.index ?? this.#tag.length;
    const [from, to] = found === undefined ? [end, end] : [found.start, found.end];
    this.#tag = this.#tag.slice(0, from) + written + this.#tag.slice(to);
    this.#read = null;
  }

  /** Attributes as written, for walking over all of them. */
  attributeNames(): readonly string[] {
    return this.#attributes().map(({ name }) => name);
  }

  #attributes(): readonly Written[] {
    this.#read ??= attributes(this.#tag);
    return this.#read;
  }

  /** Child elements, all or of one name. */
  elements(name?: string): readonly XmlElement[] {
    return this.children.filter(
      (child): child is XmlElement =>
        typeof child !== 'string' && (name === undefined || child.name === name),
    );
  }

  child(name: string): XmlElement | undefined {
    return this.elements(name)[0];
  }

  /** Itself and everything below, in the order of the document. */
  *descendants(): Generator<XmlElement> {
    yield this;
    for (const child of this.elements()) yield* child.descendants();
  }

  /** Its own text and that of everything below. */
  text(): string {
    return this.children
      .map((child) => (typeof child === 'string' ? decodeXml(child) : child.text()))
      .join('');
  }

  /** Puts a text in the place of its children. */
  setText(text: string): void {
    this.children = text === '' ? [] : [encodeXml(text)];
  }

  clone(): XmlElement {
    const copy = new XmlElement(this.#tag, this.#end);
    copy.#read = this.#attributes();
    copy.children = this.children.map((child) => (typeof child === 'string' ? child : child.clone()));
    return copy;
  }

  write(): string {
    if (this.children.length === 0) return this.#tag + this.#end;
    const isEmptyTag = this.#end === '' && this.#tag.endsWith('/>');
    const tag = isEmptyTag ? this.#tag.replace(/\s*\/>$/u, '>') : this.#tag;
    const end = this.#end === '' ? `</${this.prefix}${this.name}>` : this.#end;
    return (
      tag + this.children.map((child) => (typeof child === 'string' ? child : child.write())).join('') + end
    );
  }

  /** Takes the end tag when it comes; only the reader below does. */
  close(end: string): void {
    this.#end = end;
  }
}

/** A new element; `prefix` is that of its neighbours. */
export function newElement(
  prefix: string,
  name: string,
  attributesOf: Readonly<Record<string, string>> = {},
): XmlElement {
  const written = Object.entries(attributesOf).map(
    ([key, value]) => ` ${key}="${encodeXml(value).replaceAll('"', '&quot;')}"`,
  );
  return new XmlElement(`<${prefix}${name}${written.join('')}/>`, '');
}

/** Reads a part. Refuses what is not well formed, not UTF-8, or declares a document type. @throws FormRefused */
export function parseXml(content: Uint8Array): XmlDocument {
  if (content.length > LARGEST_bytes) throw new FormRefused('too-large');
  const source = decodeUtf8(content);
  const top = new XmlElement('<top>', '</top>');
  const open: XmlElement[] = [top];
  let read = 0;
  let isJustOpened = false;
  const parser: Parser = new Parser(
    {
      onopentag: () => {
        const element = new XmlElement(source.slice(parser.startIndex, parser.endIndex + 1), '');
        takeText(parser.startIndex, parser.endIndex + 1);
        open.at(-1)?.children.push(element);
        open.push(element);
        isJustOpened = true;
        if (open.length > DEEPEST) throw new FormRefused('damaged');
      },
      onclosetag: (_, isImplied) => {
        const element = open.pop();
        // `isImplied` is also set for `<c/>`; otherwise an end tag is missing, which the parser would mend in silence.
        const isEmpty = isImplied && isJustOpened && source.startsWith('/>', read - 2);
        if (isImplied && !isEmpty) throw new FormRefused('damaged');
        if (!isImplied) {
          takeText(parser.startIndex, parser.endIndex + 1, element);
          element?.close(source.slice(parser.startIndex, parser.endIndex + 1));
        }
        isJustOpened = false;
      },
      ontext: () => {
        isJustOpened = false;
      },
      onprocessinginstruction: (name) => {
        if (name.startsWith('!')) throw new FormRefused('has-doctype');
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  /** Everything since the last tag (text, comments, sections) belongs to the element that is open. */
  function takeText(until: number, next: number, owner = open.at(-1)): void {
    if (until > read) owner?.children.push(source.slice(read, until));
    read = next;
  }
  parser.end(source);
  return rootOf(top, { after: source.slice(read), isClosed: open.length === 1 });
}

function rootOf(
  top: XmlElement,
  { after, isClosed }: { readonly after: string; readonly isClosed: boolean },
): XmlDocument {
  const [root, ...others] = top.elements();
  if (root === undefined || others.length > 0 || !isClosed) throw new FormRefused('damaged');
  const at = top.children.indexOf(root);
  const texts = (from: number, to?: number): string =>
    top.children
      .slice(from, to)
      .filter((child) => typeof child === 'string')
      .join('');
  return { before: texts(0, at), root, after: texts(at + 1) + after };
}

/** The part as bytes again. */
export function writeXml({ before, root, after }: XmlDocument): Buffer {
  return Buffer.from(before + root.write() + after, 'utf8');
}

function decodeUtf8(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new FormRefused('damaged');
  }
}

interface Written {
  readonly name: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

function attributes(tag: string): readonly Written[] {
  return [...tag.matchAll(/\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')/gu)].map((match) => ({
    name: match[1] ?? '',
    raw: (match[2] ?? '').slice(1, -1),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text of a piece of source: entities read, sections opened, comments left out. */
function decodeXml(raw: string): string {
  if (!/[&<]/u.test(raw)) return raw;
  return raw
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/gu, (_, inner?: string) =>
      encodeXml(inner ?? ''),
    )
    .replace(/&(#?)(x?)(\w+);/giu, (whole, ...[mark, base, word]: readonly string[]) =>
      mark === ''
        ? (named[`${base ?? ''}${word ?? ''}`] ?? whole)
        : letterOf(word ?? '', base === '' ? 10 : 16),
    );
}

/** The letter of a number; what is none is left out. */
function letterOf(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
}

/** Letters XML 1.0 cannot hold (its production 2). */
const unkeepable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Text for the inside of an element; what XML cannot hold is left out. */
function encodeXml(text: string): string {
  return text
    .replace(unkeepable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
