import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import PizZip from 'pizzip';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkDigit } from '../../../db/model/fields/gb11643.ts';
import { exportList, type ExportInput } from '../../../db/exchange/sheet/export/export-list.ts';
import { startImport } from '../../../db/exchange/sheet/import/import-sheet.ts';
import { writeTemplate } from '../../../db/exchange/sheet/template/write-template.ts';
import { inspectSheet } from '../../../db/exchange/sheet/import/inspect-sheet.ts';
import type { Store } from '../../../db/store/index.ts';
import { readRows, scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, stranger, townStore } from './town-store.ts';

const person = ledgerNamed('person');
const issue = ledgerNamed('issue');
const idNumber = (i: number): string => {
  const digits = `99912319900101${String(i).padStart(3, '0')}`;
  return digits + checkDigit(digits);
};

function addPeople(store: Store, names: readonly string[]): void {
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const outcome = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: names.map((name, i) => ({
      ledger: 'person',
      id: randomUUID(),
      op: 'create' as const,
      values: {
        name,
        doc_type: '111',
        doc_no: idNumber(i),
        person_kinds: ['02'],
        village,
        checked_on: '2026-03-08',
        phone: '15412345678',
      },
    })),
  });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
}

function setUp(
  names: readonly string[] = ['张伟', '=HYPERLINK("http://x")', '𠮷野', '@SUM(A1)', '-x', '单丹', "'=1"],
) {
  const folder = scratchFolder(onTestFinished);
  const store = townStore(folder, onTestFinished);
  addPeople(store, names);
  const input = (more: Partial<ExportInput> = {}): ExportInput => ({
    store,
    ledger: person,
    caller: clerk,
    where: {},
    fields: ['name', 'doc_type', 'doc_no', 'phone', 'checked_on'],
    format: 'xlsx',
    file: path.join(folder, `list.${more.format ?? 'xlsx'}`),
    now,
    ...more,
  });
  return { folder, store, input };
}

describe('an exported workbook', () => {
  test('holds labels, id numbers as text, days as days, and no formula, whatever a name is', async () => {
    const { input, folder } = setUp();
    expect(await exportList(input())).toEqual({ ok: true, rows: 7, file: path.join(folder, 'list.xlsx') });
    const book = xlsx.read(readFileSync(path.join(folder, 'list.xlsx')), {
      cellDates: true,
      cellFormula: true,
      cellNF: true,
    });
    expect(book.SheetNames).toEqual(['实有人口', '说明']);
    const sheet = book.Sheets['实有人口'] ?? {};
    const cells = Object.entries(sheet).filter(([at]) => /^[A-Z]+\d+$/.test(at));
    expect(cells.length).toBe(8 * 5);
    for (const [, cell] of cells) expect((cell as xlsx.CellObject).f).toBeUndefined();
    const row = cells.filter(([at]) => at.endsWith('2')).map(([, cell]) => cell as xlsx.CellObject);
    expect(row.map((c) => c.t)).toEqual(['s', 's', 's', 's', 'd']);
    const names = (await readRows(input().file)).slice(1).map((r) => r.cells[0] ?? '');
    expect(new Set(names)).toEqual(
      new Set(['=HYPERLINK("http://x")', '@SUM(A1)', '-x', '单丹', '张伟', '𠮷野', "'=1"]),
    );
  });

  test('says on a second sheet what it is, whose it is and how it was filtered', async () => {
    const { input, store } = setUp();
    await exportList(input({ where: { name: { starts: '张' }, person_kinds: '02' } }));
    const about = await readRows(input().file, '说明');
    const facts = new Map(about.map((r) => [r.cells[0], r.cells[1]]));
    expect(facts.get('台账')).toBe('实有人口');
    expect(facts.get('单位')).toBe(store.info.town.name);
    expect(facts.get('筛选条件')).toBe('姓名以“张”开头，人口类别为“流动人口”');
    expect(facts.get('记录数')).toBe('1');
    expect(facts.get('导出时间')).toBe('2026-11-23 16:00');
    expect(facts.get('导出人')).toBe('台账员');
    expect(facts.get('数据性质')).toBe('练习数据，不得上报');
  });

  test('has columns as wide as what they hold, longer texts on several lines, and prints no record numbers', async () => {
    const name = '很'.repeat(40);
    const { input } = setUp(['张伟', name]);
    await exportList(input({ fields: ['name', 'phone'] }));
    const zip = new PizZip(readFileSync(input().file));
    const sheet = zip.file('xl/worksheets/sheet1.xml')?.asText() ?? '';
    expect([...sheet.matchAll(/<col [^>]*width="(\d+)"/gu)].map(([, width]) => width)).toEqual([
      '44',
      '16',
      '44',
    ]);
    expect(sheet).toMatch(new RegExp(`s="5" t="inlineStr"><is><t xml:space="preserve">${name}<`, 'u'));
    expect(sheet).toMatch(/s="2" t="inlineStr"><is><t xml:space="preserve">张伟</u);
    expect(zip.file('xl/workbook.xml')?.asText()).toContain(`'实有人口'!$A:$B<`);
  });

  test('is masked for a caller who may not see', async () => {
    const { input } = setUp(['张伟']);
    await exportList(input({ caller: stranger }));
    const rows = await readRows(input().file);
    expect(rows[1]?.cells.slice(2, 4)).toEqual([`999123********${idNumber(0).slice(14)}`, '154****5678']);
    expect((await readRows(input().file, '说明')).at(7)?.cells[1]).toContain('部分字段已脱敏');
  });

  test('that is cancelled leaves no file', async () => {
    const { input } = setUp();
    expect(await exportList(input(), () => false)).toEqual({ ok: false, problem: 'cancelled' });
    expect(existsSync(input().file)).toBe(false);
    expect(existsSync(`${input().file}.part`)).toBe(false);
  });
});

