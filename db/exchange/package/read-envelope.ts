import { createHash } from 'node:crypto';
import { readCanonical } from './canonical-json.ts';
import {
  arePartsInOrder,
  digestOf,
  isPartTooLarge,
  kindOf,
  readBeginning,
  readHeader,
  suite,
  timeOf,
  versionVerdict,
  type PackageHeader,
  type PackageKind,
  type PackagePart,
} from './header.ts';
import type { Card } from './keys/card.ts';
import { chainShape, type Chain } from './keys/certificate.ts';
import { isSigned } from './keys/ed25519.ts';
import { judgeSender, type Trust } from './keys/judge-sender.ts';
import { readDocument } from './keys/signed-document.ts';
import { limits } from './limits.ts';
import type { PackageFile, Stretch } from './package-file.ts';
import { PackageRefused } from './refusals.ts';
import { archiveBytes, gapAfter, peekHeader, spanOf, tarHeader, tarHeader_bytes } from './tar.ts';

/** What stands around the content, all of it verified. */
export interface Envelope {
  readonly header: PackageHeader;
  readonly kind: PackageKind;
  readonly digest: string;
  readonly chain: Chain;
  /** The sender's card, as its certificate names it. */
  readonly sender: Card;
  /** The sender has changed its keys since our list; the new card is signed by the old key. */
  readonly isNewKey: boolean;
  /** Where the content of each part lies, in the order of the header. */
  readonly parts: readonly (Stretch & { readonly part: PackagePart })[];
}

const signature_bytes = 64;

/**
 * Reads everything but the content, in the fixed order of `docs/package-format.md`: nothing more complex than the header's
 * and certificate's JSON is looked at before the signature has passed. Throws `PackageRefused`.
 */
export async function readEnvelope(file: PackageFile, trust: Trust): Promise<Envelope> {
  const headerBytes = await headerOf(file);
  const { header, kind } = parsedHeader(headerBytes);
  const walk = new EntryWalk(file, timeOf(header));
  await walk.expect('header.json', headerBytes.length);
  const signature = await file.read(await walk.expect('header.sig', signature_bytes));
  const chain = chainOf(
    header,
    await file.read(await walk.expect('certificate.json', header.certificate.bytes)),
  );
  const sender = judgeSender(header, chain, trust);
  if (!sender.ok)
    throw new PackageRefused(sender.code, { name: header.sender.name, node: header.sender.node });
  if (!isSigned(sender.card.signKey, headerBytes, signature)) throw new PackageRefused('signature-wrong');
  refuseBelowMinima(header, trust);
  refuseWrongSize(file, header, headerBytes.length);
  const parts = [];
  for (const part of header.parts) parts.push({ part, ...(await walk.expect(part.name, part.bytes)) });
  await walk.expectEnd();
  const { card, isNewKey } = sender;
  return { header, kind, digest: digestOf(headerBytes), chain, sender: card, isNewKey, parts };
}

/** The header alone, believed by nobody: for lists of what lies on a stick. Throws `PackageRefused`. */
export async function readHeaderAlone(
  file: PackageFile,
): Promise<{ readonly header: PackageHeader; readonly kind: PackageKind; readonly digest: string }> {
  const bytes = await headerOf(file);
  return { ...parsedHeader(bytes), digest: digestOf(bytes) };
}

async function headerOf(file: PackageFile): Promise<Buffer> {
  if (file.bytes > limits.package_bytes) throw new PackageRefused('not-a-package');
  const start = await file.read({ at: 0, bytes: Math.min(tarHeader_bytes, file.bytes) });
  const isCut = start.length < tarHeader_bytes;
  // A file cut within its first block is still told from a foreign one by the name it begins with.
  if (isCut && start.length > 0 && start.toString('latin1').startsWith('header.json\0')) {
    throw new PackageRefused('truncated');
  }
  const entry = isCut ? undefined : peekHeader(start);
  if (entry?.name !== 'header.json') throw new PackageRefused('not-a-package');
  if (entry.bytes > limits.header_bytes) throw new PackageRefused('header-too-large');
  return file.read({ at: tarHeader_bytes, bytes: entry.bytes });
}

