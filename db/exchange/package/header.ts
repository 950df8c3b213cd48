import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { PackageFacts } from '../../model/sync/sync-node.ts';
import { canonicalJson } from './canonical-json.ts';
import { limits } from './limits.ts';

/** Version of the format this program writes, and the oldest it still reads. */
export const formatVersions = { newest: 1, oldest: 1 } as const;

/** Cipher suite 1. A national suite stands beside it under its own name once there is a certified module. */
export const suite = 'age-x25519+ed25519';

export const recordsPart = 'records.ndjson.zst.age';
export const sensitivePart = 'sensitive.ndjson.zst.age';
export const receiptPart = 'receipt.json.zst.age';
/** Name of an attachment's entry; `hash` is the SHA-256 of its plain content. */
export const attachmentPart = (hash: string): string => `files/${hash}.age`;
const attachmentName = /^files\/([0-9a-f]{64})\.age$/;
/** Content hash in the name of an attachment's entry, `undefined` for the other parts. */
export const attachmentHash = (name: string): string | undefined => attachmentName.exec(name)?.[1];

const count = z.int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);
/** Names are shown and printed: no control characters. */
export const nameShape = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
/** Code of an administrative division or office, GB/T 2260 and GB/T 10114: 2 to 12 digits. */
export const unitShape = z.string().regex(/^\d{2,12}$/);
/** `<unit code>-<6 characters of Crockford's base 32>`. */
export const nodeShape = z.string().regex(/^\d{2,12}-[0-9a-hjkmnp-tv-z]{6}$/);
export const keyIdShape = z.string().regex(/^[0-9a-f]{32}$/);
/** UTC with milliseconds; the years a tar header can hold. */
export const timeShape = z
  .string()
  .regex(/^(19[7-9]\d|20\d\d|21\d\d)-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text);
const series = z.string().regex(/^[0-9a-z-]{1,64}$/);
const tip = z.string().regex(/^[0-9a-f]{0,128}$/);
const ledger = z
  .string()
  .regex(/^[a-z$][a-z0-9_$]*$/)
  .max(64);

const partyShape = z.object({ node: nodeShape, unit: unitShape, name: nameShape });
const roundShape = z.object({ series, number: count, tip });
const partShape = z.object({
  name: z.string().max(100),
  bytes: count.max(limits.package_bytes),
  sha256: hash,
  plainBytes: count.max(limits.records_plainBytes),
  lines: count,
});

/** What is asked of any header before its version is judged. */
const beginningShape = z.object({
  format: z.literal('zwp'),
  version: z.int().positive(),
  minReader: z.int().positive(),
});

const headerShape = beginningShape.extend({
  suite: z.string().min(1).max(64),
  kind: z.string().min(1).max(32),
  sender: partyShape,
  receiver: partyShape,
  series,
  from: count,
  to: count,
  tip,
  basis: roundShape.nullable(),
  seen: roundShape.nullable(),
  /** Rounds between `from` and `to` that were written before, oldest first: a receiver that holds another tip notices a copy. */
  rounds: z.array(z.object({ number: count, tip })).max(limits.rounds),
  revisions: z.record(ledger, z.int().positive()),
  counts: z.record(ledger, count),
  parts: z.array(partShape).max(limits.attachments + 2),
  certificate: z.object({ bytes: count.max(limits.certificate_bytes), sha256: hash }),
  writtenAt: timeShape,
  program: z.string().min(1).max(64),
  signer: keyIdShape,
  trust: count,
});

/** The plain, signed header of a package, field by field in `docs/package-format.md`. */
export type PackageHeader = z.infer<typeof headerShape>;
/** One payload entry as the header lists it. Sizes in bytes, packed and unpacked; `lines` is 0 for attachments. */
export type PackagePart = PackageHeader['parts'][number];
/** Sender or receiver. */
export type Party = PackageHeader['sender'];

const kinds = ['increment', 'give-back', 'receipt'] as const;
/** What a package is for. */
export type PackageKind = (typeof kinds)[number];
/** The kind when it is one this program knows. */
export const kindOf = (header: PackageHeader): PackageKind | undefined =>
  kinds.find((kind) => kind === header.kind);

/** How a reader that knows `versions` takes a package: `read`, or why not. Newer is readable when its writer says so. */
export function versionVerdict(
  { version, minReader }: { readonly version: number; readonly minReader: number },
  versions: { readonly newest: number; readonly oldest: number } = formatVersions,
): 'read' | 'newer' | 'older' {
  if (minReader > versions.newest) return 'newer';
  return version < versions.oldest ? 'older' : 'read';
}

/** Format, version and least reader of a header; `undefined` when it is not the header of a package. */
export function readBeginning(json: unknown): z.infer<typeof beginningShape> | undefined {
  const beginning = beginningShape.safeParse(json);
  return beginning.success ? beginning.data : undefined;
}

/**
 * Reads a header; `undefined` when a field is missing or out of its bounds. Fields this version does not know are
 * passed over in newer headers only: within one version a header says exactly what the version defines.
 */
export function readHeader(json: unknown): PackageHeader | undefined {
  const result = headerShape.safeParse(json);
  if (!result.success) return undefined;
  const header = result.data;
  const isExact = header.version > formatVersions.newest || canonicalJson(header) === canonicalJson(json);
  return isExact && isConsistent(header) ? header : undefined;
}

function isConsistent(header: PackageHeader): boolean {
  const ledgers = Object.keys(header.counts);
  return (
    header.from <= header.to &&
    header.minReader <= header.version &&
    ledgers.length <= limits.ledgers &&
    ledgers.length === Object.keys(header.revisions).length &&
    ledgers.every((name) => Object.hasOwn(header.revisions, name))
  );
}

/** True when the parts are those of the kind, in the order of the format, none twice. */
export function arePartsInOrder(kind: PackageKind, names: readonly string[]): boolean {
  if (kind === 'receipt') return names.length === 1 && names[0] === receiptPart;
  const [first, ...others] = names;
  const files = others[0] === sensitivePart ? others.slice(1) : others;
  return (
    first === recordsPart &&
    files.length <= limits.attachments &&
    files.every((name, i) => attachmentName.test(name) && (i === 0 || (files[i - 1] ?? '') < name))
  );
}

/** True when a part unpacks to more than its kind may, or to more than its packed size allows. */
export function isPartTooLarge({ name, bytes, plainBytes }: PackagePart): boolean {
  if (attachmentHash(name) !== undefined) return plainBytes > limits.attachment_plainBytes;
  const most = name === receiptPart ? limits.receipt_plainBytes : limits.records_plainBytes;
  return plainBytes > Math.min(most, limits.expansionFloor_bytes + bytes * limits.expansion);
}

/** Name of a package: hex SHA-256 of the bytes of its header. */
export const digestOf = (headerBytes: Uint8Array): string =>
  createHash('sha256').update(headerBytes).digest('hex');

/** The header as the exchange protocol knows it. */
export function factsOf(header: PackageHeader, digest: string): PackageFacts | undefined {
  const kind = kindOf(header);
  if (kind === undefined || kind === 'receipt') return undefined;
  const { series: id, from, to, tip: end, basis, seen, counts, writtenAt } = header;
  const parties = { sender: header.sender.node, receiver: header.receiver.node };
  return { digest, kind, ...parties, series: id, from, to, tip: end, basis, seen, counts, writtenAt };
}

/** Seconds since 1970 for the tar headers. */
export const timeOf = (header: PackageHeader): number => Math.floor(Date.parse(header.writtenAt) / 1000);
