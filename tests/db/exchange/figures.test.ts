import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import PizZip from 'pizzip';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figureDocument } from '../../../db/exchange/figures/figure-document.ts';
import { figureSheet } from '../../../db/exchange/figures/figure-sheet.ts';
import { figureTable } from '../../../db/exchange/figures/figure-table.ts';
import { writeFigureWorkbook } from '../../../db/exchange/figures/figure-workbook.ts';
import { monthlyReport, type MonthlyReport } from '../../../db/exchange/figures/report/monthly-report.ts';
import { reportDocument } from '../../../db/exchange/figures/report/report-document.ts';
import { writeReportWord } from '../../../db/exchange/figures/report/report-word.ts';
import { writeReportWorkbook } from '../../../db/exchange/figures/report/report-workbook.ts';
import { periodOf } from '../../../db/model/figures/period.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import type { Caller, Store } from '../../../db/store/index.ts';
import { filledTown, type FilledTown } from '../../contract/filled-town.ts';
import { newFolder } from '../store/fixture.ts';

const caller: Caller = { user: 'clerk', name: '台账员', language: 'zh', seesMasked: true };
const now = new Date('2026-11-23T02:00:00.000Z');
const headings = ['民生服务', '社情民意', '矛盾纠纷', '治安防范', '特殊人群', '法律政策', '重大事件'];
let town: FilledTown;
let store: Store;
let report: MonthlyReport;

beforeAll(() => {
  town = filledTown(60);
  ({ store } = town);
  // As shipped: no rule of the town's own.
  for (const { id } of store.rows('cover_rule', {}, caller)) removeRule(id);
  report = monthlyReport({ store, caller, month: monthOf('2026-11'), now });
});

afterAll(() => {
  town.forget();
});

function removeRule(id: string): void {
  const writes = [{ op: 'remove' as const, ledger: 'cover_rule', id, reason: '试' }];
  if (!store.write({ writeId: randomUUID(), caller, writes }).ok) throw new Error('not removed');
}

function monthOf(id: string) {
  const month = periodOf(id);
  if (month === null) throw new Error(`no month ${id}`);
  return month;
}

/** Cells of a sheet as numbers and texts. */
function cellsOf(file: string, sheet: number): readonly (readonly unknown[])[] {
  const book = read(readFileSync(file));
  const name = book.SheetNames[sheet] ?? '';
  return utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 });
}

test('every number of the monthly report is the count of the rows it opens', () => {
  let opened = 0;
  for (const { rows } of report.groups) {
    for (const row of rows.filter(({ kind }) => kind === 'count')) {
      for (const number of [row.now, row.before, row.yearBefore]) {
        if (number.where === null) continue;
        expect([row.label, store.rows(row.ledger, number.where, caller).length]).toEqual([
          row.label,
          number.value,
        ]);
        opened += 1;
      }
    }
  }
  expect(opened).toBeGreaterThan(60);
});

test('every rate of the report, of the cover too, is the share of counts that open as many rows', () => {
  const figures = [
    ...report.cover.map(({ figure }) => figure),
    ...report.groups.flatMap(({ rows }) => rows.filter(({ kind }) => kind === 'rate' || kind === 'ratio')),
  ];
  let opened = 0;
  for (const figure of figures) {
    for (const { value, parts } of [figure.now, figure.before, figure.yearBefore]) {
      if (parts === null) continue;
      const { numerator, denominator } = parts;
      for (const { ledger, label, where, count } of [...numerator, ...denominator]) {
        expect([figure.label, label, store.rows(ledger, where, caller).length]).toEqual([
          figure.label,
          label,
          count,
        ]);
        opened += 1;
      }
      const sum = (counts: typeof numerator) => counts.reduce((all, { count }) => all + count, 0);
      expect(value).toBe(sum(denominator) === 0 ? null : sum(numerator) / sum(denominator));
    }
  }
  expect(figures.filter(({ now: { parts } }) => parts === null)).toEqual([]);
  expect(opened).toBeGreaterThan(80);
});

