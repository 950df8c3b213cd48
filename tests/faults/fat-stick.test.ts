import { describe, expect, test } from 'vitest';
import { newMedium } from '../db/exchange/medium/medium-folder.ts';
import { content } from '../db/exchange/medium/package-content.ts';
import { exchangeable, lying, plain, pulledOut, withBadSectors, writeToStick } from './fat-stick.ts';
import { whyNoGuest } from './guest.ts';
import { sayWhySkipped } from './skip-reason.ts';

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
const NAME = '虎门镇_第0123包_2026-11-23.zwp';
const STICK_MIB = 128;
const TIME_LIMIT_MS = 90_000;

const isSkipped = sayWhySkipped('real FAT32 in user-mode Linux', await whyNoGuest(newMedium()));
const tested = test.skipIf(isSkipped);
const expected = content(8 * MEGABYTE);
const stick = (size_mib = STICK_MIB) => ({ base: newMedium(), size_mib });

describe('a power cut on FAT32', { timeout: TIME_LIMIT_MS }, () => {
  tested('right after "safe to remove" leaves the whole file under its Chinese name', async () => {
    const order = { name: NAME };

    const after = await writeToStick({ ...stick(), attach: plain, order });

    expect(after.result, after.output).toMatchObject({ ok: true, verified: 'uncached' });
    expect(after.names).toEqual([NAME]);
    expect(after.read(NAME).equals(expected)).toBe(true);
  });

  tested('control: after the recipe of the textbooks the file is there and empty', async () => {
    const order = { recipe: 'textbook' } as const;

    const after = await writeToStick({ ...stick(), attach: plain, order });

    expect(after.result, after.output).toMatchObject({ ok: true });
    expect(after.names).toEqual(['package.zwp']);
    expect(after.read('package.zwp')).toHaveLength(0);
  });

  tested('while writing leaves no file under the name of a package', async () => {
    const fault = {
      phase: 'writing',
      done_bytes: 5 * MEGABYTE,
      command: 'sync; echo CUT; sleep 60',
    } as const;

    const after = await writeToStick({ ...stick(), attach: plain, order: { fault }, cutAt: /^CUT/m });

    expect(after.output).toContain('CUT');
    expect(after.names).toHaveLength(1);
    expect(after.names[0]).toMatch(/^zw-.*\.tmp$/);
  });
});

describe('a stick that is pulled out', { timeout: TIME_LIMIT_MS }, () => {
  tested.each([
    ['writing', 4 * MEGABYTE],
    ['flushing', 0],
    ['reading-back', 0],
    ['reading-back', 4 * MEGABYTE],
  ] as const)('while %s (%i bytes done) is said to be gone', async (phase, done_bytes) => {
    const fault = { phase, done_bytes, command: pulledOut };

    const after = await writeToStick({ ...stick(), attach: exchangeable, order: { fault } });

    expect(after.result, after.output).toMatchObject({
      ok: false,
      problem: 'medium-gone',
      detail: { code: 'EIO' },
    });
  });

  tested('control: an ordinary look at the file finds everything in order', async () => {
    const fault = { phase: 'reading-back', done_bytes: 0, command: pulledOut } as const;
    const order = { recipe: 'textbook', fault } as const;

    const after = await writeToStick({ ...stick(), attach: exchangeable, order });

    expect(after.result, after.output).toMatchObject({ ok: true });
  });
});

describe('a stick that forgets what it took', { timeout: TIME_LIMIT_MS }, () => {
  const fault = { phase: 'writing', done_bytes: 4 * MEGABYTE, command: lying } as const;

  tested('gives back something else, and the file is not reported as written', async () => {
    const after = await writeToStick({ ...stick(), attach: exchangeable, order: { fault } });

    expect(after.result, after.output).toMatchObject({
      ok: false,
      problem: 'readback-differs',
      detail: { step: 'read-back' },
    });
  });

  tested('control: an ordinary look at the file finds everything in order', async () => {
    const after = await writeToStick({
      ...stick(),
      attach: exchangeable,
      order: { recipe: 'textbook', fault },
    });

    expect(after.result, after.output).toMatchObject({ ok: true });
    expect(after.names).not.toContain('package.zwp');
  });
});

describe('other sticks', { timeout: TIME_LIMIT_MS }, () => {
  tested('one with bad sectors is told apart from one that is gone', async () => {
    const after = await writeToStick({ ...stick(), attach: withBadSectors, order: {} });

    expect(after.result, after.output).toMatchObject({
      ok: false,
      problem: 'bad-sector',
      detail: { code: 'EIO' },
    });
    expect(after.names).toEqual([]);
  });

  tested('a small one is full before a byte is written', async () => {
    const after = await writeToStick({ ...stick(40), attach: plain, order: {} });

    expect(after.result, after.output).toMatchObject({ ok: false, problem: 'full', asked_bytes: 0 });
    expect(after.names).toEqual([]);
  });

  tested('one that others fill up meanwhile is full, and the unfinished file is gone', async () => {
    const command = 'head -c 200000000 /dev/zero > "$M/film.mp4" 2>/dev/null; test -s "$M/film.mp4"';
    const fault = { phase: 'writing', done_bytes: 3 * MEGABYTE, command } as const;

    const after = await writeToStick({ ...stick(), attach: plain, order: { fault } });

    expect(after.result, after.output).toMatchObject({
      ok: false,
      problem: 'full',
      detail: { code: 'ENOSPC' },
    });
    expect(after.names).toEqual(['film.mp4']);
  });

  tested(
    'on FAT32 a file of 4 GiB is too large before the source is asked, one byte less is not',
    async () => {
      const sizes = [4 * GIGABYTE, 4 * GIGABYTE - 1];

      const problems = [];
      for (const size_bytes of sizes) {
        const after = await writeToStick({
          ...stick(),
          attach: plain,
          order: { size_bytes, content_bytes: 0 },
        });
        problems.push([after.result?.problem, after.result?.asked_bytes]);
      }

      expect(problems).toEqual([
        ['too-large', 0],
        ['full', 0],
      ]);
    },
  );

  tested('a write-protected one is read-only', async () => {
    const attach = plain.replace('utf8', 'utf8,ro');

    const after = await writeToStick({ ...stick(), attach, order: {} });

    expect(after.result, after.output).toMatchObject({ ok: false, problem: 'read-only' });
  });

  tested('the name of another letter case is taken', async () => {
    const attach = `${plain} && echo earlier > "$M/PACKAGE.ZWP" && sync`;

    const after = await writeToStick({ ...stick(), attach, order: {} });

    expect(after.result, after.output).toMatchObject({ ok: false, problem: 'name-taken' });
    expect(after.names).toEqual(['PACKAGE.ZWP']);
  });
});