function parsedHeader(bytes: Buffer): { readonly header: PackageHeader; readonly kind: PackageKind } {
  const json = readCanonical(bytes);
  if (json === undefined) throw new PackageRefused('header-not-canonical');
  const beginning = readBeginning(json);
  if (beginning === undefined) throw new PackageRefused('header-invalid');
  const { version } = beginning;
  const verdict = versionVerdict(beginning);
  if (verdict !== 'read')
    throw new PackageRefused(verdict === 'newer' ? 'newer-version' : 'version-too-old', { version });
  const header = readHeader(json);
  if (header === undefined) throw new PackageRefused('header-invalid');
  const kind = kindOf(header);
  if (kind === undefined) throw new PackageRefused('header-invalid', { kind: header.kind });
  if (header.suite !== suite) throw new PackageRefused('suite-unknown', { suite: header.suite });
  refuseParts(kind, header.parts);
  return { header, kind };
}

function refuseParts(kind: PackageKind, parts: readonly PackagePart[]): void {
  const names = parts.map(({ name }) => name);
  if (!arePartsInOrder(kind, names)) {
    const needed = kind === 'receipt' ? 'receipt' : 'records';
    const isMissing = !names.some((name) => name.startsWith(`${needed}.`));
    throw new PackageRefused(
      isMissing ? 'part-missing' : 'header-invalid',
      isMissing ? { part: needed } : {},
    );
  }
  const tooLarge = parts.find(isPartTooLarge);
  if (tooLarge !== undefined) throw new PackageRefused('part-too-large', { part: tooLarge.name });
}

function chainOf(header: PackageHeader, bytes: Buffer): Chain {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const chain = digest === header.certificate.sha256 ? readDocument(chainShape, bytes) : undefined;
  if (chain === undefined) throw new PackageRefused('certificate-invalid');
  return chain;
}

/** No list in force may forbid the suite or the version: minima only ever rise, so an old package cannot sneak below them. */
function refuseBelowMinima(header: PackageHeader, { lists }: Trust): void {
  for (const { minima } of lists) {
    if (!minima.suites.includes(header.suite))
      throw new PackageRefused('suite-too-old', { suite: header.suite });
    if (header.version < minima.version)
      throw new PackageRefused('version-too-old', { version: header.version });
  }
}

/** The signed header says how long the file is. */
function refuseWrongSize(file: PackageFile, header: PackageHeader, headerBytes: number): void {
  const sizes = [
    headerBytes,
    signature_bytes,
    header.certificate.bytes,
    ...header.parts.map(({ bytes }) => bytes),
  ];
  const bytes = archiveBytes(sizes);
  if (file.bytes < bytes) throw new PackageRefused('truncated');
  if (file.bytes > bytes) throw new PackageRefused('trailing-bytes');
}

/** Goes from entry to entry; everything that is not content must be, byte for byte, what the writer would write. */
class EntryWalk {
  readonly #file: PackageFile;
  readonly #time_s: number;
  #at = 0;

  constructor(file: PackageFile, time_s: number) {
    this.#file = file;
    this.#time_s = time_s;
  }

  async expect(name: string, bytes: number): Promise<Stretch> {
    const block = await this.#file.read({ at: this.#at, bytes: tarHeader_bytes });
    if (!block.equals(tarHeader({ name, bytes, time_s: this.#time_s }))) throw this.#misfit(block, name);
    const content = { at: this.#at + tarHeader_bytes, bytes };
    await this.#expectZeros({ at: content.at + bytes, bytes: gapAfter(bytes) });
    this.#at += spanOf(bytes);
    return content;
  }

  #misfit(block: Buffer, name: string): PackageRefused {
    const found = peekHeader(block)?.name;
    // An intact header of another entry, or the end: this one was taken out.
    const isAbsent = block.every((byte) => byte === 0) || (found !== undefined && found !== name);
    return isAbsent
      ? new PackageRefused('part-missing', { part: name })
      : new PackageRefused('envelope-altered');
  }

  expectEnd(): Promise<void> {
    return this.#expectZeros({ at: this.#at, bytes: this.#file.bytes - this.#at });
  }

  async #expectZeros(stretch: Stretch): Promise<void> {
    const zeros = await this.#file.read(stretch);
    if (!zeros.every((byte) => byte === 0)) throw new PackageRefused('envelope-altered');
  }
}
