import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeRegistry } from '../../../db/model/registry.ts';
import type { Store } from '../../../db/store/index.ts';
import { clerk, newStore, save } from './fixture.ts';
import { call, follow, pace, paid, ward, wardLines } from './ward-ledgers.ts';

function started(): Store {
  const { store } = newStore({ registry: makeRegistry(wardLines) });
  save(store, { ledger: 'pace', id: 'p1', op: 'create', values: { name: '张三', visits: 3 } });
  save(store, { ledger: 'ward', id: 'w1', op: 'create', values: { name: '张三' } });
  save(store, { ledger: 'ward', id: 'w2', op: 'create', values: { name: '李四' } });
  return store;
}

const wardOf = (store: Store, id = 'w1') => store.get('ward', id, clerk)?.values;

test('a record follows its rules when it is saved, and its newest part when that is saved', () => {
  const store = started();
  expect(wardOf(store)).toMatchObject({ last_on: null, total: 0, open: 3 });
  save(store, paid('c1', '2026-11-10'));
  const outcome = save(store, paid('c2', '2026-11-02'));
  expect(wardOf(store)).toMatchObject({ last_on: '2026-11-10', total: 2, open: 1 });
  expect(outcome.records.map(({ ledger, id }) => `${ledger} ${id}`)).toEqual(['call c2', 'ward w1']);
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
  store.close();
});

test('several parts of one request change the record once, and a repeated request not at all', () => {
  const store = started();
  const request = {
    writeId: 'once',
    caller: clerk,
    writes: [paid('c1', '2026-11-01'), paid('c2', '2026-11-02')],
  };
  const first = store.write(request);
  expect(store.write(request)).toEqual({ ...first, repeated: true });
  expect(store.history('ward', 'w1', clerk)).toHaveLength(2);
  expect(wardOf(store)).toMatchObject({ total: 2, last_on: '2026-11-02' });
  store.close();
});

test('a part removed, brought back or given to another record is followed too', () => {
  const store = started();
  save(store, paid('c1', '2026-11-01'), paid('c2', '2026-11-02'));
  save(store, { ledger: 'call', id: 'c2', op: 'remove', reason: '录错' });
  expect(wardOf(store)).toMatchObject({ last_on: '2026-11-01', total: 1 });
  save(store, { ledger: 'call', id: 'c2', op: 'restore' });
  expect(wardOf(store)).toMatchObject({ last_on: '2026-11-02', total: 2 });
  save(store, { ledger: 'call', id: 'c2', op: 'update', values: { ward: 'w2' } });
  expect(wardOf(store)).toMatchObject({ last_on: '2026-11-01', total: 1 });
  expect(wardOf(store, 'w2')).toMatchObject({ last_on: '2026-11-02', total: 1, open: null });
  store.close();
});

test('undoing a part puts the record back in the same step', () => {
  const store = started();
  const change = save(store, paid('c1', '2026-11-01')).records[0]?.change ?? '';
  expect(store.undo(change, randomUUID(), clerk)).toMatchObject({ ok: true });
  expect(wardOf(store)).toMatchObject({ last_on: null, total: 0, open: 3 });
  store.close();
});

test('a record brought back follows what became of its parts while it was away', () => {
  const store = started();
  save(store, paid('c1', '2026-11-01'));
  save(store, { ledger: 'ward', id: 'w1', op: 'remove', reason: '误删' });
  save(store, paid('c2', '2026-11-05'));
  save(store, { ledger: 'ward', id: 'w1', op: 'restore' });
  expect(wardOf(store)).toMatchObject({ last_on: '2026-11-05', total: 2, open: 1 });
  store.close();
});

test('what an import writes is followed, also when its rows are checked and held', () => {
  const store = started();
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'call', label: '走访.xlsx' }, {});
  const written = store.write({
    writeId: randomUUID(),
    caller: clerk,
    batch: 'b1',
    checked: true,
    held: true,
    writes: [paid('c1', '2026-11-01')],
  });
  store.settle('b1');
  expect(written.ok).toBe(true);
  expect(wardOf(store)).toMatchObject({ total: 1 });
  store.close();
});

test('a value written by hand into a field that follows does not stay', () => {
  const store = started();
  save(store, { ledger: 'ward', id: 'w1', op: 'update', values: { total: 99 } });
  expect(wardOf(store)).toMatchObject({ total: 0 });
  store.close();
});

test('the registry refuses a record that follows what is not there', () => {
  const broken = (spec: Partial<typeof follow>) => () =>
    makeRegistry([
      { no: 101, ledger: pace },
      { no: 102, ledger: { ...ward, follows: [{ ...follow, ...spec }] } },
      { no: 103, ledger: call },
    ]);
  expect(broken({ part: 'nothing' })).toThrow('ledger ward, follows: nothing is no ledger');
  expect(broken({ link: 'on_day' })).toThrow('on_day does not link here');
  expect(broken({ newest: 'note' })).toThrow('no index of call begins with ward, note');
  expect(broken({ reads: ['rules'] })).toThrow('reads rules, which is no ledger');
});
