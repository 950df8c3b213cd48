import { expect, test } from 'vitest';
import { addDweller, addPlace, change, clerk, save } from '../fixture.ts';
import { newNode, pack, receive, send, taken } from './exchange.ts';

const valuesAt = (node: ReturnType<typeof newNode>, id: string) =>
  node.store.get('dweller', id, clerk)?.values;

test('a first package carries everything, an increment only changed fields, and both ends are equal', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addPlace('p1', { code: 'P1', road: '虎门大道' }));
  save(
    town.store,
    addDweller('d1', { name: '张伟', number: 'N1', age: 30, kinds: ['01', '02'], home: 'p1' }),
  );
  expect(send(town, city)).toMatchObject({ accepted: 2, changed: 2, returned: [], conflicts: 0 });
  expect(valuesAt(city, 'd1')).toEqual(valuesAt(town, 'd1'));

  save(town.store, change('d1', { age: 31 }));
  const increment = pack(town, city);
  expect(increment.records).toMatchObject([
    { id: 'd1', isWhole: false, values: { age: 31 }, author: '李梅' },
  ]);
  expect(taken(city, increment)).toMatchObject({ accepted: 1, changed: 1 });
  expect(valuesAt(city, 'd1')).toEqual(valuesAt(town, 'd1'));
  expect(city.store.checkAll().findings).toEqual([]);
  expect(city.store.search('张伟', 5, clerk).hits.map((hit) => hit.id)).toEqual(['d1']);
});

test('undoing what came with a package leaves alone what else came with it', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  for (const id of ['d1', 'd2']) save(town.store, addDweller(id, { name: '张伟', age: 30 }));
  send(town, city);
  save(town.store, change('d1', { age: 31 }));
  save(town.store, change('d2', { age: 32 }));
  send(town, city);
  const [arrived] = city.store.history('dweller', 'd1', clerk);
  expect(arrived?.together).toBe(0);
  expect(city.store.undo(arrived?.change ?? '', 'u1', clerk)).toMatchObject({ ok: true });
  expect(valuesAt(city, 'd1')).toMatchObject({ age: 30 });
  expect(valuesAt(city, 'd2')).toMatchObject({ age: 32 });
});

test('a package taken in twice changes nothing the second time, also under another digest', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟', age: 30 }));
  const parcel = pack(town, city);
  const first = taken(city, parcel);
  const before = city.store.sync.outgoing.position();
  expect(receive(city, parcel)).toEqual({ status: 'repeated', outcome: first });
  const again = { ...parcel, facts: { ...parcel.facts, digest: 'f'.repeat(64) } };
  expect(receive(city, again)).toMatchObject({ status: 'new', outcome: { accepted: 1, changed: 0 } });
  expect(city.store.sync.outgoing.position()).toEqual(before);
});
