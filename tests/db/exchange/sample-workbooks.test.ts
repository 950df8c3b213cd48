import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startImport, type ImportOutcome } from '../../../db/exchange/sheet/import/import-sheet.ts';
import { inspectSheet } from '../../../db/exchange/sheet/import/inspect-sheet.ts';
import { writeErrors } from '../../../db/exchange/sheet/import/write-errors.ts';
import type { Store } from '../../../db/store/index.ts';
import { readRows, scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, townStore } from './town-store.ts';

const fixtures = path.join(import.meta.dirname, '../../fixtures');
const clean = path.join(fixtures, '人口登记-合格.xlsx');
const faulty = path.join(fixtures, '人口登记-有误.xlsx');
const person = ledgerNamed('person');

async function importFile(store: Store, file: string, dryRun = false): Promise<ImportOutcome> {
  const answer = await startImport({
    store,
    ledger: person,
    caller: clerk,
    batch: randomUUID(),
    file,
    dryRun,
    now,
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

test('the clean sample is recognised below its title rows with every column but the serial number', async () => {
  const answer = await inspectSheet({ ledger: person, file: clean });
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value).toMatchObject({
    sheets: ['人口登记'],
    sheet: '人口登记',
    headerRow: 3,
    rows: 200,
    missing: [],
  });
  expect(answer.value.columns.map((c) => c.field)).toEqual([
    null,
    'name',
    'doc_no',
    'sex',
    'birth_date',
    'ethnic',
    'phone',
    'person_kinds',
    'village',
    'residence_address',
    'workplace',
    'is_focus',
    'checked_on',
    'remark',
  ]);
  expect(answer.value.columns[1]?.samples).toHaveLength(5);
});

test('the clean sample goes in whole, and going in again changes nothing', async () => {
  const store = townStore(scratchFolder(onTestFinished), onTestFinished);
  const dry = await importFile(store, clean, true);
  expect(dry.result).toMatchObject({ read: 200, created: 200, rejected: 0, errors: [] });
  expect(store.total('person', {}).total).toBe(0);
  const first = await importFile(store, clean);
  expect(first.result).toMatchObject({
    read: 200,
    created: 200,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    errors: [],
  });
  expect(store.total('person', {}).total).toBe(200);
  const again = await importFile(store, clean);
  expect(again.result).toMatchObject({ read: 200, created: 0, updated: 0, unchanged: 200, rejected: 0 });
  expect(store.total('person', {}).total).toBe(200);
});

test('every class of error of the faulty sample is named by row, column and reason, and the rest goes in', async () => {
  const folder = scratchFolder(onTestFinished);
  const store = townStore(folder, onTestFinished);
  const { result, failures } = await importFile(store, faulty);
  const found = result.errors.map((e) => `${e.row} ${e.column} ${e.code}`);
  expect(found.toSorted((a, b) => Number.parseInt(a) - Number.parseInt(b))).toEqual([
    '11 公民身份号码 id-check',
    '12 公民身份号码 number-damaged',
    '13 公民身份号码 number-damaged',
    '14 公民身份号码 id-length',
    '15 公民身份号码 key-repeated',
    '16 人员类别 unknown-code',
    '17 采集日期 bad-day',
    '18 姓名 required',
    '19 现住地址 too-long',
    '20 民族 formula-error',
    '21 性别 sex-mismatch',
    '22 出生年月 birth-mismatch',
    '23 手机号码 bad-phone',
    '24 所属社区 link-none',
    '25 采集日期 day-future',
    '26 是否关注 bad-yes-no',
    '27 民族 unknown-code',
    '27 手机号码 number-damaged',
    '28 公民身份号码 required',
  ]);
  expect(result).toMatchObject({ read: 31, created: 13, rejected: 18 });
  expect(result.errors.every((e) => /[一-鿿]/.test(e.reason))).toBe(true);

  const book = path.join(folder, 'errors.xlsx');
  expect(await writeErrors(failures, book, 'zh')).toBe(18);
  const rows = await readRows(book);
  const header = (await readRows(faulty)).find((r) => r.row === 3);
  expect(rows[0]?.cells).toEqual([...(header?.cells ?? []), '问题说明']);
  expect(rows[1]?.cells.at(-1)).toContain('原第 11 行：公民身份号码：公民身份号码校验位不对');
  const again = await importFile(store, book);
  // The repeated row no longer repeats anything in this sheet: it is now a change of the record it named.
  expect(again.result).toMatchObject({ read: 18, created: 0, updated: 1, rejected: 17 });
});
