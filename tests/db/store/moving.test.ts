import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { choice } from '../../../db/model/fields/choice.ts';
import { day } from '../../../db/model/fields/day.ts';
import { link } from '../../../db/model/fields/link.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import type { MoveRequest, Store } from '../../../db/store/index.ts';
import { addDweller, addPlace, change, clerk, dweller, newStore, place, save } from './fixture.ts';

/** Who stayed where: the smallest ledger of intervals there can be. */
const stay = defineLedger({
  id: 'stay',
  revision: 1,
  area: 'base',
  label: words('居留', 'Stays'),
  counter: words('条', 'stays'),
  source: 'fixture',
  fields: {
    who: link({ label: words('住户', 'Dweller'), ledger: 'dweller', required: true }),
    place: link({ label: words('地点', 'Place'), ledger: 'place', required: true }),
    since: day({ label: words('起', 'Since'), required: true }),
    until: day({ label: words('止', 'Until') }),
    event: choice({ label: words('变动', 'Event'), table: 'residence_event' }),
  },
  title: ['place'],
  sections: [{ label: words('基本', 'Basic'), fields: ['who', 'place', 'since', 'until', 'event'] }],
  list: ['place', 'since', 'until'],
  naturalKey: ['who', 'since'],
  sort: 'since',
  interval: {
    subject: 'who',
    places: ['place'],
    words: ['place'],
    from: 'since',
    to: 'until',
    event: 'event',
    actions: {
      enter: { label: words('入', 'In'), event: '01', sentence: words('{day} 入 {new}', 'In {new}') },
      change: { label: words('转', 'On'), event: '02', sentence: words('{day} 从 {old} 转 {new}', 'On') },
      leave: { label: words('出', 'Out'), event: '03', sentence: words('{day} 出 {old}', 'Out') },
    },
    correction: words('{new}', '{new}'),
    present: [{ field: 'home', from: 'place' }],
  },
});
const registry = makeRegistry([
  { no: 101, ledger: dweller },
  { no: 102, ledger: place },
  { no: 103, ledger: stay },
]);

/** Somebody who came to p1 on the first of November. */
function settled(): Store {
  const { store } = newStore({ registry });
  save(store, addPlace('p1', { code: 'A1', road: '人民路' }), addPlace('p2', { code: 'A2', road: '太沙路' }));
  save(store, addDweller('d1', { name: '张伟', age: 30, number: 'N1' }));
  moved(store, { action: 'enter', values: { since: '2026-11-01', place: 'p1' }, newId: 's1' });
  return store;
}

function request(more: Partial<MoveRequest> & Pick<MoveRequest, 'action' | 'values'>): MoveRequest {
  const base = { ledger: 'stay', subject: 'd1', writeId: randomUUID(), newId: randomUUID(), caller: clerk };
  return { ...base, ...more };
}

function moved(store: Store, more: Parameters<typeof request>[0]) {
  const outcome = store.move(request(more));
  if (!outcome.ok) throw new Error(`not moved: ${JSON.stringify(outcome.problem)}`);
  return outcome;
}

const onward: Parameters<typeof request>[0] = {
  action: 'change',
  values: { since: '2026-11-20', place: 'p2' },
  newId: 's2',
};

/** Everything a move touches. */
const state = (store: Store): Readonly<Record<string, unknown>> => ({
  home: store.get('dweller', 'd1', clerk)?.values['home'],
  s1: store.get('stay', 's1', clerk)?.values ?? null,
  s2: store.get('stay', 's2', clerk)?.removedAt === null ? 'there' : null,
});

