import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { registry } from '../../../db/model/registry.ts';
import type { RecordWrite, Store } from '../../../db/store/api.ts';
import { clerk, newStore, opened, rawFile, save } from '../store/fixture.ts';

// How a reward sheet goes from making to payment, through the store.

const village = { name: '龙泉社区', short_name: '龙泉', code: '441900121001', level: '5' };

const worker = {
  name: '陈一',
  staff_no: 'W01',
  doc_type: '990',
  doc_no: 'T0000001',
  phone: '13800138000',
  post: '02',
  village: 'v1',
  state: '01',
};

function town() {
  const made = newStore({ registry, practice: true });
  save(made.store, { ledger: 'division', id: 'v1', op: 'create', values: village });
  return made;
}

function sheetIn(store: Store, values: Values = {}): string {
  const id = randomUUID();
  const made = { village: 'v1', month: '2026-10', made_by: '网格中心', made_on: '2026-11-02', ...values };
  save(store, { ledger: 'reward_sheet', id, op: 'create', values: made });
  return id;
}

interface Given {
  readonly by?: string;
  readonly values?: Values;
  readonly opinion?: string;
}

const actor =
  (store: Store, id: string) =>
  (action: string, { by = '网格中心', values = {}, opinion }: Given = {}) =>
    store.act({
      ledger: 'reward_sheet',
      id,
      writeId: randomUUID(),
      stepId: randomUUID(),
      newId: randomUUID(),
      caller: clerk,
      action,
      values,
      actor: by,
      opinion: opinion ?? null,
    });

const valuesOf = (store: Store, id: string): Values => store.get('reward_sheet', id, clerk)?.values ?? {};
const stepsOf = (store: Store, id: string) =>
  store.rows('reward_step', { case_record: id }).map(({ values }) => [values['action'], values['actor']]);

test('a sheet is checked, published, approved and paid, each step by whom it names', () => {
  const { store } = town();
  const id = sheetIn(store);
  const act = actor(store, id);

  expect(act('submit').ok).toBe(true);
  expect(act('check', { by: '陈志明' }).ok).toBe(true);
  expect(act('publish', { values: { publish_days: 5 } }).ok).toBe(true);
  // Published on Monday the 23rd; five days by the civil code end on Saturday, and so on Monday.
  expect(valuesOf(store, id)).toMatchObject({ state: '25', step_due: '2026-11-30T15:59:59.999Z' });
  expect(act('approve', { by: '李桂芳' }).ok).toBe(true);
  expect(act('pay').ok).toBe(false);
  expect(act('pay', { values: { paid_on: '2026-11-30' } }).ok).toBe(true);

  expect(valuesOf(store, id)).toMatchObject({
    state: '40',
    step_due: null,
    checked_by: '陈志明',
    checked_on: '2026-11-23',
    published_on: '2026-11-23',
    approved_by: '李桂芳',
    approved_on: '2026-11-23',
    paid_on: '2026-11-30',
  });
  expect(stepsOf(store, id)).toEqual([
    ['submit', '网格中心'],
    ['check', '陈志明'],
    ['publish', '网格中心'],
    ['approve', '李桂芳'],
    ['pay', '网格中心'],
  ]);
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
  store.close();
});

test('who handed a sheet in neither checks nor approves it, and who checked it does not approve it', () => {
  const { store } = town();
  const id = sheetIn(store);
  const act = actor(store, id);
  act('submit');

  expect(act('check').ok).toBe(false);
  act('check', { by: '陈志明' });
  expect(act('approve').ok).toBe(false);
  expect(act('approve', { by: '陈志明' }).ok).toBe(false);
  expect(act('approve', { by: '李桂芳' }).ok).toBe(true);
  store.close();
});

test('a sheet sent back after an objection goes the whole way again, the steps taken stay', () => {
  const { store } = town();
  const id = sheetIn(store);
  const act = actor(store, id);
  act('submit');
  act('check', { by: '陈志明' });
  act('publish');

  expect(act('object').ok).toBe(false);
  expect(act('object', { opinion: '出勤天数有误' }).ok).toBe(true);

  expect(valuesOf(store, id)).toMatchObject({
    state: '10',
    step_due: null,
    checked_by: null,
    checked_on: null,
    published_on: null,
  });
  expect(stepsOf(store, id)).toHaveLength(4);
  expect(act('approve', { by: '李桂芳' }).ok).toBe(false);
  store.close();
});

test('no edit approves a sheet, and one that was handed in is not removed', () => {
  const { store } = town();
  const id = sheetIn(store);
  actor(store, id)('submit');
  const write = (values: Values) =>
    store.write({
      writeId: randomUUID(),
      caller: clerk,
      writes: [{ ledger: 'reward_sheet', id, op: 'update', values }],
    });

  for (const values of [{ state: '30' }, { approved_on: '2026-11-20' }, { checked_by: '陈志明' }])
    expect(write(values).ok).toBe(false);
  expect(write({ remark: '随附签到表' }).ok).toBe(true);
  const removal = { ledger: 'reward_sheet', id, op: 'remove', reason: '录错' } as const;
  expect(store.write({ writeId: randomUUID(), caller: clerk, writes: [removal] }).ok).toBe(false);
  store.close();
});

