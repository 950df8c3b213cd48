import { SheetRefused } from '../../sheet/read/sheet-refused.ts';
import { openZip, type ZipParts } from '../../sheet/read/zip-parts.ts';
import { FormRefused } from '../form-refused.ts';
import { kindOfPackage, refuseDanger, type FormFileKind } from './judge-parts.ts';

const MiB = 1024 * 1024;

/** Forms are small: the longest seen has 3 MB with its pictures. All parts are kept in memory, so all are bounded. */
const limits = { fileBytes: 20 * MiB, partBytes: 32 * MiB, allBytes: 96 * MiB } as const;

/** A form file taken apart: every part unpacked, judged harmless, none changed. */
export interface OfficeFile {
  readonly kind: FormFileKind;
  /** Content by name, in the order of the file. */
  readonly parts: ReadonlyMap<string, Buffer>;
}

/** Takes a form file apart and refuses what must not be opened. @throws FormRefused */
export async function openOfficeFile(bytes: Uint8Array): Promise<OfficeFile> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseByHead(content);
  try {
    const zip = await openZip(content);
    try {
      const parts = await readAll(zip);
      const kind = kindOfPackage(parts);
      refuseDanger(parts);
      return { kind, parts };
    } finally {
      zip.close();
    }
  } catch (cause) {
    throw cause instanceof SheetRefused ? new FormRefused(codeOf(cause)) : cause;
  }
}

function refuseByHead(content: Buffer): void {
  if (content.length > limits.fileBytes) throw new FormRefused('too-large');
  const head = content.subarray(0, 8).toString('hex');
  if (head === 'd0cf11e0a1b11ae1') {
    // A password-protected document is an OLE file with a stream of this name (MS-OFFCRYPTO 2.3.4.4).
    const isEncrypted = content.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new FormRefused(isEncrypted ? 'encrypted' : 'old-office');
  }
  if (!head.startsWith('504b')) throw new FormRefused('wrong-type');
}

async function readAll(zip: ZipParts): Promise<Map<string, Buffer>> {
  const claimed = zip.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (claimed > limits.allBytes) throw new FormRefused('too-large');
  const parts = new Map<string, Buffer>();
  for (const { name } of zip.entries) {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of await zip.open(name, limits.partBytes)) pieces.push(piece);
    } catch (cause) {
      // Broken deflate data, wrong checksums or sizes: the file cannot be trusted.
      throw cause instanceof SheetRefused ? cause : new FormRefused('damaged');
    }
    parts.set(name, Buffer.concat(pieces));
  }
  return parts;
}

function codeOf({ refusal }: SheetRefused): 'damaged' | 'too-large' | 'encrypted' {
  return refusal.code === 'too-large' || refusal.code === 'encrypted' ? refusal.code : 'damaged';
}
