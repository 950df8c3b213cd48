import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkDigit } from '../../../db/model/fields/gb11643.ts';
import {
  resumeImport,
  startImport,
  type ImportInput,
  type ImportOutcome,
} from '../../../db/exchange/sheet/import/import-sheet.ts';
import type { SheetAnswer } from '../../../db/exchange/sheet/import/import-types.ts';
import { writeErrors } from '../../../db/exchange/sheet/import/write-errors.ts';
import { openStore, practicePassphrase, type Store } from '../../../db/store/index.ts';
import { readRows, scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, townStore } from './town-store.ts';

const person = ledgerNamed('person');
const village = '大宁社区居民委员会';

function idNumber(i: number): string {
  const digits = `999${String(100 + Math.floor(i / 400))}19800101${String(i % 400).padStart(3, '0')}`;
  return digits + checkDigit(digits);
}

/** CSV of people; the same `i` is the same person. */
function peopleCsv(from: number, to: number, phone = ''): string {
  const lines = ['姓名,证件号码,人口类别,村社区,电话'];
  for (let i = from; i < to; i += 1) lines.push(`曾${i}伟,${idNumber(i)},户籍,${village},${phone}`);
  return lines.join('\n');
}

interface Town {
  readonly store: Store;
  readonly folder: string;
  readonly sheet: (content: string, name?: string) => string;
}

function town(): Town {
  const folder = scratchFolder(onTestFinished);
  return {
    folder,
    store: townStore(folder, onTestFinished),
    sheet(content, name = 'people.csv') {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    },
  };
}

const inputFor = (store: Store, file: string, more: Partial<ImportInput> = {}): ImportInput => ({
  store,
  ledger: person,
  caller: clerk,
  batch: randomUUID(),
  file,
  dryRun: false,
  now,
  chunkRows: 1000,
  ...more,
});

