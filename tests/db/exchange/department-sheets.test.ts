import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import exceljs from 'exceljs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isFooter } from '../../../db/exchange/sheet/import/footer-rows.ts';
import { inspectSheet } from '../../../db/exchange/sheet/import/inspect-sheet.ts';
import { monthOf } from '../../../db/exchange/sheet/import/spread-columns.ts';
import { startImport } from '../../../db/exchange/sheet/import/import-sheet.ts';
import { creditCodes } from '../../../db/practice/identifiers.ts';
import type { Store } from '../../../db/store/index.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, townStore } from './town-store.ts';

// Sheets as other departments send them: a title over all columns, a heading of two rows, sums and signatures below.

interface Office {
  readonly store: Store;
  readonly folder: string;
}

function office(): Office {
  const folder = scratchFolder(onTestFinished);
  return { folder, store: townStore(folder, onTestFinished) };
}

async function imported({ store }: Office, ledger: string, file: string) {
  const input = { store, ledger: ledgerNamed(ledger), caller: clerk, batch: randomUUID(), file, now };
  const answer = await startImport({ ...input, dryRun: false });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.result;
}

const valuesOf = (store: Store, ledger: string) => store.rows(ledger, {}, clerk).map(({ values }) => values);

/** A list of market entities (市场主体) as the market supervision office sends it each quarter. */
async function entityList(folder: string, codes: readonly string[]): Promise<string> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('市场主体');
  sheet.addRow(['虎门镇市场主体名单（2026年第三季度）']);
  sheet.mergeCells('A1:M1');
  sheet.addRow([
    '填报单位：市场监督管理局虎门分局',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    '单位：户、万元',
  ]);
  sheet.addRow(['序号', '主体基本信息', '', '', '', '登记信息', '', '', '', '经营情况', '', '', '所属社区']);
  sheet.mergeCells('B3:E3');
  sheet.mergeCells('F3:I3');
  sheet.mergeCells('J3:L3');
  sheet.addRow([
    '',
    '统一社会信用代码',
    '企业（机构）名称',
    '市场主体类型',
    '法定代表人（负责人）',
    '成立日期',
    '注册资本（万元）',
    '登记机关',
    '登记状态',
    '住所（经营场所）',
    '经营范围',
    '联系电话',
    '',
  ]);
  const rows = [
    ['东莞市宏达五金制品有限公司', '企业', 500, '存续', '大宁社区居民委员会'],
    ['东莞市虎门陈记便利店', '个体工商户', '', '存续', '大宁社区居民委员会'],
    ['东莞市锦程电子有限公司', '企业', '1,200.5', '注销', '虎门寨'],
  ] as const;
  rows.forEach(([name, kind, capital, state, village], i) =>
    sheet.addRow([
      i + 1,
      codes[i],
      name,
      kind,
      '陈建华',
      new Date(Date.UTC(2015, 4, 6)),
      capital,
      '东莞市市场监督管理局',
      state,
      `连升路${String(i + 1)}号`,
      '加工、销售：五金制品。',
      '15400001111',
      village,
    ]),
  );
  sheet.addRow(['合计', '', '3户', '', '', '', 1700.5]);
  sheet.addRow(['填表人：李小明', '', '', '审核人：王大力', '', '', '', '', '2026年10月8日']);
  const file = path.join(folder, '市场主体.xlsx');
  await book.xlsx.writeFile(file);
  return file;
}

