import { expect, test } from 'vitest';
import { addDweller, change, clerk, save, visitor } from '../fixture.ts';
import { answer, newNode, pack, receive, send, taken, type Node } from './exchange.ts';

/** A town and its city that both have the record `d1`, and know it of each other. */
function pair(): { readonly town: Node; readonly city: Node } {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟', number: 'N1', age: 30, kinds: ['01'] }));
  send(town, city);
  return { town, city };
}

const valuesAt = ({ store }: Node, id = 'd1') => store.get('dweller', id, clerk)?.values;
const open = ({ store }: Node) => store.sync.conflicts.list({ all: false, limit: 50 }, clerk);
const request = (writeId: string) => ({ writeId, caller: clerk });

test('edits to different fields on both sides merge without a word', () => {
  const { town, city } = pair();
  save(town.store, change('d1', { age: 31 }));
  save(city.store, change('d1', { note: '市级备注' }));
  const [up, down] = [pack(town, city), pack(city, town)];
  expect(taken(city, up).conflicts + taken(town, down).conflicts).toBe(0);
  expect(valuesAt(town)).toMatchObject({ age: 31, note: '市级备注' });
  expect(valuesAt(city)).toEqual(valuesAt(town));
  expect([...open(town), ...open(city)]).toEqual([]);
});

test('of two edits to one field the later stands, the other is listed with author, time and title', () => {
  const { town, city } = pair();
  save(town.store, change('d1', { age: 31 }));
  save(city.store, change('d1', { age: 32 }));
  expect(send(town, city)).toMatchObject({ conflicts: 1, changed: 0, accepted: 1 });
  expect(valuesAt(city)).toMatchObject({ age: 32 });
  expect(open(city)).toMatchObject([
    {
      ledger: 'dweller',
      id: 'd1',
      title: '张伟',
      field: 'age',
      peer: town.id,
      kept: { value: 32, author: '李梅', node: city.id },
      other: { value: 31, text: '31', author: '李梅', node: town.id },
      state: 'open',
    },
  ]);
  send(city, town);
  expect(valuesAt(town)).toMatchObject({ age: 32 });
  // The city knew the town's value: the town is not asked the same question again.
  expect(open(town)).toEqual([]);
});

test('an edit made in knowledge of the other is no conflict', () => {
  const { town, city } = pair();
  save(city.store, change('d1', { age: 32 }));
  send(city, town);
  save(town.store, change('d1', { age: 33 }));
  expect(send(town, city)).toMatchObject({ conflicts: 0, changed: 1 });
  expect(valuesAt(city)).toMatchObject({ age: 33 });
});

test('choosing the other value is a change that travels; a third value too; keeping settles both inboxes', () => {
  for (const [choice, age] of [
    ['other', 31],
    [{ value: 50 }, 50],
    ['kept', 32],
  ] as const) {
    const { town, city } = pair();
    save(town.store, change('d1', { age: 31 }));
    save(city.store, change('d1', { age: 32 }));
    const [up, down] = [pack(town, city), pack(city, town)];
    taken(city, up);
    taken(town, down);
    answer(city, town);
    answer(town, city);
    const [conflict] = open(city);
    expect(open(town)).toHaveLength(1);

    const outcome = city.store.sync.conflicts.resolve(conflict?.no ?? 0, choice, request(`r${age}`));

    expect(outcome.ok).toBe(true);
    expect(open(city)).toEqual([]);
    send(city, town);
    expect(valuesAt(town)).toMatchObject({ age });
    expect(valuesAt(city)).toMatchObject({ age });
    expect(town.store.sync.conflicts.list({ all: true, limit: 9 }, clerk)).toMatchObject([
      { state: 'elsewhere', other: { value: 31 } },
    ]);
  }
});

