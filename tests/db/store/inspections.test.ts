import { randomUUID } from 'node:crypto';
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

test('a notice goes from its issue over a re-check with a new term to the end of the hazard', () => {
  const { store, inspect } = townWithHouse();
  inspect('i1', { checked_at: '2026-11-02T02:00:00.000Z' });
  save(store, {
    ledger: 'rectification',
    id: 'n',
    op: 'create',
    values: { inspection: 'i1', issued_on: '2026-11-23', deadline: '2026-11-26', content: '1．更换灭火器' },
  });
  const act = (action: string, values: Record<string, string | number>) =>
    store.act({
      ledger: 'rectification',
      id: 'n',
      action,
      values,
      caller: clerk,
      writeId: randomUUID(),
      stepId: randomUUID(),
      newId: randomUUID(),
    });
  const values = () => store.get('rectification', 'n', clerk)?.values;
  // Three days of the civil code: the 26th ends at midnight in China.
  expect(values()).toMatchObject({
    notice_no: '检改〔2026〕0001号',
    object_name: '一号楼',
    term_days: 3,
    step_due: '2026-11-26T15:59:59.999Z',
  });
  expect(act('report_done', {}).ok).toBe(true);
  const found = { rechecked_on: '2026-11-22', rechecker: '李强', recheck_opinion: '只换了一半' };
  expect(act('fail', found)).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  expect(act('fail', { ...found, recheck_result: '2', term_days: 5 }).ok).toBe(true);
  expect(values()).toMatchObject({ state: '10', deadline: '2026-11-28', recheck_count: 1 });
  expect(act('pass', { ...found, rechecked_on: '2026-11-23', recheck_opinion: '已更换' }).ok).toBe(true);
  expect(values()).toMatchObject({ state: '40', cleared_on: '2026-11-23', recheck_count: 2, step_due: null });
  const rechecks = store.rows('recheck', { notice: 'n' }).map((row) => row.values);
  expect(rechecks).toMatchObject([
    { rechecked_on: '2026-11-22', result: '2', new_deadline: '2026-11-28', checkers: '李强' },
    { rechecked_on: '2026-11-23', result: '1', new_deadline: null, opinion: '已更换' },
  ]);
  store.close();
});

test('inspections of a year are numbered one after the other', () => {
  const { store, inspect } = townWithHouse();
  inspect('i1', { checked_at: '2025-12-31T15:59:00.000Z' });
  inspect('i2', { checked_at: '2025-12-31T16:00:00.000Z' });
  inspect('i3', { checked_at: '2026-11-02T02:00:00.000Z' });
  const numbers = ['i1', 'i2', 'i3'].map((id) => store.get('inspection', id, clerk)?.values['inspection_no']);
  expect(numbers).toEqual(['检查〔2025〕0001号', '检查〔2026〕0001号', '检查〔2026〕0002号']);
  store.close();
});

test('a school follows its newest inspection too', () => {
  const { store } = townWithHouse();
  save(store, {
    ledger: 'school',
    id: 's',
    op: 'create',
    values: { name: '东方小学', kind: '02', village: 'v' },
  });
  save(store, {
    ledger: 'inspection',
    id: 'i',
    op: 'create',
    values: {
      object_school: 's',
      checked_at: '2026-11-02T02:00:00.000Z',
      checkers: '李强、王芳',
      result: '1',
      next_check: '2026-11-23',
    },
  });
  expect(store.get('inspection', 'i', clerk)?.values).toMatchObject({
    object_kind: '50',
    object_name: '东方小学',
  });
  expect(store.get('school', 's', clerk)?.values).toMatchObject({
    checked_on: '2026-11-02',
    next_check_on: '2026-11-23',
  });
  store.close();
});

test('the page of a check list shows its items by number', () => {
  const { store } = newStore({ registry });
  save(store, {
    ledger: 'check_list',
    id: 'l',
    op: 'create',
    values: { name: '检查表', list_version: '1', object_kind: '10', valid_from: '2026-01-01' },
  });
  for (const item_no of [2, 3, 1])
    save(store, {
      ledger: 'check_item',
      id: `item${item_no}`,
      op: 'create',
      values: { list: 'l', item_no, item_group: '02', wording: `第${item_no}项`, severity: '01' },
    });
  const [items] = store.related('check_list', 'l', clerk);
  expect(items?.rows.map(({ texts }) => texts['item_no'])).toEqual(['1', '2', '3']);
  store.close();
});
