import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { registry } from '../../../db/model/registry.ts';
import { makeMonthSheet } from '../../../db/reward/make-sheet.ts';
import { RewardRefused } from '../../../db/reward/refusal.ts';
import type { RecordWrite, Store } from '../../../db/store/index.ts';
import { clerk, newStore, save } from '../store/fixture.ts';

const create = (ledger: string, id: string, values: RecordWrite['values'] = {}): RecordWrite => ({
  ledger,
  id,
  op: 'create',
  values,
});
const staffOf = (id: string, name: string) =>
  create('grid_staff', id, {
    name,
    staff_no: `W${id}`,
    doc_type: '990',
    doc_no: `T000000${id.slice(1)}`,
    phone: '13800138000',
    post: '02',
    village: 'v1',
    state: '01',
  });

function issueOf(id: string, more: RecordWrite['values'] = {}): RecordWrite {
  return create('issue', id, {
    title: '楼道充电',
    description: '楼道内充电',
    category: '01',
    item: '0104',
    status: '70',
    issue_source: '01',
    reported_at: '2026-10-05T01:00:00.000Z',
    verified_at: '2026-10-06T01:00:00.000Z',
    village: 'v1',
    place_text: '一号楼',
    reporter: 'g1',
    ...more,
  });
}

/** A village with two grid workers, one rule, three reports of the first. */
function town(): Store {
  const { store } = newStore({ registry, practice: true });
  save(
    store,
    create('division', 'v1', { name: '龙泉社区', short_name: '龙泉', code: '441900121001', level: '5' }),
  );
  save(store, staffOf('g1', '陈一'), staffOf('g2', '陈二'));
  save(
    store,
    create('reward_rule', 'r1', { rule_no: 'A', points: 2, unit_price: 150, valid_from: '2026-01-01' }),
  );
  save(store, create('building', 'b1', { name: '一号楼', village: 'v1', code: '441900121001001' }));
  // The last minute of October in China is still October there, whatever UTC says of the first.
  reported(
    store,
    issueOf('i1', { object_building: 'b1', verified_at: '2026-09-30T16:00:00.000Z' }),
    issueOf('i2', { object_building: 'b1', reported_at: '2026-10-07T01:00:00.000Z' }),
    issueOf('i3', { verified_at: '2026-10-31T16:00:00.000Z' }),
    issueOf('i4', { status: '55' }),
    issueOf('i5', { verified_at: '2026-10-31T15:59:00.000Z' }),
  );
  return store;
}

/** Reports in the states they reached; a clerk takes them there step by step. */
function reported(store: Store, ...writes: readonly RecordWrite[]): void {
  const at = '2026-10-05T01:00:00.000Z';
  store.bulk.add(
    'issue',
    writes.map(({ id, values = {} }) => ({ id, values, at })),
  );
  store.bulk.finish();
}

function made(store: Store, today = '2026-11-23') {
  const outcome = makeMonthSheet(
    { store, caller: clerk, today, newId: randomUUID },
    { village: 'v1', month: '2026-10' },
  );
  if (!(outcome instanceof RewardRefused)) save(store, ...outcome.writes);
  return outcome;
}

const lines = (store: Store) =>
  new Map(store.rows('reward_line', {}).map(({ id, values }) => [values['staff'], { id, values }]));

test('a sheet counts the verified reports of the month in China, and everybody on duty has a line', () => {
  const store = town();
  expect(made(store)).toMatchObject({ isNew: true });
  expect(lines(store).get('g1')?.values).toMatchObject({
    staff_no: 'Wg1',
    reports: 2,
    zero_reports: 1,
    report_points: 4,
    report_amount: 600,
    amount: 600,
  });
  expect(lines(store).get('g2')?.values).toMatchObject({ reports: 0, amount: 0 });
  const items = store.rows('reward_item', {}).map(({ values }) => [values['issue'], values['zero_reason']]);
  expect(items.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))).toEqual([
    ['i1', null],
    ['i2', '01'],
    ['i5', null],
  ]);
  const [sheet] = store.rows('reward_sheet', {});
  expect(sheet?.values).toMatchObject({ people: 2, reports: 2, points: 4, amount: 600, state: '10' });
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
  store.close();
});

test('made again it follows what changed since and keeps what was entered by hand', () => {
  const store = town();
  made(store);
  const line = lines(store).get('g1')?.id ?? '';
  save(store, {
    ledger: 'reward_line',
    id: line,
    op: 'update',
    values: { attendance_days: 21, adjust: -100, adjust_reason: '迟到' },
  });
  save(store, {
    ledger: 'issue',
    id: 'i5',
    op: 'update',
    values: { reporter: 'g2' },
  });
  save(
    store,
    create('score_rule', 'k1', {
      item_no: 'K1',
      name: '自处置',
      kind: '01',
      points: 1,
      amount: 500,
      valid_from: '2026-01-01',
    }),
  );
  save(store, create('score_item', 'k2', { staff: 'g1', rule: 'k1', happened_on: '2026-10-31', times: 3 }));
  expect(made(store)).toMatchObject({ isNew: false });
  expect(lines(store).get('g1')?.values).toMatchObject({
    reports: 1,
    attendance_days: 21,
    report_amount: 300,
    score_points: 3,
    score_amount: 1500,
    amount: 1700,
  });
  expect(lines(store).get('g2')?.values).toMatchObject({ reports: 1, amount: 300 });
  expect(store.rows('reward_item', {}).map(({ values }) => values['source_no'])).toHaveLength(4);
  expect(store.rows('reward_sheet', {}).map(({ values }) => values['amount'])).toEqual([2000]);
  store.close();
});

test('a sheet that was handed in, of a month to come, or of no village is not made', () => {
  const store = town();
  made(store);
  const [sheet] = store.rows('reward_sheet', {});
  const submitted = store.act({
    ledger: 'reward_sheet',
    id: sheet?.id ?? '',
    writeId: randomUUID(),
    stepId: randomUUID(),
    newId: randomUUID(),
    caller: clerk,
    action: 'submit',
    values: {},
    actor: clerk.name,
    opinion: null,
  });
  expect(submitted.ok).toBe(true);
  expect(made(store)).toMatchObject({ why: 'handed-in' });
  expect(made(store, '2026-09-30')).toMatchObject({ why: 'month' });
  const desk = { store, caller: clerk, today: '2026-11-23', newId: randomUUID };
  expect(makeMonthSheet(desk, { village: 'nowhere', month: '2026-10' })).toMatchObject({ why: 'village' });
  store.close();
});
