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

const open = ({ store }: Node) => store.sync.twins.list({ all: false, limit: 9 }, clerk);
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
    expect(towns[other].store.sync.states.duplicates(clerk)).toMatchObject([{ id: mine, otherId: theirs }]);
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
  expect(city.store.sync.twins.list({ all: true, limit: 9 }, clerk)).toMatchObject([
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
  expect(city.store.sync.twins.counts(clerk)).toEqual([]);
  save(second.store, change('b', { age: 31 }));
  send(second, city);
  expect(city.store.sync.twins.counts(clerk)).toEqual([]);
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

/** A town and the city hold the same two places, each with a dweller of its own; the city has seen all of it. */
function bothHoldBoth(): { readonly town: Node; readonly city: Node } {
  const town = newNode('441900121-one');
  const city = newNode('441900-city');
  save(
    town.store,
    addPlace('p1', { code: 'P1', road: '虎门大道' }),
    addDweller('d1', { name: '张伟', home: 'p1' }),
  );
  save(
    city.store,
    addPlace('p2', { code: 'P1', road: '虎门大道（市）' }),
    addDweller('d2', { name: '李娜', home: 'p2' }),
  );
  send(town, city);
  send(city, town);
  return { town, city };
}

function mergePlaces(node: Node, [keep, drop]: readonly [string, string]): string {
  const outcome = node.store.sync.twins.merge(
    { ledger: 'place', keep, drop },
    { writeId: `${node.id} ${drop} ${keep}`, caller: clerk },
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.batch ?? '';
}

/** Everything travels both ways until nothing is left to say. */
function exchange(town: Node, city: Node): void {
  for (let round = 0; round < 2; round += 1) {
    send(town, city);
    send(city, town);
  }
}

const isHere = ({ store }: Node, id: string) => store.get('place', id, clerk)?.removedAt === null;
const homes = ({ store }: Node) => ['d1', 'd2'].map((id) => store.get('dweller', id, clerk)?.values['home']);

for (const first of ['town', 'city'] as const)
  test(`twins merged in opposite directions end as the one of the later merge; the ${first} hears of it first`, () => {
    const { town, city } = bothHoldBoth();
    mergePlaces(town, ['p1', 'p2']);
    mergePlaces(city, ['p2', 'p1']);
    const [a, b] = first === 'town' ? [city, town] : [town, city];

    for (const [from, to] of [
      [a, b],
      [b, a],
      [a, b],
      [b, a],
    ] as const)
      send(from, to);

    for (const node of [town, city]) {
      expect([isHere(node, 'p1'), isHere(node, 'p2')]).toEqual([false, true]);
      expect(homes(node)).toEqual(['p2', 'p2']);
      expect(open(node)).toEqual([]);
      expect(node.store.checkAll().findings).toEqual([]);
    }
  });

test('a merge that was overruled elsewhere can be parted on either node, each link going back to where it led', () => {
  for (const who of ['town', 'city'] as const) {
    const { town, city } = bothHoldBoth();
    mergePlaces(town, ['p1', 'p2']);
    mergePlaces(city, ['p2', 'p1']);
    exchange(town, city);
    const { store } = who === 'town' ? town : city;
    const [merged] = store.sync.twins.list({ all: true, limit: 9 }, clerk);

    const parted = store.sync.twins.part(merged?.no ?? 0, { writeId: 'part', caller: clerk });

    expect(parted).toMatchObject({ ok: true });
    exchange(town, city);
    for (const node of [town, city]) {
      expect([isHere(node, 'p1'), isHere(node, 'p2')]).toEqual([true, true]);
      expect(homes(node)).toEqual(['p1', 'p2']);
      expect(open(node)).toHaveLength(1);
      expect(node.store.checkAll().findings).toEqual([]);
    }
  }
});

test('a record entered elsewhere for the one that was merged away is turned to the one that stays', () => {
  for (const later of [true, false]) {
    const { town, city } = bothHoldBoth();
    const enter = () => save(town.store, addDweller('d3', { name: '王芳', home: 'p1' }));
    if (!later) enter();
    mergePlaces(city, ['p2', 'p1']);
    if (later) enter();
    exchange(town, city);
    for (const { store } of [town, city])
      expect(store.get('dweller', 'd3', clerk)?.values['home']).toBe('p2');
  }
});

test('a record merged into by somebody who saw it stand outlives an earlier removal elsewhere, but no later one', () => {
  for (const order of ['removal first', 'merge first'] as const) {
    const { town, city } = bothHoldBoth();
    const remove = () => save(town.store, { ledger: 'place', id: 'p1', op: 'remove', reason: '误录' });
    if (order === 'removal first') remove();
    mergePlaces(city, ['p1', 'p2']);
    if (order === 'merge first') remove();
    exchange(town, city);
    for (const node of [town, city])
      expect([isHere(node, 'p1'), isHere(node, 'p2')]).toEqual([order === 'removal first', false]);
  }
});

test('a pair is merged into a record that stands, and into no other', () => {
  const { town } = bothHoldBoth();
  save(town.store, { ledger: 'place', id: 'p1', op: 'remove', reason: '误录' });
  const merge = { ledger: 'place', keep: 'p1', drop: 'p2' };
  expect(town.store.sync.twins.merge(merge, { writeId: 'merge', caller: clerk })).toMatchObject({
    ok: false,
    problem: { code: 'removed' },
  });
  expect(isHere(town, 'p2')).toBe(true);
});

test('twins that were merged elsewhere are no longer reported to who entered one of them', () => {
  const { town, city } = bothHoldBoth();
  const reported = () => city.store.sync.incoming.duplicates(town.id);
  expect(reported()).toMatchObject([{ ledger: 'place', id: 'p1', otherId: 'p2' }]);
  mergePlaces(town, ['p1', 'p2']);
  send(town, city);
  expect(reported()).toEqual([]);
});
