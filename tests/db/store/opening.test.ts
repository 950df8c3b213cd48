import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { openStore, restoreBackup, restoreKeyslots, type OpenOutcome } from '../../../db/store/index.ts';
import { preamble } from '../../../db/store/open/preamble.ts';
import { addDweller, created, newFolder, newStore, opened, optionsIn, rawFile, save } from './fixture.ts';

const isRoot = process.getuid?.() === 0;

afterEach(() => {
  if (isRoot) process.seteuid?.(0);
});

test('every connection has the whole preamble', () => {
  const { store, options } = newStore();
  store.close();
  const raw = rawFile(options);
  expect(preamble.length).toBe(10);
  for (const [pragma, expected] of preamble) {
    const name = pragma.replace(/=.*/, '');
    if (name === 'mmap_size') continue;
    expect([name, raw.pragma(name, { simple: true })]).toEqual([name, expected]);
  }
  expect(raw.pragma('cipher', { simple: true })).toBe('aegis');
  raw.close();
});

test('nothing written can be read in the files without the passphrase', () => {
  const { store, folder } = newStore();
  save(store, addDweller('d1', { name: '欧阳不能被看见', number: '4419001234567890' }));
  const places = ['town.db', 'town.db-wal'];
  for (const name of places) {
    const bytes = readFileSync(path.join(folder, name));
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.includes(Buffer.from('欧阳不能被看见'))).toBe(false);
    expect(bytes.includes(Buffer.from('4419001234567890'))).toBe(false);
  }
  store.close();
  const bytes = readFileSync(path.join(folder, 'town.db'));
  expect(bytes.includes(Buffer.from('欧阳不能被看见'))).toBe(false);
  expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
});

test('a wrong passphrase opens nothing and harms nothing', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
  expect(openStore({ ...options, passphrase: 'another one' })).toMatchObject({
    ok: false,
    kind: 'wrong-passphrase',
  });
  const again = opened(options);
  expect(again.counts()).toEqual({ dweller: 1, place: 0 });
  again.close();
});

test('a file that is not there, and one that is already there, are told apart', () => {
  const folder = newFolder();
  const options = optionsIn(folder);
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'not-found' });
  created(options).close();
  expect(openStoreThenClose(options)).toBe(true);
  const before = readFileSync(options.file);
  expect(() => created(options)).toThrow('exists');
  expect(readFileSync(options.file).equals(before)).toBe(true);
});

test('a second opener is refused and told who holds the file', () => {
  const { store, options } = newStore();
  const outcome = openStore(options);
  expect(outcome).toMatchObject({ ok: false, kind: 'locked', details: { pid: process.pid } });
  expect(outcome.ok ? '' : String(outcome.details['since'])).toMatch(/^2026-/);
  store.close();
  expect(openStoreThenClose(options)).toBe(true);
});

test('who is still opening the file is already named to the next one', () => {
  const { store, options } = newStore();
  store.close();
  let looks = 0;
  const outcomes: OpenOutcome[] = [];
  const now = (): Date => {
    looks += 1;
    // The clock is asked once for the note itself and again while the file is being brought up.
    if (looks === 2) outcomes.push(openStore(options));
    return new Date('2026-11-24T01:00:00Z');
  };
  const first = opened({ ...options, now });
  expect(outcomes).toMatchObject([{ ok: false, kind: 'locked', details: { pid: process.pid } }]);
  first.close();
});

test('the note of a program that crashed is not taken for that of the holder', () => {
  const { store, options } = newStore();
  const note = `${options.file}.lock`;
  const left = z.looseObject({ pid: z.number() }).parse(JSON.parse(readFileSync(note, 'utf8')));
  store.close();
  expect(existsSync(note)).toBe(false);
  const crashed = spawnSync(process.execPath, ['-e', '']).pid;
  const holder = rawFile(options);
  writeFileSync(note, JSON.stringify({ ...left, pid: crashed }));
  expect(openStore(options)).toEqual({ ok: false, kind: 'locked', backups: [], details: {} });
  writeFileSync(note, JSON.stringify(left));
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'locked', details: { pid: process.pid } });
  holder.close();
});

test('an opening that gives up leaves neither lock nor note behind', () => {
  const { store, options } = newStore();
  store.close();
  const raw = rawFile(options);
  raw.exec("INSERT INTO meta (key, value) VALUES ('loading', '1')");
  raw.close();
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'damaged' });
  expect(existsSync(`${options.file}.lock`)).toBe(false);
  rawFile(options).close();
});

