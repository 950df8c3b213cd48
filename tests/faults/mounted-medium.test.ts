import { expect, test } from 'vitest';
import { newMedium } from '../db/exchange/medium/medium-folder.ts';
import { whyNoNamespace, writeMounted } from './mount-namespace.ts';
import { sayWhySkipped } from './skip-reason.ts';
import { orderWith } from './writing-order.ts';

const MEGABYTE = 1024 * 1024;
const isSkipped = sayWhySkipped('full, read-only and busy media (tmpfs)', whyNoNamespace());
const tested = test.skipIf(isSkipped);
const tmpfs = (size: string) => `mount -t tmpfs -o size=${size} stick "$M"`;

tested('control: the same write on a medium without a fault succeeds', () => {
  const { result, left, output } = writeMounted(newMedium(), tmpfs('64m'), (folder) => orderWith({ folder }));

  expect(result, output).toMatchObject({ ok: true });
  expect(left).toEqual(['package.zwp']);
});

tested('memory is not taken for a medium: tmpfs is never reported as read past the cache', () => {
  const { result } = writeMounted(newMedium(), tmpfs('64m'), (folder) => orderWith({ folder }));

  expect(result).toMatchObject({ ok: true, verified: 'cached' });
});

tested('a medium without enough room is full before a byte is written', () => {
  const { result, left } = writeMounted(newMedium(), tmpfs('40m'), (folder) => orderWith({ folder }));

  expect(result).toMatchObject({ ok: false, problem: 'full', detail: { step: 'check' }, asked_bytes: 0 });
  expect(left).toEqual([]);
});

tested('a medium that others fill up meanwhile is full, and the unfinished file is gone', () => {
  const command = 'head -c 100000000 /dev/zero > "$M/film.mp4"; test -s "$M/film.mp4"';
  const fault = { phase: 'writing', done_bytes: 3 * MEGABYTE, command } as const;

  const { result, left } = writeMounted(newMedium(), tmpfs('64m'), (folder) => orderWith({ folder, fault }));

  expect(result).toMatchObject({ ok: false, problem: 'full', detail: { step: 'write', code: 'ENOSPC' } });
  expect(left).toEqual(['film.mp4']);
});

tested('a write-protected medium is read-only, also when it is full', () => {
  const { result } = writeMounted(newMedium(), `${tmpfs('1m')} && mount -o remount,ro "$M"`, (folder) =>
    orderWith({ folder }),
  );

  expect(result).toMatchObject({ ok: false, problem: 'read-only', detail: { code: 'EROFS' } });
});

tested('a program that holds the file for a moment is waited for', () => {
  const command = 'F=$(ls "$M"/zw-*.tmp); mount --bind /dev/null "$F"; (sleep 0.4; umount "$F") >&- 2>&- &';
  const fault = { phase: 'flushing', done_bytes: 0, command } as const;

  const { result, left, output } = writeMounted(newMedium(), tmpfs('64m'), (folder) =>
    orderWith({ folder, fault, patience_ms: 10_000 }),
  );

  expect(result, output).toMatchObject({ ok: true });
  expect(left).toEqual(['package.zwp']);
});

tested('a program that does not let go makes the file blocked', () => {
  const command = 'mount --bind /dev/null "$(ls "$M"/zw-*.tmp)"';
  const fault = { phase: 'flushing', done_bytes: 0, command } as const;

  const { result, left } = writeMounted(newMedium(), tmpfs('64m'), (folder) => orderWith({ folder, fault }));

  expect(result).toMatchObject({ ok: false, problem: 'blocked', detail: { step: 'rename', code: 'EBUSY' } });
  expect(left).not.toContain('package.zwp');
});

tested.each([
  ['writing', 3 * MEGABYTE],
  ['reading-back', 0],
] as const)('a medium unmounted while %s is gone, and nothing lands on the own disk', (phase, done_bytes) => {
  const fault = { phase, done_bytes, command: 'umount -l "$M"' };

  const { result, below } = writeMounted(newMedium(), tmpfs('64m'), (folder) => orderWith({ folder, fault }));

  expect(result).toMatchObject({ ok: false, problem: 'medium-gone' });
  expect(below).toEqual([]);
});

tested('a medium swapped for another one with the same file is not taken for the first', () => {
  const command =
    'cp "$M/package.zwp" "$M/../same" && mount -t tmpfs other "$M" && mv "$M/../same" "$M/package.zwp"';
  const fault = { phase: 'reading-back', done_bytes: 0, command } as const;

  const { result, left } = writeMounted(newMedium(), tmpfs('64m'), (folder) => orderWith({ folder, fault }));

  expect(result).toMatchObject({ ok: false, problem: 'medium-gone' });
  expect(left).toEqual(['package.zwp']);
});