test('a rate is explained with both of its counts, one over several ledgers with all of them', () => {
  const closing = report.definitions.find((text) => text.startsWith('问题隐患办结率'));
  expect(closing).toMatch(/办结率＝已结案宗数÷已受理宗数.*。本月：[\d.]+%＝已结案 \d+ 宗÷已受理 \d+ 宗$/);
  const order = report.definitions.find((text) => text.startsWith('治安防控到位率'));
  expect(order).toMatch(
    /＝（问题隐患已结案 \d+ 宗＋整改通知书已消除 \d+ 份）÷（问题隐患已受理 \d+ 宗＋整改通知书下发 \d+ 份）$/,
  );
  expect(report.definitions.join('')).toContain('上交率＝上交上级化解的纠纷宗数÷排查登记宗数');
});

test('a ratio of two ledgers is said with its unit, and compared by what is counted in each month', () => {
  const rows = report.groups.flatMap((group) => group.rows);
  const perWorker = rows.find(({ label }) => label === '人均上报');
  expect(perWorker).toMatchObject({ unit: '宗/人', ledger: 'issue' });
  const { now: current, before } = perWorker ?? {};
  expect(before?.parts?.denominator).toEqual(current?.parts?.denominator);
  expect(report.definitions.find((text) => text.startsWith('人均上报'))).toMatch(
    /口径待核）。本月：[\d.]+ 宗\/人＝已上报 \d+ 宗÷现有网格员 \d+ 人$/,
  );
  expect(rows.find(({ label }) => label === '入户率')?.now.parts?.numerator[0]).toMatchObject({
    ledger: 'household',
    unit: '户',
  });
});

test('a table of two ledgers has lines by what both know, and says by what where it has none', async () => {
  const sheetBy = (by: string) => {
    const table = figureTable({
      store,
      caller,
      ledger: ledgerOf('issue'),
      where: {},
      by,
      period: periodOf('2026'),
      now,
    });
    return figureSheet(table, 'per_worker', { language: 'zh', now });
  };
  const byGrid = sheetBy('grid');
  expect(byGrid.byTitle).toBe('按所属网格：人均上报');
  const file = path.join(newFolder(), '人均上报.xlsx');
  await writeFigureWorkbook(file, byGrid, 'zh');
  const total = cellsOf(file, 1).at(-1) ?? [];
  expect(total.slice(0, 2)).toEqual(['合计', '宗/人']);
  expect(total[2]).toBe(byGrid.lines.at(-1)?.numbers[0]?.value);
  const byCategory = sheetBy('category');
  expect(byCategory.lines).toEqual([]);
  expect(byCategory.notes[0]).toBe('“人均上报”只能按所属村（社区）、所属网格分组');
});

test('only rates are of a hundred; what other departments count are whole things with their own unit', () => {
  const rows = report.groups.flatMap((group) => group.rows);
  expect(rows.filter(({ unit, kind }) => (unit === '%') !== (kind === 'rate'))).toEqual([]);
  const crimes = rows.find(({ label }) => label === '刑事立案');
  expect(crimes).toMatchObject({ unit: '宗', digits: 2 });
  expect(crimes?.now.text).toMatch(/^[\d,]+$/);
});

test('a town sets what counts under a heading; taken back, it counts as proposed again', () => {
  const orderNow = () => {
    const { cover, definitions } = monthlyReport({ store, caller, month: monthOf('2026-11'), now });
    const said = definitions.find((text) => text.startsWith('治安防控到位率'));
    return { figure: cover.find(({ id }) => id === 'order')?.figure, said };
  };
  const proposal = orderNow();
  expect(proposal.said).toContain('（口径待核）');
  const ids = ['0304', '0302'].map((figure) => {
    const values = { heading: '03', figure };
    const id = randomUUID();
    const writes = [{ op: 'create' as const, ledger: 'cover_rule', id, values }];
    expect(store.write({ writeId: randomUUID(), caller, writes, checked: true }).ok).toBe(true);
    return id;
  });
  const { figure, said } = orderNow();
  expect(figure?.now.parts?.numerator.map(({ ledger, label }) => [ledger, label])).toEqual([
    ['issue', '问题隐患期限内处置完毕并结案'],
    ['rectification', '整改通知书期限内消除'],
  ]);
  expect(said).toContain(
    '治安防控到位率＝问题隐患按期办结率、整改通知书按期整改率的分子合计÷分母合计（本单位设定的口径）',
  );
  for (const id of ids) removeRule(id);
  expect(orderNow()).toEqual(proposal);
});

