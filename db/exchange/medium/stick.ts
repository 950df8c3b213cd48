import { constants } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { flushFile, flushFolder, removeQuietly } from './durable.ts';
import { codeOf, meaningOf, type MediumProblem } from './medium-problem.ts';
import { temporaryName } from './temporary-file.ts';

const MARK_FILE = 'stick.json';
/** A mark is some 100 bytes; what is larger is not ours. */
const MARK_LIMIT_BYTES = 4096;

const stickMark = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  label: z.string().min(1).max(60),
});

/** Which stick it is in the office's register of sticks. Plain, unsigned: a hint for people, never a proof. */
export type StickMark = z.infer<typeof stickMark>;

/**
 * The mark of a stick; `null` when it has none or one that cannot be read as a mark.
 * Rejects with the system's error when the medium does not answer.
 */
export async function identifyStick(folder: string): Promise<StickMark | null> {
  const text = await markText(path.join(folder, MARK_FILE));
  if (text === null) return null;
  try {
    return stickMark.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * Writes the mark; the same stick may be given another label. `name-taken` when it already is another stick of the
 * register, so that no stick loses its history.
 */
export async function markStick(
  folder: string,
  mark: StickMark,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: MediumProblem }> {
  const text = `${JSON.stringify(stickMark.parse(mark))}\n`;
  const temporary = path.join(folder, temporaryName());
  try {
    const before = await identifyStick(folder);
    if (before !== null && before.id !== mark.id) return { ok: false, problem: 'name-taken' };
    await writeFlushed(temporary, text);
    const file = path.join(folder, MARK_FILE);
    await rename(temporary, file);
    await flushFile(file);
    await flushFolder(folder);
    return { ok: true };
  } catch (error) {
    await removeQuietly(temporary);
    const meaning = meaningOf(codeOf(error) ?? '', 'create');
    if (meaning === null) throw error;
    return { ok: false, problem: meaning === 'ask-medium' ? 'medium-gone' : meaning };
  }
}

/** Sticks come from anywhere: a link, a pipe or a device named like the mark is not followed or waited for. */
async function markText(file: string): Promise<string | null> {
  const careful = process.platform === 'win32' ? 0 : constants.O_NOFOLLOW | constants.O_NONBLOCK;
  try {
    const handle = await open(file, constants.O_RDONLY | careful);
    try {
      const facts = await handle.stat();
      if (!facts.isFile() || facts.size > MARK_LIMIT_BYTES) return null;
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    // ELOOP: a link. ENXIO: a socket.
    if (['ENOENT', 'ELOOP', 'ENXIO', 'EISDIR'].includes(codeOf(error) ?? '')) return null;
    throw error;
  }
}

async function writeFlushed(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
