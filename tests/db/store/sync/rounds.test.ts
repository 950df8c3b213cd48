import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { restoreBackup } from '../../../../db/store/index.ts';
import { addDweller, change, clerk, newFolder, opened, save } from '../fixture.ts';
import {
  answer,
  newNode,
  pack,
  receive,
  recordsOf,
  reopen,
  send,
  sharedClock,
  taken,
  type Node,
} from './exchange.ts';

const ageAt = ({ store }: Node, id = 'd1') => store.get('dweller', id, clerk)?.values['age'];

function pair(): { readonly town: Node; readonly city: Node } {
  const town = newNode('441900121-town');
  const city = newNode('441900-city');
  town.store.sync.documents.set('node', 'parent', JSON.stringify({ id: city.id }));
  save(town.store, addDweller('d1', { name: '张伟', age: 1 }));
  return { town, city };
}

/** Puts a backup of a node in the place of its file, as after a broken disk. */
function restore(node: Node, backup: string): void {
  node.store.close();
  restoreBackup(node.options.file, backup, node.options.now());
  node.store = opened(node.options);
}

test('a package is early until the round it builds on is here, and the missing rounds are named', () => {
  const { town, city } = pair();
  send(town, city);
  save(town.store, change('d1', { age: 2 }));
  const second = pack(town, city);
  const ofSecond = {
    ...second.facts,
    basis: { series: second.facts.series, number: 2, tip: second.facts.tip },
  };
  save(town.store, change('d1', { age: 3 }));
  const third = pack(town, city);
  const early = { ...third, facts: { ...third.facts, from: 3, basis: ofSecond.basis } };

  expect(receive(city, early)).toEqual({ status: 'early', missing: [[2, 2]] });
  city.store.sync.incoming.hold(early.facts, 'held.zwp');
  expect(city.store.sync.incoming.holdings(town.id)).toMatchObject([
    {
      holds: [
        [1, 1],
        [3, 3],
      ],
      missing: [2],
      rounds: [{ number: 1 }],
    },
  ]);
  expect(city.store.sync.incoming.list(town.id)).toMatchObject([
    { state: 'applied' },
    { state: 'held', file: 'held.zwp' },
  ]);

  expect(receive(city, second)).toMatchObject({ status: 'new' });
  expect(receive(city, early)).toMatchObject({ status: 'new' });
  expect(ageAt(city)).toBe(3);
  expect(city.store.sync.incoming.holdings(town.id)).toMatchObject([{ holds: [[1, 3]], missing: [] }]);
});

test('a lost package costs nothing: the next carries its content again', () => {
  const { town, city } = pair();
  pack(town, city);
  save(town.store, change('d1', { age: 2 }));
  const next = pack(town, city);
  expect(next.facts).toMatchObject({ from: 1, to: 2, basis: null });
  expect(taken(city, next)).toMatchObject({ accepted: 1 });
  expect(ageAt(city)).toBe(2);
});

test('states of rows follow from packages and receipts', () => {
  const { town, city } = pair();
  save(town.store, addDweller('d2', { name: '李娜', age: 20 }));
  const states = () => town.store.sync.states.of('dweller', ['d1', 'd2']);
  expect(states()).toEqual({ d1: 'pending', d2: 'pending' });
  expect(town.store.pendingChanges()).toBe(2);

  const parcel = pack(town, city);
  save(town.store, change('d2', { age: 21 }));
  expect(states()).toEqual({ d1: 'carried', d2: 'pending' });
  expect(town.store.sync.states.unanswered()).toMatchObject([{ digest: parcel.facts.digest }]);

  town.store.sync.outgoing.setState(parcel.facts.digest, 'phoned');
  expect(states()).toEqual({ d1: 'received', d2: 'pending' });

  taken(city, parcel);
  answer(city, town);
  expect(states()).toEqual({ d1: 'accepted', d2: 'pending' });
  expect(town.store.pendingChanges()).toBe(1);
  expect(town.store.sync.states.unanswered()).toEqual([]);

  save(town.store, change('d2', { age: 22 }), change('d1', { age: 2 }));
  expect(town.store.pendingChanges()).toBe(2);
  // What came from the city is not pending for it.
  save(city.store, addDweller('d3', { name: '王强' }));
  send(city, town);
  expect(town.store.pendingChanges()).toBe(2);
  expect(town.store.sync.states.of('dweller', ['d3'])).toEqual({});
});