function done(answer: SheetAnswer<ImportOutcome>): ImportOutcome {
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

describe('an import', () => {
  test('takes a village by the short form the office writes', async () => {
    const { store, sheet } = town();
    const villages = ['虎门寨', '虎门寨社区', '虎门寨居委会', '没有这个村'];
    const lines = villages.map((name, i) => `曾${i}伟,${idNumber(i)},户籍,${name}`);
    const file = sheet(['姓名,证件号码,人口类别,村社区', ...lines].join('\n'));
    const { result } = done(await startImport(inputFor(store, file)));

    expect(result).toMatchObject({ read: 4, created: 3, rejected: 1 });
    const { rows } = store.page({ ledger: 'person', where: {}, limit: 10, fields: ['village'] }, clerk);
    expect(rows.map((row) => row.texts['village'])).toEqual(Array(3).fill('虎门寨社区居民委员会'));
  });

  test('changes only what the sheet says of a known record, and an empty cell leaves the value alone', async () => {
    const { store, sheet } = town();
    await startImport(inputFor(store, sheet(peopleCsv(0, 20, '15412345678'))));
    const partial = sheet(
      `证件号码,电话,曾用名\n${idNumber(3)},,曾三\n${idNumber(4)},（清空）,\n${idNumber(5)},15400000000,\n${idNumber(6)},15412345678,`,
    );
    const { result } = done(await startImport(inputFor(store, partial)));
    expect(result).toMatchObject({ read: 4, created: 0, updated: 3, unchanged: 1, rejected: 0 });
    const values = (i: number) => {
      const found = store.findByKey('person', { doc_type: '111', doc_no: idNumber(i) });
      return found ? store.get('person', found.id, clerk)?.values : undefined;
    };
    expect(values(3)).toMatchObject({ phone: '15412345678', former_name: '曾三', name: '曾3伟' });
    expect(values(4)?.['phone']).toBeNull();
    expect(values(5)).toMatchObject({ phone: '15400000000', former_name: null });
  });

  test('refuses a row that would be new and lacks what is required, but not the same row as a change', async () => {
    const { store, sheet } = town();
    await startImport(inputFor(store, sheet(peopleCsv(0, 2))));
    const { result } = done(
      await startImport(
        inputFor(store, sheet(`证件号码,电话\n${idNumber(1)},15400000001\n${idNumber(9)},15400000009`)),
      ),
    );
    expect(result).toMatchObject({ updated: 1, rejected: 1 });
    expect(result.errors.map((e) => [e.row, e.field, e.code])).toEqual([
      [3, 'name', 'required'],
      [3, 'person_kinds', 'required'],
      [3, 'village', 'required'],
    ]);
  });

  test('checks a changed record as a whole, with the values it already has', async () => {
    const { store, sheet } = town();
    await startImport(inputFor(store, sheet(peopleCsv(0, 2))));
    const { result } = done(await startImport(inputFor(store, sheet(`证件号码,性别\n${idNumber(1)},女`))));
    expect(result.errors.map((e) => [e.row, e.column, e.code, e.value])).toEqual([
      [2, '性别', 'sex-mismatch', '女'],
    ]);
  });

  test('uses the columns the user chose instead of those it recognised', async () => {
    const { store, sheet } = town();
    const file = sheet(`甲,乙,丙,丁\n王五,${idNumber(1)},流动,${village}`);
    expect(await startImport(inputFor(store, file))).toMatchObject({
      ok: false,
      refusal: { code: 'no-header' },
    });
    const mapping = ['name', 'doc_no', 'person_kinds', 'village'].map((field, index) => ({ index, field }));
    expect(done(await startImport(inputFor(store, file, { mapping }))).result).toMatchObject({
      created: 1,
      rejected: 0,
    });
  });

  test('reports progress by rows and stops when asked, keeping whole chunks that can be undone', async () => {
    const { store, sheet } = town();
    const seen: number[] = [];
    const input = inputFor(store, sheet(peopleCsv(0, 3500)));
    const outcome = done(
      await startImport(input, (rows, total) => {
        seen.push(rows);
        return total > 0 && rows < 2000;
      }),
    );
    expect(outcome.cancelled).toBe(true);
    expect(seen).toEqual([1000, 2000]);
    expect(store.total('person', {}).total).toBe(2000);
    expect(store.batches.get(input.batch, clerk)?.finishedAt).toBeNull();
    expect(store.undoBatch(input.batch, clerk)).toMatchObject({ ok: true, undone: 2000 });
    expect(store.total('person', {}).total).toBe(0);
  });

  test('of very many rows leaves no index of its ledger aside, even when it is stopped in the middle', async () => {
    const { store, sheet } = town();
    const input = inputFor(store, sheet(peopleCsv(0, 12_500)));
    const seen: number[] = [];
    const outcome = done(
      await startImport(input, (rows) => {
        // Asked in the middle, when some are aside: the store says so by having something to restore.
        if (rows === 11_000) for (const { total } of store.restoreIndexesSteps()) seen.push(total);
        return rows < 12_000;
      }),
    );
    expect(outcome.cancelled).toBe(true);
    expect(seen.length).toBeGreaterThan(5);
    expect(done(await resumeImport(input)).result).toMatchObject({ created: 12_500, rejected: 0 });
    expect([...store.restoreIndexesSteps()]).toEqual([]);
    expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
  });

  test('lets other work of the process in between its chunks', async () => {
    const { store, sheet } = town();
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await startImport(inputFor(store, sheet(peopleCsv(0, 5000))));
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(4);
  });

  test('that was cancelled is resumed behind its last chunk, and only from the same file', async () => {
    const { store, sheet } = town();
    const content = peopleCsv(0, 2500).replace('曾7伟', '');
    const file = sheet(content);
    const input = inputFor(store, file);
    await startImport(input, () => false);
    expect(store.total('person', {}).total).toBe(999);
    const other = sheet(`${content}\n`, 'other.csv');
    expect(await resumeImport({ ...input, file: other })).toMatchObject({
      ok: false,
      refusal: { code: 'file-changed' },
    });
    const outcome = done(await resumeImport(input));
    expect(outcome.result).toMatchObject({ read: 2500, created: 2499, rejected: 1 });
    expect(outcome.result.errors.map((e) => e.row)).toEqual([9]);
    expect(store.total('person', {}).total).toBe(2499);
    expect(await resumeImport(input)).toMatchObject({ ok: false, refusal: { code: 'not-resumable' } });
  });

  test('of which the process is killed has kept whole groups of chunks with their progress, and is resumed', async () => {
    const folder = scratchFolder(onTestFinished);
    townStore(folder, onTestFinished).close();
    const file = path.join(folder, 'people.csv');
    writeFileSync(file, peopleCsv(0, 6000));
    const batch = randomUUID();
    const child = fork(new URL('./importing-process.ts', import.meta.url), [folder, file, batch], {
      execArgv: [],
    });
    await new Promise<void>((resolve) =>
      child.on('message', (chunks) => chunks === 22 && child.kill('SIGKILL') && resolve()),
    );
    await new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(null),
    );
    const opened = openStore({ file: path.join(folder, 'town.db'), passphrase: practicePassphrase, now });
    if (!opened.ok) throw new Error(opened.kind);
    onTestFinished(() => opened.store.close());
    const before = opened.store.total('person', {}).total;
    expect(before).toBeGreaterThanOrEqual(2000);
    // Ten chunks of 100 rows are made durable together.
    expect(before % 1000).toBe(0);
    expect(opened.store.batches.get(batch, clerk)?.state).toMatchObject({
      lastRow: before + 1,
      counts: { created: before },
    });
    const outcome = done(await resumeImport(inputFor(opened.store, file, { batch })));
    expect(outcome.result).toMatchObject({ read: 6000, created: 6000, unchanged: 0 });
    expect(opened.store.total('person', {}).total).toBe(6000);
  });

  test('of a file damaged in its middle is refused, and what came before can be undone', async () => {
    const { store, sheet } = town();
    const input = inputFor(store, sheet(`${peopleCsv(0, 2000)}\n"${'x'.repeat(40_000)}`));
    expect(await startImport(input)).toMatchObject({ ok: false, refusal: { code: 'cell-too-long' } });
    expect(store.batches.get(input.batch, clerk)?.finishedAt).toBeNull();
  });
});

test('a corrected workbook of failures adds exactly the rest', async () => {
  const { store, sheet, folder } = town();
  const content = peopleCsv(0, 60).replaceAll(village, (found, at: number) =>
    at % 5 === 0 ? '月亮村' : found,
  );
  const { result, failures } = done(await startImport(inputFor(store, sheet(content))));
  expect(result.rejected).toBeGreaterThan(3);
  expect(result.created + result.rejected).toBe(60);
  const book = path.join(folder, 'errors.xlsx');
  await writeErrors(failures, book, 'zh');
  const corrected = (await readRows(book))
    .map((r) => r.cells.map((c) => c.replace('月亮村', village).replace(/[,\n]/g, ' ')).join(','))
    .join('\n');
  expect(done(await startImport(inputFor(store, sheet(corrected)))).result).toMatchObject({
    created: result.rejected,
    rejected: 0,
  });
  expect(store.total('person', {}).total).toBe(60);
});
