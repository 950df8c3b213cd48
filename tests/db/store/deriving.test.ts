import { expect, test } from 'vitest';
import { registry } from '../../../db/model/registry.ts';
import { clerk, newStore, save } from './fixture.ts';

const levels = { town: '虎门镇', street: '太沙路', door_no: '12', building: '3', room_no: '301' };

test('an address whose level is corrected is found and named by its new path, and undo brings the old one back', () => {
  const { store } = newStore({ registry });
  save(store, { ledger: 'address', id: 'a1', op: 'create', values: levels });
  save(store, {
    ledger: 'room',
    id: 'r1',
    op: 'create',
    values: { room_no: '301', name: '太沙路301', address: 'a1', building: 'b1', village: 'v1' },
  });
  const roomAddress = (): string => store.get('room', 'r1', clerk)?.texts['address'] ?? '';
  expect(roomAddress()).toBe('虎门镇太沙路12号3栋301房');
  expect(store.check('address', 'a1', { building: '5' }).filled['full_path']).toBe(
    '虎门镇太沙路12号5栋301房',
  );

  const change = save(store, { ledger: 'address', id: 'a1', op: 'update', values: { building: '5' } })
    .records[0]?.change;

  expect(store.get('address', 'a1', clerk)?.values['full_path']).toBe('虎门镇太沙路12号5栋301房');
  expect(roomAddress()).toBe('虎门镇太沙路12号5栋301房');
  expect(store.search('12号5栋', 9, clerk).hits.map((hit) => hit.id)).toContain('a1');
  expect(store.findByKey('address', { full_path: '虎门镇太沙路12号3栋301房' })).toBeNull();
  expect(Object.keys(store.history('address', 'a1', clerk)[0]?.fields ?? {}).toSorted()).toEqual([
    'building',
    'full_path',
  ]);

  expect(store.undo(change ?? '', 'undo-1', clerk).ok).toBe(true);
  expect(store.get('address', 'a1', clerk)?.values).toMatchObject({
    building: '3',
    full_path: '虎门镇太沙路12号3栋301房',
  });
  expect(store.checkAll().findings.map((finding) => finding.code)).toEqual(['foreign-key', 'foreign-key']);
  store.close();
});

test('an edit that would give an address the path of another is refused by name', () => {
  const { store } = newStore({ registry });
  save(store, { ledger: 'address', id: 'a1', op: 'create', values: levels });
  save(store, { ledger: 'address', id: 'a2', op: 'create', values: { ...levels, building: '5' } });
  const outcome = store.write({
    writeId: 'w1',
    caller: clerk,
    writes: [{ ledger: 'address', id: 'a1', op: 'update', values: { building: '5' } }],
  });
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'key-taken', holder: { id: 'a2' } } });
  store.close();
});