test('a receipt names returned rows with field and reason; a correction makes the row pending again', () => {
  const { town, city } = pair();
  const parcel = pack(town, city);
  const bad = parcel.records.map((record) => ({ ...record, values: { ...record.values, age: 999 } }));
  taken(city, { ...parcel, records: bad });
  answer(city, town);
  expect(town.store.sync.states.returned(clerk)).toMatchObject([
    { ledger: 'dweller', id: 'd1', title: '张伟', field: 'age', reason: 'too-large', peer: city.id },
  ]);
  save(town.store, change('d1', { age: 50 }));
  expect(town.store.sync.states.of('dweller', ['d1'])).toEqual({ d1: 'pending' });
  send(town, city);
  expect(town.store.sync.states.of('dweller', ['d1'])).toEqual({ d1: 'accepted' });
  expect(town.store.sync.states.returned(clerk)).toEqual([]);
});

test('an older receipt that comes late does not bring returned rows back', () => {
  const { town, city } = pair();
  send(town, city);
  const receipt = (number: number, ids: readonly string[]) => ({
    series: 's',
    number,
    writtenAt: '2026-11-23T00:00:00Z',
    packages: [],
    holdings: [],
    returned: ids.map((id) => ({ ledger: 'dweller', id, field: null, reason: 'link-missing', args: {} })),
    duplicates: [],
  });
  town.store.sync.receipts.apply(city.id, receipt(2, []));
  town.store.sync.receipts.apply(city.id, receipt(1, ['d1']));
  expect(town.store.sync.states.returned(clerk)).toEqual([]);
  town.store.sync.receipts.apply(city.id, receipt(3, ['d1']));
  expect(town.store.sync.states.returned(clerk)).toHaveLength(1);
});

test('a restored file begins a new series on the last round it knows, and gets back what it had sent since', () => {
  const { town, city } = pair();
  send(town, city);
  const series = town.store.sync.outgoing.series(city.id);
  const backup = town.store.backup('test');
  save(town.store, change('d1', { age: 2 }), addDweller('d2', { name: '李娜', age: 20 }));
  send(town, city);

  restore(town, backup);
  expect(ageAt(town)).toBe(1);
  expect(town.store.notices.map((notice) => notice.code)).toContain('rolled-back');
  save(town.store, addDweller('d3', { name: '王强' }));
  const parcel = pack(town, city);
  expect(parcel.facts.series).not.toBe(series);
  expect(parcel.facts).toMatchObject({ from: 1, to: 1, basis: { series, number: 1 } });
  expect(taken(city, parcel)).toMatchObject({ accepted: 1 });
  answer(city, town);

  const known = parcel.facts.basis;
  const back = recordsOf(city.store.sync.outgoing.giveBack(town.id, known, false));
  expect(back).toMatchObject([
    { id: 'd2', isWhole: true, values: { age: 20 } },
    { id: 'd3' },
    { id: 'd1', isWhole: true, values: { age: 2 } },
  ]);
  const facts = { ...pack(city, town).facts, kind: 'give-back' as const, basis: null };
  expect(taken(town, { facts, records: back })).toMatchObject({ conflicts: 0, returned: [] });
  expect([ageAt(town), ageAt(town, 'd2')]).toEqual([2, 20]);
  expect(town.store.history('dweller', 'd1', clerk)[0]).toMatchObject({ user: '李梅' });
  send(town, city);
  // That it was turned back is told at every check of this launch; nothing else is wrong.
  expect(town.store.checkAll().findings.map((finding) => finding.code)).toEqual(['rolled-back']);
});

test('a restored receiver takes the basis back and everything that vanished is sent again', () => {
  const { town, city } = pair();
  send(town, city);
  const backup = city.store.backup('test');
  save(town.store, change('d1', { age: 2 }));
  send(town, city);
  expect(town.store.pendingChanges()).toBe(0);

  restore(city, backup);
  answer(city, town);
  expect(town.store.pendingChanges()).toBe(1);
  expect(town.store.sync.outgoing.list(city.id).map((sent) => sent.state)).toEqual(['acknowledged', 'lost']);
  send(town, city);
  expect(ageAt(city)).toBe(2);
});

