import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readLine, type Line, type Section } from '../../model/sync/lines.ts';
import type { ReceiptFacts } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { bindingLine } from './binding.ts';
import { decompressed, decrypted } from './ciphers.ts';
import { attachmentHash, sensitivePart, type PackageHeader, type PackagePart } from './header.ts';
import { decryptingKeys, type Identity } from './keys/identity.ts';
import { headingOf, linesOf, RecordCount } from './line-stream.ts';
import type { PackageFile, StepDigests, Stretch } from './package-file.ts';
import type { Envelope } from './read-envelope.ts';
import type { ReceivedAttachment, RecordChunk } from './read-package.ts';
import { readReceipt } from './receipt.ts';
import { PackageRefused } from './refusals.ts';

interface LaidPart extends Stretch {
  readonly part: PackagePart;
}

/**
 * The encrypted parts of a package whose envelope has been verified. Every method throws `PackageRefused`, or the reason of
 * the signal.
 */
export class PackageContent {
  readonly #file: PackageFile;
  readonly #header: PackageHeader;
  readonly #parts: readonly LaidPart[];
  readonly #identities: readonly string[];
  readonly #signal: AbortSignal | undefined;
  readonly #digests = new Map<string, StepDigests>();

  constructor(
    file: PackageFile,
    { envelope, self, signal }: { envelope: Envelope; self: Identity; signal: AbortSignal | undefined },
  ) {
    this.#file = file;
    this.#header = envelope.header;
    this.#parts = envelope.parts;
    this.#identities = decryptingKeys(self);
    this.#signal = signal;
  }

  /** First reading: the encrypted bytes are those the header was signed for. Nothing is decrypted before. */
  async verifyDigests(): Promise<void> {
    for (const { part, at, bytes } of this.#parts) {
      this.#signal?.throwIfAborted();
      const digests = await this.#file.digests({ at, bytes });
      if (digests.whole !== part.sha256) throw new PackageRefused('part-damaged', { part: part.name });
      this.#digests.set(part.name, digests);
    }
  }

  /** Second reading: decrypts, unpacks and counts, and keeps nothing. */
  async verifyRecords(): Promise<void> {
    const count = new RecordCount();
    for (const laid of this.#recordParts()) {
      const { name } = laid.part;
      let number = 1;
      for await (const lines of this.#lines(laid)) {
        for (const line of lines) {
          number += 1;
          if (!count.add(line)) throw new PackageRefused('records-invalid', { part: name, line: number });
        }
      }
      count.endPart();
    }
    const { counts, revisions } = this.#header;
    const [first] = this.#parts;
    if (!isSame(count.counts, counts) || !isSame(count.revisions, revisions)) {
      throw new PackageRefused('count-mismatch', { part: first?.part.name ?? '' });
    }
  }

  async verifyAttachments(): Promise<void> {
    for (const laid of this.#parts) {
      const hash = attachmentHash(laid.part.name);
      if (hash === undefined) continue;
      const digest = createHash('sha256');
      let bytes = 0;
      for await (const chunk of this.#plain(laid)) {
        this.#signal?.throwIfAborted();
        digest.update(chunk);
        bytes += chunk.length;
      }
      const part = laid.part.name;
      if (digest.digest('hex') !== hash) throw new PackageRefused('attachment-mismatch', { part });
      if (bytes !== laid.part.plainBytes) throw new PackageRefused('count-mismatch', { part });
    }
  }

  async receipt(): Promise<ReceiptFacts> {
    const [laid] = this.#parts;
    const texts: string[] = [];
    if (laid !== undefined) {
      for await (const lines of this.#lines(laid)) texts.push(...lines.map((line) => line.toString('utf8')));
    }
    const [text, ...others] = texts;
    const receipt = text === undefined || others.length > 0 ? undefined : readReceipt(text);
    if (receipt === undefined) throw new PackageRefused('receipt-invalid');
    return receipt;
  }

  /** Third reading: hands the records out. */
  async *records(): AsyncGenerator<RecordChunk> {
    for (const laid of this.#recordParts()) {
      const reader = new RecordReader(laid.part.name === sensitivePart);
      for await (const lines of this.#lines(laid)) yield reader.read(lines);
    }
  }

  attachments(): readonly ReceivedAttachment[] {
    return this.#parts.flatMap((laid) => {
      const hash = attachmentHash(laid.part.name);
      return hash === undefined
        ? []
        : [{ hash, bytes: laid.part.plainBytes, content: () => this.#plain(laid) }];
    });
  }

  #recordParts(): readonly LaidPart[] {
    return this.#parts.filter(({ part }) => attachmentHash(part.name) === undefined);
  }

  /** Lines after the binding line; sizes and number are compared with the header at the end. */
  async *#lines(laid: LaidPart): AsyncGenerator<readonly Buffer[]> {
    const { part } = laid;
    const total = { bytes: 0 };
    const plain = decompressed(this.#plain(laid), { most_bytes: part.plainBytes, part: part.name });
    const first = bindingLine(this.#header, part.name).subarray(0, -1);
    let number = 0;
    for await (const lines of linesOf(sized(plain, total), part.name)) {
      this.#signal?.throwIfAborted();
      const isFirst = number === 0;
      if (isFirst && lines[0]?.equals(first) !== true)
        throw new PackageRefused('binding-wrong', { part: part.name });
      number += lines.length;
      yield isFirst ? lines.slice(1) : lines;
    }
    if (number === 0) throw new PackageRefused('binding-wrong', { part: part.name });
    if (number !== part.lines || total.bytes !== part.plainBytes) {
      throw new PackageRefused('count-mismatch', { part: part.name });
    }
  }

  async *#plain({ part, at, bytes }: LaidPart): AsyncGenerator<Uint8Array> {
    const digests = this.#digests.get(part.name);
    if (digests === undefined) throw new TypeError('content is read after its digests were verified');
    const cipher = this.#file.checked({ at, bytes }, digests);
    yield* decrypted(cipher, { identities: this.#identities, part: part.name });
  }
}

async function* sized(
  chunks: AsyncIterable<Uint8Array>,
  total: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    total.bytes += chunk.length;
    yield chunk;
  }
}

function isSame(counted: ReadonlyMap<string, number>, declared: Readonly<Record<string, number>>): boolean {
  const names = Object.keys(declared);
  return names.length === counted.size && names.every((name) => counted.get(name) === declared[name]);
}

/** Turns lines into records under their headings. */
class RecordReader {
  readonly #isSensitive: boolean;
  #section: Section | null = null;
  /** The binding line was the first. */
  #number = 1;

  constructor(isSensitive: boolean) {
    this.#isSensitive = isSensitive;
  }

  read(lines: readonly Buffer[]): RecordChunk {
    const records: SyncRecord[] = [];
    const unreadable: RecordChunk['unreadable'][number][] = [];
    for (const line of lines) {
      this.#number += 1;
      const heading = headingOf(line);
      if (heading) {
        this.#section = heading;
        continue;
      }
      const text = line.toString('utf8');
      const read: Line = isUtf8(line)
        ? readLine(text, this.#section)
        : { kind: 'unreadable', reason: 'not UTF-8' };
      if (read.kind === 'record') records.push(read.record);
      else unreadable.push({ number: this.#number, reason: reasonOf(read), text });
    }
    return { isSensitive: this.#isSensitive, records, unreadable };
  }
}

/** A heading that is not spelled as one was counted as a record; it is told as a line that is none. */
const reasonOf = (read: Exclude<Line, { kind: 'record' }>): string =>
  read.kind === 'unreadable' ? read.reason : 'a heading must begin with {"ledger":';
