import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countedIn, measuresOf, numberWhere } from '../../db/model/figures/number-where.ts';
import { periodOf } from '../../db/model/figures/period.ts';
import { ledgerOf } from '../../db/model/registry.ts';
import { namedLink } from '../../db/model/where.ts';
import { listWhere } from '../../renderer/screens/figures/list-where.ts';
import { newFolder, newId, newPerson, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openTown();
  for (const name of ['统计甲', '统计乙', '统计丙']) {
    const values = await newPerson(desk, { name });
    await desk.value('record.save', { writeId: newId(), ledger: 'person', id: newId(), base: 0, values });
  }
});
afterAll(async () => {
  await desk.close();
});

test('a number of a table opens as many rows over the wire, by the filter the window makes', async () => {
  const input = { ledger: 'person', where: {}, field: 'sex', period: null } as const;
  const { today, lines, total } = await desk.value('figure.table', input);
  expect(total[0]?.[0]).toBe(3);
  const ledger = ledgerOf('person');
  const measures = measuresOf(ledger, today);
  expect(lines.length).toBeGreaterThan(0);
  for (const { key, label, numbers } of lines) {
    expect(label).not.toBe('');
    const [measure] = measures;
    if (measure === undefined) throw new Error('no measure');
    const where = numberWhere(ledger, measure, { base: {}, span: null, line: { by: 'sex', key } });
    const page = await desk.value('record.page', { ledger: 'person', where: listWhere(where), limit: 500 });
    expect(page.rows.length).toBe(numbers[0]?.[0]);
  }
});

test('filters that compare two fields, exclude several values and join conditions travel whole', async () => {
  const issue = ledgerOf('issue');
  const october = periodOf('2026-10');
  const base = { status: { and: [{ not: ['90'] }, { blank: false }] } };
  for (const measure of measuresOf(issue, '2026-11-23', base)) {
    const where = numberWhere(issue, measure, {
      base,
      span: october,
      line: { by: 'village', key: { others: ['a', 'b'] } },
    });
    expect(listWhere(where)).toEqual(where);
    const total = await desk.value('record.total', { ledger: 'issue', where: listWhere(where) });
    expect(total).toEqual({ total: 0, exact: true });
  }
});

test('filters of what other ledgers say of a record travel whole, in the ledger they are of', async () => {
  const october = periodOf('2026-10');
  const linked: string[] = [];
  for (const ledger of ['grid', 'liaison_visit', 'issue'].map(ledgerOf))
    for (const measure of measuresOf(ledger, '2026-11-23')) {
      const where = numberWhere(ledger, measure, { base: { village: 'v1' }, span: october, line: null });
      expect(listWhere(where)).toEqual(where);
      const counted = countedIn(ledger, measure).id;
      const total = await desk.value('record.total', { ledger: counted, where: listWhere(where) });
      expect(total).toEqual({ total: 0, exact: true });
      if (Object.keys(where).some((key) => namedLink(key) !== null) || counted !== ledger.id)
        linked.push(`${counted} ${measure.id}`);
    }
  expect(linked).toEqual([
    'grid staffed.numerator',
    'grid unstaffed',
    'household visited.numerator',
    'household visited.denominator',
    'grid_staff per_worker.denominator',
  ]);
});

test.each([
  ['a link no definition has', 'person', { 'grid_staff.village': { some: {} } }],
  ['a field the other ledger does not have', 'person', { 'grid_staff.person': { some: { age: 30 } } }],
  ['who is in a sensitive ledger', 'person', { 'care_label.person': { some: {} } }],
])('a list cannot be filtered by %s', async (_, ledger, where) => {
  const reply = await desk.ask('record.page', { ledger, where, limit: 10 });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input', kind: 'unknown-field' } });
});

test('a field nothing is counted by is refused', async () => {
  const reply = await desk.ask('figure.table', { ledger: 'person', where: {}, field: 'name', period: null });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input', kind: 'unknown-field' } });
});

test('a trend ends with the period asked for', async () => {
  const { periods, numbers } = await desk.value('figure.trend', {
    ledger: 'issue',
    where: {},
    period: '2026-Q1',
  });
  expect([periods.length, periods[0], periods.at(-1)]).toEqual([8, '2024-Q2', '2026-Q1']);
  expect(numbers.length).toBe(8);
});

test('the report is told, laid out and written', async () => {
  const month = '2026-10';
  const { groups } = await desk.value('figure.report', { month });
  expect(groups.length).toBe(7);
  const { html, foot } = await desk.value('figure.reportDocument', { month });
  expect(html).toContain(groups[0]?.label ?? '?');
  expect(foot).toBe('line');
  for (const format of ['xlsx', 'docx'] as const) {
    const file = path.join(newFolder(), `report.${format}`);
    const { rows } = await desk.value('figure.reportFile', { month, format, file });
    expect(rows).toBeGreaterThan(20);
    // Both are packed with zip.
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  }
});
