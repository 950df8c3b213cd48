import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryName } from '../../../../db/exchange/medium/temporary-file.ts';
import { type MediumProgress, writeToMedium } from '../../../../db/exchange/medium/write-to-medium.ts';
import { newMedium } from './medium-folder.ts';
import { content, inPieces } from './package-content.ts';

const MEGABYTE = 1024 * 1024;
const name = '虎门镇_第0001包_2026-11-23.zwp';
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const computer = createHash('sha256').update(os.hostname()).digest('hex').slice(0, 8);

function orderFor(folder: string, bytes: Buffer) {
  return { source: inPieces(bytes, 300_000), size_bytes: bytes.length, folder, name };
}

test.each([0, 1, 4095, MEGABYTE, 17 * MEGABYTE + 5])(
  'a package of %i bytes lies whole under its name and nothing lies beside it',
  async (size_bytes) => {
    const folder = newMedium();
    const bytes = content(size_bytes);

    const outcome = await writeToMedium(orderFor(folder, bytes));

    const file = path.join(folder, name);
    expect(outcome).toMatchObject({ ok: true, file, bytes: size_bytes, sha256: sha256(bytes) });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual([name]);
  },
);

test('a file of this computer is copied as it is and cannot be run', async () => {
  const folder = newMedium();
  const source = path.join(newMedium(), 'made.zwp');
  const bytes = content(3 * MEGABYTE + 1);
  writeFileSync(source, bytes, { mode: 0o755 });

  const outcome = await writeToMedium({ source, size_bytes: bytes.length, folder, name });

  expect(outcome).toMatchObject({ ok: true, sha256: sha256(bytes) });
  expect(readFileSync(path.join(folder, name)).equals(bytes)).toBe(true);
  expect(statSync(path.join(folder, name)).mode & 0o111).toBe(0);
});

test('progress goes through writing, flushing and reading back, each to its end', async () => {
  const bytes = content(5 * MEGABYTE);
  const seen: MediumProgress[] = [];

  await writeToMedium({ ...orderFor(newMedium(), bytes), onProgress: (progress) => seen.push(progress) });

  expect([...new Set(seen.map(({ phase }) => phase))]).toEqual(['writing', 'flushing', 'reading-back']);
  for (const phase of ['writing', 'reading-back']) {
    const done = seen.filter((progress) => progress.phase === phase).map(({ done_bytes }) => done_bytes);
    expect(done.at(-1)).toBe(bytes.length);
    expect(done).toEqual(done.toSorted((left, right) => left - right));
  }
});

test.each([name, name.toUpperCase()])('a file named %s is never overwritten', async (taken) => {
  const folder = newMedium();
  writeFileSync(path.join(folder, taken), 'earlier package');

  const outcome = await writeToMedium(orderFor(folder, content(10)));

  expect(outcome).toMatchObject({ ok: false, problem: 'name-taken' });
  expect(readdirSync(folder)).toEqual([taken]);
  expect(readFileSync(path.join(folder, taken), 'utf8')).toBe('earlier package');
});

test('a file that takes the name while ours is being written is not overwritten either', async () => {
  const folder = newMedium();
  const source = inPieces(content(1000), 500, () => {
    writeFileSync(path.join(folder, name), 'quicker');
  });

  const outcome = await writeToMedium({ source, size_bytes: 1000, folder, name });

  expect(outcome).toMatchObject({ ok: false, problem: 'name-taken', detail: { step: 'rename' } });
  expect(readFileSync(path.join(folder, name), 'utf8')).toBe('quicker');
  expect(readdirSync(folder)).toEqual([name]);
});

