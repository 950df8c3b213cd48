import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { constants, zstdCompressSync } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { bindingLine } from '../../../../db/exchange/package/binding.ts';
import { canonicalBytes } from '../../../../db/exchange/package/canonical-json.ts';
import { recordsPart, timeOf, type PackageHeader } from '../../../../db/exchange/package/header.ts';
import { signBytes } from '../../../../db/exchange/package/keys/ed25519.ts';
import type { Identity } from '../../../../db/exchange/package/keys/identity.ts';
import { archiveBytes, gapAfter, tarHeader } from '../../../../db/exchange/package/tar.ts';

/** A package taken apart, so that a test can put a wrong one together. */
export interface Entries {
  readonly header: PackageHeader;
  readonly contents: ReadonlyMap<string, Buffer>;
}

/** Takes a package of ours apart, trusting it. */
export function takenApart(file: string): Entries {
  const bytes = readFileSync(file);
  const contents = new Map<string, Buffer>();
  for (let at = 0; bytes[at] !== 0;) {
    const name = bytes.toString('latin1', at, at + 100).replace(/\0+$/, '');
    const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 135), 8);
    contents.set(name, bytes.subarray(at + 512, at + 512 + size));
    at += 512 + size + gapAfter(size);
  }
  const header: PackageHeader = JSON.parse(contents.get('header.json')?.toString('utf8') ?? '');
  return { header, contents };
}

/** Puts entries together to an archive as the format wants it. */
export function archive(contents: Iterable<readonly [string, Buffer]>, time_s: number): Buffer {
  const pieces: Buffer[] = [];
  const sizes: number[] = [];
  for (const [name, content] of contents) {
    pieces.push(
      tarHeader({ name, bytes: content.length, time_s }),
      content,
      Buffer.alloc(gapAfter(content.length)),
    );
    sizes.push(content.length);
  }
  const bytes = Buffer.concat(pieces);
  return Buffer.concat([bytes, Buffer.alloc(archiveBytes(sizes) - bytes.length)]);
}

export interface Forgery {
  /** Changes of the header, before it is signed. Anything, also what no header may say. */
  readonly header?: Readonly<Record<string, unknown>>;
  /** Bytes to stand for the header. */
  readonly headerBytes?: Buffer;
  /** Contents of entries put in or exchanged. */
  readonly contents?: Readonly<Record<string, Buffer>>;
  /** Whether header and digests of parts follow the contents. */
  readonly keepsDigests?: boolean;
  readonly signer?: Identity;
}

/** A package with something changed, signed anew by `signer` as a dishonest or faulty program would. */
export function forged({ header, contents }: Entries, signer: Identity, forgery: Forgery): Buffer {
  const changed = new Map([...contents, ...Object.entries(forgery.contents ?? {})]);
  const certificate = changed.get('certificate.json') ?? Buffer.alloc(0);
  const digests = {
    parts: header.parts.map((part) => {
      const content = changed.get(part.name) ?? Buffer.alloc(0);
      return { ...part, bytes: content.length, sha256: sha256(content) };
    }),
    certificate: { bytes: certificate.length, sha256: sha256(certificate) },
  };
  const said = { ...header, ...(forgery.keepsDigests === true ? {} : digests), ...forgery.header };
  const bytes = forgery.headerBytes ?? canonicalBytes(said);
  changed.set('header.json', bytes);
  changed.set('header.sig', signBytes((forgery.signer ?? signer).keys.sign.private, bytes));
  return archive(changed, timeOf(header));
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export async function ageOf(plain: Uint8Array, recipient: string): Promise<Buffer> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return Buffer.from(await encrypter.encrypt(plain));
}

/** A part of records with this text under the right binding line, and what the header must say of it. */
export async function recordsOf(
  header: PackageHeader,
  recipient: string,
  {
    text,
    bound = header,
    level = 3,
    name = recordsPart,
  }: {
    readonly text: string;
    readonly bound?: PackageHeader;
    readonly level?: number;
    readonly name?: string;
  },
) {
  const plain = Buffer.concat([bindingLine(bound, name), Buffer.from(text)]);
  const packed = zstdCompressSync(plain, { params: { [constants.ZSTD_c_compressionLevel]: level } });
  const content = await ageOf(packed, recipient);
  const lines = plain.reduce((total, byte) => total + (byte === 10 ? 1 : 0), 0);
  const part = { name, bytes: content.length, sha256: sha256(content), plainBytes: plain.length, lines };
  return { content, part };
}
