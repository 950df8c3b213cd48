import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ledgers, registry } from '../../../db/model/registry.ts';
import type { MoveRequest, Store } from '../../../db/store/index.ts';
import { clerk, newStore, save } from './fixture.ts';

/** A town with one person, on 23 November 2026. */
function town(): Store {
  const { store } = newStore({ registry });
  const values = {
    name: '陈大文',
    doc_type: '990',
    doc_no: 'T0000001',
    person_kinds: ['02'],
    sex: '1',
    birth_date: '1990-01-01',
  };
  save(store, {
    ledger: 'division',
    id: 'v1',
    op: 'create',
    values: { name: '龙泉社区', short_name: '龙泉', code: '441900121001', level: '5' },
  });
  save(store, { ledger: 'person', id: 'p1', op: 'create', values: { ...values, village: 'v1' } });
  return store;
}

type Asked = Pick<MoveRequest, 'action' | 'values'> & { readonly newId?: string };

function move(store: Store, { action, values, newId = randomUUID() }: Asked) {
  const request = { ledger: 'care_label', subject: 'p1', action, values, newId };
  return store.move({ ...request, writeId: randomUUID(), caller: clerk });
}

const listed = { kind: '01', level: '02', from_day: '2026-11-01', owner: '李主任', document_no: '列管1号' };
const label = (store: Store, id: string) => store.get('care_label', id, clerk)?.values;

test('a person is listed twice, visited, put on a stricter level and taken off, each label by itself', () => {
  const store = town();
  expect(move(store, { action: 'enter', values: listed, newId: 'l1' })).toMatchObject({ ok: true });
  expect(
    move(store, {
      action: 'enter',
      values: { kind: '04', level: '03', from_day: '2026-11-01' },
      newId: 'l2',
    }),
  ).toMatchObject({
    ok: true,
  });
  expect(label(store, 'l1')).toMatchObject({ state: '10', next_visit_on: '2026-12-01', last_visit_on: null });

  save(store, {
    ledger: 'care_visit',
    id: 'v1',
    op: 'create',
    values: { label: 'l1', visited_on: '2026-11-20', finding: '01' },
  });
  expect(store.get('care_visit', 'v1', clerk)?.values).toMatchObject({
    person: 'p1',
    kind: '01',
    planned_on: '2026-12-01',
    visitor: '李主任',
  });
  expect(label(store, 'l1')).toMatchObject({ next_visit_on: '2026-12-20', last_visit_on: '2026-11-20' });

  expect(
    move(store, {
      action: 'change',
      values: { kind: '01', level: '01', from_day: '2026-11-22' },
      newId: 'l3',
    }),
  ).toMatchObject({
    ok: true,
  });
  expect(label(store, 'l1')).toMatchObject({ state: '20', to_day: '2026-11-22', next_visit_on: null });
  expect(label(store, 'l3')).toMatchObject({
    state: '10',
    owner: '李主任',
    document_no: '列管1号',
    last_visit_on: '2026-11-20',
    next_visit_on: '2026-11-29',
  });

  const end = { kind: '01', to_day: '2026-11-23', end_reason: '02', end_document_no: '撤管1号' };
  expect(move(store, { action: 'leave', values: { kind: '01', to_day: '2026-11-23' } })).toMatchObject({
    ok: false,
  });
  expect(move(store, { action: 'leave', values: end })).toMatchObject({ ok: true });
  expect(label(store, 'l3')).toMatchObject({ state: '30', end_document_no: '撤管1号', next_visit_on: null });
  expect(store.openIntervals('care_label', 'p1', clerk).map(({ place }) => place)).toEqual(['吸毒人员 低']);
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
  store.close();
});

test('every ledger of special care but the visit rules is sensitive, and none of it is found by typing', () => {
  const care = ledgers.filter(({ area }) => area === 'care');
  expect(care.length).toBeGreaterThan(10);
  expect(care.filter(({ sensitive }) => !sensitive).map(({ id }) => id)).toEqual(['care_visit_rule']);
  const store = town();
  move(store, { action: 'enter', values: listed, newId: 'l1' });
  expect(store.suggest('care_label', 'owner', '李')).toEqual([]);
  const barred = { ...clerk, seesSensitive: false };
  expect(store.related('person', 'p1', barred)).toEqual([]);
  expect(store.related('person', 'p1', clerk).map((group) => group.ledger)).toEqual(['care_label']);
  store.close();
});
