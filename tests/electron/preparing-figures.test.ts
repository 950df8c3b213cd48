import { expect, test } from 'vitest';
import { endOfJob, newFolder, newId, passphrase, startDesk, type Desk } from './data-process-fixture.ts';
import { addPerson, sendUp, takeInAll, townAndCity } from './exchange-fixture.ts';

const practice = { people: 1000, seed: 3, keep: true };
const start = (folder: string): Promise<Desk> => startDesk(folder, practice, { columnsFrom: 2 });
const preparing = async (desk: Desk) =>
  (await desk.value('job.list', {})).filter(({ kind }) => kind === 'figures');

/** A practice town without columns of figures, as an update of the program leaves them; 1000 people are few, else. */
async function townWithoutColumns(): Promise<string> {
  const folder = newFolder();
  const desk = await startDesk(folder, practice);
  await endOfJob(desk, (await desk.value('session.status', {})).job ?? '');
  expect(await preparing(desk)).toEqual([]);
  await desk.close();
  return folder;
}

test('figures are prepared after an update and after long work while the file is in use, and give way when it is closed', async () => {
  const folder = await townWithoutColumns();
  const first = await start(folder);
  expect(await first.value('session.status', {})).toMatchObject({ state: 'ready', job: null });
  const [begun] = await preparing(first);
  expect(begun?.state).toBe('running');
  const overtaken = first.ask('figure.report', { month: '2026-10' });
  expect(await first.ask('session.lock', {})).toMatchObject({ ok: true });
  expect((await endOfJob(first, begun?.id ?? '')).state).toBe('cancelled');
  expect(await overtaken).toMatchObject({ ok: false, failure: { code: 'refused', kind: 'not-open' } });
  await first.close();

  const again = await start(folder);
  const [job] = await preparing(again);
  expect(job?.state).toBe('running');
  const table = { ledger: 'person', where: {}, field: null, period: null } as const;
  const early = again.value('figure.table', table);
  // Others do not wait.
  expect((await again.value('record.total', { ledger: 'person', where: {} })).total).toBe(1000);
  expect((await preparing(again))[0]?.state).toBe('running');
  expect((await early).total[0]?.[0]).toBe(1000);
  const { state, done, total } = (await preparing(again))[0] ?? {};
  expect({ state, done }).toEqual({ state: 'done', done: total });
  expect(total).toBeGreaterThan(1000);
  expect((await again.value('figure.table', table)).total[0]?.[0]).toBe(1000);
  expect(again.logged).toEqual([]);
  await again.close();

  const last = await start(folder);
  expect(await preparing(last)).toEqual([]);
  const change = { ledger: 'person', selection: { where: {} }, values: { phone: '0769-22220000' } };
  const batch = await last.value('batch.apply', { batch: newId(), ...change });
  expect(await endOfJob(last, batch.job)).toMatchObject({ state: 'done' });
  const [anew] = await preparing(last);
  expect(await endOfJob(last, anew?.id ?? '')).toMatchObject({ state: 'done' });
  await last.close();
});

test('what packages bring is prepared as soon as they are in', async () => {
  const { town, city: former, stick } = await townAndCity('KINGSTON-FIGURES');
  await former.close();
  const city = await startDesk(former.folder, null, { columnsFrom: 2 });
  await city.value('session.unlock', { passphrase });
  for (const { id } of await preparing(city)) await endOfJob(city, id);
  const before = await preparing(city);
  for (const name of ['陈甲', '陈乙', '陈丙']) await addPerson(town, { name });
  await sendUp(town, stick);
  await takeInAll(city, stick);

  const [begun, ...others] = await preparing(city);
  expect(others).toHaveLength(before.length);
  expect((await endOfJob(city, begun?.id ?? '')).state).toBe('done');
  const table = { ledger: 'person', where: {}, field: null, period: null } as const;
  expect((await city.value('figure.table', table)).total[0]?.[0]).toBe(3);
  await town.close();
  await city.close();
});
