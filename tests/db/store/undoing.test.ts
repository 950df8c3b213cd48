import { expect, test } from 'vitest';
import { addDweller, addPlace, change, clerk, newStore, save } from './fixture.ts';

test('history shows a create with all its values, also after later changes', () => {
  const { store } = newStore();
  save(store, addPlace('p1', { code: 'A1', road: '人民路' }));
  save(store, addDweller('d1', { name: '张伟', age: 30, home: 'p1' }));
  save(store, change('d1', { name: '张卫', age: null }));
  save(store, { ledger: 'dweller', id: 'd1', op: 'remove', reason: '误录' });
  const history = store.history('dweller', 'd1', clerk);
  expect(history.map((one) => one.op)).toEqual(['remove', 'update', 'create']);
  expect(history[0]).toMatchObject({ reason: '误录', user: '李梅', fields: {} });
  expect(history[1]?.fields).toEqual({ name: ['张伟', '张卫'], age: [30, null] });
  expect(history[1]?.texts).toEqual({ name: ['张伟', '张卫'], age: ['30', ''] });
  expect(history[2]?.fields).toEqual({ name: [null, '张伟'], age: [null, 30], home: [null, 'p1'] });
  expect(history[2]?.texts['home']).toEqual(['', '人民路']);
  store.close();
});

