import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inspectSheet } from '../../../db/exchange/sheet/import/inspect-sheet.ts';
import { startImport } from '../../../db/exchange/sheet/import/import-sheet.ts';
import { creditCodes } from '../../../db/practice/identifiers.ts';
import type { Store } from '../../../db/store/index.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, townStore } from './town-store.ts';

// A record saved in the window takes empty fields over from the record it is linked to; so does a row of a sheet.

function office() {
  const folder = scratchFolder(onTestFinished);
  const store = townStore(folder, onTestFinished);
  const [village, other] = store.rows('division', { level: '5' }).map(({ id }) => id);
  const nextCode = creditCodes();
  const units = ['东方幼儿园', '西方幼儿园'].map((name, i) => ({
    ledger: 'unit',
    id: `unit-${String(i)}`,
    op: 'create' as const,
    values: {
      name,
      reg_no: nextCode('92'),
      kind: '02',
      state: '01',
      legal_name: i === 0 ? '李校长' : null,
      village: (i === 0 ? village : other) ?? null,
      address_text: `路${String(i)}号`,
    },
  }));
  const written = store.write({ writeId: randomUUID(), caller: clerk, writes: units });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return { store, folder, village, other };
}

async function imported(of: { store: Store; folder: string }, lines: readonly string[], ledger = 'school') {
  const file = path.join(of.folder, `${randomUUID()}.csv`);
  writeFileSync(file, `\ufeff${lines.join('\n')}\n`);
  const input = {
    store: of.store,
    ledger: ledgerNamed(ledger),
    caller: clerk,
    batch: randomUUID(),
    file,
    now,
  };
  const answer = await startImport({ ...input, dryRun: false });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return { ...answer.value.result, file };
}

const schools = (store: Store) => store.rows('school', {}).map(({ values }) => values);

test('a row takes what it leaves empty from the record its link names, and what it fills stays', async () => {
  const town = office();
  const sheet = ['实有单位,学校办学类型,校长姓名', '东方幼儿园,幼儿园,', '西方幼儿园,幼儿园,王园长'];
  expect(await imported(town, sheet)).toMatchObject({ created: 2, rejected: 0, errors: [] });
  expect(schools(town.store)).toMatchObject([
    { name: '东方幼儿园', village: town.village, place_text: '路0号', principal_name: '李校长' },
    { name: '西方幼儿园', village: town.other, place_text: '路1号', principal_name: '王园长' },
  ]);
  const found = town.store.search('东方幼儿园', 10, clerk).hits.map(({ ledger }) => ledger);
  expect(found, 'words of what was taken are in the index').toContain('school');
  expect(town.store.checkAll().ok).toBe(true);
});

test('the same sheet again changes nothing, though its rows are known by a key they have taken', async () => {
  const town = office();
  const sheet = ['实有单位,学校办学类型', '东方幼儿园,幼儿园'];
  await imported(town, sheet);
  expect(await imported(town, sheet)).toMatchObject({ created: 0, updated: 0, unchanged: 1, rejected: 0 });
});

test('a cell that says （清空） takes nothing', async () => {
  const town = office();
  await imported(town, ['实有单位,学校办学类型,校长姓名', '东方幼儿园,幼儿园,（清空）']);
  expect(schools(town.store)).toMatchObject([{ name: '东方幼儿园', principal_name: null }]);
});

test('a record takes only through a link that the sheet changes, as when somebody chooses it anew', async () => {
  const town = office();
  await imported(town, ['学校名称,学校办学类型,所在村（社区）', '东方幼儿园,幼儿园,']);
  expect(schools(town.store)).toEqual([]);
  await imported(town, ['实有单位,学校办学类型', '东方幼儿园,幼儿园']);
  const [one] = town.store.rows('school', {});
  const emptied = {
    ledger: 'school',
    id: one?.id ?? '',
    op: 'update',
    values: { principal_name: null },
  } as const;
  town.store.write({ writeId: 'w1', caller: clerk, writes: [emptied] });
  await imported(town, ['学校名称,实有单位,在校学生人数', '东方幼儿园,东方幼儿园,30']);
  expect(schools(town.store)).toMatchObject([{ students: 30, principal_name: null }]);
});

test('what can be taken through a column of the sheet is no missing column', async () => {
  const town = office();
  const { file } = await imported(town, ['实有单位,学校办学类型', '东方幼儿园,幼儿园']);
  const inspected = await inspectSheet({ ledger: ledgerNamed('school'), file });
  expect(inspected).toMatchObject({ ok: true, value: { missing: [] } });
  const alone = await imported(town, ['学校办学类型', '幼儿园']);
  expect(alone).toMatchObject({ created: 0, rejected: 1 });
  const without = await inspectSheet({ ledger: ledgerNamed('school'), file: alone.file });
  expect(without.ok && without.value.missing).toContain('name');
});

test('a sheet and a saved record come to the same, in a ledger that works further fields out', async () => {
  const town = office();
  const label = randomUUID();
  const move = town.store.move({
    ledger: 'care_label',
    subject: await person(town.store, town.village ?? ''),
    action: 'enter',
    values: { kind: '01', level: '01', from_day: '2026-11-01', owner: '李主任' },
    caller: clerk,
    writeId: 'm1',
    newId: label,
  });
  expect(move.ok).toBe(true);
  const row = await imported(town, ['列管,走访日期,走访结果', `${label},2026-11-10,01`], 'care_visit');
  expect(row).toMatchObject({ created: 1, errors: [] });
  const [visit] = town.store.rows('care_visit', {}, clerk);
  expect(visit?.values).toMatchObject({ visitor: '李主任', kind: '01', planned_on: '2026-11-08' });
  expect(town.store.get('care_label', label, clerk)?.values).toMatchObject({ last_visit_on: '2026-11-10' });
});

async function person(store: Store, village: string): Promise<string> {
  const id = randomUUID();
  const values = { name: '陈大文', doc_type: '990', doc_no: 'T0000001', person_kinds: ['02'], village };
  const more = { sex: '1', birth_date: '1990-01-01' };
  const written = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger: 'person', id, op: 'create', values: { ...values, ...more } }],
  });
  if (!written.ok) throw new Error(JSON.stringify(written.problem));
  return Promise.resolve(id);
}
