import { open } from 'node:fs/promises';
import path from 'node:path';
import { legalName } from '../../../db/exchange/medium/legal-name.ts';
import { codeOf } from '../../../db/exchange/medium/medium-problem.ts';
import { writeToMedium } from '../../../db/exchange/medium/write-to-medium.ts';
import { limits } from '../../../db/exchange/package/limits.ts';
import type { KeyFile } from '../../../db/exchange/sync/enrol.ts';
import { refuse } from '../../../db/exchange/sync/refusal.ts';
import type { AnyRefusal } from './told.ts';

/** Copies of a card or request under one name that may lie on a stick. */
const MOST_NAMES = 20;

/** Writes a card, request or certificate onto a drive, flushed and read back; one that lies there already is enough. */
export async function writeKeyFile(
  folder: string,
  keyFile: Pick<KeyFile, 'name' | 'text'>,
): Promise<{ readonly ok: true; readonly file: string } | AnyRefusal> {
  const content = Buffer.from(keyFile.text, 'utf8');
  const { name: stem, ext } = path.parse(keyFile.name);
  for (let copy = 1; copy <= MOST_NAMES; copy += 1) {
    const name = legalName(copy === 1 ? stem : `${stem}（${String(copy)}）`, ext);
    const outcome = await writeToMedium({ source: once(content), size_bytes: content.length, folder, name });
    if (outcome.ok) return { ok: true, file: name };
    if (outcome.problem !== 'name-taken') return { ok: false, code: 'medium', problem: outcome.problem };
    if ((await readKeyFile(path.join(folder, name)))?.equals(content) === true)
      return { ok: true, file: name };
  }
  return { ok: false, code: 'medium', problem: 'name-taken' };
}

/** Bytes of a small file of keys; `null` when it is gone, cannot be read, or is too large to be one. */
export async function readKeyFile(file: string): Promise<Buffer | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      return size > limits.document_bytes ? null : await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return null;
  }
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}

/** What is answered for a file that is no longer there. */
export const fileGone = refuse('file-gone');