test('a removal against an edit applies both, is listed, and bringing back travels', () => {
  const { town, city } = pair();
  save(town.store, addDweller('d2', { name: '李娜' }));
  save(town.store, { ledger: 'dweller', id: 'd1', op: 'remove', reason: '迁出' });
  save(city.store, change('d1', { age: 40 }));
  expect(send(town, city)).toMatchObject({ accepted: 2, returned: [], conflicts: 1 });
  expect(city.store.get('dweller', 'd1', clerk)).toMatchObject({
    removedReason: '迁出',
    values: { age: 40 },
  });
  expect(city.store.get('dweller', 'd2', clerk)?.removedAt).toBeNull();
  const [conflict] = open(city);
  expect(conflict).toMatchObject({ field: '$removed', kept: { value: '迁出' }, other: { value: 'age' } });

  city.store.sync.conflicts.resolve(conflict?.no ?? 0, 'other', request('back'));
  send(city, town);
  expect(town.store.get('dweller', 'd1', clerk)).toMatchObject({ removedAt: null, values: { age: 40 } });
  expect(town.store.search('张伟', 5, clerk).hits.map((hit) => hit.id)).toEqual(['d1']);
  expect(town.store.checkAll().findings).toEqual([]);
});

test('a removal from before a record was brought back does not win by arriving later', () => {
  const [town, city] = [newNode('441900121-town'), newNode('441900-city')];
  save(town.store, addDweller('d1', { name: '张伟' }));
  save(town.store, { ledger: 'dweller', id: 'd1', op: 'remove', reason: '迁出' });
  const removed = pack(town, city);
  save(town.store, { ledger: 'dweller', id: 'd1', op: 'restore' });
  const broughtBack = pack(town, city);
  for (const parcel of [broughtBack, removed]) receive(city, parcel);
  expect(city.store.get('dweller', 'd1', clerk)?.removedAt).toBeNull();
  expect(city.store.checkAll().findings).toEqual([]);
});

test('sets changed on both sides become one set, without a question', () => {
  const { town, city } = pair();
  save(town.store, change('d1', { kinds: ['01', '02'] }));
  save(city.store, change('d1', { kinds: ['01', '03'] }));
  expect(send(town, city)).toMatchObject({ conflicts: 0 });
  expect(valuesAt(city)).toMatchObject({ kinds: ['01', '02', '03'] });
  send(city, town);
  expect(valuesAt(town)).toEqual(valuesAt(city));
});

test('history shows who made an arrived change and when, and it can be taken back', () => {
  const { town, city } = pair();
  save(town.store, change('d1', { age: 31 }));
  const [atTown] = town.store.history('dweller', 'd1', clerk);
  send(town, city);
  const [atCity] = city.store.history('dweller', 'd1', clerk);
  expect(atCity).toMatchObject({ user: '李梅', at: atTown?.at, fields: { age: [30, 31] } });

  expect(city.store.undo(atCity?.change ?? '', 'undo', clerk).ok).toBe(true);
  send(city, town);
  expect(valuesAt(town)).toMatchObject({ age: 30 });
});

test('a masked value in the inbox is masked for who may not see it', () => {
  const { town, city } = pair();
  save(town.store, change('d1', { number: 'N7654321' }));
  save(city.store, change('d1', { number: 'N1234567' }));
  send(town, city);
  const [conflict] = city.store.sync.conflicts.list({ all: false, limit: 5 }, visitor);
  expect(JSON.stringify(conflict)).not.toContain('7654321');
  expect(open(city)[0]?.other.text).toBe('N7654321');
});

test('an edited code travels before the rows that use it, and a shipped one is overruled', () => {
  const { town, city } = pair();
  const table = town.store.codes.list('zh').find((one) => one.editable && one.items.length > 1);
  if (table === undefined) throw new Error('no editable table');
  const [first, ...rest] = table.items;
  if (first === undefined) throw new Error('empty table');
  const items = [{ ...first, name: '改过的名称' }, ...rest, { code: 'zz9', name: '新增的代码' }];
  expect(town.store.codes.save(table.id, items, 'codes', clerk).ok).toBe(true);
  expect(send(town, city)).toMatchObject({ returned: [] });
  const arrived = city.store.codes.list('zh').find((one) => one.id === table.id)?.items ?? [];
  expect(arrived.find((item) => item.code === first.code)?.name).toBe('改过的名称');
  expect(arrived.find((item) => item.code === 'zz9')?.name).toBe('新增的代码');
  expect(city.store.checkAll().findings).toEqual([]);
});
