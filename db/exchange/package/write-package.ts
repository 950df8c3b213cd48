import { createHash } from 'node:crypto';
import { open, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { PackageFacts, ReceiptFacts } from '../../model/sync/sync-node.ts';
import { canonicalBytes } from './canonical-json.ts';
import { isSystemError } from './ciphers.ts';
import {
  digestOf,
  factsOf,
  formatVersions,
  isPartTooLarge,
  readHeader,
  receiptPart,
  recordsPart,
  sensitivePart,
  suite,
  timeOf,
  type PackageHeader,
} from './header.ts';
import { partyOf, type Card } from './keys/card.ts';
import type { Chain } from './keys/certificate.ts';
import { signBytes } from './keys/ed25519.ts';
import { signerOf, type Identity } from './keys/identity.ts';
import { limits } from './limits.ts';
import { RecordCount } from './line-stream.ts';
import { NotWritten, type WriteRefusalCode } from './not-written.ts';
import { packageName } from './package-name.ts';
import { archiveBytes, gapAfter, spanOf, tailAfter, tarHeader } from './tar.ts';
import {
  writeAttachment,
  writeReceiptPart,
  writeRecords,
  type ByteSource,
  type PartContext,
  type WrittenPart,
} from './write-part.ts';

/** An attachment to be carried: SHA-256 and size of its plain content. */
export interface AttachmentSource {
  readonly hash: string;
  readonly bytes: number;
  content(): ByteSource;
}

/** Records under ledger headings as `SyncNode.outgoing.lines` gives them, and attachments in the order of their importance. */
export interface RecordContent {
  readonly kind: 'increment' | 'give-back';
  readonly records: ByteSource;
  /** Records of sensitive ledgers; only on an explicit choice of a person. */
  readonly sensitive?: ByteSource;
  readonly attachments?: readonly AttachmentSource[];
  /** Room for attachments in bytes; without it, what the package holds. */
  readonly attachmentBudget_bytes?: number;
}

/** A receipt. */
interface ReceiptContent {
  readonly kind: 'receipt';
  readonly receipt: ReceiptFacts;
}

/** What is to be packed, by whom and for whom. */
export interface PackageInput {
  readonly identity: Identity;
  readonly chain: Chain;
  /** Cards of the receiver (`cardsOf`): the one in force, and the one it is changing to. */
  readonly receiver: readonly [Card, ...Card[]];
  readonly facts: Pick<
    PackageHeader,
    'series' | 'from' | 'to' | 'tip' | 'basis' | 'seen' | 'rounds' | 'writtenAt'
  >;
  readonly content: RecordContent | ReceiptContent;
  /** Name and version of the writing program. */
  readonly program: string;
  /** Number of the trust list the sender has in force, 0: none. */
  readonly trust: number;
  /** Folder of this computer (not the stick) for the encrypted parts until `discard`. */
  readonly folder: string;
  readonly signal?: AbortSignal;
  /** zstd level, 1 unless told. */
  readonly level?: number;
}

/** A package ready to be written anywhere, any number of times. */
export interface WrittenPackage {
  readonly ok: true;
  /** File name for people, legal on every file system. */
  readonly name: string;
  /** Size of the file, a multiple of 4096. */
  readonly bytes: number;
  /** Name of the package: hex SHA-256 of its header. */
  readonly digest: string;
  readonly header: PackageHeader;
  /** `null` for a receipt. */
  readonly facts: PackageFacts | null;
  /** Hashes of attachments that had no room and travel next time. */
  readonly leftOut: readonly string[];
  /** The file's content in chunks of at most 1 MiB, each time from the beginning. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Writes the file to a path of this computer and flushes it. Sticks are written by `db/exchange/medium`. */
  saveTo(file: string): Promise<void>;
  /** Removes the parts. Without it they stay in the folder. */
  discard(): Promise<void>;
}

/** A package that was not written, and why. */
export interface PackageNotWritten {
  readonly ok: false;
  readonly code: WriteRefusalCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/**
 * Packs, encrypts and signs; nothing is kept in memory but the header, so that the size of the content does not matter.
 * Throws for failures of the storage other than a full disk, and when the caller's lines are not lines of records.
 */
export async function writePackage(input: PackageInput): Promise<WrittenPackage | PackageNotWritten> {
  const folder = await mkdtemp(path.join(input.folder, 'package-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    return await packed(input, folder, discard);
  } catch (error) {
    await discard();
    const reason = reasonOf(error, input.signal);
    if (reason === null) throw error;
    return { ok: false, code: reason.code, details: reason.details };
  }
}

function reasonOf(error: unknown, signal: AbortSignal | undefined): NotWritten | null {
  if (error instanceof NotWritten) return error;
  if (signal?.aborted === true) return new NotWritten('cancelled');
  return isSystemError(error) && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    ? new NotWritten('disk-full')
    : null;
}

async function packed(
  input: PackageInput,
  folder: string,
  discard: () => Promise<void>,
): Promise<WrittenPackage> {
  const { identity, receiver, content, facts, chain } = input;
  const certificate = canonicalBytes(chain);
  const parties = { sender: partyOf(identity), receiver: partyOf(receiver[0]) };
  const bound = { kind: content.kind, ...parties, ...facts, signer: signerOf(identity) };
  const recipients = receiver.map((card) => card.ageKey);
  const context = { folder, recipients, bound, signal: input.signal, level: input.level };
  const { count, written, leftOut } = await writeParts(context, content);
  const header: PackageHeader = {
    format: 'zwp',
    version: formatVersions.newest,
    minReader: formatVersions.newest,
    suite,
    ...bound,
    basis: facts.basis,
    seen: facts.seen,
    rounds: facts.rounds,
    revisions: Object.fromEntries(count.revisions),
    counts: Object.fromEntries(count.counts),
    parts: written.map(({ part }) => part),
    certificate: {
      bytes: certificate.length,
      sha256: createHash('sha256').update(certificate).digest('hex'),
    },
    program: input.program,
    trust: input.trust,
  };
  const headerBytes = canonicalBytes(header);
  // The writer's own reader has the last word: what it would refuse is not written.
  if (readHeader(header) === undefined) throw new TypeError('the facts of the package do not fit its format');
  const archive = archiveOf({
    header,
    headerBytes,
    certificate,
    written,
    signKey: identity.keys.sign.private,
  });
  if (isTooLarge(header, { archive_bytes: archive.bytes, header_bytes: headerBytes.length })) {
    throw new NotWritten('too-large');
  }
  const digest = digestOf(headerBytes);
  const isDown = identity.role === 'city' || receiver[0].role === 'village';
  return {
    ok: true,
    name: packageName(header, { digest, isDown }),
    digest,
    header,
    facts: factsOf(header, digest) ?? null,
    leftOut,
    ...archive,
    saveTo: (file) => save(archive.chunks(), file),
    discard,
  };
}

const isTooLarge = (header: PackageHeader, size: { archive_bytes: number; header_bytes: number }): boolean =>
  size.archive_bytes > limits.package_bytes ||
  size.header_bytes > limits.header_bytes ||
  header.parts.some(isPartTooLarge);

async function writeParts(context: PartContext, content: RecordContent | ReceiptContent) {
  const count = new RecordCount();
  if (content.kind === 'receipt') {
    const part = await writeReceiptPart(context, receiptPart, JSON.stringify(content.receipt));
    return { count, written: [part], leftOut: [] };
  }
  const written = [await writeRecords(context, recordsPart, { lines: content.records, count })];
  if (content.sensitive !== undefined) {
    written.push(await writeRecords(context, sensitivePart, { lines: content.sensitive, count }));
  }
  const taken = withinBudget(content, written);
  for (const attachment of taken) {
    written.push(await writeAttachment(context, attachment.hash, attachment.content()));
  }
  const hashes = new Set(taken.map(({ hash }) => hash));
  const leftOut = (content.attachments ?? []).map(({ hash }) => hash).filter((hash) => !hashes.has(hash));
  return { count, written, leftOut };
}

/** Attachments that have room, in the order of the archive. */
function withinBudget(content: RecordContent, written: readonly WrittenPart[]): readonly AttachmentSource[] {
  const used = written.reduce(
    (total, { part }) => total + part.bytes,
    limits.header_bytes + limits.certificate_bytes,
  );
  // Tar blocks, age's head and 16 bytes for every 64 KiB.
  const room = limits.package_bytes - used - 64 * 1024;
  let left = Math.min(content.attachmentBudget_bytes ?? room, room);
  const taken = new Map<string, AttachmentSource>();
  for (const attachment of content.attachments ?? []) {
    const cost = spanOf(Math.ceil(attachment.bytes * 1.0003) + 4096);
    const hasRoom = cost <= left && attachment.bytes <= limits.attachment_plainBytes;
    if (!hasRoom || taken.size === limits.attachments || taken.has(attachment.hash)) continue;
    taken.set(attachment.hash, attachment);
    left -= cost;
  }
  return [...taken.values()].toSorted((a, b) => (a.hash < b.hash ? -1 : 1));
}

/** What is handed to the writer of the medium at once. */
const chunk_bytes = 1024 * 1024;

interface ArchiveInput {
  readonly header: PackageHeader;
  readonly headerBytes: Buffer;
  readonly certificate: Buffer;
  readonly written: readonly WrittenPart[];
  readonly signKey: string;
}

function archiveOf({ header, headerBytes, certificate, written, signKey }: ArchiveInput) {
  const time_s = timeOf(header);
  const plain = [
    { name: 'header.json', content: headerBytes },
    { name: 'header.sig', content: signBytes(signKey, headerBytes) },
    { name: 'certificate.json', content: certificate },
  ];
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (const { name, content } of plain) {
      const entry = tarHeader({ name, bytes: content.length, time_s });
      yield Buffer.concat([entry, content, Buffer.alloc(gapAfter(content.length))]);
    }
    for (const { part, file } of written) {
      yield tarHeader({ name: part.name, bytes: part.bytes, time_s });
      yield* fileChunks(file, part.bytes);
      yield Buffer.alloc(gapAfter(part.bytes));
    }
    yield Buffer.alloc(tailAfter(sizes.reduce((total, size) => total + spanOf(size), 0)));
  }
  const sizes = [...plain.map(({ content }) => content.length), ...written.map(({ part }) => part.bytes)];
  return { bytes: archiveBytes(sizes), chunks };
}

async function* fileChunks(file: string, bytes: number): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    for (let at = 0; at < bytes;) {
      const chunk = Buffer.allocUnsafe(Math.min(chunk_bytes, bytes - at));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) throw new Error('a part of the package was cut off in its temporary folder');
      yield chunk.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

async function save(chunks: AsyncIterable<Uint8Array>, file: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
