import { expect, test } from 'vitest';
import type { Where } from '../../../db/store/index.ts';
import { addDweller, addPlace, change, clerk, newStore, save } from './fixture.ts';

const surnames = ['王', '李', '张', '刘', '陈', '曾', '单', '欧阳'];

/** 5,000 dwellers with few ages, some empty, some names twice. */
function filled(): ReturnType<typeof newStore>['store'] {
  const { store } = newStore({ practice: true });
  store.bulk.add(
    'place',
    Array.from({ length: 20 }, (_, i) => ({
      id: `p${i}`,
      at: '2026-01-01T00:00:00.000Z',
      values: { code: `C${i}`, road: `人民路${i}号` },
    })),
  );
  store.bulk.add(
    'dweller',
    Array.from({ length: 5000 }, (_, i) => ({
      id: `d${i}`,
      at: '2026-01-01T00:00:00.000Z',
      values: {
        name: `${surnames[i % surnames.length] ?? ''}${String.fromCharCode(0x4e00 + ((i * 7) % 500))}`,
        number: `N${String(i).padStart(8, '0')}`,
        ...(i % 10 !== 0 && { age: (i * 13) % 90 }),
        ...(i % 3 === 0 && { home: `p${i % 20}` }),
        kinds: i % 4 === 0 ? ['01'] : ['02', '03'],
      },
    })),
  );
  store.bulk.finish();
  return store;
}

test('every order can be paged to the end, by key and by offset, with the same rows', () => {
  const store = filled();
  const sorts = ['name', '-name', 'age', '-age', 'number', 'born'];
  for (const sort of sorts) {
    const byKey: string[] = [];
    for (let after: string | undefined; ;) {
      const page = store.page(
        { ledger: 'dweller', where: {}, sort, limit: 333, ...(after !== undefined && { after }) },
        clerk,
      );
      byKey.push(...page.rows.map((row) => row.id));
      if (page.next === null) break;
      after = page.next;
    }
    expect([sort, byKey.length, new Set(byKey).size]).toEqual([sort, 5000, 5000]);
    for (const offset of [0, 1, 499, 1999, 2000, 2001, 3999, 4000, 4321, 4990, 5000, 9000]) {
      const page = store.page({ ledger: 'dweller', where: {}, sort, offset, limit: 7 }, clerk);
      expect([sort, offset, page.rows.map((row) => row.id)]).toEqual([
        sort,
        offset,
        byKey.slice(offset, offset + 7),
      ]);
    }
  }
  store.close();
});

test('empty values come first upwards and last downwards', () => {
  const store = filled();
  const up = store.page({ ledger: 'dweller', where: {}, sort: 'age', limit: 2 }, clerk);
  const down = store.page({ ledger: 'dweller', where: {}, sort: '-age', offset: 4998, limit: 2 }, clerk);
  expect(up.rows.map((row) => row.texts['age'])).toEqual([undefined, undefined]);
  expect(down.rows.map((row) => row.texts['age'])).toEqual([undefined, undefined]);
  store.close();
});

test('names sort by pinyin', () => {
  const { store } = newStore();
  for (const [i, name] of ['张三', '曾二', '阿强', '单一', '李四'].entries())
    save(store, addDweller(`d${i}`, { name }));
  const page = store.page({ ledger: 'dweller', where: {}, sort: 'name', limit: 10 }, clerk);
  expect(page.rows.map((row) => row.texts['name'])).toEqual(['阿强', '李四', '单一', '曾二', '张三']);
  store.close();
});

test('filters give exactly the rows they describe, and totals agree', () => {
  const store = filled();
  const all = Array.from({ length: 5000 }, (_, i) => i);
  const age = (i: number): number | null => (i % 10 === 0 ? null : (i * 13) % 90);
  const cases: readonly (readonly [Where, (i: number) => boolean])[] = [
    [{ age: 13 }, (i) => age(i) === 13],
    [{ age: { from: 20, to: 25 } }, (i) => (age(i) ?? -1) >= 20 && (age(i) ?? -1) <= 25],
    [{ age: null }, (i) => age(i) === null],
    [{ age: { blank: false, not: 13 } }, (i) => age(i) !== null && age(i) !== 13],
    [{ home: ['p0', 'p3'] }, (i) => i % 3 === 0 && [0, 3].includes(i % 20)],
    [{ kinds: '01' }, (i) => i % 4 === 0],
    [{ kinds: ['01', '03'] }, () => true],
    [{ kinds: { not: '03' } }, (i) => i % 4 === 0],
    [{ number: { starts: 'N0000123' } }, (i) => String(i).padStart(8, '0').startsWith('0000123')],
    [{ number: { contains: '777' } }, (i) => String(i).padStart(8, '0').includes('777')],
    [{ name: { contains: '欧阳' } }, (i) => i % 8 === 7],
    [{ name: { contains: '阳' }, age: { from: 50 } }, (i) => i % 8 === 7 && (age(i) ?? 0) >= 50],
    [{ home: [] }, () => false],
  ];
  for (const [where, belongs] of cases) {
    const expected = all.filter(belongs).length;
    expect([where, store.total('dweller', where)]).toEqual([where, { total: expected, exact: true }]);
    let seen = 0;
    for (let after: string | undefined; ;) {
      const page = store.page(
        { ledger: 'dweller', where, limit: 500, ...(after !== undefined && { after }) },
        clerk,
      );
      expect(page.rows.every((row) => belongs(Number(row.id.slice(1))))).toBe(true);
      seen += page.rows.length;
      if (page.next === null) break;
      after = page.next;
    }
    expect([where, seen]).toEqual([where, expected]);
  }
  expect(() => store.page({ ledger: 'dweller', where: { 'age; DROP': 1 }, limit: 1 }, clerk)).toThrow(
    'cannot be filtered',
  );
  store.close();
});