test('an exported CSV has a mark for UTF-8, dangerous cells made harmless, and comes back unchanged', async () => {
  const { input, store } = setUp();
  await exportList(input({ format: 'csv' }));
  const file = input({ format: 'csv' }).file;
  const text = readFileSync(file, 'utf8');
  expect(text.startsWith('\ufeff姓名,')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(text).not.toMatch(/(^|,)"?[=@]/m);
  const batch = randomUUID();
  const answer = await startImport({ store, ledger: person, caller: clerk, batch, file, dryRun: false, now });
  expect(answer).toMatchObject({ ok: true, value: { result: { read: 7, unchanged: 7, rejected: 0 } } });
});

test('an export of chosen records holds these only, and the record id where nothing else identifies them', async () => {
  const { store, folder } = setUp(['甲', '乙', '丙']);
  const ids = store.page({ ledger: 'person', where: {}, limit: 2 }, clerk).rows.map((r) => r.id);
  const file = path.join(folder, 'chosen.xlsx');
  const fields = ['name', 'former_name'];
  expect(
    await exportList({
      store,
      ledger: person,
      caller: clerk,
      where: {},
      ids,
      fields,
      format: 'xlsx',
      file,
      now,
    }),
  ).toMatchObject({ rows: 2 });
  const rows = await readRows(file);
  expect(rows[0]?.cells).toEqual(['姓名', '曾用名', '记录编号']);
  expect(rows.slice(1).map((r) => r.cells[2])).toEqual(ids);
});

test('a template is recognised column by column and imports nothing as it is', async () => {
  const { store, folder } = setUp(['甲']);
  for (const ledger of [person, issue]) {
    const file = path.join(folder, `${ledger.id}.xlsx`);
    await writeTemplate({ store, ledger, caller: clerk, file });
    const answer = await inspectSheet({ ledger, file });
    if (!answer.ok) throw new Error(answer.refusal.code);
    expect(answer.value.sheets.slice(1)).toEqual(['选项', '填写说明', '填写示例']);
    expect(answer.value.columns.length).toBeGreaterThan(5);
    expect(answer.value.columns.filter((c) => c.field === null)).toEqual([]);
    const imported = await startImport({
      store,
      ledger,
      caller: clerk,
      batch: randomUUID(),
      file,
      dryRun: false,
      now,
    });
    expect(imported).toMatchObject({ ok: true, value: { result: { read: 0 } } });
  }
  const book = xlsx.read(readFileSync(path.join(folder, 'person.xlsx')));
  expect(book.Sheets['选项']?.['A1']).toBeDefined();
});
