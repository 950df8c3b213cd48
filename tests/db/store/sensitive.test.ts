import { expect, test } from 'vitest';
import { makeRegistry, registry as product } from '../../../db/model/registry.ts';
import type { Caller, CreateOptions, Store } from '../../../db/store/index.ts';
import { addDweller, addPlace, clerk, dweller, newStore, place, rawFile, save } from './fixture.ts';

const registry = makeRegistry([
  { no: 101, ledger: { ...dweller, sensitive: true } },
  { no: 102, ledger: place },
]);
const barred: Caller = { ...clerk, user: 'u9', seesSensitive: false };

function town(): { readonly store: Store; readonly options: CreateOptions } {
  const made = newStore({ registry });
  save(made.store, addPlace('p1', { code: 'A1', road: '人民路' }));
  save(made.store, addDweller('d1', { name: '张伟', number: 'A77', home: 'p1', note: '内部情况' }));
  return made;
}

/** Looks written down, as `user field record`. */
function looksIn({ store, options }: ReturnType<typeof town>): readonly string[] {
  store.close();
  const raw = rawFile(options);
  const rows = raw.prepare('SELECT user, field, record FROM view_log ORDER BY no').all() as {
    user: string;
    field: string;
    record: string;
  }[];
  raw.close();
  return rows.map(({ user, field, record }) => `${user} ${field} ${record}`);
}

test('every way to a sensitive record is written down before it is shown', () => {
  const made = town();
  const { store } = made;
  store.page({ ledger: 'dweller', where: {}, limit: 10 }, clerk);
  store.get('dweller', 'd1', clerk);
  store.history('dweller', 'd1', clerk);
  store.search('张伟', 10, clerk);
  store.options('dweller', '张', 10, clerk);
  store.related('place', 'p1', clerk);
  store.page({ ledger: 'place', where: {}, limit: 10 }, clerk);
  expect(looksIn(made)).toEqual([
    'u1 $list d1',
    'u1 $record d1',
    'u1 $history d1',
    'u1 $search d1',
    'u1 $picker d1',
    'u1 $related d1',
  ]);
});

test('a list asked again by the same person is one look, by another a second one', () => {
  const made = town();
  for (const caller of [clerk, clerk, { ...clerk, user: 'u2' }])
    made.store.page({ ledger: 'dweller', where: {}, limit: 10 }, caller);
  expect(looksIn(made)).toEqual(['u1 $list d1', 'u2 $list d1']);
});

test('who may not open sensitive ledgers finds nothing there, on no way, and changes nothing', () => {
  const made = town();
  const { store } = made;
  expect(store.page({ ledger: 'dweller', where: {}, limit: 10 }, barred).rows).toEqual([]);
  expect(store.total('dweller', {}, barred)).toEqual({ total: 0, exact: true });
  expect(store.get('dweller', 'd1', barred)).toBeNull();
  expect(store.history('dweller', 'd1', barred)).toEqual([]);
  expect(store.search('张伟', 10, barred).hits).toEqual([]);
  expect(store.options('dweller', '张', 10, barred)).toEqual([]);
  expect(store.related('place', 'p1', barred)).toEqual([]);
  expect(store.related('dweller', 'd1', barred)).toEqual([]);
  const write = { ledger: 'dweller', id: 'd1', op: 'update', values: { age: 5 } } as const;
  expect(store.write({ writeId: 'w9', caller: barred, writes: [write] })).toEqual({
    ok: false,
    problem: { code: 'not-found', index: 0 },
  });
  expect(store.get('place', 'p1', barred)?.title).toBe('人民路');
  expect(looksIn(made)).toEqual([]);
});

test('nothing entered about people of a sensitive ledger is offered while somebody types', () => {
  const { store } = town();
  expect(store.suggest('dweller', 'note', '内部')).toEqual([]);
  store.close();
});

test('reading a sensitive ledger in nobody’s name throws, whatever is asked', () => {
  const { store } = town();
  const none = /in nobody's name/;
  expect(() => store.rows('dweller', {})).toThrow(none);
  expect(() => store.total('dweller', {})).toThrow(none);
  expect(() => store.options('dweller', '', 5)).toThrow(none);
  expect(() => store.check('dweller', 'd1', {})).toThrow(none);
  expect(() => store.findByKey('dweller', { number: 'A77' })).toThrow(none);
  expect(store.rows('place', {})).toHaveLength(1);
  store.close();
});