test('filters find removed records as well when they are asked for', () => {
  const { store } = newStore();
  save(
    store,
    addDweller('d1', { name: '欧阳锋', kinds: ['03'] }),
    addDweller('d2', { name: '欧阳克', kinds: ['03'] }),
  );
  save(store, { ledger: 'dweller', id: 'd1', op: 'remove', reason: 'x' });
  const idsOf = (where: Where): readonly string[] =>
    store.page({ ledger: 'dweller', where, limit: 9 }, clerk).rows.map((row) => row.id);
  expect(idsOf({ name: { contains: '欧阳' } })).toEqual(['d2']);
  expect(idsOf({ name: { contains: '欧阳' }, $removed: true })).toEqual(['d1']);
  expect(idsOf({ kinds: '03', $removed: 'any' }).toSorted()).toEqual(['d1', 'd2']);
  expect(store.total('dweller', { kinds: '03', $removed: 'any' })).toEqual({ total: 2, exact: true });
  expect(store.total('dweller', { kinds: '03' })).toEqual({ total: 1, exact: true });
  store.close();
});

test('remembered totals and places follow writes', () => {
  const store = filled();
  const middle = () =>
    store
      .page({ ledger: 'dweller', where: {}, sort: 'age', offset: 3000, limit: 3 }, clerk)
      .rows.map((row) => row.id);
  const before = middle();
  expect(store.total('dweller', { age: 13 }).total).toBeGreaterThan(10);
  const total = store.total('dweller', { age: 13 }).total;
  const victim = store.page({ ledger: 'dweller', where: { age: 13 }, limit: 1 }, clerk).rows[0]?.id ?? '';
  save(store, change(victim, { age: 89 }));
  expect(store.total('dweller', { age: 13 }).total).toBe(total - 1);
  expect(middle()).not.toEqual(before);
  save(store, { ledger: 'dweller', id: victim, op: 'remove', reason: 'x' });
  expect(store.total('dweller', {})).toEqual({ total: 4999, exact: true });
  store.close();
});

test('link titles in lists follow a change of the linked record', () => {
  const { store } = newStore();
  save(store, addPlace('p1', { code: 'A', road: '旧路' }), addDweller('d1', { name: '张伟', home: 'p1' }));
  const home = (): string | undefined =>
    store.page({ ledger: 'dweller', where: {}, limit: 1 }, clerk).rows[0]?.texts['home'];
  expect(home()).toBe('旧路');
  save(store, { ledger: 'place', id: 'p1', op: 'update', values: { road: '新路' } });
  expect(home()).toBe('新路');
  const [group] = store.related('place', 'p1', clerk);
  expect(group).toMatchObject({ ledger: 'dweller', field: 'home', total: 1, rows: [{ id: 'd1' }] });
  store.close();
});

test('suggestions begin with what is typed, most used first, and never come from withheld fields', () => {
  const { store } = newStore();
  for (const [i, road] of ['人民路', '人民路', '南人民街', '中山路'].entries())
    save(store, addPlace(`p${i}`, { code: `C${i}`, road }));
  save(store, addDweller('d', { name: '张', number: 'SECRET1' }));
  expect(store.suggest('place', 'road', '人民')).toEqual(['人民路', '南人民街']);
  expect(store.suggest('dweller', 'number', 'SEC')).toEqual([]);
  expect(store.options('place', '', 2).map((option) => option.id)).toEqual(['p0', 'p1']);
  expect(store.options('place', '中山', 5).map((option) => option.title)).toEqual(['中山路']);
  store.close();
});
