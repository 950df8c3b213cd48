import { expect, test } from 'vitest';
import { addDweller, addPlace, change, clerk, newStore, opened, save, visitor } from './fixture.ts';

test('a record written is read back with texts, title and masked values', () => {
  const { store } = newStore();
  save(store, addPlace('p1', { code: 'A1', road: '人民路1号' }));
  save(
    store,
    addDweller('d1', { name: '张伟', number: 'GD12345678', age: 30, home: 'p1', kinds: ['01', '02'] }),
  );
  const seen = store.get('dweller', 'd1', clerk);
  expect(seen).toMatchObject({
    version: 1,
    title: '张伟',
    values: { name: '张伟', number: 'GD12345678', age: 30, kinds: ['01', '02'], born: null },
    texts: { name: '张伟', number: 'GD12345678', home: '人民路1号', label: '张伟（30）' },
    maskedFields: [],
  });
  const masked = store.get('dweller', 'd1', visitor);
  expect(masked?.maskedFields).toEqual(['number']);
  expect(masked?.values['number']).toBeNull();
  expect(JSON.stringify(masked)).not.toContain('GD12345678');
  expect(JSON.stringify(store.history('dweller', 'd1', visitor))).not.toContain('GD12345678');
  expect(JSON.stringify(store.page({ ledger: 'dweller', where: {}, limit: 5 }, visitor))).not.toContain(
    'GD12345678',
  );
  expect(
    store.page({ ledger: 'dweller', where: { number: 'GD12345678' }, limit: 5 }, visitor).rows.length,
  ).toBe(1);
  expect(store.get('dweller', 'nobody', clerk)).toBeNull();
  store.close();
});

test('a repeated request returns its first outcome and changes nothing', () => {
  const { store, options } = newStore();
  const request = {
    writeId: 'w-1',
    caller: clerk,
    writes: [addDweller('d1', { name: '张伟' }), addDweller('d2', { name: '李娜' })],
  };
  const first = store.write(request);
  const again = store.write(request);
  expect(first).toMatchObject({ ok: true, repeated: false });
  expect(again).toEqual({ ...first, repeated: true });
  const mixed = {
    writeId: 'w-2',
    caller: clerk,
    writes: [change('d1', { name: '张伟' }), change('d2', { age: 5 }), change('d1', { name: '张伟' })],
  };
  const second = store.write(mixed);
  expect(second.ok && second.records.map((record) => record.change === null)).toEqual([true, false, true]);
  store.close();
  const reopened = opened(options);
  expect(reopened.write(request)).toEqual({ ...first, repeated: true });
  expect(reopened.write(mixed)).toEqual({ ...second, repeated: true });
  expect(reopened.counts()['dweller']).toBe(2);
  expect(reopened.history('dweller', 'd1', clerk).length).toBe(1);
  reopened.close();
});

test('edits of different fields merge, edits of the same field are a conflict naming both sides', () => {
  const { store } = newStore();
  save(store, addDweller('d1', { name: '张伟', age: 30, note: '旧' }));
  save(store, change('d1', { age: 31 }, 1));
  expect(save(store, change('d1', { note: '新' }, 1)).records[0]?.version).toBe(3);
  const conflict = store.write({
    writeId: 'w9',
    caller: visitor,
    writes: [change('d1', { age: 40, note: '新' }, 1)],
  });
  expect(conflict).toMatchObject({
    ok: false,
    problem: {
      code: 'conflict',
      index: 0,
      fields: [{ field: 'age', mine: 40, theirs: 31, theirUser: '李梅' }],
    },
  });
  expect(
    store.write({ writeId: 'w10', caller: visitor, writes: [change('d1', { age: 31 }, 1)] }),
  ).toMatchObject({ ok: true });
  expect(store.get('dweller', 'd1', clerk)?.values).toMatchObject({ age: 31, note: '新' });
  store.close();
});

test('a request with one bad write keeps none of its writes', () => {
  const { store } = newStore();
  save(store, addDweller('d1', { name: '张伟', number: 'A1' }));
  const outcome = store.write({
    writeId: 'w2',
    caller: clerk,
    writes: [addDweller('d2', { name: '李娜' }), addDweller('d3', { name: '王芳', age: 400 })],
  });
  expect(outcome).toMatchObject({
    ok: false,
    problem: { code: 'invalid', index: 1, findings: [{ field: 'age', code: 'too-large', level: 'error' }] },
  });
  expect(store.counts()['dweller']).toBe(1);
  expect(store.search('李娜', 10, clerk).hits).toEqual([]);
  expect(store.checkAll().findings).toEqual([]);
  const taken = store.write({
    writeId: 'w3',
    caller: clerk,
    writes: [addDweller('d4', { name: '赵六', number: 'A1' })],
  });
  expect(taken).toMatchObject({
    ok: false,
    problem: { code: 'key-taken', holder: { id: 'd1', title: '张伟' } },
  });
  store.close();
});

