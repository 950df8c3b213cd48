import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import PizZip from 'pizzip';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  documentKinds,
  statutoryDocument,
  writeStatutoryWorkbook,
} from '../../../db/exchange/document/statutory/statutory-document.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import type { Store } from '../../../db/store/index.ts';
import { newFolder } from '../store/fixture.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, now, townStore } from './town-store.ts';

const title = '人民调解案件情况统计表';
type Sheet = readonly (readonly (string | number | null)[])[];
interface Book {
  readonly form: Sheet;
  readonly bodies: Sheet;
  readonly merges: readonly (readonly string[])[];
  readonly zip: PizZip;
}

let ids: Readonly<Record<'good' | 'bad', string>>;
let store: Store;
let balanced: Book;
let unbalanced: Book;

/** Two bodies with three cases in order in June, one more in July that has no kind. */
beforeAll(async () => {
  const left: (() => void)[] = [];
  store = townStore(
    scratchFolder((undo) => left.push(undo)),
    (undo) => left.push(undo),
  );
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, limit: 1 }, clerk).rows[0]?.id ?? '';
  const [first, second] = [randomUUID(), randomUUID()];
  store.bulk.add('mediation_org', [
    entry({ name: '甲社区人民调解委员会', kind: '01', village }, first),
    entry({ name: '乙社区人民调解委员会', kind: '01', village }, second),
  ]);
  const agreed = { status: '70', result: '1', agreement_form: '2', party_count: 2, amount: 123_456_00 };
  store.bulk.add('mediation_case', [
    entry({ ...agreed, org: first, case_no: '第1号', accepted_on: '2026-06-02', kind: '01', source: '10' }),
    entry({ ...agreed, org: first, case_no: '第2号', accepted_on: '2026-06-03', kind: '02', source: '31' }),
    entry({
      org: second,
      case_no: '第3号',
      accepted_on: '2026-06-30',
      status: '70',
      result: '2',
      kind: '99',
      source: '20',
      prevented: '2',
      prevented_people: 3,
    }),
    entry({ ...agreed, org: second, case_no: '第4号', accepted_on: '2026-07-01', source: '10' }),
  ]);
  const [good, bad] = [randomUUID(), randomUUID()];
  ids = { good, bad };
  store.bulk.add('mediation_report', [
    entry({ title: '六月', from_day: '2026-06-01', to_day: '2026-06-30', filled_by: '统计员' }, good),
    entry({ title: '七月', from_day: '2026-07-01', to_day: '2026-07-31' }, bad),
  ]);
  store.bulk.finish();
  balanced = await bookOf(good);
  unbalanced = await bookOf(bad);
  return () => left.toReversed().forEach((undo) => undo());
});

const entry = (values: Values, id = randomUUID()) => ({ id, at: '2026-01-01T00:00:00.000Z', values });

async function bookOf(id: string): Promise<Book> {
  const file = path.join(newFolder(), 'table.xlsx');
  await writeStatutoryWorkbook(
    { store, ledger: 'mediation_report', id, caller: clerk, now },
    'ministry-sheet',
    file,
  );
  const bytes = readFileSync(file);
  const book = xlsx.read(bytes);
  const sheets = book.SheetNames.map((name) => book.Sheets[name] ?? {});
  const [form = [], bodies = []] = sheets.map((sheet) =>
    xlsx.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1, defval: null, blankrows: true }),
  );
  const merges = sheets.map((sheet) =>
    (sheet['!merges'] ?? []).map((range) => xlsx.utils.encode_range(range)),
  );
  return { form, bodies, merges, zip: new PizZip(bytes) };
}

/** The number to the right of a name. */
function besides(sheet: Sheet, name: string): string | number | null {
  for (const row of sheet) {
    const at = row.indexOf(name);
    if (at >= 0) return row[at + 1] ?? null;
  }
  throw new Error(`no ${name}`);
}

