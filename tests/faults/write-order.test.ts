import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newMedium } from '../db/exchange/medium/medium-folder.ts';
import { missingPrograms, sayWhySkipped } from './skip-reason.ts';
import { orderWith, type WritingOrder } from './writing-order.ts';

const program = path.join(import.meta.dirname, 'writing-process.ts');
const isSkipped = sayWhySkipped('order of system calls (strace)', whyNoTrace());

/** A system call on a file of the medium, in the order they began. `direct-read` stands for an opening past the cache. */
type Call = 'create' | 'write' | 'flush' | 'rename' | 'flush-final' | 'flush-folder' | 'direct-read';

test.skipIf(isSkipped)(
  'a package is written, flushed, renamed, flushed again, and read past the cache',
  () => {
    const calls = tracedCalls(orderWith({ folder: newMedium() }));

    expect(calls).toEqual([
      'create',
      'write',
      'flush',
      'rename',
      'flush-final',
      'flush-folder',
      'direct-read',
    ]);
  },
);

test.skipIf(isSkipped)('control: the trace shows what the textbook leaves out', () => {
  const calls = tracedCalls(orderWith({ folder: newMedium(), recipe: 'textbook' }));

  expect(calls).toEqual(['create', 'write', 'flush', 'rename', 'flush-folder']);
});

function whyNoTrace(): string | null {
  if (process.platform !== 'linux') return 'needs Linux';
  const missing = missingPrograms(['strace']);
  if (missing !== null) return missing;
  const tried = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true'], { encoding: 'utf8' });
  return tried.status === 0 ? null : `tracing is not allowed here: ${tried.stderr.trim()}`;
}

/** The calls of one write on its medium, runs of the same call as one. */
function tracedCalls(order: WritingOrder): Call[] {
  const base = newMedium();
  const orderFile = path.join(base, 'order.json');
  const trace = path.join(base, 'trace');
  writeFileSync(orderFile, JSON.stringify(order));
  const filter = 'trace=openat,write,pwrite64,fsync,fdatasync,rename,renameat,renameat2';
  const { stdout, stderr } = spawnSync(
    'strace',
    ['-f', '-y', '-qq', '-s', '0', '-e', filter, '-o', trace, process.execPath, program, orderFile],
    { encoding: 'utf8', env: { ...process.env, UV_THREADPOOL_SIZE: '1' }, timeout: 60_000 },
  );
  expect(stdout, stderr).toContain('OUTCOME');
  const calls = readFileSync(trace, 'utf8')
    .split('\n')
    .flatMap((line) => callIn(line, order.folder) ?? []);
  return calls.filter((call, at) => call !== calls[at - 1]);
}

function callIn(line: string, folder: string): Call | null {
  const [, name = '', rest = ''] = /^\d+ +(\w+)\((.*)$/.exec(line) ?? [];
  if (!rest.includes(folder)) return null;
  const isFolder = rest.includes(`<${folder}>`);
  if (name === 'openat') return openingIn(rest);
  if (name.startsWith('rename')) return 'rename';
  if (name.endsWith('sync')) {
    if (isFolder) return 'flush-folder';
    return rest.includes('.tmp>') ? 'flush' : 'flush-final';
  }
  return 'write';
}

function openingIn(rest: string): Call | null {
  if (rest.includes('O_CREAT')) return 'create';
  return /\bO_DIRECT\b/.test(rest) ? 'direct-read' : null;
}