test('rows for reckoning, likely duplicates and what a refused write tells are looks too', () => {
  const made = town();
  const { store } = made;
  store.rows('dweller', {}, clerk);
  store.check('dweller', null, { name: '张伟', number: 'A77' }, { ...clerk, user: 'u2' });
  const taken = { ledger: 'dweller', id: 'd2', op: 'create', values: { name: '李', number: 'A77' } } as const;
  store.write({ writeId: 'w2', caller: { ...clerk, user: 'u3' }, writes: [taken] });
  store.write({
    writeId: 'w3',
    caller: clerk,
    writes: [{ ledger: 'dweller', id: 'd1', op: 'update', values: { note: '新' } }],
  });
  const stale = { ledger: 'dweller', id: 'd1', op: 'update', base: 1, values: { note: '旧' } } as const;
  const conflict = store.write({ writeId: 'w4', caller: { ...clerk, user: 'u4' }, writes: [stale] });
  expect(conflict).toMatchObject({ ok: false, problem: { code: 'conflict' } });
  const looks = looksIn(made);
  expect(looks[0]).toBe('u1 $list d1');
  expect(looks).toContain('u3 $picker d1');
  expect(looks).toContain('u4 $record d1');
});

test('who may not open sensitive ledgers takes nothing back in them and sees no batch, no refused row, no file, no copy of them', () => {
  const made = town();
  const { store, options } = made;
  const change = store.history('dweller', 'd1', clerk)[0]?.change ?? '';
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'dweller', label: '名单.xlsx' }, null);
  store.batches.keepRefused({ id: 'dry', ledger: 'dweller' }, [new Uint8Array([1])]);
  expect(store.undo(change, 'u-9', barred)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  expect(store.undoBatch('b1', barred)).toEqual({ ok: false, problem: 'unknown-batch' });
  expect([store.batches.get('b1', barred), store.batches.list(9, barred)]).toEqual([null, []]);
  expect([store.batches.refused('dry', barred), store.batches.refused('dry', clerk)]).toMatchObject([
    null,
    [{}],
  ]);
  expect(store.saveSqlcipherCopy(`${options.file}.copy`, 'for the city', barred)).toBe(false);
  expect(store.get('dweller', 'd1', clerk)?.removedAt).toBeNull();
  expect(looksIn(made).filter((look) => look.startsWith('u9'))).toEqual([]);
});

test('hits of ledgers that may not be opened take no place among the others', () => {
  const { store } = town();
  for (let i = 0; i < 5; i += 1)
    save(store, addDweller(`x${String(i)}`, { name: `人民${String(i)}`, number: `N${String(i)}` }));
  expect(store.search('人民', 1, barred)).toMatchObject({ hits: [{ ledger: 'place', id: 'p1' }], more: [] });
  store.close();
});

test('a ledger that is not sensitive may not show one that is', () => {
  const closedPlace = { no: 102, ledger: { ...place, sensitive: true } };
  expect(() => makeRegistry([{ no: 101, ledger: dweller }, closedPlace])).toThrow(
    'is not sensitive and shows place',
  );
});

test('a case of a sensitive ledger is shown to nobody who may not open it, and each look at its state is kept', () => {
  const entries = [...product.ledgers].map((ledger) => ({
    no: product.numberById.get(ledger.id) ?? 0,
    ledger: { ...ledger, sensitive: true },
  }));
  const made = newStore({ registry: makeRegistry(entries) });
  const { store } = made;
  const division = { code: '441900121201', name: '虎门寨社区', level: '5' };
  const issue = {
    title: '楼道堆放杂物',
    category: '01',
    item: '0101',
    issue_source: '01',
    village: 'v1',
    reported_at: '2026-11-23T01:00:00.000Z',
    place_text: '银龙路10号',
    description: '堆放纸箱',
  };
  save(store, { ledger: 'division', id: 'v1', op: 'create', values: division });
  save(store, { ledger: 'issue', id: 'i1', op: 'create', values: issue });
  const question = { ledger: 'issue', id: 'i1', action: 'accept', values: {}, caller: barred };
  expect(store.caseState('issue', 'i1', barred)).toBeNull();
  expect(store.lookCase(question)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  expect(store.act({ ...question, writeId: 'w7', stepId: 's7', newId: 'n7' })).toMatchObject({
    ok: false,
    problem: { code: 'not-found' },
  });
  expect(store.caseState('issue', 'i1', clerk)?.state).toBe('10');
  expect(looksIn(made)).toEqual(['u1 $record i1']);
});
