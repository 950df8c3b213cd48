import { copyFileSync, existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  endOfJob,
  newFolder,
  newId,
  openTown,
  passphrase,
  startDesk,
  type Desk,
} from './data-process-fixture.ts';

const state = async (desk: Desk): Promise<string> => (await desk.value('session.status', {})).state;

describe("a town's file", () => {
  test('begins as none, is made for a town of the list, and holds its villages', async () => {
    const desk = await startDesk();
    expect(await state(desk)).toBe('none');
    expect((await desk.value('session.towns', {})).length).toBeGreaterThan(30);

    const session = await desk.value('session.create', { town: '441900121000', passphrase });
    expect(session).toMatchObject({
      state: 'ready',
      practice: false,
      town: { code: '441900121000', name: '虎门镇' },
    });
    const villages = await desk.value('record.total', { ledger: 'division', where: {} });
    expect(villages.total).toBeGreaterThan(20);
    await desk.close();
  });

  test('is refused for a town nobody knows', async () => {
    const desk = await startDesk();
    const reply = await desk.ask('session.create', { town: '999999', passphrase });

    expect(reply).toMatchObject({ ok: false, failure: { code: 'invalid-input', kind: 'unknown-town' } });
    expect(await state(desk)).toBe('none');
  });

  test('is locked at the next start and opens with its passphrase only', async () => {
    const first = await openTown();
    await first.close();
    const desk = await startDesk(first.folder);
    expect(await state(desk)).toBe('locked');

    const wrong = await desk.ask('session.unlock', { passphrase: 'not the passphrase' });
    expect(wrong).toMatchObject({ ok: false, failure: { code: 'refused', kind: 'wrong-passphrase' } });
    expect(await state(desk)).toBe('locked');

    expect(await desk.value('session.unlock', { passphrase })).toMatchObject({ state: 'ready' });
    await desk.close();
  });

  test('answers no question about records while it is not open, and says why', async () => {
    const desk = await openTown();
    await desk.value('session.lock', {});
    const page = await desk.ask('record.page', { ledger: 'person', where: {}, limit: 10 });
    const fresh = await startDesk();
    const none = await fresh.ask('search.find', { text: '张', limit: 10 });

    expect(page).toMatchObject({ failure: { code: 'refused', kind: 'locked' } });
    expect(none).toMatchObject({ failure: { code: 'refused', kind: 'not-open' } });
    await desk.close();
  });

  test('tells the window each time its state changes', async () => {
    const desk = await openTown();
    await desk.value('session.lock', {});
    const states = desk.events
      .filter(({ topic }) => topic === 'session')
      .map(({ payload }) => (payload as { state: string }).state);

    expect(states).toEqual(['ready', 'locked']);
    await desk.close();
  });

  test('cannot be opened by two data processes', async () => {
    const first = await openTown();
    const second = await startDesk(first.folder);
    const session = await second.value('session.unlock', { passphrase });

    expect(session).toMatchObject({ state: 'failed', failure: { kind: 'locked' } });
    await first.close();
    expect(await second.value('session.unlock', { passphrase })).toMatchObject({ state: 'ready' });
    await second.close();
  });
});

describe('a damaged file', () => {
  async function damagedTown(): Promise<{ desk: Desk; backup: string }> {
    const first = await openTown();
    const backup = await first.value('store.backup', {});
    await first.close();
    truncateSync(first.file, 8192);
    writeFileSync(first.file, Buffer.alloc(16_384, 7));
    const desk = await startDesk(first.folder);
    return { desk, backup: backup.file };
  }

  test('leads to state failed with the backups, and restoring one keeps the damaged file under a dated name', async () => {
    const { desk, backup } = await damagedTown();
    const failed = await desk.value('session.unlock', { passphrase });
    expect(failed.state).toBe('failed');
    expect(failed.failure?.backups.map(({ file }) => file)).toContain(backup);

    const restored = await desk.value('session.restore', { backup });
    expect(restored.state).toBe('locked');
    expect(readdirSync(desk.folder).some((name) => name.startsWith('town.db.damaged-2026'))).toBe(true);
    expect(await desk.value('session.unlock', { passphrase })).toMatchObject({ state: 'ready' });
    await desk.close();
  });

  test('is never replaced by a file the session has not named itself', async () => {
    const { desk } = await damagedTown();
    await desk.value('session.unlock', { passphrase });
    const foreign = path.join(desk.folder, 'foreign.db');
    copyFileSync(desk.file, foreign);

    const reply = await desk.ask('session.restore', { backup: foreign });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'not-found', kind: 'backup' } });
  });

  test('whose key file is gone gets it back from the backup, with all its data', async () => {
    const first = await openTown();
    const backup = await first.value('store.backup', {});
    await first.value('record.save', {
      writeId: newId(),
      ledger: 'division',
      id: newId(),
      base: 0,
      values: { code: '441900121999', name: '后来的社区', level: '5' },
    });
    await first.close();
    for (const name of readdirSync(first.folder)) {
      if (/\.keys(\.old)?\.json$/.test(name)) rmSync(path.join(first.folder, name));
    }
    const desk = await startDesk(first.folder);
    expect(await desk.value('session.unlock', { passphrase })).toMatchObject({
      failure: { kind: 'keyslots-missing' },
    });

    await desk.value('session.restore', { backup: backup.file });
    await desk.value('session.unlock', { passphrase });
    const found = await desk.value('record.total', { ledger: 'division', where: { code: '441900121999' } });
    expect(found.total).toBe(1);
    await desk.close();
  });
});

