import { expect, test } from 'vitest';
import type { SyncRecord } from '../../../../db/model/sync/sync-record.ts';
import { addDweller, addPlace, change, clerk, save } from '../fixture.ts';
import { circular, COUPLES, withCouples } from './couples.ts';
import { answer, newNode, pack, receive, send, taken, type Node, type Parcel } from './exchange.ts';

const valuesAt = ({ store }: Node, id: string) => store.get('dweller', id, clerk)?.values;

/** The parcel with one record spoilt, as a program with other rules might send it. */
const spoilt = (parcel: Parcel, id: string, more: Partial<SyncRecord>): Parcel => ({
  ...parcel,
  records: parcel.records.map((record) =>
    record.id === id ? { ...record, ...more, values: { ...record.values, ...more.values } } : record,
  ),
});

test('one bad row waits with its reason and stops nothing else; the corrected row is taken with its first part', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟', age: 30 }), addDweller('d2', { name: '李娜', age: 20 }));
  const parcel = spoilt(pack(town, city), 'd1', { values: { age: 999 } });
  expect(taken(city, parcel)).toEqual({
    accepted: 1,
    changed: 1,
    conflicts: 0,
    duplicates: [],
    returned: [{ ledger: 'dweller', id: 'd1', field: 'age', reason: 'too-large', args: { max: 150 } }],
  });
  expect(city.store.get('dweller', 'd1', clerk)).toBeNull();
  answer(city, town);
  town.store.sync.documents.set('node', 'parent', JSON.stringify({ id: city.id }));
  expect(town.store.sync.states.of('dweller', ['d1', 'd2'])).toEqual({ d1: 'returned', d2: 'accepted' });

  save(town.store, change('d1', { age: 31 }));
  expect(send(town, city)).toMatchObject({ accepted: 1, returned: [] });
  expect(valuesAt(city, 'd1')).toMatchObject({ name: '张伟', age: 31 });
  expect(city.store.sync.quarantine.counts(clerk)).toEqual([]);
});

test('values no column can hold, and removed or unknown records, are returned with a reason of their own', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟', age: 30 }), addDweller('d2', { name: '李娜' }));
  const first = spoilt(pack(town, city), 'd1', { values: { age: 'thirty' } });
  const second = spoilt(first, 'd2', { isWhole: false });
  expect(taken(city, second).returned).toMatchObject([
    { id: 'd1', field: 'age', reason: 'value-unreadable' },
    { id: 'd2', field: null, reason: 'record-missing' },
  ]);
});

test('a row that points to nothing waits until what it points to arrives', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(
    town.store,
    addPlace('p1', { code: 'P1', road: '路' }),
    addDweller('d1', { name: '张伟', home: 'p1' }),
  );
  const whole = pack(town, city);
  const withoutPlace = { ...whole, records: whole.records.filter((record) => record.id !== 'p1') };
  expect(taken(city, withoutPlace)).toMatchObject({
    accepted: 0,
    returned: [{ id: 'd1', field: 'home', reason: 'link-missing', args: { ledger: 'place', id: 'p1' } }],
  });
  const place1 = whole.records.filter((record) => record.id === 'p1');
  const later = { ...whole, facts: { ...whole.facts, digest: 'a'.repeat(64) }, records: place1 };
  expect(taken(city, later)).toMatchObject({ accepted: 1, returned: [] });
  expect(valuesAt(city, 'd1')).toMatchObject({ home: 'p1' });
  expect(city.store.sync.incoming.returned(town.id)).toEqual([]);
});

test('a waiting record that comes twice at once, mended and then spoilt again, waits with what was spoilt last', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟', age: 30 }));
  taken(city, spoilt(pack(town, city), 'd1', { values: { age: 999 } }));
  answer(city, town);
  save(town.store, change('d1', { age: 31 }));
  const parcel = pack(town, city);
  const [mended] = parcel.records;
  if (mended === undefined) throw new Error('nothing was packed');
  const later = { ...mended, values: { age: 998 }, clock: [mended.clock[0] + 1, mended.clock[1]] as const };
  expect(taken(city, { ...parcel, records: [mended, later] })).toMatchObject({
    accepted: 1,
    returned: [{ id: 'd1', field: 'age', reason: 'too-large' }],
  });
  expect(valuesAt(city, 'd1')).toMatchObject({ name: '张伟', age: 31 });
  expect(city.store.sync.quarantine.list(10, clerk)).toMatchObject([{ id: 'd1', values: { age: 998 } }]);
});

