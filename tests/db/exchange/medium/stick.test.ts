import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { identifyStick, markStick } from '../../../../db/exchange/medium/stick.ts';
import { newMedium } from './medium-folder.ts';

const mark = { id: '7c1f-02', label: '虎门镇 2 号U盘' };

test('a marked stick is known again, and nothing but the mark is written', async () => {
  const folder = newMedium();

  expect(await identifyStick(folder)).toBeNull();
  expect(await markStick(folder, mark)).toEqual({ ok: true });
  expect(await identifyStick(folder)).toEqual(mark);
  expect(readdirSync(folder)).toEqual(['stick.json']);
});

test('the same stick may get another label', async () => {
  const folder = newMedium();
  await markStick(folder, mark);

  expect(await markStick(folder, { ...mark, label: '备用' })).toEqual({ ok: true });
  expect(await identifyStick(folder)).toEqual({ ...mark, label: '备用' });
});

test('a stick of the register does not become another one', async () => {
  const folder = newMedium();
  await markStick(folder, mark);

  expect(await markStick(folder, { id: 'other', label: 'x' })).toEqual({ ok: false, problem: 'name-taken' });
  expect(await identifyStick(folder)).toEqual(mark);
});

test.each(['', 'no json', '{"id":"a b","label":"x"}', '{"id":"x"}', '[]', 'null', `"${'x'.repeat(5000)}"`])(
  'a mark that reads %.20j is no mark, and a new one replaces it',
  async (text) => {
    const folder = newMedium();
    writeFileSync(path.join(folder, 'stick.json'), text);

    expect(await identifyStick(folder)).toBeNull();
    expect(await markStick(folder, mark)).toEqual({ ok: true });
    expect(await identifyStick(folder)).toEqual(mark);
  },
);

test('a mark that is a link to a file of this computer is neither read nor written through', async () => {
  const folder = newMedium();
  const secret = path.join(newMedium(), 'secret.json');
  writeFileSync(secret, JSON.stringify(mark));
  symlinkSync(secret, path.join(folder, 'stick.json'));

  expect(await identifyStick(folder)).toBeNull();
  expect(await markStick(folder, { id: 'new', label: 'x' })).toEqual({ ok: true });
  expect(readFileSync(secret, 'utf8')).toBe(JSON.stringify(mark));
});

test.skipIf(process.platform === 'win32')('a mark that is a pipe is not waited for', async () => {
  const folder = newMedium();
  execFileSync('mkfifo', [path.join(folder, 'stick.json')]);

  expect(await identifyStick(folder)).toBeNull();
});

test('a stick that is not there cannot be marked', async () => {
  const folder = path.join(newMedium(), 'pulled');

  expect(await markStick(folder, mark)).toEqual({ ok: false, problem: 'medium-gone' });
});
