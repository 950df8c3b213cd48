import { readLine, type Section } from '../../model/sync/lines.ts';
import { limits } from './limits.ts';
import { PackageRefused } from './refusals.ts';

const lineBreak = 10;
const headingStart = Buffer.from('{"ledger":');
/** No heading is longer; `readLine` allows names of 64 characters. */
const longestHeading = 200;

/** Cuts chunks into lines without their breaks. */
export class LineCutter {
  #open: Buffer[] = [];
  #open_bytes = 0;

  /** Lines that end in this chunk. They may share its memory. */
  push(chunk: Uint8Array): readonly Buffer[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const lines: Buffer[] = [];
    let start = 0;
    for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
      const tail = bytes.subarray(start, end);
      lines.push(this.#open.length === 0 ? tail : Buffer.concat([...this.#open, tail]));
      this.#open = [];
      this.#open_bytes = 0;
      start = end + 1;
    }
    if (start < bytes.length) {
      // Copied: the owner of the chunk may use its memory again.
      this.#open.push(Buffer.from(bytes.subarray(start)));
      this.#open_bytes += bytes.length - start;
    }
    return lines;
  }

  /** Bytes of the line that has not ended yet. */
  get open_bytes(): number {
    return this.#open_bytes;
  }
}

/**
 * Counts the records of a part while it is written. Lines are looked at where they lie: a buffer for each of four
 * million lines would cost more than compressing them.
 */
export class WrittenLines {
  readonly #count: RecordCount;
  readonly #cutter = new LineCutter();
  #lines = 0;

  constructor(count: RecordCount) {
    this.#count = count;
  }

  /** Lines that have ended. */
  get lines(): number {
    return this.#lines;
  }

  /** True while the last line has no end. */
  get isOpen(): boolean {
    return this.#cutter.open_bytes > 0;
  }

  /** False when a line that ends in this chunk is no record under a heading; `lines` is then its number. */
  add(chunk: Uint8Array): boolean {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
      this.#lines += 1;
      if (!this.#addLine(bytes, start, end)) return false;
      start = end + 1;
    }
    this.#cutter.push(bytes.subarray(start));
    return true;
  }

  #addLine(bytes: Buffer, start: number, end: number): boolean {
    if (this.isOpen) {
      const [line] = this.#cutter.push(bytes.subarray(start, end + 1));
      return line !== undefined && this.#count.add(line);
    }
    // As in `headingOf`: the third byte tells records from headings.
    if (bytes[start + 2] !== headingStart[2]) return this.#count.addRecord();
    return this.#count.add(bytes.subarray(start, end));
  }
}

/**
 * Cuts a stream into lines; one array for each chunk that ended a line. Every line must be ended.
 * Refuses `records-invalid` where a line is longer than the limit or the last one is open.
 */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
): AsyncGenerator<readonly Buffer[]> {
  const cutter = new LineCutter();
  let number = 1;
  for await (const chunk of chunks) {
    const lines = cutter.push(chunk);
    number += lines.length;
    const isTooLong =
      cutter.open_bytes > limits.line_bytes || lines.some((line) => line.length > limits.line_bytes);
    if (isTooLong) throw new PackageRefused('records-invalid', { part, line: number });
    if (lines.length > 0) yield lines;
  }
  if (cutter.open_bytes > 0) throw new PackageRefused('records-invalid', { part, line: number });
}

/** The ledger heading in a line, `undefined` when the line is a record, `null` when it is a broken heading. */
export function headingOf(line: Buffer): Section | null | undefined {
  // Third byte first: it tells records from headings without comparing ten bytes of a million lines.
  if (line[2] !== headingStart[2] || !line.subarray(0, headingStart.length).equals(headingStart))
    return undefined;
  if (line.length > longestHeading) return null;
  const read = readLine(line.toString('utf8'), null);
  return read.kind === 'section' ? read.section : null;
}

/** Counts the records of a package by ledger and sees that headings agree with each other. */
export class RecordCount {
  readonly counts = new Map<string, number>();
  readonly revisions = new Map<string, number>();
  #ledger: string | null = null;
  #inSection = 0;

  /** False when the line cannot stand here: a record before any heading, a broken or contradicting heading. */
  add(line: Buffer): boolean {
    const heading = headingOf(line);
    if (heading === undefined) return this.addRecord();
    if (heading === null || (this.revisions.get(heading.ledger) ?? heading.revision) !== heading.revision)
      return false;
    this.endPart();
    this.#ledger = heading.ledger;
    this.revisions.set(heading.ledger, heading.revision);
    return true;
  }

  /** The same for a line that is known to be no heading. */
  addRecord(): boolean {
    this.#inSection += 1;
    return this.#ledger !== null;
  }

  /** Closes the open section; the next part begins without one. */
  endPart(): void {
    if (this.#ledger !== null) {
      this.counts.set(this.#ledger, (this.counts.get(this.#ledger) ?? 0) + this.#inSection);
    }
    this.#ledger = null;
    this.#inSection = 0;
  }
}