test('an update is undone by a new change, and the undo can be undone', () => {
  const { store } = newStore();
  save(store, addDweller('d1', { name: '张伟', age: 30 }));
  const changed = save(store, change('d1', { name: '李伟', age: 31 })).records[0]?.change ?? '';
  const undone = store.undo(changed, 'u-1', clerk);
  expect(undone).toMatchObject({ ok: true, repeated: false });
  expect(store.undo(changed, 'u-1', clerk)).toMatchObject({ ok: true, repeated: true });
  expect(store.get('dweller', 'd1', clerk)?.values).toMatchObject({ name: '张伟', age: 30 });
  expect(store.search('张伟', 5, clerk).hits.length).toBe(1);
  const [last] = store.history('dweller', 'd1', clerk);
  expect(last?.undoes).toBe(changed);
  expect(store.undo(last?.change ?? '', 'u-2', clerk)).toMatchObject({ ok: true });
  expect(store.get('dweller', 'd1', clerk)?.values).toMatchObject({ name: '李伟', age: 31 });
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('an undo is refused when later changes touched the same fields, and only then', () => {
  const { store } = newStore();
  save(store, addDweller('d1', { name: '张伟', age: 30, note: 'a' }));
  const first = save(store, change('d1', { age: 31 })).records[0]?.change ?? '';
  save(store, change('d1', { note: 'b' }));
  const later = save(store, change('d1', { age: 32 })).records[0]?.change ?? '';
  expect(store.undo(first, 'u-1', clerk)).toEqual({
    ok: false,
    problem: { code: 'later-changes', index: 0, changes: [later] },
  });
  expect(store.undo(later, 'u-2', clerk)).toMatchObject({ ok: true });
  expect(store.get('dweller', 'd1', clerk)?.values).toMatchObject({ age: 31, note: 'b' });
  expect(store.undo('nothing.1', 'u-3', clerk)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
  store.close();
});

test('undoing a create removes the record, undoing a removal brings it back', () => {
  const { store } = newStore();
  const made = save(store, addDweller('d1', { name: '张伟' })).records[0]?.change ?? '';
  expect(store.undo(made, 'u-1', clerk)).toMatchObject({ ok: true });
  expect(store.get('dweller', 'd1', clerk)?.removedReason).toBe('撤销新增');
  const [removal] = store.history('dweller', 'd1', clerk);
  expect(store.undo(removal?.change ?? '', 'u-2', clerk)).toMatchObject({ ok: true });
  expect(store.get('dweller', 'd1', clerk)?.removedAt).toBeNull();
  store.close();
});

test('what one act wrote goes back as a whole, however much that was; a load record by record', () => {
  const { store } = newStore();
  const dwellers = Array.from({ length: 60 }, (_, i) => addDweller(`d${i}`, { name: `人${i}` }));
  const act = save(store, addPlace('p1', { code: 'P1' }), ...dwellers);
  expect(store.undo(act.records[7]?.change ?? '', 'u-1', clerk)).toMatchObject({ ok: true });
  expect(store.counts()).toMatchObject({ dweller: 0, place: 0 });

  const load = save(store, ...Array.from({ length: 60 }, (_, i) => addDweller(`n${i}`, { name: `新${i}` })));
  expect(store.undo(load.records[7]?.change ?? '', 'u-2', clerk)).toMatchObject({ ok: true });
  expect(store.counts()).toMatchObject({ dweller: 59 });
  store.close();
});

test('undoing a batch takes back what it did and keeps what was changed again', () => {
  const { store } = newStore();
  save(store, addDweller('old', { name: '老住户', age: 50, note: 'x' }));
  save(store, addDweller('kept', { name: '另一个', age: 60 }));
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'dweller', label: '名册.xlsx' }, { read: 0 });
  const writes = Array.from({ length: 1200 }, (_, i) => addDweller(`n${i}`, { name: `新${i}` }));
  store.write({ writeId: 'w1', caller: clerk, batch: 'b1', batchState: { read: 1200 }, writes });
  store.write({
    writeId: 'w2',
    caller: clerk,
    batch: 'b1',
    writes: [change('old', { age: 51, note: 'y' }), change('kept', { age: 61 }), change('n5', { age: 5 })],
  });
  expect(store.batches.get('b1', clerk)?.state).toEqual({ read: 1200 });
  save(store, change('n7', { note: '后来补录' }));
  save(store, change('kept', { age: 62 }));
  const progress: number[] = [];
  const outcome = store.undoBatch('b1', clerk, (done) => {
    progress.push(done);
    return true;
  });
  expect(outcome).toEqual({ ok: true, undone: 1200, kept: 2 });
  expect(progress.length).toBeGreaterThan(2);
  expect(store.counts()['dweller']).toBe(3);
  expect(store.get('dweller', 'old', clerk)?.values).toMatchObject({ age: 50, note: 'x' });
  expect(store.get('dweller', 'kept', clerk)?.values['age']).toBe(62);
  expect(store.get('dweller', 'n7', clerk)?.removedAt).toBeNull();
  expect(store.undoBatch('b1', clerk)).toEqual({ ok: false, problem: 'already-undone' });
  expect(store.undoBatch('b2', clerk)).toEqual({ ok: false, problem: 'unknown-batch' });
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('a cancelled undo of a batch is finished by asking again', () => {
  const { store } = newStore();
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'dweller', label: '名册.xlsx' }, null);
  const writes = Array.from({ length: 700 }, (_, i) => addDweller(`n${i}`, { name: `新${i}` }));
  store.write({ writeId: 'w1', caller: clerk, batch: 'b1', writes });
  expect(store.undoBatch('b1', clerk, (done) => done < 500)).toEqual({ ok: false, problem: 'cancelled' });
  expect(store.counts()['dweller']).toBe(200);
  expect(store.undoBatch('b1', clerk)).toEqual({ ok: true, undone: 700, kept: 0 });
  expect(store.counts()['dweller']).toBe(0);
  store.close();
});

test('records may be changed between two slices of an undo; what was changed first is kept', () => {
  const { store } = newStore();
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'dweller', label: '名册.xlsx' }, null);
  const writes = Array.from({ length: 300 }, (_, i) => addDweller(`n${i}`, { name: `新${i}` }));
  store.write({ writeId: 'w1', caller: clerk, batch: 'b1', writes });
  const steps = store.undoBatchSteps('b1', clerk);
  let step = steps.next();
  while (step.done !== true && step.value.done === 0) step = steps.next();
  save(store, change('n0', { age: 7 }));
  while (step.done !== true) step = steps.next();
  expect(step.value).toEqual({ ok: true, undone: 299, kept: 1 });
  expect(store.get('dweller', 'n0', clerk)).toMatchObject({ removedAt: null, values: { age: 7 } });
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});
