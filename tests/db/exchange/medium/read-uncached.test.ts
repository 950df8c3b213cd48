import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type ReadMode, readUncached } from '../../../../db/exchange/medium/read-uncached.ts';
import { newMedium } from './medium-folder.ts';
import { content } from './package-content.ts';

const PIECE = 1024 * 1024;

test.each([0, 1, 511, 512, 4095, 4096, 4097, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 777])(
  'a file of %i bytes is read byte for byte, the mode is told once',
  async (size_bytes) => {
    const file = path.join(newMedium(), 'package.zwp');
    const written = randomBytes(size_bytes);
    writeFileSync(file, written);
    const modes: ReadMode[] = [];
    const pieces: Buffer[] = [];

    for await (const piece of readUncached(file, { onMode: (mode) => modes.push(mode) })) pieces.push(piece);

    expect(Buffer.concat(pieces).equals(written)).toBe(true);
    expect(modes).toHaveLength(1);
    expect(pieces.every((piece) => piece.length > 0 && piece.length <= PIECE)).toBe(true);
  },
);

test('pieces stay what they were when the next one is read', async () => {
  const file = path.join(newMedium(), 'package.zwp');
  const written = content(2 * PIECE);
  writeFileSync(file, written);

  const reader = readUncached(file);
  const first = await reader.next();
  await reader.next();
  await reader.return();

  expect(first.value?.equals(written.subarray(0, PIECE))).toBe(true);
});

test('a file that is not there rejects with the code of the system', async () => {
  const file = path.join(newMedium(), 'gone.zwp');

  await expect(readUncached(file).next()).rejects.toMatchObject({ code: 'ENOENT' });
});

test('an aborted signal ends the reading', async () => {
  const file = path.join(newMedium(), 'package.zwp');
  writeFileSync(file, content(2 * PIECE));
  const stop = new AbortController();
  const reader = readUncached(file, { signal: stop.signal });
  await reader.next();
  stop.abort();

  await expect(reader.next()).rejects.toMatchObject({ name: 'AbortError' });
});
