import { expect, test } from 'vitest';
import { linkKey, type Where } from '../../../db/model/where.ts';
import type { FigureQuestion, Store } from '../../../db/store/index.ts';
import { addDweller, addPlace, change, clerk, newStore, save } from './fixture.ts';

const dwellers = linkKey({ ledger: 'dweller', link: 'home' });
const withOld: Where = { [dwellers]: { some: { age: { from: 60 } } } };
const withoutOld: Where = { [dwellers]: { none: { age: { from: 60 } } } };

function settled(): Store {
  const { store } = newStore();
  save(
    store,
    ...['p1', 'p2', 'p3'].map((id, i) => addPlace(id, { code: `C${String(i)}`, road: `${String(i)}路` })),
  );
  save(
    store,
    addDweller('d1', { name: '张伟', age: 70, home: 'p1' }),
    addDweller('d2', { name: '李梅', age: 65, home: 'p1' }),
    addDweller('d3', { name: '王强', age: 30, home: 'p2' }),
    addDweller('d4', { name: '陈静', age: 80 }),
  );
  return store;
}

const listed = (store: Store, where: Where): readonly string[] =>
  store.page({ ledger: 'place', where, limit: 10 }, clerk).rows.map(({ id }) => id);

test('records are listed by what links to them, each once, and by what does not', () => {
  const store = settled();
  expect(listed(store, withOld)).toEqual(['p1']);
  expect(listed(store, withoutOld)).toEqual(['p2', 'p3']);
  expect(listed(store, { [dwellers]: { some: {} } })).toEqual(['p1', 'p2']);
  expect(listed(store, { [dwellers]: { none: {} }, code: 'C2' })).toEqual(['p3']);
  const both: Where = { [dwellers]: { and: [{ some: {} }, { none: { age: { from: 60 } } }] } };
  expect(listed(store, both)).toEqual(['p2']);
  store.close();
});

test('numbers and totals follow the records that link there', () => {
  const store = settled();
  const question: FigureQuestion = {
    ledger: 'place',
    where: {},
    by: null,
    spans: [null],
    measures: [
      { id: 'with', where: withOld, per: null, sum: null },
      { id: 'old', ledger: 'dweller', where: { age: { from: 60 } }, per: null, sum: null },
    ],
  };
  const told = () => [
    ...(store.figures(question, clerk).total[0] ?? []),
    store.total('place', withOld, clerk).total,
    store.total('place', withoutOld, clerk).total,
  ];
  expect(told()).toEqual([1, 3, 1, 2]);
  const older = save(store, change('d3', { age: 61 })).records[0]?.change ?? '';
  expect(told()).toEqual([2, 4, 2, 1]);
  save(store, change('d4', { home: 'p3' }));
  expect(told()).toEqual([3, 4, 3, 0]);
  save(store, { ledger: 'dweller', id: 'd4', op: 'remove', reason: '误录' });
  expect(told()).toEqual([2, 3, 2, 1]);
  expect(store.undo(older, 'u-1', clerk).ok).toBe(true);
  expect(told()).toEqual([1, 2, 1, 2]);
  save(store, addDweller('d5', { name: '黄海', age: 90, home: 'p2' }));
  expect(told()).toEqual([2, 3, 2, 1]);
  store.close();
});

test('what no record links by is refused, as is a value where records are asked for', () => {
  const store = settled();
  const refused: readonly Where[] = [
    { 'dweller.name': { some: {} } },
    { 'nobody.home': { some: {} } },
    { [dwellers]: { some: { nothing: 1 } } },
    { [dwellers]: 'd1' },
  ];
  for (const where of refused)
    expect(() => store.total('place', where, clerk), JSON.stringify(where)).toThrow('cannot be filtered by');
  store.close();
});
