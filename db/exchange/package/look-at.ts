import type { PackageHeader, PackageKind } from './header.ts';
import { PackageFile } from './package-file.ts';
import { readHeaderAlone } from './read-envelope.ts';
import { PackageRefused, type PackageRefusal } from './refusals.ts';

/** What a package says of itself; nothing of it has been verified. */
export interface SeenPackage {
  readonly ok: true;
  readonly kind: PackageKind;
  readonly digest: string;
  readonly header: PackageHeader;
  readonly bytes: number;
}

/**
 * Reads the beginning of a file, enough to list it: signature and content are verified when it is taken in. Opens whatever
 * the path names; the caller has seen that it is a plain file.
 */
export async function lookAt(file: string): Promise<SeenPackage | PackageRefusal> {
  let source: PackageFile | null = null;
  try {
    source = await PackageFile.open(file);
    return { ok: true, ...(await readHeaderAlone(source)), bytes: source.bytes };
  } catch (error) {
    if (error instanceof PackageRefused) return error.refusal;
    throw error;
  } finally {
    await source?.close();
  }
}