describe('a list of market entities', () => {
  test('becomes units: two-row heading, amounts in ten thousands, sums and signatures left out', async () => {
    const town = office();
    const code = creditCodes();
    const codes = [code('91'), code('92'), code('91')];
    const file = await entityList(town.folder, codes);
    const inspected = await inspectSheet({ ledger: ledgerNamed('unit'), file });
    expect(inspected.ok && inspected.value.headerRow).toBe(4);
    expect(inspected.ok && inspected.value.columns.filter((c) => c.field === null).length).toBe(1);
    expect(inspected.ok && inspected.value.missing).toEqual([]);

    const result = await imported(town, 'unit', file);
    expect(result).toMatchObject({ read: 3, created: 3, rejected: 0, errors: [] });
    const units = valuesOf(town.store, 'unit').toSorted((a, b) =>
      String(a['address_text']).localeCompare(String(b['address_text'])),
    );
    expect(units).toMatchObject([
      {
        name: '东莞市宏达五金制品有限公司',
        reg_no: codes[0],
        kind: '01',
        state: '01',
        capital: 500_000_000,
        opened_on: '2015-05-06',
        reg_authority: '东莞市市场监督管理局',
        business_scope: '加工、销售：五金制品。',
        legal_name: '陈建华',
      },
      { kind: '02', capital: null },
      { state: '04', capital: 1_200_500_000 },
    ]);
  });

  test('brought again a quarter later changes only what is new', async () => {
    const town = office();
    const code = creditCodes();
    const file = await entityList(town.folder, [code('91'), code('92'), code('91')]);
    await imported(town, 'unit', file);
    expect(await imported(town, 'unit', file)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  });
});

describe('figures of other departments', () => {
  test('come month by month with title, unit and department filled in, and the sum below is no figure', async () => {
    const town = office();
    const file = path.join(town.folder, '三资.csv');
    const lines = [
      '农村集体三资情况表',
      '月份,社区,指标名称,本月数,备注',
      '2026年10月,大宁社区居民委员会,三资总收入,"1,234.56",',
      '2026/9,虎门寨,纯收入,640,',
      '202608,虎门寨,刑事立案数,12,公安分局提供',
      '合计,,,1886.56,',
      '填表人：陈某,,,,',
    ];
    writeFileSync(file, lines.join('\n'));
    expect(await imported(town, 'outside_indicator', file)).toMatchObject({
      read: 3,
      created: 3,
      errors: [],
    });
    const figures = valuesOf(town.store, 'outside_indicator').toSorted((a, b) =>
      String(b['month']).localeCompare(String(a['month'])),
    );
    expect(figures).toMatchObject([
      {
        month: '2026-10',
        kind: '0101',
        value: 123_456,
        unit: '万元',
        source_body: '01',
        counted_on: '2026-10-31',
      },
      { month: '2026-09', kind: '0102', value: 64_000, counted_on: '2026-09-30' },
      {
        month: '2026-08',
        kind: '0201',
        value: 1200,
        unit: '宗',
        source_body: '02',
        counted_on: '2026-08-31',
      },
    ]);
  });

  /** As the agriculture office sends it: villages down, figures across, the month in the title. */
  async function wideSheet(folder: string, note: string): Promise<string> {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('三资');
    sheet.addRow(['虎门镇2026年10月农村集体三资情况表']);
    sheet.mergeCells('A1:F1');
    sheet.addRow(['', '', '', '', '', note]);
    sheet.addRow(['序号', '村（社区）', '收入情况', '', '资产情况', '备注']);
    sheet.mergeCells('C3:D3');
    sheet.addRow(['', '', '总收入', '纯收入', '净资产', '']);
    sheet.addRow([1, '大宁社区居民委员会', 1234.56, 640, 21000, '']);
    sheet.addRow([2, '虎门寨', '890.1', '—', '', '未报净资产']);
    sheet.addRow([3, '没有这个村', 5, 6, 7, '']);
    sheet.addRow(['合计', '', 2124.66, 640, 21000]);
    sheet.addRow(['制表人：陈某', '', '审核人：李某']);
    const file = path.join(folder, '三资情况表.xlsx');
    await book.xlsx.writeFile(file);
    return file;
  }

  test('come with a column for every figure and the month in the title, one record for each filled cell', async () => {
    const town = office();
    const file = await wideSheet(town.folder, '单位：万元');
    const inspected = await inspectSheet({ ledger: ledgerNamed('outside_indicator'), file });
    if (!inspected.ok) throw new Error(inspected.refusal.code);
    expect(inspected.value).toMatchObject({ headerRow: 4, missing: [] });
    expect(inspected.value.columns.map(({ field }) => field)).toEqual([
      null,
      'village',
      'remark',
      'month',
      'unit',
      'kind',
      'value',
    ]);
    expect(inspected.value.columns.at(-2)?.samples.slice(0, 3)).toEqual(['总收入', '纯收入', '净资产']);

    const result = await imported(town, 'outside_indicator', file);
    expect(result).toMatchObject({ read: 7, created: 4, rejected: 3 });
    expect(new Set(result.errors.map(({ row, code, value }) => `${String(row)} ${code} ${value}`))).toEqual(
      new Set(['7 link-none 没有这个村']),
    );
    const figures = valuesOf(town.store, 'outside_indicator').map(({ month, kind, value, unit }) => [
      month,
      kind,
      value,
      unit,
    ]);
    expect(figures).toHaveLength(4);
    expect(figures).toEqual(
      expect.arrayContaining([
        ['2026-10', '0101', 123_456, '万元'],
        ['2026-10', '0102', 64_000, '万元'],
        ['2026-10', '0103', 2_100_000, '万元'],
        ['2026-10', '0101', 89_010, '万元'],
      ]),
    );
    expect(await imported(town, 'outside_indicator', file)).toMatchObject({ created: 0, unchanged: 4 });
  });

  test('keep the unit the sheet says, so that yuan are not taken for ten thousands', async () => {
    const town = office();
    await imported(town, 'outside_indicator', await wideSheet(town.folder, '单位：元'));
    expect(new Set(valuesOf(town.store, 'outside_indicator').map(({ unit }) => unit))).toEqual(
      new Set(['元']),
    );
  });

  test.each([
    ['虎门镇2026年10月农村集体三资情况表', '2026-10'],
    ['2026年 1—9 月平安建设数据', '2026-09'],
    ['2026年第三季度火灾情况', '2026-09'],
    ['2026年上半年数据', '2026-06'],
    ['2025年度教育情况', '2025-12'],
    ['农村集体三资情况表', null],
    ['2026年农村集体三资情况表', null],
  ])('a title %s speaks of %s', (title, month) => {
    expect(monthOf(title)).toBe(month);
  });

  test('a corrected figure of the same month and village takes the place of the old one', async () => {
    const town = office();
    const file = path.join(town.folder, '火灾.csv');
    const write = (value: string) => writeFileSync(file, `月份,社区,指标,数值\n2026-10,虎门寨,火灾,${value}`);
    write('3');
    await imported(town, 'outside_indicator', file);
    write('4');
    expect(await imported(town, 'outside_indicator', file)).toMatchObject({ created: 0, updated: 1 });
    expect(valuesOf(town.store, 'outside_indicator')).toMatchObject([{ value: 400 }]);
  });

  test('a month that is none is named', async () => {
    const town = office();
    const file = path.join(town.folder, '月份.csv');
    writeFileSync(file, '月份,社区,指标,数值\n十月,虎门寨,火灾,3');
    expect(await imported(town, 'outside_indicator', file)).toMatchObject({
      rejected: 1,
      errors: [{ field: 'month', code: 'rule-broken' }],
    });
  });
});

describe('rows below a sheet', () => {
  test.each([
    [['合计', '', '12'], true],
    [['', '小 计', '12'], true],
    [['全镇合计：', '9'], true],
    [['填表人：李某', '', '审核人：王某'], true],
    [['注：本表一式两份'], true],
    [['合计商行', '91'], false],
    [['1', '合计', '12'], false],
    [['备注：多', '甲', '乙', '丙', '丁'], false],
    [[''], false],
  ])('%j: %s', (cells, is) => {
    expect(isFooter(cells)).toBe(is);
  });
});
