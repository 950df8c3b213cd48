import { expect, test } from 'vitest';
import { registry } from '../../../db/model/registry.ts';
import { clerk, newStore, save } from './fixture.ts';

const village = { code: '441900121001', name: '虎门寨社区', level: '5' };
const house = {
  house_no: 'CZ1',
  house_name: '一号楼',
  village: 'v',
  address_text: '太沙路1号',
  owner_name: '张伟',
  owner_contact: '13800131234',
  grade: '1',
};

function townWithHouse() {
  const { store } = newStore({ registry });
  save(store, { ledger: 'division', id: 'v', op: 'create', values: village });
  save(store, { ledger: 'rental_house', id: 'h', op: 'create', values: house });
  const inspect = (id: string, values: Record<string, string>) => {
    const row = { object_kind: '10', object_rental: 'h', checkers: '李强、王芳', result: '1', ...values };
    save(store, { ledger: 'inspection', id, op: 'create', values: row });
  };
  return { store, inspect, houseOf: () => store.get('rental_house', 'h', clerk)?.values };
}

test('an inspection takes name, village and address from the rental house', () => {
  const { store, inspect } = townWithHouse();
  inspect('i1', { checked_at: '2026-11-02T02:00:00.000Z' });
  const { values } = store.get('inspection', 'i1', clerk) ?? {};
  expect(values).toMatchObject({ object_name: '一号楼', village: 'v', place_text: '太沙路1号' });
  store.close();
});

test('day, grade and next check of a rental house follow its newest inspection, also when an older one is entered late', () => {
  const { store, inspect, houseOf } = townWithHouse();
  inspect('i1', { checked_at: '2026-11-02T17:00:00.000Z', grade: '3', next_check: '2026-11-10' });
  expect(houseOf()).toMatchObject({ checked_on: '2026-11-03', grade: '3', next_check: '2026-11-10' });
  inspect('i0', { checked_at: '2026-10-01T02:00:00.000Z', grade: '4', next_check: '2026-10-04' });
  expect(houseOf()).toMatchObject({ checked_on: '2026-11-03', grade: '3', next_check: '2026-11-10' });
  save(store, { ledger: 'inspection', id: 'i1', op: 'remove', reason: '录入错误' });
  expect(houseOf()).toMatchObject({ checked_on: '2026-10-01', grade: '4', next_check: '2026-10-04' });
  store.close();
});