test.each(['a:b.zwp', '../outside.zwp', 'NUL', 'setup.exe'])(
  'the name %s is not written',
  async (illegal) => {
    const folder = newMedium();

    const outcome = await writeToMedium({ ...orderFor(folder, content(10)), name: illegal });

    expect(outcome).toMatchObject({ ok: false, problem: 'name-illegal' });
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('more than the medium holds is refused before the source is asked for anything', async () => {
  const folder = newMedium();
  let asked = 0;
  const source = inPieces(content(10), 10, () => void (asked += 1));

  const outcome = await writeToMedium({ source, size_bytes: 2 ** 50, folder, name });

  expect(outcome).toMatchObject({ ok: false, problem: 'full', detail: { step: 'check', code: null } });
  expect(outcome).toHaveProperty('detail.needed_bytes', Math.ceil(2 ** 50 * 1.1) + 32 * MEGABYTE);
  expect(asked).toBe(0);
});

test.each(['writing', 'reading-back'] as const)(
  'cancelling while %s leaves nothing behind',
  async (phase) => {
    const folder = newMedium();
    const stop = new AbortController();

    const outcome = await writeToMedium({
      ...orderFor(folder, content(8 * MEGABYTE)),
      signal: stop.signal,
      onProgress: (progress) => {
        if (progress.phase === phase && progress.done_bytes >= 3 * MEGABYTE) stop.abort();
      },
    });

    expect(outcome).toMatchObject({ ok: false, problem: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('an order that was cancelled before it began touches nothing', async () => {
  const folder = newMedium();

  const outcome = await writeToMedium({ ...orderFor(folder, content(10)), signal: AbortSignal.abort() });

  expect(outcome).toMatchObject({ ok: false, problem: 'cancelled' });
  expect(readdirSync(folder)).toEqual([]);
});

test('a source that fails is not blamed on the medium, even with a code of the system', async () => {
  const folder = newMedium();
  const failure = Object.assign(new Error('own disk'), { code: 'ENOSPC' });
  const source = inPieces(content(1000), 500, (at) => {
    if (at > 0) throw failure;
  });

  await expect(writeToMedium({ source, size_bytes: 1000, folder, name })).rejects.toBe(failure);
  expect(readdirSync(folder)).toEqual([]);
});

test('a source that fails because it was cancelled too counts as cancelled', async () => {
  const stop = new AbortController();
  const source = inPieces(content(1000), 500, (at) => {
    if (at === 0) return;
    stop.abort();
    stop.signal.throwIfAborted();
  });

  const outcome = await writeToMedium({
    source,
    size_bytes: 1000,
    folder: newMedium(),
    name,
    signal: stop.signal,
  });

  expect(outcome).toMatchObject({ ok: false, problem: 'cancelled' });
});

test.each([-1, 1])('a source whose length is off by %i is a fault of the program', async (off) => {
  const folder = newMedium();
  const bytes = content(5000);

  const writing = writeToMedium({ ...orderFor(folder, bytes), size_bytes: bytes.length + off });

  await expect(writing).rejects.toThrow('instead of');
  expect(readdirSync(folder)).toEqual([]);
});

test('the source is closed when the writing ends early', async () => {
  let isClosed = false;
  async function* closing() {
    try {
      yield* inPieces(content(4 * MEGABYTE), MEGABYTE);
    } finally {
      isClosed = true;
    }
  }
  const stop = new AbortController();

  await writeToMedium({
    source: closing(),
    size_bytes: 4 * MEGABYTE,
    folder: newMedium(),
    name,
    signal: stop.signal,
    onProgress: () => {
      stop.abort();
    },
  });

  expect(isClosed).toBe(true);
});

test('a medium whose folder is gone is not there', async () => {
  const folder = path.join(newMedium(), 'pulled');

  const outcome = await writeToMedium(orderFor(folder, content(10)));

  expect(outcome).toMatchObject({ ok: false, problem: 'medium-gone', detail: { code: 'ENOENT' } });
});

test('a folder that vanishes while it is written to is a medium that is gone', async () => {
  const folder = newMedium();
  const source = inPieces(content(1000), 500, (at) => {
    if (at > 0) rmSync(folder, { recursive: true });
  });

  const outcome = await writeToMedium({ source, size_bytes: 1000, folder, name });

  expect(outcome).toMatchObject({ ok: false, problem: 'medium-gone' });
});

test('a file that a scanner takes away is blocked, for the medium still answers', async () => {
  const folder = newMedium();
  const source = inPieces(content(1000), 500, (at) => {
    if (at === 0) return;
    for (const file of readdirSync(folder))
      renameSync(path.join(folder, file), path.join(newMedium(), 'jail'));
  });

  const outcome = await writeToMedium({ source, size_bytes: 1000, folder, name });

  expect(outcome).toMatchObject({
    ok: false,
    problem: 'blocked',
    detail: { step: 'rename', code: 'ENOENT' },
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that changes before it is read back is noticed and taken away', async () => {
  const folder = newMedium();

  const outcome = await writeToMedium({
    ...orderFor(folder, content(2 * MEGABYTE)),
    onProgress: ({ phase, done_bytes }) => {
      if (phase !== 'reading-back' || done_bytes > 0) return;
      const file = path.join(folder, name);
      const damaged = readFileSync(file);
      damaged[MEGABYTE + 3] = (damaged[MEGABYTE + 3] ?? 0) ^ 1;
      writeFileSync(file, damaged);
    },
  });

  expect(outcome).toMatchObject({ ok: false, problem: 'readback-differs', detail: { step: 'read-back' } });
  expect(readdirSync(folder)).toEqual([]);
});

test('leftovers of ended exports are removed, files of others and of running exports are not', async () => {
  const folder = newMedium();
  const kept = [
    'report.tmp',
    'zw-notes.tmp',
    // Process 1 is always alive.
    `zw-${computer}-1-00000001.tmp`,
    'zw-00000000-77-00000002.tmp',
  ];
  const leftovers = [temporaryName(), `zw-${computer}-4194305-00000003.tmp`, 'zw-00000000-77-00000004.tmp'];
  for (const file of [...kept, ...leftovers]) writeFileSync(path.join(folder, file), 'x');
  const longAgo = new Date(Date.now() - 2 * 3_600_000);
  utimesSync(path.join(folder, 'zw-00000000-77-00000004.tmp'), longAgo, longAgo);
  mkdirSync(path.join(folder, 'other'));

  const outcome = await writeToMedium(orderFor(folder, content(10)));

  expect(outcome.ok).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual([...kept, 'other', name].toSorted());
});
