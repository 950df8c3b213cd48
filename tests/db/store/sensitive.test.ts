import { expect, test } from 'vitest';
import { makeRegistry } from '../../../db/model/registry.ts';
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