test('of rows tried again together those that still lack something go on waiting', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(
    town.store,
    addDweller('d1', { name: '张伟', home: 'p1' }),
    addDweller('d2', { name: '李娜', home: 'p2' }),
  );
  expect(taken(city, pack(town, city)).accepted).toBe(0);
  save(city.store, addPlace('p2', { code: 'P2', road: '路' }));
  expect(city.store.sync.quarantine.retry(clerk)).toEqual({ taken: 1, left: 1 });
  expect(city.store.sync.quarantine.list(10, clerk)).toMatchObject([{ id: 'd1' }]);
  save(city.store, addPlace('p1', { code: 'P1', road: '路' }));
  expect(city.store.sync.quarantine.retry(clerk)).toEqual({ taken: 1, left: 0 });
  expect(valuesAt(city, 'd1')).toMatchObject({ home: 'p1' });
});

test('rows that only lack each other are taken together; a third that lacks something else waits', () => {
  const town = newNode('441900121-town', { registry: circular });
  const city = newNode('441900-city', { registry: circular });
  save(
    town.store,
    addDweller('d1', { name: '张伟', home: 'p1' }),
    { ledger: 'place', id: 'p1', op: 'create', values: { code: 'P1', road: '路', owner: 'd1' } },
    addDweller('d2', { name: '李娜', home: 'p1' }),
    addDweller('d3', { name: '王强', home: 'p9' }),
  );
  expect(taken(city, pack(town, city))).toMatchObject({ accepted: 3, returned: [{ id: 'd3' }] });
  expect(valuesAt(city, 'd2')).toMatchObject({ home: 'p1' });
  expect(city.store.checkAll().findings).toEqual([]);
});

/** A package, or some of its records, applied but not finished. */
function applied(from: Node, to: Node, isMeant: (record: SyncRecord) => boolean = () => true): number {
  const parcel = pack(from, to);
  const start = to.store.sync.incoming.start(parcel.facts);
  if (start.status !== 'new') throw new Error(start.status);
  to.store.sync.incoming.apply(start.arrival, parcel.records.filter(isMeant));
  return start.arrival;
}

test('rows that wait are tried again in slices', () => {
  const { town, city, incoming, quarantine } = withCouples();
  const arrival = applied(town, city);
  const waiting = (): number => quarantine.counts(clerk).reduce((sum, { count }) => sum + count, 0);
  const left = [waiting()];
  while (incoming.tryWaiting(arrival)) {
    left.push(waiting());
  }
  // Of each couple one waited, and the other was taken because it did.
  expect(left).toEqual([COUPLES, COUPLES - 500, 0]);
  expect(incoming.finish(arrival)).toMatchObject({
    accepted: 2 * COUPLES,
    changed: 2 * COUPLES,
    returned: [],
  });
  expect(city.store.checkAll().findings).toEqual([]);
});

test('what others do between two slices is seen by the next, and counted for the package', () => {
  const { town, city, incoming, quarantine } = withCouples();
  const village = newNode('441900121001-village', { registry: circular });
  const arrival = applied(town, city);
  expect(incoming.tryWaiting(arrival)).toBe(true);
  // Another package meanwhile, and somebody who presses 重试.
  save(village.store, addPlace('p-village', { code: 'PV', road: '路' }));
  expect(taken(city, pack(village, city))).toMatchObject({ accepted: 1, returned: [] });
  expect(quarantine.retry(clerk).left).toBe(0);
  expect(incoming.tryWaiting(arrival)).toBe(false);
  expect(incoming.finish(arrival)).toMatchObject({ accepted: 2 * COUPLES, returned: [] });
  expect(city.store.checkAll().findings).toEqual([]);
});

test('a row that lacks something else between two slices goes on waiting', () => {
  const { town, city, incoming, quarantine } = withCouples();
  const arrival = applied(town, city);
  expect(incoming.tryWaiting(arrival)).toBe(true);
  const last = quarantine.list(COUPLES, clerk).at(-1)?.id ?? '';
  save(town.store, { ledger: 'place', id: last, op: 'update', values: { owner: 'd-nowhere' } });
  const second = applied(town, city, ({ id }) => id === last);
  while (incoming.tryWaiting(arrival));
  const waits = { id: last, reason: 'link-missing', args: { id: 'd-nowhere' } };
  expect(incoming.finish(arrival)).toMatchObject({ accepted: 2 * COUPLES - 1, returned: [] });
  expect(incoming.finish(second)).toMatchObject({ accepted: 0, returned: [waits] });
  expect(quarantine.list(10, clerk)).toMatchObject([waits]);
});