test('a second process is refused while the first works on', () => {
  const { store, options } = newStore();
  const script = `
    import { openStore } from ${JSON.stringify(path.resolve('db/store/index.ts'))};
    const outcome = openStore({ file: process.argv[1], passphrase: process.argv[2], now: () => new Date() });
    process.stdout.write(outcome.ok ? 'opened' : outcome.kind + ' ' + outcome.details.pid);`;
  const child = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script, options.file, options.passphrase],
    {
      encoding: 'utf8',
    },
  );
  expect(child.stderr).toBe('');
  expect(child.stdout).toBe(`locked ${process.pid}`);
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
});

test('a damaged head is reported with the backups to choose from, and a restored backup opens', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  const backup = store.backup('before damage');
  save(store, addDweller('d2', { name: '李娜' }));
  store.close();
  const bytes = readFileSync(options.file);
  bytes.fill(0x55, 40, 3000);
  writeFileSync(options.file, bytes);
  const refused = openStore(options);
  expect(refused).toMatchObject({
    ok: false,
    kind: 'damaged',
    backups: [{ file: backup, reason: 'before-damage' }],
  });

  const aside = restoreBackup(options.file, backup, new Date());
  expect(aside !== null && readFileSync(aside).equals(bytes)).toBe(true);
  const again = opened(options);
  expect(again.counts()['dweller']).toBe(1);
  expect(again.notices.map((notice) => notice.code)).toEqual(['rolled-back']);
  again.close();
});

test('a truncated file is damaged, not empty', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
  truncateSync(options.file, 4096 * 3 + 100);
  const outcome = openStore(options);
  expect(outcome).toMatchObject({ ok: false, kind: 'damaged' });
});

test('missing key slots are named, and the copy kept with a backup brings the file back', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  const backup = store.backup('daily');
  store.close();
  rmSync(`${options.file}.keys.json`);
  const outcome = openStore(options);
  expect(outcome).toMatchObject({
    ok: false,
    kind: 'keyslots-missing',
    details: { copy: `${backup}.keys.json` },
  });
  expect(restoreKeyslots(options.file, `${backup}.keys.json`)).toBe(true);
  expect(openStoreThenClose(options)).toBe(true);
});

test('damaged key slots count as missing, and the generation before is used when there is one', () => {
  const { store, options } = newStore();
  store.close();
  copyFileSync(`${options.file}.keys.json`, `${options.file}.keys.old.json`);
  writeFileSync(`${options.file}.keys.json`, '{"format":');
  expect(openStoreThenClose(options)).toBe(true);
  rmSync(`${options.file}.keys.old.json`);
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'keyslots-missing' });
});

test('a changed slot header opens nothing', () => {
  const { store, options } = newStore();
  store.close();
  const slots = readFileSync(`${options.file}.keys.json`, 'utf8');
  writeFileSync(`${options.file}.keys.json`, slots.replace('"practice": false', '"practice": true'));
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'wrong-passphrase' });
});

test('files that are no database of ours are called so', () => {
  const folder = newFolder();
  const options = optionsIn(folder);
  writeFileSync(options.file, 'a letter, not a database\n'.repeat(500));
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'not-a-database' });
  rmSync(options.file);
  const plain = new Database(options.file);
  plain.exec('CREATE TABLE t (a)');
  plain.close();
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'not-a-database' });
  writeFileSync(options.file, '');
  expect(openStore(options)).toMatchObject({ ok: false, kind: 'not-a-database' });
});

test('a file of a newer program is refused untouched', () => {
  const { store, options } = newStore();
  store.close();
  const raw = rawFile(options);
  raw.pragma('user_version=99990');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  const before = readFileSync(options.file);
  expect(openStore(options)).toMatchObject({
    ok: false,
    kind: 'from-newer-program',
    details: { found: 99990 },
  });
  expect(readFileSync(options.file).equals(before)).toBe(true);
});

test('a folder that cannot be written is reported for a new and for an existing file', () => {
  const { store, options, folder } = newStore();
  store.close();
  const empty = path.join(folder, 'empty');
  mkdirSync(empty);
  chmodSync(empty, 0o555);
  chmodSync(folder, 0o555);
  // root may write anywhere; the test then goes on as an ordinary user.
  if (isRoot) process.seteuid?.(65534);
  const made = (() => {
    try {
      created(optionsIn(empty));
      return 'made';
    } catch (error) {
      return String(error);
    }
  })();
  const outcome = openStore(options);
  if (isRoot) process.seteuid?.(0);
  chmodSync(folder, 0o755);
  expect(made).toContain('read-only');
  expect(outcome).toMatchObject({ ok: false, kind: 'read-only' });
  expect(readdirSync(empty)).toEqual([]);
});

test('a missing folder is reported as one that cannot be written', () => {
  const folder = newFolder();
  expect(() => created(optionsIn(path.join(folder, 'nowhere')))).toThrow('read-only');
  expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
});

function openStoreThenClose(options: Parameters<typeof opened>[0]): boolean {
  opened(options).close();
  return true;
}
