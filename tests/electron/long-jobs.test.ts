import { afterAll, beforeAll, expect, test } from 'vitest';
import { endOfJob, newId, newPerson, startDesk, type Desk } from './data-process-fixture.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await startDesk();
  const opening = await desk.value('session.openPractice', { people: 3000, seed: 5 });
  const made = await endOfJob(desk, opening.job ?? '');
  expect(made.state).toBe('done');
});
afterAll(async () => {
  await desk.close();
});

/** Asks until the job has done something; it must not have ended by then. */
async function underWay(job: string): Promise<void> {
  for (;;) {
    const now = await desk.value('job.get', { job });
    expect(now?.state).toBe('running');
    if ((now?.done ?? 0) > 0) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('while a town is checked lists are answered and records saved, which the check does not take for damage', async () => {
  const { job } = await desk.value('store.check', {});
  await underWay(job);
  let answered = 0;
  for (;;) {
    const page = await desk.value('record.page', { ledger: 'person', where: {}, limit: 20 });
    expect(page.rows).toHaveLength(20);
    const values = await newPerson(desk, { name: `检查${answered}` });
    const id = newId();
    await desk.value('record.save', { writeId: newId(), ledger: 'person', id, base: 0, values });
    if (answered % 2 === 0)
      await desk.value('record.remove', { writeId: newId(), ledger: 'person', id, base: 1, reason: '误录' });
    await new Promise((resolve) => setImmediate(resolve));
    if ((await desk.value('job.get', { job }))?.state !== 'running') break;
    answered += 1;
  }

  expect(answered).toBeGreaterThan(3);
  expect(await endOfJob(desk, job)).toMatchObject({ state: 'done', result: { ok: true, findings: [] } });
});

test('a check under way stops when it is cancelled', async () => {
  const { job } = await desk.value('store.check', {});
  await underWay(job);
  await desk.value('job.cancel', { job });

  expect(await endOfJob(desk, job)).toMatchObject({ state: 'cancelled', result: null });
});

test('the undo of a batch stops when it is cancelled, and goes on when asked again', async () => {
  const batch = newId();
  const change = { ledger: 'person', selection: { where: {} }, values: { remark: '批量' } };
  const { count } = await desk.value('batch.preview', change);
  await endOfJob(desk, (await desk.value('batch.apply', { batch, ...change })).job);
  const remaining = async (): Promise<number> =>
    (await desk.value('record.total', { ledger: 'person', where: { remark: '批量' } })).total;
  expect(await remaining()).toBe(count);

  const { job } = await desk.value('batch.undo', { batch });
  await underWay(job);
  await desk.value('job.cancel', { job });
  expect(await endOfJob(desk, job)).toMatchObject({ state: 'cancelled' });
  expect(await remaining()).toBeGreaterThan(0);
  expect(await remaining()).toBeLessThan(count);

  await endOfJob(desk, (await desk.value('batch.undo', { batch })).job);
  expect(await remaining()).toBe(0);
});
