import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Payload } from '../../electron/contract/calls.ts';
import { practicePassphrase } from '../../db/store/index.ts';
import { breakReferences, makeOlder } from '../fixtures/older-file.ts';
import {
  endOfJob,
  newFolder,
  newId,
  openTown,
  passphrase,
  startDesk,
  type Desk,
} from './data-process-fixture.ts';

/** A data process before the closed file of an older program. */
async function deskBeforeOlderFile(): Promise<Desk> {
  const first = await openTown();
  await first.close();
  makeOlder(first.file, passphrase);
  return startDesk(first.folder);
}

async function addVillage(desk: Desk): Promise<void> {
  const values = { code: '441900121999', name: '后来的社区', level: '5' };
  await desk.value('record.save', { writeId: newId(), ledger: 'division', id: newId(), base: 0, values });
}

const told = <N extends 'job' | 'session'>(desk: Desk, topic: N) =>
  desk.events.filter((event) => event.topic === topic).map(({ payload }) => payload as Payload<N>);

const phasesTold = (desk: Desk): readonly string[] => [
  ...new Set(told(desk, 'job').flatMap(({ kind, phase }) => (kind === 'opening' && phase ? [phase] : []))),
];

test('the window is told what an older file needs while it is opened, and then that it is open', async () => {
  const desk = await deskBeforeOlderFile();

  const session = await desk.value('session.unlock', { passphrase });

  expect(session).toMatchObject({ state: 'opening', practice: false, town: null });
  const early = await desk.ask('record.page', { ledger: 'person', where: {}, limit: 10 });
  expect(early).toMatchObject({ failure: { code: 'refused', kind: 'busy' } });
  expect(await desk.ask('session.lock', {})).toMatchObject({ failure: { kind: 'busy' } });
  expect(await desk.ask('session.unlock', { passphrase })).toMatchObject({ failure: { kind: 'busy' } });
  expect(await endOfJob(desk, session.job ?? '')).toMatchObject({ kind: 'opening', state: 'done' });
  expect(phasesTold(desk)).toEqual(['backing-up', 'counting', 'upgrading', 'checking', 'indexing']);
  const backup = told(desk, 'job').find(({ phase }) => phase === 'backing-up');
  expect(backup?.total).toBeGreaterThan(0);
  expect(told(desk, 'session').map(({ state }) => state)).toEqual(['opening', 'ready']);
  const after = await desk.value('session.status', {});
  expect(after).toMatchObject({ state: 'ready', job: null, notices: [{ code: 'migrated' }] });
  await desk.close();
});

test('a file that only has to be opened is open with the answer, and no job is told of', async () => {
  const first = await deskBeforeOlderFile();
  const { job } = await first.value('session.unlock', { passphrase });
  await endOfJob(first, job ?? '');
  await first.close();
  const desk = await startDesk(first.folder);

  expect(await desk.value('session.unlock', { passphrase })).toMatchObject({ state: 'ready', job: null });
  expect(await desk.value('job.list', {})).toEqual([]);
  expect(told(desk, 'session').map(({ state }) => state)).toEqual(['ready']);
  await desk.close();
});

test('a wrong passphrase of an older file is refused at once', async () => {
  const desk = await deskBeforeOlderFile();

  const wrong = await desk.ask('session.unlock', { passphrase: 'not the passphrase' });

  expect(wrong).toMatchObject({ failure: { code: 'refused', kind: 'wrong-passphrase' } });
  expect(await desk.value('session.status', {})).toMatchObject({ state: 'locked' });
  await desk.close();
});

test('an older file that cannot be brought up leads to state failed with its backups, and the job says so', async () => {
  const first = await openTown();
  await addVillage(first);
  await first.close();
  makeOlder(first.file, passphrase);
  breakReferences(first.file, passphrase);
  const desk = await startDesk(first.folder);

  const { job } = await desk.value('session.unlock', { passphrase });

  expect(await endOfJob(desk, job ?? '')).toMatchObject({
    state: 'failed',
    failure: { code: 'storage', kind: 'migration-failed' },
  });
  const session = await desk.value('session.status', {});
  expect(session).toMatchObject({ state: 'failed', failure: { kind: 'migration-failed' } });
  expect(session.failure?.backups).toHaveLength(1);
  await desk.close();
});

test('a program closed while it opens an older file leaves it to the next start', async () => {
  const desk = await deskBeforeOlderFile();
  const { job } = await desk.value('session.unlock', { passphrase });

  await desk.close();

  expect(told(desk, 'job').at(-1)).toMatchObject({ id: job, state: 'cancelled' });
  expect(existsSync(`${desk.file}.lock`)).toBe(false);
  const next = await startDesk(desk.folder);
  const again = await next.value('session.unlock', { passphrase });
  expect(again.state).toBe('opening');
  await endOfJob(next, again.job ?? '');
  expect(await next.value('session.status', {})).toMatchObject({ state: 'ready' });
  await next.close();
});

test('an older practice town of another size in which something was entered is refused at the end of its job', async () => {
  const folder = newFolder();
  const first = await startDesk(folder, { people: 1000, seed: 3, keep: true });
  await endOfJob(first, (await first.value('session.status', {})).job ?? '');
  await addVillage(first);
  await first.close();
  makeOlder(path.join(folder, 'practice.db'), practicePassphrase);
  const desk = await startDesk(folder);

  const { state, job } = await desk.value('session.openPractice', { people: 2000, seed: 3 });

  expect(state).toBe('opening');
  expect(await endOfJob(desk, job ?? '')).toMatchObject({
    state: 'failed',
    failure: { code: 'refused', kind: 'practice-in-use', details: { people: 1000, entries: 1 } },
  });
  expect(await desk.value('session.status', {})).toMatchObject({ state: 'none', practice: false });
  expect(await desk.value('session.openPractice', { people: 2000, seed: 3, kept: 'any' })).toMatchObject({
    state: 'ready',
    practice: true,
  });
  await desk.close();
});