test('a removed record keeps its data, frees its key, and comes back when restored', () => {
  const { store } = newStore();
  save(store, addDweller('d1', { name: '张伟', number: 'A1' }));
  save(store, { ledger: 'dweller', id: 'd1', op: 'remove', reason: '迁出' });
  expect(store.get('dweller', 'd1', clerk)).toMatchObject({
    removedReason: '迁出',
    values: { name: '张伟' },
  });
  expect(store.page({ ledger: 'dweller', where: {}, limit: 5 }, clerk).rows).toEqual([]);
  expect(
    store.page({ ledger: 'dweller', where: { $removed: true }, limit: 5 }, clerk).rows.map((r) => r.id),
  ).toEqual(['d1']);
  expect(store.search('张伟', 5, clerk).hits).toEqual([]);
  expect(store.write({ writeId: 'x', caller: clerk, writes: [change('d1', { age: 3 })] })).toMatchObject({
    ok: false,
    problem: { code: 'removed' },
  });
  save(store, addDweller('d2', { name: '李娜', number: 'A1' }));
  const blocked = store.write({
    writeId: 'y',
    caller: clerk,
    writes: [{ ledger: 'dweller', id: 'd1', op: 'restore' }],
  });
  expect(blocked).toMatchObject({ ok: false, problem: { code: 'key-taken', holder: { id: 'd2' } } });
  save(store, change('d2', { number: 'A2' }));
  save(store, { ledger: 'dweller', id: 'd1', op: 'restore' });
  expect(store.search('张伟', 5, clerk).hits.map((hit) => hit.id)).toEqual(['d1']);
  expect(store.counts()['dweller']).toBe(2);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('values of fields only a newer program knows are kept and merged', () => {
  const { store } = newStore();
  save(store, { ...addDweller('d1', { name: '张伟' }), extra: { pets: ['cat'] } });
  save(store, { ...change('d1', { age: 4 }), extra: { car: 'yes' } });
  save(store, change('d1', { age: 5 }));
  expect(store.checkAll().findings).toEqual([]);
  expect(store.history('dweller', 'd1', clerk).length).toBe(3);
  store.close();
});

test('check tells broken rules, taken keys and likely duplicates without writing', () => {
  const { store } = newStore();
  save(store, addDweller('d1', { name: '张伟', born: '1990-01-02', number: 'A1' }));
  const outcome = store.check('dweller', null, { name: '张伟', born: '1990-01-02', number: 'A1', age: -4 });
  expect(outcome.findings.map((finding) => finding.code)).toContain('too-small');
  expect(outcome.duplicates).toMatchObject([{ id: 'd1', fields: ['name', 'born'] }]);
  const taken = store.check('dweller', null, { name: '李', number: 'A1' });
  expect(taken.findings).toMatchObject([{ code: 'key-taken', field: 'number', args: { title: '张伟' } }]);
  const itself = store.check('dweller', 'd1', { age: 3 });
  expect([itself.findings, itself.duplicates]).toEqual([[], []]);
  expect(store.counts()['dweller']).toBe(1);
  store.close();
});

test('the clock of the log never goes backwards, and a clock set back is noticed', () => {
  const { store, options } = newStore({ now: () => new Date('2026-11-23T08:00:00Z') });
  save(store, addDweller('d1', { name: '张伟' }));
  store.close();
  const earlier = opened({ ...options, now: () => new Date('2020-01-01T00:00:00Z') });
  expect(earlier.notices.map((notice) => notice.code)).toEqual(['clock-behind']);
  save(earlier, change('d1', { age: 1 }));
  const [second, first] = earlier.history('dweller', 'd1', clerk);
  expect(second?.at).toBe('2026-11-23T08:00:00.000Z');
  expect(first?.at).toBe('2026-11-23T08:00:00.000Z');
  earlier.close();
});

test('looks at withheld values are written down', () => {
  const { store } = newStore();
  save(store, addDweller('d1', { name: '张伟', number: 'A1' }));
  store.logView({ ledger: 'dweller', id: 'd1', field: 'number' }, visitor);
  expect(store.checkAll().ok).toBe(true);
  store.close();
});
