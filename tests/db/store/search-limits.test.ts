import { expect, test } from 'vitest';
import type { Store } from '../../../db/store/index.ts';
import { addPlace, clerk, newStore, save } from './fixture.ts';

// What is cut off on the way to an answer: rows of common keys and words, and ways to read a long text.

/** More rows than are taken from a key index when several parts must meet. */
const MANY = 3100;

/** Id numbers that begin or end as wanted. */
const numberWith = (i: number, { head = '110101', tail = '9999' }): string =>
  `${head}${String(10_000_000 + i)}${tail}`;

interface Person {
  readonly name: string;
  readonly number: string;
}

/** A town of these people, loaded at once. */
function townOf(people: readonly Person[]): Store {
  const { store } = newStore({ practice: true });
  const at = '2026-01-01T00:00:00.000Z';
  store.bulk.add(
    'dweller',
    people.map(({ name, number }, i) => ({ id: `d${String(i)}`, at, values: { name, number } })),
  );
  store.bulk.finish();
  return store;
}

const people = (count: number, person: (i: number) => Person): readonly Person[] =>
  Array.from({ length: count }, (_, i) => person(i));

const idsOf = (store: Store, question: string): readonly string[] =>
  store.search(question, 20, clerk).hits.map(({ id }) => id);

test('the one record in which two common keys meet is found behind many that have one of them', () => {
  const store = townOf([
    ...people(40, (i) => ({ name: '陈', number: numberWith(i, { head: '441900' }) })),
    ...people(40, (i) => ({ name: '陈', number: numberWith(100 + i, { tail: '8001' }) })),
    { name: '陈', number: numberWith(999, { head: '441900', tail: '8001' }) },
  ]);
  expect(idsOf(store, '441900 8001')).toEqual(['d80']);
  store.close();
});

test('a rare name is found among thousands that share the tail of the number', () => {
  const store = townOf([
    ...people(30, (i) => ({ name: '欧阳明', number: numberWith(i, {}) })),
    ...people(MANY, (i) => ({ name: '陈', number: numberWith(100 + i, { tail: '8001' }) })),
    { name: '欧阳明', number: numberWith(9999, { tail: '8001' }) },
  ]);
  expect(idsOf(store, '欧阳明 8001')).toEqual([`d${String(30 + MANY)}`]);
  store.close();
});

test('a ledger of which not all common keys were looked at is named as one that may hold more', () => {
  const store = townOf([
    ...people(MANY, (i) => ({ name: '陈', number: numberWith(i, { head: '441900' }) })),
    ...people(MANY, (i) => ({ name: '陈', number: numberWith(10_000 + i, { tail: '8001' }) })),
  ]);
  expect(store.search('441900 8001', 20, clerk)).toMatchObject({ hits: [], more: ['dweller'] });
  expect(store.search('441900 7777', 20, clerk)).toMatchObject({ hits: [], more: [] });
  store.close();
});

test('a street and its number are read both ways in each of two pieces, whatever answers to the first way', () => {
  const { store } = newStore();
  // By a street and a house number (the road), or by a name and the tail of a number (road and code): each piece either way.
  const kept: readonly (readonly [string, string])[] = [
    ['南面二路1010号创业路', '44190019900101X1019'],
    ['创业路1019号南面二路', '44190019900101X1010'],
    ['南面二路1010号创业路1019号', 'C'],
    ['南面二路创业路', '44190019900202X1010'],
  ];
  save(store, ...kept.map(([road, code], i) => addPlace(`p${String(i)}`, { code, road })));
  expect(idsOf(store, '南面二路1010 创业路1019').toSorted()).toEqual(['p0', 'p1', 'p2']);
  store.close();
});

test('a printed number of a document finds no other document of the same year and number', () => {
  const { store } = newStore();
  for (const [i, kind] of ['检查', '检改', '建'].entries())
    save(store, addPlace(`p${String(i)}`, { code: `${kind}〔2026〕0009号`, road: '人民路' }));
  expect(idsOf(store, '检查〔2026〕0009号')).toEqual(['p0']);
  expect(idsOf(store, '建(2026)0009')).toEqual(['p2']);
  expect(idsOf(store, '20260009').toSorted()).toEqual(['p0', 'p1', 'p2']);
  store.close();
});
