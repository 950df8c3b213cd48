import { expect, test } from 'vitest';
import { addDweller, addPlace, change, clerk, save } from '../fixture.ts';
import { newNode, send, type Node } from './exchange.ts';

/** Two towns that both recorded the same person, the first before the second, and the city that has both. */
function trio(): { readonly first: Node; readonly second: Node; readonly city: Node } {
  const first = newNode('441900121-one');
  const second = newNode('441900122-two');
  const city = newNode('441900-city');
  save(first.store, addDweller('a', { name: '张伟', number: 'N1', age: 30 }));
  save(
    second.store,
    addPlace('p', { code: 'P', road: '路' }),
    addDweller('b', { name: '张维', number: 'N1' }),
  );
  return { first, second, city };
}

const open = ({ store }: Node) => store.sync.twins.list({ all: false, limit: 9 });
const find = ({ store }: Node) => store.findByKey('dweller', { number: 'N1' })?.id;

test('two records of one person both stand at the city, in whatever order they came, and are reported', () => {
  for (const order of ['first', 'second'] as const) {
    const towns = trio();
    const { city } = towns;
    const other = order === 'first' ? 'second' : 'first';
    send(towns[order], city);
    const outcome = send(towns[other], city);
    const [mine, theirs] = order === 'first' ? ['b', 'a'] : ['a', 'b'];
    expect(outcome).toMatchObject({
      returned: [],
      duplicates: [
        {
          ledger: 'dweller',
          id: mine,
          otherId: theirs,
          otherUnit: { code: towns[order].store.info.town.code },
        },
      ],
    });
    expect(city.store.counts()).toMatchObject({ dweller: 2 });
    // Whoever was recorded first holds the key, on every node alike.
    expect(find(city)).toBe('a');
    expect(open(city)).toMatchObject([{ older: { id: 'a', title: '张伟' }, younger: { id: 'b' } }]);
    expect(city.store.checkAll().findings).toEqual([]);
    expect(towns[other].store.sync.states.duplicates()).toMatchObject([{ id: mine, otherId: theirs }]);
  }
});

test('a twin may be edited, others still cannot take its key, and it steps in when the older goes', () => {
  const { first, second, city } = trio();
  send(first, city);
  send(second, city);
  save(city.store, change('b', { age: 44 }));
  const third = city.store.write({
    writeId: 'third',
    caller: clerk,
    writes: [addDweller('c', { name: '赵', number: 'N1' })],
  });
  expect(third).toMatchObject({ ok: false, problem: { code: 'key-taken', holder: { id: 'a' } } });
  save(city.store, { ledger: 'dweller', id: 'a', op: 'remove', reason: '误录' });
  expect(find(city)).toBe('b');
  save(city.store, { ledger: 'dweller', id: 'a', op: 'restore' });
  expect(find(city)).toBe('a');
});

test('merging is one batch: links turned, the other removed with a reason; parting brings all of it back', () => {
  const first = newNode('441900121-one');
  const city = newNode('441900-city');
  save(
    first.store,
    addPlace('p1', { code: 'P1', road: '虎门大道' }),
    addDweller('d1', { name: '张伟', home: 'p1' }),
  );
  save(
    city.store,
    addPlace('p2', { code: 'P1', road: '虎门大道（市）' }),
    addDweller('d2', { name: '李娜', home: 'p2' }),
  );
  send(first, city);
  expect(open(city)).toMatchObject([{ ledger: 'place', older: { id: 'p1' }, younger: { id: 'p2' } }]);

  const merged = city.store.sync.twins.merge(
    { ledger: 'place', keep: 'p1', drop: 'p2', values: { road: '虎门大道中' } },
    { writeId: 'merge', caller: clerk },
  );

  if (!merged.ok) throw new Error(JSON.stringify(merged.problem));
  expect(city.store.get('dweller', 'd2', clerk)?.values['home']).toBe('p1');
  expect(city.store.get('place', 'p1', clerk)?.values['road']).toBe('虎门大道中');
  expect(city.store.get('place', 'p2', clerk)?.removedReason).toContain('p1');
  expect(open(city)).toEqual([]);
  expect(city.store.sync.twins.list({ all: true, limit: 9 })).toMatchObject([
    { state: 'merged', batch: merged.batch },
  ]);
  send(city, first);
  expect(first.store.get('dweller', 'd2', clerk)?.values['home']).toBe('p1');
  expect(first.store.get('place', 'p2', clerk)?.removedAt).not.toBeNull();

  expect(city.store.undoBatch(merged.batch ?? '', clerk)).toMatchObject({ ok: true, kept: 0 });
  expect(city.store.get('dweller', 'd2', clerk)?.values['home']).toBe('p2');
  expect(city.store.get('place', 'p2', clerk)?.removedAt).toBeNull();
  expect(city.store.get('place', 'p1', clerk)?.values['road']).toBe('虎门大道');
  expect(open(city)).toHaveLength(1);
  expect(city.store.checkAll().findings).toEqual([]);
  send(city, first);
  expect(first.store.get('place', 'p2', clerk)?.removedAt).toBeNull();
  expect(first.store.checkAll().findings).toEqual([]);
});

test('records kept apart are no longer asked about, also after the next package', () => {
  const { first, second, city } = trio();
  send(first, city);
  send(second, city);
  city.store.sync.twins.keepApart(open(city)[0]?.no ?? 0, clerk);
  expect(city.store.sync.twins.count()).toBe(0);
  save(second.store, change('b', { age: 31 }));
  send(second, city);
  expect(city.store.sync.twins.count()).toBe(0);
  expect(city.store.get('dweller', 'b', clerk)?.values['age']).toBe(31);
});

test('a corrected key parts two records that only seemed the same', () => {
  const { first, second, city } = trio();
  send(first, city);
  send(second, city);
  save(second.store, change('b', { number: 'N2' }));
  send(second, city);
  expect(open(city)).toEqual([]);
  expect(city.store.findByKey('dweller', { number: 'N2' })?.id).toBe('b');
  expect(city.store.findByKey('dweller', { number: 'N1' })?.id).toBe('a');
});