test('lines and items of a sheet that was handed in stand until it is sent back', () => {
  const { store } = town();
  save(store, { ledger: 'grid_staff', id: 'p1', op: 'create', values: worker });
  const id = sheetIn(store);
  const act = actor(store, id);
  const write = (one: Omit<RecordWrite, 'values'> & { readonly values?: Values }, batch?: string) =>
    store.write({
      writeId: randomUUID(),
      caller: clerk,
      writes: [one],
      ...(batch === undefined ? {} : { batch }),
    });
  const line = { ledger: 'reward_line', id: 'l1' } as const;
  const values = { sheet: id, staff: 'p1', attendance_days: 20 };
  save(store, { ...line, op: 'create', values });
  const edited = save(store, { ...line, op: 'update', values: { attendance_days: 21 } });
  act('submit');

  const more = { ledger: 'reward_line', id: 'l2', op: 'create', values } as const;
  const item = {
    ledger: 'reward_item',
    id: 'i1',
    op: 'create',
    values: { line: 'l1', source_no: '手工', kind: '02' },
  } as const;
  const batch = randomUUID();
  store.batches.start({ id: batch, kind: 'import', ledger: 'reward_line', label: '补录' }, {});
  const refused = [
    write({ ...line, op: 'update', values: { adjust: 500, adjust_reason: '补发' } }),
    write({ ...line, op: 'remove', reason: '录错' }),
    write(more),
    write(more, batch),
    write(item),
    store.undo(edited.records[0]?.change ?? '', randomUUID(), clerk),
  ];
  for (const outcome of refused)
    expect(outcome).toMatchObject({ ok: false, problem: { findings: [{ code: 'workflow-part' }] } });
  expect(store.get('reward_line', 'l1', clerk)?.values).toMatchObject({ attendance_days: 21, adjust: null });

  act('send_back', { by: '陈志明', opinion: '漏报补贴' });
  expect(write({ ...line, op: 'update', values: { adjust: 500, adjust_reason: '补发' } }).ok).toBe(true);
  store.close();
});

test('old sheets are taken over with their lines, which are edited by nobody', () => {
  const { store } = town();
  save(store, { ledger: 'grid_staff', id: 'p1', op: 'create', values: worker });
  const batch = randomUUID();
  store.batches.start({ id: batch, kind: 'import', ledger: 'reward_sheet', label: '旧表' }, {});
  const paid = {
    village: 'v1',
    month: '2026-05',
    state: '40',
    approved_on: '2026-06-04',
    paid_on: '2026-06-10',
  };
  const take = (one: RecordWrite) =>
    store.write({ writeId: randomUUID(), caller: clerk, batch, writes: [one] });
  expect(take({ ledger: 'reward_sheet', id: 's1', op: 'create', values: paid }).ok).toBe(true);
  const values = { sheet: 's1', staff: 'p1', attendance_days: 20 };
  expect(take({ ledger: 'reward_line', id: 'l1', op: 'create', values }).ok).toBe(true);
  const edit = { ledger: 'reward_line', id: 'l1', op: 'update', values: { attendance_days: 22 } } as const;
  expect(store.write({ writeId: randomUUID(), caller: clerk, writes: [edit] })).toMatchObject({
    ok: false,
    problem: { findings: [{ field: 'sheet', code: 'workflow-part' }] },
  });
  store.close();
});

test('sheets of an earlier version stand where their days say, and go on from there', () => {
  const { store, options } = town();
  const at = '2026-11-01T02:00:00.000Z';
  const days = [
    { id: 'made', month: '2026-06', state: '10' },
    { id: 'checked', month: '2026-07', state: '20', checked_by: '陈志明', checked_on: '2026-08-02' },
    { id: 'approved', month: '2026-08', state: '30', approved_by: '李桂芳', approved_on: '2026-09-04' },
    { id: 'paid', month: '2026-09', state: '40', approved_on: '2026-10-04', paid_on: '2026-10-10' },
  ];
  store.bulk.add(
    'reward_sheet',
    days.map(({ id, ...values }) => ({ id, at, values: { village: 'v1', ...values } })),
  );
  store.bulk.finish();
  store.close();
  const raw = rawFile(options);
  raw.exec('DROP INDEX reward_sheet_by_state__step_due__removed_at');
  raw.exec('DROP INDEX reward_sheet_by_step_due');
  for (const column of ['step_due', 'publish_days', 'published_on'])
    raw.exec(`ALTER TABLE reward_sheet DROP COLUMN ${column}`);
  raw.exec("UPDATE ledger SET revision = 1 WHERE id = 'reward_sheet'");
  raw.close();

  const later = opened(options);

  expect(days.map(({ id }) => valuesOf(later, id)['state'])).toEqual(['10', '20', '30', '40']);
  expect(actor(later, 'checked')('approve', { by: '李桂芳' }).ok).toBe(true);
  expect(actor(later, 'approved')('pay', { values: { paid_on: '2026-11-20' } }).ok).toBe(true);
  expect(actor(later, 'paid')('withdraw', { by: '李桂芳', opinion: '金额有误' }).ok).toBe(false);
  expect(later.checkAll()).toMatchObject({ ok: true, findings: [] });
  later.close();
});

test('an import takes sheets over in the state their days tell where it names none', () => {
  const { store } = town();
  const batch = randomUUID();
  store.batches.start({ id: batch, kind: 'import', ledger: 'reward_sheet', label: '旧表' }, {});
  const taken = (id: string, values: Values) =>
    store.write({
      writeId: randomUUID(),
      caller: clerk,
      batch,
      writes: [{ ledger: 'reward_sheet', id, op: 'create', values: { village: 'v1', ...values } }],
    });

  expect(taken('p', { month: '2026-05', approved_on: '2026-06-04', paid_on: '2026-06-10' }).ok).toBe(true);
  expect(taken('c', { month: '2026-06', checked_on: '2026-07-02' }).ok).toBe(true);

  expect(['p', 'c'].map((id) => valuesOf(store, id)['state'])).toEqual(['40', '20']);
  expect(valuesOf(store, 'p')['step_due']).toBeNull();
  store.close();
});