test('what comes between the last slice and the end lets a row in all the same', () => {
  const { town, city, incoming } = withCouples();
  save(town.store, addDweller('d-last', { name: '王强', home: 'p-late' }));
  const arrival = applied(town, city);
  while (incoming.tryWaiting(arrival));
  save(city.store, addPlace('p-late', { code: 'PL', road: '路' }));
  expect(incoming.finish(arrival)).toMatchObject({ accepted: 2 * COUPLES + 1, returned: [] });
  expect(valuesAt(city, 'd-last')).toMatchObject({ home: 'p-late' });
});

test('a package given up between two slices is taken in again whole', () => {
  const { town, city, incoming, quarantine } = withCouples();
  const parcel = pack(town, city);
  const start = incoming.start(parcel.facts);
  if (start.status !== 'new') throw new Error(start.status);
  incoming.apply(start.arrival, parcel.records);
  expect(incoming.tryWaiting(start.arrival)).toBe(true);
  incoming.abort(start.arrival);
  expect(taken(city, parcel)).toMatchObject({ accepted: 2 * COUPLES, returned: [] });
  expect(quarantine.counts(clerk)).toEqual([]);
});

test('a waiting row can be corrected where it waits, and the correction travels back', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟', age: 30 }));
  taken(city, spoilt(pack(town, city), 'd1', { values: { age: 999 } }));
  answer(city, town);
  const [row] = city.store.sync.quarantine.list(10, clerk);
  expect(row).toMatchObject({ peer: town.id, values: { name: '张伟', age: 999 }, author: '李梅' });

  expect(city.store.sync.quarantine.correct(row?.no ?? 0, { age: 200 }, clerk)).toBe(false);
  expect(city.store.sync.quarantine.correct(row?.no ?? 0, { age: 40 }, clerk)).toBe(true);

  expect(valuesAt(city, 'd1')).toMatchObject({ age: 40 });
  expect(city.store.sync.quarantine.counts(clerk)).toEqual([]);
  send(city, town);
  expect(valuesAt(town, 'd1')).toMatchObject({ age: 40 });
});

test('lines that are no records are kept and named', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  const parcel = pack(town, city);
  const start = city.store.sync.incoming.start(parcel.facts);
  if (start.status !== 'new') throw new Error(start.status);
  city.store.sync.incoming.quarantineLine(start.arrival, { number: 7, reason: 'no JSON', text: '{"i":' });
  expect(city.store.sync.incoming.finish(start.arrival).returned).toEqual([
    { ledger: '', id: '', field: null, reason: 'line-unreadable', args: { line: 7, text: 'no JSON' } },
  ]);
  expect(city.store.sync.quarantine.retry(clerk)).toEqual({ taken: 0, left: 1 });
});

test('a package that broke off is applied again from its beginning', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟' }), addDweller('d2', { name: '李娜' }));
  const parcel = pack(town, city);
  const start = city.store.sync.incoming.start(parcel.facts);
  if (start.status !== 'new') throw new Error(start.status);
  city.store.sync.incoming.apply(start.arrival, parcel.records.slice(0, 1));
  city.store.sync.incoming.abort(start.arrival);
  expect(city.store.sync.incoming.holdings(town.id)).toEqual([]);
  expect(receive(city, parcel)).toMatchObject({ status: 'new', outcome: { accepted: 2, changed: 1 } });
});

test('a reading of a clock beyond any sense is returned and does not carry ours away', () => {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  save(town.store, addDweller('d1', { name: '张伟' }));
  const parcel = spoilt(pack(town, city), 'd1', { clock: [Number.MAX_SAFE_INTEGER - 1, town.id] });
  expect(taken(city, parcel).returned).toMatchObject([{ id: 'd1', reason: 'clock-ahead' }]);
  save(city.store, addDweller('d2', { name: '李娜' }));
  expect(city.store.history('dweller', 'd2', clerk)[0]?.at).toMatch(/^2026-/);
});