describe('the practice town', () => {
  test('is made as a job while questions are answered, and is marked as practice', async () => {
    const desk = await startDesk();
    const opening = await desk.value('session.openPractice', { people: 1000, seed: 3 });
    expect(opening).toMatchObject({ state: 'opening', practice: true });
    const early = await desk.ask('record.page', { ledger: 'person', where: {}, limit: 10 });
    expect(early).toMatchObject({ failure: { code: 'refused', kind: 'busy' } });

    const job = await endOfJob(desk, opening.job ?? '');
    expect(job.state).toBe('done');
    expect(await desk.value('session.status', {})).toMatchObject({
      state: 'ready',
      practice: true,
      job: null,
    });
    expect((await desk.value('record.total', { ledger: 'person', where: {} })).total).toBe(1000);
    await desk.close();
  });

  test('is opened again as it is; another size takes its place unasked only when nothing was entered', async () => {
    const folder = newFolder();
    const first = await startDesk(folder, { people: 1000, seed: 3, keep: true });
    await endOfJob(first, (await first.value('session.status', {})).job ?? '');
    const [village] = await first.value('record.options', { ledger: 'division', text: '虎门寨', limit: 1 });
    await first.value('record.save', {
      writeId: newId(),
      ledger: 'chamber',
      id: newId(),
      base: 0,
      values: { name: '虎门镇练习商会', kind: '01', village: village?.id ?? null },
    });
    await first.close();

    const again = await startDesk(folder, { people: 50_000, seed: 9, keep: true });
    expect(await again.value('session.status', {})).toMatchObject({ state: 'ready', practice: true });
    const other = { people: 1200, seed: 3 };
    expect(await again.ask('session.openPractice', other)).toMatchObject({
      failure: {
        code: 'refused',
        kind: 'practice-in-use',
        details: { people: 1000, seed: 3, day: '2026-11-23', entries: 1 },
      },
    });
    expect(await again.value('session.openPractice', { ...other, kept: 'any' })).toMatchObject({
      state: 'ready',
    });
    expect((await again.value('record.total', { ledger: 'person', where: {} })).total).toBe(1000);
    const made = await again.value('session.openPractice', { ...other, kept: 'none' });
    await endOfJob(again, made.job ?? '');
    expect((await again.value('record.total', { ledger: 'person', where: {} })).total).toBe(1200);
    // Nothing was entered in this one.
    const third = await again.value('session.openPractice', { people: 1000, seed: 3 });
    expect(third.state).toBe('opening');
    await again.value('job.cancel', { job: third.job ?? '' });
    await endOfJob(again, third.job ?? '');
    await again.close();
  });

  test('says when it was drawn long ago, until that is dismissed', async () => {
    const folder = newFolder();
    const asked = { people: 1000, seed: 3, keep: true };
    const desk = await startDesk(folder, asked);
    await endOfJob(desk, (await desk.value('session.status', {})).job ?? '');
    expect((await desk.value('session.status', {})).agedPractice).toBeNull();
    await desk.close();
    const on = (day: string) => startDesk(folder, asked, { now: () => new Date(`${day}T08:00:00Z`) });
    const fresh = await on('2026-12-24');
    expect((await fresh.value('session.status', {})).agedPractice).toBeNull();
    await fresh.close();

    const late = await on('2026-12-25');
    const { agedPractice } = await late.value('session.status', {});
    expect(agedPractice).toEqual({ people: 1000, seed: 3, day: '2026-11-23', entries: 0 });
    expect((await late.value('session.dismiss', {})).agedPractice).toBeNull();
    await late.close();
  });

  test("cancelled, goes back to the town's own file and is made anew next time", async () => {
    const desk = await startDesk();
    const opening = await desk.value('session.openPractice', { people: 200_000, seed: 3 });
    await desk.value('job.cancel', { job: opening.job ?? '' });
    const job = await endOfJob(desk, opening.job ?? '');

    expect(job.state).toBe('cancelled');
    expect(await desk.value('session.status', {})).toMatchObject({ state: 'none', practice: false });
  });

  test("leaves the town's own file alone", async () => {
    const desk = await openTown();
    const opening = await desk.value('session.openPractice', { people: 1000, seed: 3 });
    await endOfJob(desk, opening.job ?? '');
    expect(existsSync(desk.file)).toBe(true);

    expect(await desk.value('session.lock', {})).toMatchObject({ state: 'locked', practice: false });
    expect(await desk.value('session.unlock', { passphrase })).toMatchObject({
      state: 'ready',
      practice: false,
    });
    await desk.close();
  });
});
