import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../electron/contract/calls.ts';
import { endOfJob, newFolder, newId, startDesk, type Desk } from './data-process-fixture.ts';

/** Planning is real; on a busy machine it takes its time. */
const patience = 180_000;

let desk: Desk;
let team: string;
beforeAll(async () => {
  desk = await startDesk(newFolder(), { people: 1000, seed: 7, keep: false });
  await opened();
  const { teams } = await desk.value('duty.teams', {});
  team = teams[0]?.id ?? '';
}, patience);
afterAll(async () => {
  await desk.close();
});

/** Waits until the practice town is ready. */
async function opened(): Promise<void> {
  for (;;) {
    const { state } = await desk.value('session.status', {});
    if (state === 'ready') return;
    if (state === 'failed') throw new Error('the practice town failed');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('not there');
  return value;
}

const board = (month = '2026-12') => desk.value('duty.board', { team, month });

async function planned(call: 'duty.plan' | 'duty.repair', month: string): Promise<Output<'duty.proposal'>> {
  const { job } = await desk.value(call, { team, month });
  expect(await endOfJob(desk, job)).toMatchObject({ kind: 'duty-plan', state: 'done' });
  return desk.value('duty.proposal', { job });
}

describe('the duty calls', () => {
  test(
    'list the office team and today, who is on duty, and the days of a year',
    async () => {
      const { today, teams } = await desk.value('duty.teams', {});
      expect(today).toBe('2026-11-23');
      expect(teams).toMatchObject([
        { name: '虎门镇机关值班', kind: 'office', members: 30, posts: 3, months: [{ month: '2026-11' }, {}] },
      ]);
      const [now] = await desk.value('duty.now', {});
      expect(now?.onDuty.map(({ post }) => post)).toEqual(['带班领导', '白班', '白班']);
      const year = await desk.value('duty.calendar', { year: 2026 });
      expect(year.source).toBe('entered');
      expect(year.days.find(({ date }) => date === '2026-10-01')).toMatchObject({ holiday: '国庆节' });
      expect((await desk.value('duty.calendar', { year: 2090 })).source).toBe('none');
    },
    patience,
  );

  test(
    'plan December, tell how far they are, and write the roster only when it is kept',
    async () => {
      const proposal = must(await planned('duty.plan', '2026-12'));
      expect(proposal).toMatchObject({ status: 'optimal', holes: [], core: [], moved: [] });
      expect(proposal.duties).toHaveLength(31 * 4 + 4);
      expect(desk.events.some(({ topic }) => topic === 'duty')).toBe(true);
      expect((await board()).roster).toBeNull();
      expect(await desk.value('duty.planning', { team, month: '2026-12' })).toEqual({ job: proposal.job });
      expect(await desk.value('duty.planning', { team, month: '2026-11' })).toEqual({ job: null });

      const kept = await desk.value('duty.keep', { writeId: newId(), job: proposal.job });
      const shown = await board();
      expect(shown.roster).toMatchObject({ id: kept.roster, state: 'draft', status: 'optimal' });
      expect(shown.roster?.isOutdated).toBe(false);
      expect(shown.broken.filter(({ isHard }) => isHard)).toEqual([]);
      expect(shown.costs.every(({ text }) => text !== '')).toBe(true);
      expect(await desk.value('duty.proposal', { job: proposal.job })).toBeNull();
      expect(await desk.ask('duty.keep', { writeId: newId(), job: proposal.job })).toMatchObject({
        failure: { code: 'not-found', kind: 'duty-proposal' },
      });
    },
    patience,
  );

  test(
    'edit, undo, explain, publish and refuse in the office’s words',
    async () => {
      const before = await board();
      const roster = must(before.roster).id;
      const leading = must(before.posts[0]).id;
      const duty = must(before.duties.find(({ post }) => post === leading));
      // The last of the team is a clerk, who leads nobody.
      const clerk = must(before.people.at(-1));
      const cell = { date: duty.date, post: duty.post };
      const { change } = await desk.value('duty.edit', {
        writeId: newId(),
        roster,
        sets: [{ ...cell, from: duty.person, to: clerk.id }],
      });
      const broken = (await board()).broken.filter(({ isHard }) => isHard);
      expect(broken).toContainEqual(expect.objectContaining({ ...cell, person: clerk.id }));
      for (const { text } of broken) expect(text).toContain(clerk.name);
      await desk.value('change.undo', { writeId: newId(), change: must(change) });
      expect((await board()).duties).toEqual(before.duties);

      const why = await desk.value('duty.why', { team, month: '2026-12', ...cell, person: duty.person });
      expect(why.reasons.length).toBeGreaterThan(0);
      expect(why.candidates).toHaveLength(4);
      expect(why.candidates.every(({ isFree, cost }) => isFree === (cost !== null))).toBe(true);

      await desk.value('duty.setState', { writeId: newId(), roster, state: 'published' });
      expect(await desk.ask('duty.plan', { team, month: '2026-12' })).toMatchObject({
        failure: { code: 'refused', kind: 'duty-published' },
      });
      expect(await desk.ask('duty.setState', { writeId: newId(), roster, state: 'draft' })).toMatchObject({
        failure: { code: 'refused', kind: 'duty-reason' },
      });
    },
    patience,
  );

  test(
    'swap two duties as a record that can be undone, or say what it would break',
    async () => {
      const before = await board();
      const leaders = before.duties.filter(({ post }) => post === before.posts[0]?.id);
      const [a, b] = [must(leaders[3]), must(leaders[9])];
      const change = {
        kind: 'swap',
        date: a.date,
        post: a.post,
        person: a.person,
        otherDate: b.date,
        otherPost: b.post,
        otherPerson: b.person,
      } as const;
      const look = await desk.value('duty.look', { team, change });
      expect(look.isWaiting).toBe(false);
      if (look.broken.length === 0) {
        const done = await desk.value('duty.change', { writeId: newId(), team, change, reason: '出差' });
        const marked = (await board()).duties.filter(({ planned }) => planned !== null);
        expect(marked.map(({ origin }) => origin)).toEqual(['swap', 'swap']);
        await desk.value('change.undo', { writeId: newId(), change: done.change ?? '' });
      } else {
        expect(await desk.ask('duty.change', { writeId: newId(), team, change, reason: '' })).toMatchObject({
          failure: { code: 'refused', kind: 'duty-rule' },
        });
      }
      expect((await board()).duties).toEqual(before.duties);
    },
    patience,
  );

  test(
    'mend a published month after a leave with the fewest changes',
    async () => {
      const before = await board();
      const night = must(before.posts[2]).id;
      const ill = must(
        before.duties.find(({ date, post }) => date === '2026-12-16' && post === night),
      ).person;
      await desk.value('record.save', {
        writeId: newId(),
        ledger: 'duty_leave',
        id: newId(),
        base: 0,
        values: { member: ill, kind: '02', from_day: '2026-12-16', to_day: '2026-12-16' },
      });
      const mended = must(await planned('duty.repair', '2026-12'));
      expect(mended.moved.length).toBeLessThanOrEqual(3);
      expect(mended.moved).toContainEqual(expect.objectContaining({ date: '2026-12-16', from: ill }));
      await desk.value('duty.keep', { writeId: newId(), job: mended.job });
      const changed = (await board()).duties.filter(({ planned: was }) => was !== null);
      expect(changed).toHaveLength(mended.moved.length);
      expect(changed.every(({ origin }) => origin === 'repair')).toBe(true);
    },
    patience,
  );

  test(
    'set up a village team from its grid staff and give fairness and sheets',
    async () => {
      const villages = await desk.value('record.page', {
        ledger: 'division',
        where: { level: '5' },
        limit: 1,
      });
      const village = villages.rows[0]?.id ?? '';
      const made = await desk.value('duty.setUp', {
        writeId: newId(),
        template: 'patrol',
        name: '练习村网格巡查',
        village,
      });
      const { teams } = await desk.value('duty.teams', {});
      expect(teams.find(({ id }) => id === made.team)).toMatchObject({ kind: 'patrol' });
      const again = { writeId: newId(), template: 'patrol', name: '练习村网格巡查', village } as const;
      expect(await desk.ask('duty.setUp', again)).toMatchObject({ failure: { kind: 'key-taken' } });

      const { people } = await desk.value('duty.fairness', { team, from: '2026-10', to: '2026-12' });
      expect(people).toHaveLength(30);
      const done = people.reduce((sum, person) => sum + person.done.total, 0);
      const share = people.reduce((sum, person) => sum + person.share.total, 0);
      expect(Math.abs(done - share)).toBeLessThan(0.5);
      const sheet = await desk.value('duty.sheet', { team, from: '2026-12-01', to: '2026-12-31' });
      expect(sheet.title).toBe('虎门镇机关2026年12月值班表');
      expect(sheet.days[27]?.remark).toBe('冬春火灾防控');
    },
    patience,
  );

  test(
    'say what cannot hold together, and plan again with a way out that is then in the ledgers',
    async () => {
      const january = await board('2027-01');
      expect(january.isAnnounced).toBe(false);
      const leaders = january.people.filter(({ role }) => role === '带班领导');
      for (const { id: member } of leaders) {
        const values = { member, kind: '08', from_day: '2027-01-14', to_day: '2027-01-14' };
        await desk.value('record.save', {
          writeId: newId(),
          ledger: 'duty_leave',
          id: newId(),
          base: 0,
          values,
        });
      }
      const short = must(await planned('duty.plan', '2027-01'));
      expect(short.status).toBe('infeasible');
      expect(short.holes).toMatchObject([{ date: '2027-01-14', missing: 1 }]);
      expect(short.core.map(({ ledger }) => ledger ?? '').toSorted()).toEqual([
        ...leaders.map(() => 'duty_leave'),
        'duty_post',
      ]);
      expect(short.relaxations.length).toBeGreaterThan(0);
      expect(short.relaxations.every(({ text }) => /[一-龥]/.test(text))).toBe(true);

      const [first] = short.relaxations;
      const order = { writeId: newId(), job: short.job, relaxation: first?.id ?? '' };
      const { job } = await desk.value('duty.relax', order);
      expect(await endOfJob(desk, job)).toMatchObject({ state: 'done' });
      const found = must(await desk.value('duty.proposal', { job }));
      expect(found.holes).toEqual([]);
      const kept = await desk.value('duty.keep', { writeId: newId(), job });
      expect((await board('2027-01')).roster?.id).toBe(kept.roster);
      // What the first search had found is of no use to anybody any more.
      expect(await desk.value('duty.planning', { team, month: '2027-01' })).toEqual({ job: null });
      expect(await desk.ask('duty.relax', { ...order, relaxation: '9' })).toMatchObject({
        failure: { code: 'not-found', kind: 'duty-relaxation' },
      });
    },
    patience,
  );
});
