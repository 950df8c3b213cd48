import { expect, test } from 'vitest';
import { addDweller, change, clerk, save } from '../fixture.ts';
import { newNode, pack, send, taken } from './exchange.ts';

/** What JSON must escape, and what it must not. */
const NAME = '张"三"\\ 龘𠮷\n第二行\t·';

test('new records of an increment travel as they stand, also those edited or vacated since', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('before', { name: '李四', age: 50 }));
  send(town, city);
  save(town.store, addDweller('untouched', { name: NAME, age: 30, kinds: ['01', '02'] }));
  save(town.store, addDweller('edited', { name: '王五', age: 40 }));
  save(town.store, change('edited', { age: 41 }));
  save(town.store, addDweller('vacated', { name: '赵六' }));
  save(town.store, { ledger: 'dweller', id: 'vacated', op: 'remove', reason: '搬离' });
  save(town.store, change('before', { age: 51 }));

  const increment = pack(town, city);
  const byId = new Map(increment.records.map((record) => [record.id, record]));
  expect([...byId.keys()].toSorted()).toEqual(['before', 'edited', 'untouched', 'vacated']);
  expect(byId.get('untouched')).toMatchObject({
    isWhole: true,
    values: { name: NAME, age: 30, kinds: '["01","02"]' },
    clocks: {},
    removal: null,
    author: '李梅',
  });
  expect(byId.get('untouched')?.clock[1]).toBe('441900121-town');
  expect(Object.keys(byId.get('untouched')?.values ?? {}).toSorted()).toEqual(['age', 'kinds', 'name']);
  expect(byId.get('edited')).toMatchObject({ isWhole: true, values: { name: '王五', age: 41 } });
  expect(Object.keys(byId.get('edited')?.clocks ?? {})).toEqual(['age']);
  expect(byId.get('vacated')).toMatchObject({ isWhole: true, removal: { reason: '搬离' } });
  expect(byId.get('before')).toMatchObject({ isWhole: false, values: { age: 51 } });

  expect(taken(city, increment)).toMatchObject({ accepted: 4, changed: 4, returned: [] });
  for (const id of byId.keys())
    expect(city.store.get('dweller', id, clerk)?.values, id).toEqual(
      town.store.get('dweller', id, clerk)?.values,
    );
});

test('several edits of one record make one line with the newest values and their clocks', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '李四', age: 50, number: 'N1' }));
  send(town, city);
  save(town.store, change('d1', { age: 51, number: 'N2' }));
  save(town.store, change('d1', { age: 52 }));

  const { records } = pack(town, city);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ isWhole: false, values: { number: 'N2', age: 52 } });
  expect(Object.keys(records[0]?.clocks ?? {})).toEqual(['number']);
});

test('edited values travel as the columns hold them: escapes, lists, numbers, emptied fields', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '李四', age: 50, kinds: ['01'], note: '"$extra"' }));
  save(town.store, addDweller('d2', { name: '王五', note: '无' }));
  send(town, city);
  save(town.store, change('d1', { name: NAME, age: null, kinds: ['02', '01'], note: '\\u0041 {"a":[1]}' }));
  save(town.store, change('d2', { note: '含"$extra"字样' }));

  const increment = pack(town, city);
  const byId = new Map(increment.records.map((record) => [record.id, record]));
  const clock = byId.get('d1')?.clock;
  expect(byId.get('d1')).toEqual({
    ledger: 'dweller',
    revision: byId.get('d2')?.revision,
    id: 'd1',
    isWhole: false,
    values: { name: NAME, age: null, kinds: '["01","02"]', note: '\\u0041 {"a":[1]}' },
    clock,
    clocks: {},
    removal: null,
    author: '李梅',
  });
  expect(clock?.[1]).toBe('441900121-town');
  expect(taken(city, increment)).toMatchObject({ accepted: 2, changed: 2, returned: [] });
  for (const id of byId.keys())
    expect(city.store.get('dweller', id, clerk)?.values).toEqual(
      town.store.get('dweller', id, clerk)?.values,
    );
});
