import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOfJob, newFolder, newId, startDesk, type Desk } from './data-process-fixture.ts';

let desk: Desk;
const [issue, batch] = [newId(), newId()];

/** An issue dispatched at nine on Thursday 26 November 2026 with three working days. */
beforeAll(async () => {
  let at = Date.parse('2026-11-26T01:00:00Z');
  desk = await startDesk(newFolder(), null, { now: () => new Date((at += 10)) });
  await desk.value('session.create', { town: '441900121', passphrase: '一个足够长的口令 2026' });
  const village = (await desk.value('record.options', { ledger: 'division', text: '', limit: 1 }))[0]?.id;
  await save('issue', issue, {
    title: '楼道堆放杂物',
    category: '01',
    issue_source: '01',
    reported_at: '2026-11-26T01:00:00.000Z',
    village: village ?? '',
    place_text: '人民路1号',
    description: '楼道堆放杂物。',
  });
  await act('accept', { category: '01', level: '01' });
  await act('dispatch', { dispatched_to: '消防所', limit_days: 3 });
});
afterAll(async () => {
  await desk.close();
});

const save = (ledger: string, id: string, values: Record<string, string>) =>
  desk.value('record.save', { writeId: newId(), ledger, id, base: 0, values });
const act = (action: string, values: Record<string, string | number>) =>
  desk.value('workflow.act', {
    ledger: 'issue',
    id: issue,
    action,
    values,
    writeId: newId(),
    stepId: newId(),
    newId: newId(),
  });
const look = (all = false) => desk.value('deadline.look', { lines: 10, ...(all ? { all } : {}) });
const due = async () =>
  (await desk.value('workflow.state', { ledger: 'issue', id: issue }))?.clocks[0]?.due?.slice(0, 13);

test('a change that moves no deadline is settled with the first look', async () => {
  await save('duty_calendar_day', newId(), { day: '2026-12-24', kind: 'holiday', name: '停工' });
  expect(await look()).toMatchObject({ days: [{ day: '2026-12-24', isWorked: false }], count: 0 });
  expect(await look()).toMatchObject({ days: [], count: 0 });
});

test('one that does is told with names, moved by a job and explained by the case', async () => {
  expect(await due()).toBe('2026-12-01T01');
  await save('duty_calendar_day', newId(), { day: '2026-11-30', kind: 'holiday', name: '台风停工' });
  const found = await look();
  expect(found).toMatchObject({
    days: [{ day: '2026-11-30', isWorked: false, name: { zh: '台风停工' } }],
    count: 1,
    kept: 0,
  });
  expect(found.lines[0]).toMatchObject({ ledger: 'issue', id: issue, field: 'deadline', turn: 'later' });
  expect((await look()).count, 'a look writes nothing').toBe(1);
  const { job } = await desk.value('deadline.move', { batch });
  expect(await endOfJob(desk, job)).toMatchObject({
    kind: 'deadlines',
    state: 'done',
    result: { moved: 1, kept: 0, batch },
  });
  expect(await due()).toBe('2026-12-02T01');
  const state = await desk.value('workflow.state', { ledger: 'issue', id: issue });
  expect(state?.steps.at(-1)).toMatchObject({ label: '日历调整' });
  expect(state?.steps.at(-1)?.opinion).toContain('2026年11月30日改为放假（台风停工）');
  expect(state?.clocks[0]?.explanation).toContain('台风停工放假不计');
  expect((await look()).count).toBe(0);
  expect(await desk.ask('deadline.move', { batch })).toMatchObject({ failure: { kind: 'batch-exists' } });
});

test('it goes back as a batch, and stays so when that is decided', async () => {
  const undo = await desk.value('batch.undo', { batch });
  expect(await endOfJob(desk, undo.job)).toMatchObject({ state: 'done', result: { undone: 2, kept: 0 } });
  expect(await due()).toBe('2026-12-01T01');
  expect((await look()).count).toBe(1);
  expect((await look(true)).count).toBe(1);
  await save('duty_calendar_day', newId(), { day: '2026-11-27', kind: 'holiday', name: '停工' });
  expect((await look()).count).toBe(1);
  await desk.value('deadline.keep', {});
  expect(await look()).toMatchObject({ days: [], count: 0 });
  expect(await due()).toBe('2026-12-01T01');
});
