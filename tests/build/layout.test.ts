import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const files = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .stdout.split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));

const TOP_LEVEL =
  /^(electron|renderer|db|build|tests|docs|package\.json|package-lock\.json|tsconfig(\..*)?\.json|electron-builder\.yml|README(\..*)?\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md|SECURITY\.md|\..*|.*\.config\.(ts|js|mjs|json))$/;
const NAMES_WITHOUT_A_NOUN = /^(utils?|helpers?|common|misc|managers?)$/;

test('the repository lists its files', () => {
  expect(files).toContain('package.json');
});

test('nothing lies on the top level but the rooms and the configuration', () => {
  const strangers = files.map((file) => file.split('/')[0] ?? '').filter((name) => !TOP_LEVEL.test(name));

  expect([...new Set(strangers)]).toEqual([]);
});

test('no file or folder is named utils, helpers, common, misc or manager', () => {
  const words = (part: string) => part.replace(/\..*$/, '').split('-');
  const nameless = files.filter((file) =>
    file.split('/').some((part) => words(part).some((word) => NAMES_WITHOUT_A_NOUN.test(word.toLowerCase()))),
  );

  expect(nameless).toEqual([]);
});

test('no file names a folder of the machine it was written on', () => {
  const shared = ['/', '/tmp', '/home', '/opt', '/srv', '/var', '/usr/src'];
  const folders = [path.dirname(root), os.homedir()].filter((folder) => !shared.includes(folder));
  const telling = files.filter((file) => {
    const text = readFileSync(path.join(root, file), 'latin1');
    return folders.some((folder) => namesFolder(text, folder));
  });

  expect(telling).toEqual([]);
});

/** Absolute only: `../build/x.ts` does not name `/build`. */
function namesFolder(text: string, folder: string): boolean {
  const escaped = folder.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.-])${escaped}[/\\]`).test(text);
}
