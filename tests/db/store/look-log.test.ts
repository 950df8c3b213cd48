import { expect, test, vi } from 'vitest';
import { makeRegistry } from '../../../db/model/registry.ts';
import type { Caller, LookQuery, Store } from '../../../db/store/index.ts';
import { Connection } from '../../../db/store/open/connection.ts';
import {
  addDweller,
  addPlace,
  clerk,
  dweller,
  newStore,
  opened,
  place,
  rawFile,
  save,
  visitor,
} from './fixture.ts';

const registry = makeRegistry([
  { no: 101, ledger: { ...dweller, sensitive: true } },
  { no: 102, ledger: place },
]);
const leader: Caller = { ...clerk, user: 'u8', name: '陈主任' };
const barred: Caller = { ...clerk, user: 'u9', name: '无权', seesSensitive: false };

function town(): ReturnType<typeof newStore> & { at: (iso: string) => void } {
  let now = Date.parse('2026-11-20T02:00:00.000Z');
  const made = newStore({ registry, now: () => new Date((now += 1)) });
  save(made.store, addPlace('p1', { code: 'A1', road: '人民路' }));
  save(made.store, addDweller('d1', { name: '张伟', number: 'A77' }), addDweller('d2', { name: '李梅' }));
  return { ...made, at: (iso) => (now = Date.parse(iso)) };
}

const told = (store: Store, query: Partial<LookQuery> = {}, caller = leader) =>
  store.looks
    .page({ limit: 50, ...query }, caller)
    .looks.map(({ name, title, way, field }) => [name, title, way, ...(field === null ? [] : [field])]);

test('the log says who looked at what, and how, newest first', () => {
  const { store, at } = town();
  store.get('dweller', 'd1', clerk);
  at('2026-11-21T02:00:00.000Z');
  store.page({ ledger: 'dweller', where: {}, limit: 10 }, visitor);
  store.logView({ ledger: 'place', id: 'p1', field: 'code' }, visitor);
  store.logView({ ledger: 'dweller', id: '', field: '$print' }, visitor);
  expect(told(store)).toEqual([
    ['王强', null, 'print'],
    ['王强', '人民路', 'value', 'code'],
    ['王强', '张伟', 'list'],
    ['王强', '李梅', 'list'],
    ['李梅', '张伟', 'record'],
  ]);
  store.close();
});

test('lines are chosen by day in China, person, ledger and record', () => {
  const { store, at } = town();
  at('2026-11-20T15:59:00.000Z');
  store.get('dweller', 'd1', clerk);
  at('2026-11-20T16:01:00.000Z');
  store.get('dweller', 'd1', visitor);
  store.get('dweller', 'd2', visitor);
  store.logView({ ledger: 'place', id: 'p1', field: 'code' }, visitor);
  expect(told(store, { to: '2026-11-20' })).toEqual([['李梅', '张伟', 'record']]);
  expect(told(store, { from: '2026-11-21', ledger: 'dweller', user: 'u2' }).length).toBe(2);
  expect(told(store, { user: 'u1' }).length).toBe(1);
  expect(told(store, { ledger: 'place' })).toEqual([['王强', '人民路', 'value', 'code']]);
  store.logView({ ledger: 'dweller', id: '', field: '$copy' }, visitor);
  // Reading the log before was a look at all of the ledger, as the copy was.
  expect(told(store, { ledger: 'dweller', record: 'd2' })).toEqual([
    ['王强', null, 'copy'],
    ['陈主任', null, 'log'],
    ['王强', '李梅', 'record'],
  ]);
  expect(store.looks.people(leader)).toEqual([
    { user: 'u1', name: '李梅' },
    { user: 'u2', name: '王强' },
    { user: 'u8', name: '陈主任' },
  ]);
  store.close();
});

test('reading the log is a look at each sensitive ledger in it, once for ten minutes, and taking it along another', () => {
  const { store, at } = town();
  store.logView({ ledger: 'place', id: 'p1', field: 'code' }, clerk);
  told(store);
  expect(told(store, { user: 'u8' })).toEqual([]);
  store.get('dweller', 'd1', clerk);
  for (let i = 0; i < 3; i += 1) told(store);
  store.looks.page({ limit: 5 }, leader, 'log-sheet');
  expect(told(store, { user: 'u8' })).toEqual([
    ['陈主任', null, 'log-sheet'],
    ['陈主任', null, 'log'],
  ]);
  at('2026-11-20T03:00:00.000Z');
  told(store, { ledger: 'dweller', record: 'd1' });
  expect(told(store, { user: 'u8' })[0]).toEqual(['陈主任', '张伟', 'log']);
  store.close();
});

test('who may not open a sensitive ledger reads no line about it, and of nobody who looked only there', () => {
  const { store } = town();
  store.get('dweller', 'd1', clerk);
  store.logView({ ledger: 'place', id: 'p1', field: 'code' }, visitor);
  expect(told(store, {}, barred)).toEqual([['王强', '人民路', 'value', 'code']]);
  expect(told(store, { ledger: 'dweller' }, barred)).toEqual([]);
  expect(store.looks.people(barred)).toEqual([{ user: 'u2', name: '王强' }]);
  expect(told(store, { user: 'u9' })).toEqual([]);
  store.close();
});

test('pages follow each other without a gap while the log grows', () => {
  const { store } = town();
  const one = { ledger: 'dweller', id: 'd1' };
  for (let i = 0; i < 25; i += 1) store.logView({ ...one, field: '$record' }, { ...clerk, user: `v${i}` });
  const seen: string[] = [];
  let before: LookQuery['before'];
  for (let pages = 0; pages < 9; pages += 1) {
    const page = store.looks.page({ ledger: 'dweller', limit: 7, ...(before && { before }) }, leader);
    seen.push(...page.looks.map(({ user }) => user));
    store.logView({ ...one, field: '$record' }, { ...clerk, user: 'late' });
    if (page.next === null) break;
    before = page.next;
  }
  expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `v${24 - i}`));
  store.close();
});

test('a line kept before names were written down bears the id of the person', () => {
  const { store, options } = town();
  store.get('dweller', 'd1', clerk);
  store.close();
  const raw = rawFile(options);
  raw.exec('UPDATE view_log SET name = NULL');
  raw.close();
  const again = opened(options);
  expect(told(again)).toEqual([['u1', '张伟', 'record']]);
  expect(again.looks.people(clerk)[0]).toEqual({ user: 'u1', name: 'u1' });
  again.close();
});

test('a page of the log reads one index and sorts nothing', () => {
  const { store, options } = town();
  const queries: readonly Partial<LookQuery>[] = [
    {},
    { user: 'u1', from: '2026-11-01' },
    { ledger: 'dweller', user: 'u1', before: { at: '2026-12-01T00:00:00.000Z', no: 9 } },
  ];
  const asked = vi.spyOn(Connection.prototype, 'rows');
  for (const query of queries) store.looks.page({ limit: 5, ...query }, leader);
  const statements = asked.mock.calls.filter(([sql]) => sql.includes('view_log'));
  asked.mockRestore();
  store.close();
  const raw = rawFile(options);
  const plans = statements.flatMap(([sql, ...bound]) =>
    raw
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...bound)
      .map((row) => (typeof row === 'object' && row !== null && 'detail' in row ? String(row.detail) : '')),
  );
  raw.close();
  expect(plans.filter((line) => /USING INDEX view_log_(at|user|ledger)/.test(line)).length).toBe(3);
  expect(plans.filter((line) => line.includes('TEMP B-TREE'))).toEqual([]);
});
