import { createReadStream } from 'node:fs';
import { limits } from './limits.ts';
import { SheetRefused } from './sheet-refused.ts';
import type { SheetRow } from './sheet-row.ts';
import { plainText } from '../write/neutral-text.ts';

/** How a text file is written. */
export interface CsvForm {
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le';
  readonly separator: ',' | ';' | '\t';
}

/**
 * Finds encoding and separator. The whole file is tried as UTF-8 first, since a GB18030 text hardly ever is valid
 * UTF-8 and a guess from the head alone goes wrong on files whose first thousand rows are digits.
 */
export async function detectCsv(file: string): Promise<CsvForm> {
  const encoding = await detectEncoding(file);
  let head = '';
  for await (const text of texts(file, encoding)) {
    head += text;
    if (head.length > 64 * 1024) break;
  }
  if (head.includes('\0')) throw new SheetRefused('not-a-sheet');
  const line = head.slice(0, 64 * 1024).replace(/"[^"]*"/g, '');
  const counts = ([',', '\t', ';'] as const).map((separator) => ({
    separator,
    count: line.split(separator).length,
  }));
  const best = counts.reduce((a, b) => (b.count > a.count ? b : a));
  return { encoding, separator: best.separator };
}

async function detectEncoding(file: string): Promise<CsvForm['encoding']> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of byteChunks(file)) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
      isFirst = false;
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (cause) {
    if (cause instanceof TypeError) return 'gb18030';
    throw cause;
  }
}

// Without an encoding a read stream yields Buffers.
const byteChunks = (file: string): AsyncIterable<Buffer> => createReadStream(file) as AsyncIterable<Buffer>;

async function* texts(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of byteChunks(file)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** Reads records with quotes, doubled quotes, and line breaks inside quotes; lines end with LF, CRLF or CR. */
export async function* csvRows(file: string, form: CsvForm): AsyncGenerator<SheetRow[]> {
  const reader = new CsvReader(form.separator);
  for await (const text of texts(file, form.encoding)) {
    reader.write(text);
    if (reader.rows.length > 0) yield reader.takeRows();
  }
  reader.end();
  if (reader.rows.length > 0) yield reader.takeRows();
}

class CsvReader {
  rows: SheetRow[] = [];
  readonly #separator: string;
  readonly #special: RegExp;
  #row = 1;
  #cells: string[] = [];
  #cell = '';
  #isQuoted = false;
  /** A quote was seen inside quotes: it ends them, or with the next one stands for itself. */
  #isQuotePending = false;
  #isAfterReturn = false;

  constructor(separator: string) {
    this.#separator = separator;
    this.#special = new RegExp(`[\\r\\n"${separator}]`, 'g');
  }

  takeRows(): SheetRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  write(text: string): void {
    let at = 0;
    while (at < text.length) at = this.#isQuoted ? this.#insideQuotes(text, at) : this.#outside(text, at);
    if (this.#cell.length > limits.cellCharacters)
      throw new SheetRefused('cell-too-long', { row: this.#row });
  }

  end(): void {
    this.#isQuoted = false;
    if (this.#cell !== '' || this.#cells.length > 0) this.#endRow();
  }

  #insideQuotes(text: string, from: number): number {
    if (this.#isQuotePending) {
      this.#isQuotePending = false;
      if (text[from] === '"') {
        this.#cell += '"';
        return from + 1;
      }
      this.#isQuoted = false;
      return from;
    }
    const quote = text.indexOf('"', from);
    this.#cell += text.slice(from, quote < 0 ? text.length : quote);
    if (quote < 0) return text.length;
    this.#isQuotePending = true;
    return quote + 1;
  }

  #outside(text: string, from: number): number {
    if (this.#isAfterReturn) {
      this.#isAfterReturn = false;
      if (text[from] === '\n') return from + 1;
    }
    this.#special.lastIndex = from;
    const at = this.#special.exec(text)?.index ?? text.length;
    this.#cell += text.slice(from, at);
    const character = text[at];
    if (character === '"') this.#quote();
    else if (character === this.#separator) this.#endCell();
    else if (character !== undefined) {
      this.#isAfterReturn = character === '\r';
      this.#endRow();
    }
    return at + 1;
  }

  /** A quote opens a quoted cell only at its start; elsewhere (`5" 管`) it is a character. */
  #quote(): void {
    if (this.#cell === '') this.#isQuoted = true;
    else this.#cell += '"';
  }

  #endCell(): void {
    this.#cells.push(this.#cell);
    this.#cell = '';
    if (this.#cells.length > limits.columns)
      throw new SheetRefused('too-many-columns', { max: limits.columns });
  }

  #endRow(): void {
    this.#endCell();
    while (this.#cells.at(-1) === '') this.#cells.pop();
    if (this.#cells.length > 0)
      this.rows.push({ row: this.#row, cells: this.#cells.map(plainCell), faults: null });
    this.#row += 1;
    this.#cells = [];
    if (this.#row > limits.rows * 4) throw new SheetRefused('too-many-rows', { max: limits.rows * 4 });
  }
}

/** Takes off what spreadsheet users and our own export put before a text to keep it text: `="0123"` and `'=…`. */
function plainCell(cell: string): string {
  const formula = /^="([^"]*)"$/.exec(cell);
  if (formula) return formula[1] ?? '';
  return plainText(cell);
}
