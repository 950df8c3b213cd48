import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startImport } from '../../../db/exchange/sheet/import/import-sheet.ts';
import type { RecordWrite, Store } from '../../../db/store/index.ts';
import { scratchFolder } from './crafted-xlsx.ts';
import { clerk, ledgerNamed, now, townStore } from './town-store.ts';

const code = '91999999073097417R';
const assessment = ledgerNamed('labour_assessment');

/** A town with one firm. */
function town(): { readonly store: Store; readonly folder: string } {
  const folder = scratchFolder(onTestFinished);
  const store = townStore(folder, onTestFinished);
  const village = store.names('zh').linkOf('division', '大宁社区居民委员会');
  if (typeof village !== 'object') throw new Error('no village');
  const values = { name: '宏达制衣厂', reg_no: code, kind: '01', state: '01', village: village.id };
  const write = { ledger: 'unit', id: 'u1', op: 'create', values } as const;
  expect(store.write({ writeId: randomUUID(), caller: clerk, writes: [write] })).toMatchObject({ ok: true });
  return { store, folder };
}

async function imported(from: ReturnType<typeof town>, name: string, rows: readonly (readonly string[])[]) {
  const file = path.join(from.folder, name);
  writeFileSync(file, rows.map((cells) => cells.join(',')).join('\n'));
  const input = { store: from.store, ledger: assessment, caller: clerk, batch: randomUUID(), file, now };
  const answer = await startImport({ ...input, dryRun: false });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.result;
}

test('the sheets of several offices fill one assessment of a firm and month, found by code or by name', async () => {
  const made = town();
  const power = await imported(made, '供电.csv', [
    ['用户名称', '年月', '用电量同比降幅（%）'],
    ['宏达制衣厂', '2026-10', '55'],
  ]);
  expect(power).toMatchObject({ created: 1, errors: [] });
  const insurance = await imported(made, '社保.csv', [
    ['统一社会信用代码', '月份', '社保断缴月数', '裁员比例'],
    [code, '2026-10', '3', '25'],
  ]);
  expect(insurance).toMatchObject({ created: 0, updated: 1, errors: [] });
  const wages = await imported(made, '工资.csv', [
    ['企业名称', '月份', '欠薪月数', '拖欠人数'],
    ['宏达制衣厂', '2026-10', '2', '40'],
  ]);
  expect(wages).toMatchObject({ created: 0, updated: 1 });

  const rows = made.store.rows('labour_assessment', {});
  expect(rows.map(({ values }) => values)).toMatchObject([
    {
      unit: 'u1',
      power_drop: 550,
      insurance_months: 3,
      layoff_rate: 250,
      wage_months: 2,
      // 7 power, 6 insurance, 5 staff, 14 wages, 10 people
      score: 42,
      grade: '2',
      assessed_on: '2026-10-28',
      next_review: '2026-11-28',
    },
  ]);
  expect(made.store.get('unit', 'u1', clerk)?.values['labor_grade']).toBe('2');
});

test('a row about a firm nobody knows is named and does not stop the others', async () => {
  const made = town();
  const result = await imported(made, '税务.csv', [
    ['纳税人识别号', '所属期', '是否欠税'],
    ['91999999000000000X', '2026-10', '是'],
    [code, '2026-10', '是'],
  ]);
  expect(result.created).toBe(1);
  expect(result.errors).toHaveLength(1);
});

test('paid wages and the next review follow what was done, until the risk is closed', async () => {
  const { store } = town();
  const save = (write: Omit<RecordWrite, 'op'>, op: RecordWrite['op'] = 'create') =>
    expect(store.write({ writeId: randomUUID(), caller: clerk, writes: [{ ...write, op }] })).toMatchObject({
      ok: true,
    });
  save({
    ledger: 'labour_assessment',
    id: 'a1',
    values: { unit: 'u1', period: '2026-10', is_unreachable: true, wage_months: 1 },
  });
  expect(store.get('labour_assessment', 'a1', clerk)?.values).toMatchObject({
    grade: '4',
    vetoes: '法人失联且欠薪',
    next_review: '2026-10-29',
    village: store.get('unit', 'u1', clerk)?.values['village'],
  });
  const step = { assessment: 'a1', way: '04', person: '林队长' };
  save({
    ledger: 'labour_step',
    id: 's1',
    values: { ...step, done_on: '2026-11-01', paid_amount: 300_000, paid_people: 5 },
  });
  save({ ledger: 'labour_step', id: 's2', values: { ...step, done_on: '2026-11-03', paid_amount: 200_000 } });
  expect(store.get('labour_assessment', 'a1', clerk)?.values).toMatchObject({
    paid_amount: 500_000,
    paid_people: 5,
    reviewed_on: '2026-11-03',
    next_review: '2026-11-04',
  });
  save({ ledger: 'labour_assessment', id: 'a1', values: { closed_on: '2026-11-05' } }, 'update');
  expect(store.get('labour_assessment', 'a1', clerk)?.values).toMatchObject({
    state: '20',
    next_review: null,
  });
});
