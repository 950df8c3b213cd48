import type { PackageFacts, ReceiptFacts } from '../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../model/sync/sync-record.ts';
import { factsOf, type PackageHeader } from './header.ts';
import type { Card } from './keys/card.ts';
import type { Chain } from './keys/certificate.ts';
import type { Identity } from './keys/identity.ts';
import type { Trust } from './keys/judge-sender.ts';
import { PackageFile } from './package-file.ts';
import { PackageContent } from './package-content.ts';
import { readEnvelope } from './read-envelope.ts';
import { PackageRefused, type PackageRefusal } from './refusals.ts';

/** Records of one stretch of a part, ready to be applied. */
export interface RecordChunk {
  readonly isSensitive: boolean;
  readonly records: readonly SyncRecord[];
  /** Lines that are no records: for quarantine. `number` counts from 1 within the part, with its first line. */
  readonly unreadable: readonly { readonly number: number; readonly reason: string; readonly text: string }[];
}

/** An attachment in a package; `hash` is the SHA-256 of its plain content, already compared. */
export interface ReceivedAttachment {
  readonly hash: string;
  readonly bytes: number;
  content(): AsyncIterable<Uint8Array>;
}

interface OpenedPackage {
  readonly ok: true;
  readonly digest: string;
  readonly header: PackageHeader;
  readonly chain: Chain;
  /** The sender's card. */
  readonly sender: Card;
  /** The sender has new keys, signed by the ones we know: its card is to be kept. */
  readonly isNewKey: boolean;
  /** Size of the file. */
  readonly bytes: number;
  /** Gives the file free. */
  close(): Promise<void>;
}

/** A verified package of records. Reading throws `PackageRefused` when the medium fails or changes under it. */
export interface OpenedRecords extends OpenedPackage {
  readonly kind: 'increment' | 'give-back';
  readonly facts: PackageFacts;
  records(): AsyncIterable<RecordChunk>;
  readonly attachments: readonly ReceivedAttachment[];
}

/** A verified receipt. */
export interface OpenedReceipt extends OpenedPackage {
  readonly kind: 'receipt';
  readonly receipt: ReceiptFacts;
}

/** A package whose envelope was verified, its content not yet. */
export interface InspectedPackage {
  readonly ok: true;
  readonly digest: string;
  readonly header: PackageHeader;
  readonly sender: Card;
  readonly isNewKey: boolean;
  readonly bytes: number;
}

/**
 * Verifies only the envelope: who sent what to whom, and that the header is theirs. For lists of what is on a stick, for
 * the order of taking in, and for packages to others, whose content this node could not open anyway.
 */
export async function inspectPackage(file: string, trust: Trust): Promise<InspectedPackage | PackageRefusal> {
  return refusalsAsData(file, async (source) => {
    const { digest, header, sender, isNewKey } = await readEnvelope(source, trust);
    await source.close();
    return { ok: true, digest, header, sender, isNewKey, bytes: source.bytes };
  });
}

/**
 * Opens a package and verifies all of it before anything of its content is handed out: envelope, signature, digests,
 * decryption, counts. Memory does not grow with the package. The caller closes what was opened. Throws the signal's reason
 * when it is cancelled.
 */
export async function readPackage(
  file: string,
  { trust, self, signal }: { readonly trust: Trust; readonly self: Identity; readonly signal?: AbortSignal },
): Promise<OpenedRecords | OpenedReceipt | PackageRefusal> {
  return refusalsAsData(file, (source) => opened(source, { trust, self, signal }));
}

async function refusalsAsData<T>(
  file: string,
  task: (source: PackageFile) => Promise<T>,
): Promise<T | PackageRefusal> {
  let source: PackageFile | null = null;
  try {
    source = await PackageFile.open(file);
    return await task(source);
  } catch (error) {
    await source?.close();
    if (error instanceof PackageRefused) return error.refusal;
    throw error;
  }
}

async function opened(
  source: PackageFile,
  { trust, self, signal }: { trust: Trust; self: Identity; signal: AbortSignal | undefined },
): Promise<OpenedRecords | OpenedReceipt> {
  const envelope = await readEnvelope(source, trust);
  const { header, digest, chain, sender, isNewKey } = envelope;
  if (header.receiver.node !== self.node) {
    throw new PackageRefused('wrong-receiver', { name: header.receiver.name, node: header.receiver.node });
  }
  const content = new PackageContent(source, { envelope, self, signal });
  await content.verifyDigests();
  const common = { ok: true as const, digest, header, chain, sender, isNewKey, bytes: source.bytes };
  const close = () => source.close();
  if (envelope.kind === 'receipt') {
    return { ...common, kind: 'receipt', receipt: await content.receipt(), close };
  }
  await content.verifyRecords();
  await content.verifyAttachments();
  const facts = factsOf(header, digest);
  if (facts === undefined) throw new TypeError('a package that is no receipt has facts');
  const { kind } = envelope;
  return {
    ...common,
    kind,
    facts,
    records: () => content.records(),
    attachments: content.attachments(),
    close,
  };
}