test('a move ends one interval, opens the next and tells the subject, as one write', () => {
  const store = settled();
  const { records } = moved(store, onward);
  expect(records.map(({ ledger, id }) => [ledger, id])).toEqual([
    ['stay', 's1'],
    ['stay', 's2'],
    ['dweller', 'd1'],
  ]);
  expect(state(store)).toMatchObject({
    home: 'p2',
    s1: { until: '2026-11-20', event: '02' },
    s2: 'there',
  });
  expect(store.openIntervals('stay', 'd1', clerk)).toEqual([
    { id: 's2', version: 1, from: '2026-11-20', place: '太沙路' },
  ]);
  const [last] = store.history('dweller', 'd1', clerk);
  expect(last).toMatchObject({ together: 2, fields: { home: ['p1', 'p2'] } });
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('a preview tells the sentence and what changes on the subject, and writes nothing', () => {
  const store = settled();
  const before = state(store);
  const { writeId: _writeId, newId: _newId, ...question } = request(onward);
  expect(store.lookMove(question)).toEqual({
    ok: true,
    preview: {
      findings: [],
      filled: { since: '2026-11-20', place: 'p2' },
      sentence: '2026-11-20 从 人民路 转 太沙路',
      subject: [{ field: 'home', old: '人民路', now: '太沙路' }],
    },
  });
  expect(state(store)).toEqual(before);
  store.close();
});

test('a repeated request answers as the first and changes nothing', () => {
  const store = settled();
  const again = request(onward);
  const first = store.move(again);
  const second = store.move(again);
  expect(first).toMatchObject({ ok: true, repeated: false });
  expect(second).toEqual({ ...first, repeated: true });
  expect(store.total('stay', {}).total).toBe(2);
  store.close();
});

test.each([0, 1, 2])('one undo takes the whole move back, named by its change %i', (nth) => {
  const store = settled();
  const before = state(store);
  const { records } = moved(store, onward);
  const named = records[nth];
  const undone = store.undo(named?.change ?? '', 'u-1', clerk);
  expect(undone).toMatchObject({ ok: true, records: [{ id: named?.id }, {}, {}] });
  expect(store.undo(named?.change ?? '', 'u-1', clerk)).toMatchObject({ ok: true, repeated: true });
  expect(state(store)).toEqual(before);
  expect(store.openIntervals('stay', 'd1', clerk).map(({ id }) => id)).toEqual(['s1']);

  // The undo is a change too, and goes back as a whole.
  const [undo] = store.history('dweller', 'd1', clerk);
  expect(undo).toMatchObject({ undoes: records[2]?.change, together: 2 });
  expect(store.undo(undo?.change ?? '', 'u-2', clerk)).toMatchObject({ ok: true });
  expect(state(store)).toMatchObject({ home: 'p2', s1: { until: '2026-11-20' }, s2: 'there' });
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('an undo is refused as a whole when one of its records was changed again, and only then', () => {
  const store = settled();
  const [closed] = moved(store, onward).records;
  save(store, change('d1', { age: 31 }));
  const later = save(store, { ledger: 'stay', id: 's2', op: 'update', values: { place: 'p1' } });
  const before = state(store);
  expect(store.undo(closed?.change ?? '', 'u-1', clerk)).toEqual({
    ok: false,
    problem: { code: 'later-changes', index: 0, changes: [later.records[0]?.change] },
  });
  expect(state(store)).toEqual(before);
  expect(store.undo(later.records[0]?.change ?? '', 'u-2', clerk)).toMatchObject({ ok: true });
  store.close();
});

test('nothing of a move is kept when one of its records cannot be written', () => {
  const store = settled();
  const before = state(store);
  const outcome = store.move(request({ ...onward, newId: 's1' }));
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'conflict', index: 1 } });
  expect(state(store)).toEqual(before);
  expect(store.history('stay', 's1', clerk)).toHaveLength(1);
  store.close();
});

test('a refused move says why with its field, and an unknown or ended subject is told apart', () => {
  const store = settled();
  const tomorrow = store.move(request({ ...onward, values: { since: '2026-11-24', place: 'p2' } }));
  expect(tomorrow).toMatchObject({
    ok: false,
    problem: { code: 'invalid', findings: [{ field: 'since', code: 'day-future' }] },
  });
  const stale = store.move(request({ ...onward, seen: { id: 's1', version: 9 } }));
  expect(stale).toMatchObject({ problem: { findings: [{ field: null, code: 'interval-stale' }] } });
  expect(store.move(request({ ...onward, subject: 'nobody' }))).toMatchObject({
    problem: { code: 'not-found' },
  });
  save(store, { ledger: 'dweller', id: 'd1', op: 'remove', reason: '死亡' });
  expect(store.move(request(onward))).toMatchObject({ ok: false, problem: { code: 'removed' } });
  store.close();
});

test('a subject that ends with its interval comes back with it', () => {
  const store = settled();
  const leave = { action: 'leave', values: { until: '2026-11-22' }, endsSubject: true } as const;
  const { records } = moved(store, leave);
  expect(store.get('dweller', 'd1', clerk)?.removedReason).toBe('2026-11-22 出 人民路');
  expect(store.undo(records[0]?.change ?? '', 'u-1', clerk)).toMatchObject({ ok: true });
  expect(store.get('dweller', 'd1', clerk)?.removedAt).toBeNull();
  expect(store.openIntervals('stay', 'd1', clerk)).toHaveLength(1);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('changes of a batch, and their reversals, are still taken back one by one', () => {
  const store = settled();
  save(store, addPlace('p3', { code: 'A3', road: '虎门大道' }));
  store.batches.start({ id: 'b1', kind: 'batch-change', ledger: 'place', label: '改路名' }, null);
  const writes = ['p1', 'p2', 'p3'].map(
    (id) => ({ ledger: 'place', id, op: 'update', values: { road: '新路' } }) as const,
  );
  const outcome = store.write({ writeId: 'w1', caller: clerk, batch: 'b1', writes });
  expect(outcome.ok && store.undo(outcome.records[0]?.change ?? '', 'u-1', clerk)).toMatchObject({
    ok: true,
    records: [{ id: 'p1' }],
  });
  expect(store.get('place', 'p2', clerk)?.values['road']).toBe('新路');
  store.undoBatch('b1', clerk);
  expect(store.get('place', 'p2', clerk)?.values['road']).toBe('太沙路');
  const [reversal] = store.history('place', 'p2', clerk);
  expect(reversal).toMatchObject({ together: 0 });
  expect(store.undo(reversal?.change ?? '', 'u-2', clerk)).toMatchObject({ records: [{ id: 'p2' }] });
  expect(store.get('place', 'p3', clerk)?.values['road']).toBe('虎门大道');
  store.close();
});