test('the workbook has the form with the numbers of the paper, as numbers', () => {
  const { form } = balanced;
  expect(form[0]?.[0]).toBe(title);
  expect(form[1]?.[3]).toBe('统计期间：2026年6月1日至2026年6月30日　练习数据');
  expect(besides(form, '调解案件总数（宗）')).toBe(3);
  expect(besides(form, '调解成功率')).toBeCloseTo(2 / 3);
  expect(besides(form, '涉及金额（万元）')).toBeCloseTo(24.6912);
  expect(besides(form, '接受法院委托移送')).toBe(1);
  expect(besides(form, '防止民间纠纷转化为刑事案件')).toBe('1件 3人');
  const paper =
    statutoryDocument(
      { store, ledger: 'mediation_report', id: ids.good, caller: clerk, now },
      'ministry-sheet',
    )?.html ?? '';
  for (const name of ['邻里纠纷', '主动调解', '书面协议', '其他纠纷', '调解成功数（宗）'])
    expect(paper.replace(/\s*<\/?td[^>]*>\s*/g, '|')).toContain(`|${name}||${String(besides(form, name))}|`);
});

test('heads are merged as on paper, and the sheets have paper, foot and repeated heads', () => {
  const [form = [], bodies = []] = balanced.merges;
  expect(form).toContain('A1:G1');
  expect(form).toContain('A3:A5');
  expect(bodies).toContain('B3:J3');
  expect(bodies).toContain('A3:A5');
  const xml = balanced.zip.file('xl/worksheets/sheet1.xml')?.asText() ?? '';
  expect(xml).toContain('<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="portrait"/>');
  expect(xml).toContain('虎门镇　人民调解案件情况统计表');
  expect(balanced.zip.file('xl/workbook.xml')?.asText()).toContain("'按调解组织'!$3:$5");
});

test('the rows of the bodies add up to the whole in every column', () => {
  const [, , , , , whole = [], ...rows] = balanced.bodies;
  expect(rows.map(([name]) => name)).toEqual(
    ['甲社区人民调解委员会', '乙社区人民调解委员会'].toSorted((a, b) => a.localeCompare(b, 'zh-CN')),
  );
  const rates = [4, 8];
  let added = 0;
  for (const [column, value] of whole.entries()) {
    if (typeof value !== 'number' || rates.includes(column)) continue;
    expect([column, rows.reduce((sum, row) => sum + Number(row[column]), 0)]).toEqual([column, value]);
    added += 1;
  }
  expect(added).toBeGreaterThan(40);
});

test('the rules of reconciliation stand below it, with the cases that break them', () => {
  const rulesOf = ({ form }: Book) =>
    form
      .filter((row) => row[4] === '平衡' || row[4] === '不平衡')
      .map((row) => [row[0], row[2], row[3], row[4], row[5]]);
  expect(rulesOf(balanced)).toEqual([
    ['各纠纷类型之和＝案件总数', 3, 3, '平衡', null],
    ['各来源之和＝案件总数', 3, 3, '平衡', null],
    ['口头协议＋书面协议＝调解成功数', 2, 2, '平衡', null],
  ]);
  expect(rulesOf(unbalanced)[0]).toEqual(['各纠纷类型之和＝案件总数', 0, 1, '不平衡', '第4号']);
  expect(unbalanced.bodies.at(-1)?.at(-1)).toBe('不平衡');
});

test('only documents that have a workbook say so, and there is none of a record that is not there', async () => {
  const base = { store, ledger: 'mediation_report', caller: clerk, now };
  expect(documentKinds({ ...base, id: ids.good }).map(({ id, hasWorkbook }) => [id, hasWorkbook])).toEqual([
    ['ministry-sheet', true],
  ]);
  const file = path.join(scratchFolder(onTestFinished), 'none.xlsx');
  expect(await writeStatutoryWorkbook({ ...base, id: randomUUID() }, 'ministry-sheet', file)).toBeNull();
});
