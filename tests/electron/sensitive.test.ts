import { afterAll, beforeAll, expect, test } from 'vitest';
import { refuseClosedLedger } from '../../electron/dbhost/handlers/known-names.ts';
import { newId, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;
const person = newId();
const label = newId();

beforeAll(async () => {
  desk = await openTown();
  const [village] = await desk.value('record.options', { ledger: 'division', text: '虎门寨', limit: 1 });
  await desk.value('record.save', {
    writeId: newId(),
    ledger: 'person',
    id: person,
    base: 0,
    values: {
      name: '陈大文',
      doc_type: '990',
      doc_no: 'T0000001',
      person_kinds: ['02'],
      sex: '1',
      birth_date: '1990-01-01',
      village: village?.id ?? null,
    },
  });
  const values = { kind: '01', level: '01', from_day: '2026-11-20', owner: '李主任' };
  const move = {
    ledger: 'care_label',
    subject: person,
    action: 'enter',
    values,
    endsSubject: false,
  } as const;
  await desk.value('interval.move', { ...move, writeId: newId(), newId: label });
});
afterAll(async () => {
  await desk.close();
});

test('a saved visit tells the window of the label it moved', async () => {
  desk.events.length = 0;
  const values = { label, visited_on: '2026-11-22', visitor: '李主任', finding: '01' };
  await desk.value('record.save', { writeId: newId(), ledger: 'care_visit', id: newId(), base: 0, values });
  const changed = desk.events.flatMap(({ topic, payload }) => (topic === 'changed' ? [payload] : []));
  expect(changed).toContainEqual({ ledger: 'care_label', ids: [label] });
  const shown = await desk.value('record.get', { ledger: 'care_label', id: label });
  expect(shown?.values['next_visit_on']).toBe('2026-11-29');
});

test('a sensitive ledger is never exported, whatever is asked for', async () => {
  const asked = { ledger: 'care_label', where: {}, fields: ['person'], format: 'csv', file: 'x.csv' };
  const reply = await desk.askAnything('export.start', asked);
  expect(reply).toMatchObject({ ok: false, failure: { code: 'refused', kind: 'sensitive' } });
});

test('every call that names a sensitive ledger is refused to who may not open it', () => {
  const barred = { user: 'u', name: '', language: 'zh', seesMasked: true, seesSensitive: false } as const;
  const closed = refuseClosedLedger({ ledger: 'care_label' }, barred);
  expect(closed?.failure).toMatchObject({ code: 'refused', kind: 'sensitive-closed' });
  expect(refuseClosedLedger({ ledger: 'person' }, barred)).toBeNull();
  expect(refuseClosedLedger({ ledger: 'care_label' }, { ...barred, seesSensitive: true })).toBeNull();
});