test('a file moved without its mark begins a new series too', () => {
  const { town, city } = pair();
  const series = town.store.sync.outgoing.series(city.id);
  expect(town.store.sync.outgoing.series(city.id)).toBe(series);
  reopen(town);
  expect(town.store.sync.outgoing.series(city.id)).toBe(series);
  town.store.close();
  rmSync(`${town.options.file}.mark.json`);
  town.store = opened(town.options);
  const renewed = town.store.sync.outgoing.series(city.id);
  expect(renewed).not.toBe(series);
  reopen(town);
  expect(town.store.sync.outgoing.series(city.id)).toBe(renewed);
});

test('a copy that lives on beside the original is noticed by equal rounds with unequal tips, and loses nothing', () => {
  const { town, city } = pair();
  send(town, city);
  town.store.close();
  const folder = newFolder();
  cpSync(path.dirname(town.options.file), folder, { recursive: true });
  town.store = opened(town.options);
  const options = { ...town.options, file: path.join(folder, path.basename(town.options.file)) };
  const copy: Node = { id: town.id, options, store: opened(options) };
  save(town.store, change('d1', { age: 2 }));
  save(copy.store, addDweller('d2', { name: '李娜' }));

  expect(receive(city, pack(town, city))).toMatchObject({ status: 'new' });
  expect(receive(city, pack(copy, city))).toMatchObject({ status: 'fork' });

  expect(ageAt(city)).toBe(2);
  expect(city.store.get('dweller', 'd2', clerk)).not.toBeNull();
  answer(city, copy);
  // The receipt is bound to tips: each acknowledges its own package only.
  expect(copy.store.sync.outgoing.acknowledged(city.id)).toMatchObject({ number: 2 });
  const before = copy.store.sync.outgoing.series(city.id);
  expect(copy.store.sync.outgoing.renew(city.id)).not.toBe(before);
  expect(copy.store.sync.outgoing.series(city.id)).not.toBe(before);
});

test('writes between two chunks of an export do not enter it', () => {
  const { town, city } = pair();
  save(town.store, addDweller('d2', { name: '李娜', note: '旧' }));
  const { position } = town.store.sync.outgoing.position();
  const selection = { after: 0, upTo: position, except: city.id, sensitive: false, scope: null };
  const chunks = town.store.sync.outgoing.lines(selection);
  save(town.store, change('d2', { note: '新', name: '李敏' }), addDweller('d3', { name: '王强' }));
  expect(
    recordsOf(chunks)
      .toSorted((a, b) => a.id.localeCompare(b.id))
      .map((record) => [record.id, record.values]),
  ).toEqual([
    ['d1', { name: '张伟', age: 1 }],
    ['d2', { name: '李娜', note: '旧' }],
  ]);
});

test('nothing of a practice file leaves', () => {
  const practice = newNode('441900121-practice', { practice: true });
  const selection = { after: 0, upTo: 1, except: null, sensitive: false, scope: null };
  expect(() => [...practice.store.sync.outgoing.lines(selection)]).toThrow('practice');
  expect(practice.store.sync.facts.isPractice).toBe(true);
});

test('a preview counts what a package would carry', () => {
  const { town, city } = pair();
  send(town, city);
  save(
    town.store,
    change('d1', { age: 2 }),
    addDweller('d2', { name: '李娜' }),
    addDweller('d3', { name: '王强' }),
  );
  save(town.store, { ledger: 'dweller', id: 'd3', op: 'remove', reason: '误录' });
  const { outgoing } = town.store.sync;
  const upTo = outgoing.position().position;
  const after = outgoing.acknowledged(city.id)?.position ?? 0;
  expect(outgoing.preview({ after, upTo, except: city.id, sensitive: false, scope: null })).toEqual({
    ledgers: { dweller: { created: 1, changed: 1, removed: 1, invalid: 0, isSensitive: false } },
    attachments: [],
  });
});

test('the register of sticks keeps what is put into it', () => {
  const { town } = pair();
  const stick = {
    id: 'A1B2',
    label: '上报1号',
    bytes: 8_000_000_000,
    registeredAt: sharedClock.now().toISOString(),
    registeredBy: '李梅',
    usedAt: null,
    state: 'in-use' as const,
    note: '',
  };
  town.store.sync.sticks.put(stick);
  town.store.sync.sticks.put({ ...stick, state: 'lost' });
  expect(town.store.sync.sticks.list()).toEqual([{ ...stick, state: 'lost' }]);
});
