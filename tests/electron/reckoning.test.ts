import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOfJob, newId, newPerson, openTown, type Desk } from './data-process-fixture.ts';

let desk: Desk;
const label = newId();

beforeAll(async () => {
  desk = await openTown();
  const person = newId();
  const values = await newPerson(desk, { name: '陈大文' });
  await desk.value('record.save', { writeId: newId(), ledger: 'person', id: person, base: 0, values });
  await desk.value('interval.move', {
    ledger: 'care_label',
    subject: person,
    action: 'enter',
    values: { kind: '01', level: '02', from_day: '2026-11-01', owner: '李主任' },
    writeId: newId(),
    newId: label,
  });
});
afterAll(async () => {
  await desk.close();
});

const nextVisit = async () =>
  (await desk.value('record.get', { ledger: 'care_label', id: label }))?.values['next_visit_on'];

test('a changed rule is looked at, carried out as a job and taken back as a batch', async () => {
  const rule = { scope: '00', grade: 'A2', every: 10, unit: '01' };
  const id = newId();
  await desk.value('record.save', { writeId: newId(), ledger: 'care_visit_rule', id, base: 0, values: rule });
  const found = await desk.value('reckoning.look', { ledger: 'care_visit_rule' });
  expect(found).toMatchObject({
    looked: 1,
    count: 1,
    lines: [{ id: label, texts: { next_visit_on: ['2026-12-01', '2026-11-11'] } }],
  });
  const batch = newId();
  const { job } = await desk.value('reckoning.apply', { batch, ledger: 'care_visit_rule' });
  expect(await endOfJob(desk, job)).toMatchObject({ state: 'done', result: { updated: 1 } });
  expect(await nextVisit()).toBe('2026-11-11');
  const [listed] = await desk.value('batch.list', {});
  expect(listed).toMatchObject({ id: batch, ledger: 'care_label', counts: { updated: 1 } });
  const undone = await desk.value('batch.undo', { batch });
  expect(await endOfJob(desk, undone.job)).toMatchObject({ state: 'done', result: { undone: 1 } });
  expect(await nextVisit()).toBe('2026-12-01');
});

test('a ledger that holds no rules has nothing to reckon', async () => {
  const reply = await desk.ask('reckoning.apply', { batch: newId(), ledger: 'person' });
  expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  expect(await desk.value('reckoning.look', { ledger: 'person' })).toEqual({
    looked: 0,
    count: 0,
    lines: [],
  });
});