test('a heading of the cover that looks at registers is compared with nothing', () => {
  const [information, disputes] = report.cover;
  expect(information?.figure).toMatchObject({ before: { value: null, parts: null }, change: '—' });
  expect(disputes?.figure.change).not.toBe('—');
});

test('the report stands under seven headings, its cover under four, and a figure before nothing has no base', () => {
  expect(report.groups.map(({ label }) => label.slice(0, 4))).toEqual(headings);
  expect(report.cover.map(({ label }) => label)).toEqual([
    '信息掌握到位',
    '矛盾化解到位',
    '治安防控到位',
    '便民服务到位',
  ]);
  expect(report.cover.every(({ rows }) => rows.length > 0)).toBe(true);
  // The rows of the town begin in September 2025: a year before October 2025 there was nothing.
  const early = monthlyReport({ store, caller, month: monthOf('2025-10'), now });
  const rows = [...report.groups, ...early.groups].flatMap((group) => group.rows);
  const empty = rows.filter(({ yearBefore, kind }) => yearBefore.value === 0 && kind === 'count');
  expect(empty.length).toBeGreaterThan(0);
  expect(empty.every(({ yearChange }) => yearChange === '无基数')).toBe(true);
  expect(JSON.stringify(rows)).not.toMatch(/Infinity|NaN/);
});

test('who may not open sensitive ledgers finds no lines of them in the report', () => {
  const narrow = monthlyReport({
    store,
    caller: { ...caller, seesSensitive: false },
    month: monthOf('2026-11'),
    now,
  });
  const labels = narrow.groups.flatMap(({ rows }) => rows.map(({ ledger }) => ledger));
  expect(labels.filter((id) => ledgerOf(id).sensitive)).toEqual([]);
  expect(labels.length).toBeGreaterThan(20);
});

test('the workbook of the report holds its numbers as numbers', async () => {
  const file = path.join(newFolder(), 'report.xlsx');
  await writeReportWorkbook(file, report, 'zh');
  const cells = cellsOf(file, 0);
  for (const { label, rows } of report.groups) {
    const head = cells.findIndex(([first]) => typeof first === 'string' && first.endsWith(label));
    expect(head).toBeGreaterThan(0);
    for (const [i, row] of rows.entries()) {
      const [name, , value] = cells[head + 1 + i] ?? [];
      expect([name, value]).toEqual([row.label, row.now.value ?? '—']);
    }
  }
});

test('the Word file holds every heading, line and number of the report', async () => {
  const file = path.join(newFolder(), 'report.docx');
  await writeReportWord(file, report, 'zh');
  const xml = new PizZip(readFileSync(file)).file('word/document.xml')?.asText() ?? '';
  const words = xml.replace(/<[^>]+>/g, '|');
  // The break belongs to the first heading: a full cover would push a paragraph of its own onto an empty page.
  expect(xml).toContain('<w:pageBreakBefore/>');
  expect(xml).not.toContain('<w:br w:type="page"/>');
  for (const heading of headings) expect(words).toContain(heading);
  for (const { rows } of report.groups)
    for (const row of rows) {
      expect(words).toContain(`|${row.label}|`);
      expect(words).toContain(`|${row.now.text}|`);
    }
});

test('the paper holds them too, and marks practice data', () => {
  const { html } = reportDocument(report, 'zh');
  for (const heading of headings) expect(html).toContain(heading);
  expect(html).toContain('练习数据');
});

test('a table of figures goes to Excel and paper with its total and what it counts', async () => {
  const table = figureTable({
    store,
    caller,
    ledger: ledgerOf('issue'),
    where: {},
    by: 'status',
    period: periodOf('2026'),
    now,
  });
  const sheet = figureSheet(table, 'count', { language: 'zh', now });
  const file = path.join(newFolder(), 'figures.xlsx');
  await writeFigureWorkbook(file, sheet, 'zh');
  const lines = cellsOf(file, 1).slice(3);
  const numbers = lines.map((row) => Number(row[2]));
  expect(lines.at(-1)?.[0]).toBe('合计');
  expect(numbers.slice(0, -1).reduce((all, one) => all + one, 0)).toBe(numbers.at(-1));
  const { html } = figureDocument(sheet, { store, caller, now });
  expect(html).toMatch(/办结率＝已结案宗数÷已受理宗数.*。本期：[\d.]+%＝已结案 \d+ 宗÷已受理 \d+ 宗/);
  expect(html).toContain('合计');
});
