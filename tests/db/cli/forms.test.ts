import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openOfficeFile } from '../../../db/exchange/forms/package/office-file.ts';
import { documentParts, noticeBody } from '../exchange/forms/superior-document.ts';
import { workbookParts, zipOf } from '../exchange/forms/superior-workbook.ts';
import { workFolder, zw } from './zw.ts';

const { folder, remove } = workFolder();
const at = (name: string): string => path.join(folder, name);
const db = at('practice.db');
beforeAll(async () => {
  expect((await zw(['practice', '--db', db, '--people', '1000', '--seed', '7'])).code).toBe(0);
  writeFileSync(at('花名册.xlsx'), await zipOf(workbookParts));
  writeFileSync(at('登记表.docx'), await zipOf(documentParts(noticeBody.replace('{备注}', '{备住}'))));
});
afterAll(remove);

it('keeps a form, lists it and fills it with what a filter finds, masked unless asked', async () => {
  const added = await zw([
    'form',
    'add',
    at('花名册.xlsx'),
    '--ledger',
    'person',
    '--kind',
    'list',
    '--issuer',
    '市局',
    '--db',
    db,
  ]);
  expect(added.json).toMatchObject({ name: '花名册', problems: [] });
  expect((await zw(['form', 'list', 'person', '--db', db])).json).toMatchObject([
    { name: '花名册', issuer: '市局', fileKind: 'xlsx' },
  ]);
  const where = JSON.stringify({ birth_date: { from: '2000-01-01', to: '2005-12-31' } });
  const filled = await zw([
    'form',
    'fill',
    '花名册',
    at('out.xlsx'),
    '--where',
    where,
    '--sort',
    'birth_date',
    '--db',
    db,
  ]);
  expect(filled.code).toBe(0);
  expect(filled.json).toMatchObject({ file: at('out.xlsx') });
  const sheet = async () =>
    String((await openOfficeFile(readFileSync(at('out.xlsx')))).parts.get('xl/worksheets/sheet1.xml'));
  expect(await sheet()).toMatch(/\*{4}/u);
  await zw(['form', 'fill', '花名册', at('out.xlsx'), '--where', where, '--full', '--db', db]);
  expect(await sheet()).not.toMatch(/\*{4}/u);
});

it('names what is wrong with a form and fills nothing', async () => {
  await zw(['form', 'add', at('登记表.docx'), '--ledger', 'person', '--kind', 'record', '--db', db]);
  const checked = await zw(['form', 'check', '登记表', '--db', db]);
  expect(checked.code).toBe(1);
  expect(checked.json).toMatchObject({ problems: [{ code: 'unknown-name-near', token: '备住' }] });
  const page = z.looseObject({ rows: z.tuple([z.looseObject({ id: z.string() })]) });
  const [{ id }] = page.parse((await zw(['list', 'person', '--limit', '1', '--db', db])).json).rows;
  const filled = await zw(['form', 'fill', '登记表', at('no.docx'), '--id', id, '--db', db]);
  expect(filled.json).toMatchObject({ error: { code: 'bad-file', details: { kind: 'bad-marks' } } });
  expect(() => readFileSync(at('no.docx'))).toThrow();
});

it('refuses a dangerous file and an unknown form', async () => {
  writeFileSync(at('宏.xlsm'), await zipOf({ ...workbookParts, 'xl/vbaProject.bin': 'x' }));
  const refused = await zw([
    'form',
    'add',
    at('宏.xlsm'),
    '--ledger',
    'person',
    '--kind',
    'list',
    '--db',
    db,
  ]);
  expect(refused.json).toMatchObject({ error: { code: 'bad-file', details: { kind: 'has-macros' } } });
  expect((await zw(['form', 'check', '没有', '--db', db])).json).toMatchObject({
    error: { code: 'not-found' },
  });
});
