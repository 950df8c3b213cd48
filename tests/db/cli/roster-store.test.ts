import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { workFolder, zw as call } from './zw.ts';

const { folder, remove } = workFolder();
const db = path.join(folder, 'town.db');
const unit = ['--db', db, '--unit', '虎门镇机关值班'];
const december = [...unit, '--month', '2026-12'];
const zw = (...args: readonly string[]) => call(args, { env: { ZW_NOW: '2026-11-23T08:00:00Z' } });
const roster = (...args: readonly string[]) => zw('roster', ...args);
/** The answer of a call that was not refused. */
async function answer<T>(shape: z.ZodType<T>, ...args: readonly string[]): Promise<T> {
  const { code, error, json } = await roster(...args);
  expect([code, error]).toEqual([0, '']);
  return shape.parse(json);
}
const refusal = z.object({ error: z.object({ code: z.string(), details: z.object({ kind: z.string() }) }) });

const duty = z.object({
  date: z.string(),
  post: z.string(),
  person: z.string(),
  postName: z.string(),
  name: z.string(),
});
const planned = z.object({
  status: z.string(),
  assignments: z.array(duty),
  holes: z.array(z.unknown()),
  moved: z.array(z.object({ date: z.string(), from: z.string(), to: z.string().nullable() })),
  roster: z.string().nullable(),
  change: z.string().nullable(),
});
const changed = z.object({ id: z.string().nullable(), state: z.string(), broken: z.array(z.unknown()) });

/** A leader without duty on the day before and after. */
function restedLeader(duties: readonly z.infer<typeof duty>[], date: string): string {
  const near = duties.filter((one) => Math.abs(Date.parse(one.date) - Date.parse(date)) <= 86_400_000);
  const busy = new Set(near.map(({ name }) => name));
  const free = duties.find(({ name }) => !busy.has(name))?.name;
  if (free === undefined) throw new Error('every leader is on duty around that day');
  return free;
}

/** Planning is real; on a busy machine it takes its time. */
const patience = 180_000;

beforeAll(async () => {
  const made = await zw('practice', '--db', db, '--people', '1000', '--seed', '7');
  expect(made.code).toBe(0);
}, patience);
afterAll(remove);

describe('zw roster on a database', () => {
  test(
    'plans a month, prints it as a problem and a roster that the checker accepts',
    async () => {
      const trial = await answer(planned, 'plan', ...december, '--dry-run');
      expect(trial).toMatchObject({ status: 'optimal', holes: [], roster: null, change: null });
      const { assignments, roster: id } = await answer(planned, 'plan', ...december);
      expect(id).not.toBeNull();
      expect(assignments).toEqual(trial.assignments);
      expect(assignments).toHaveLength(31 * 4 + 4);

      const problem = await answer(z.object({ format: z.string() }), 'problem', ...december);
      expect(problem.format).toBe('zhiwang-roster-problem/1');
      const kept = await answer(
        z.object({ assignments: z.array(z.unknown()) }),
        'problem',
        ...december,
        '--roster',
      );
      expect(kept.assignments).toHaveLength(assignments.length);
    },
    patience,
  );

  test(
    'mends after a leave with the fewest changes and leaves the others alone',
    async () => {
      const before = await answer(planned, 'repair', ...december);
      expect(before.moved).toEqual([]);
      const ill = before.assignments.find(
        ({ date, postName }) => date === '2026-12-16' && postName === '夜班',
      );
      const leave = { member: ill?.person ?? '', kind: '病假', from_day: '2026-12-16', to_day: '2026-12-16' };
      expect((await zw('save', 'duty_leave', JSON.stringify(leave), '--db', db)).code).toBe(0);
      const { moved } = await answer(planned, 'repair', ...december);
      expect(moved[0]).toMatchObject({ date: '2026-12-16', from: ill?.person });
      expect(moved.length).toBeLessThanOrEqual(3);
    },
    patience,
  );

  test(
    'lets somebody step in as a record, cancels it, and says which rule a swap would break',
    async () => {
      const { assignments } = await answer(planned, 'repair', ...december, '--dry-run');
      const leaders = assignments.filter(({ postName }) => postName === '带班领导');
      const [first, second] = leaders.slice(9);
      if (first === undefined || second === undefined) throw new Error('no leaders');
      const substitute = [...unit, '--date', first.date, '--person', first.name];
      // The leader of the next day would begin before the rest after this duty is over.
      const refused = await roster('swap', ...substitute, '--with', second.name);
      expect(refused.code).toBe(1);
      expect(refusal.parse(refused.json).error).toMatchObject({
        code: 'not-allowed',
        details: { kind: 'rule' },
      });
      expect(refused.error).toMatch(/^违反必须满足的规则：/);

      const able = restedLeader(leaders, first.date);
      const made = await answer(changed, 'swap', ...substitute, '--with', able, '--reason', '出差');
      expect(made.state).toBe('active');
      const sheet = z.object({ duties: z.array(z.object({ date: z.string(), isChanged: z.boolean() })) });
      const days = [...unit, '--from', first.date, '--to', first.date];
      expect(
        (await answer(sheet, 'sheet', ...days)).duties.filter(({ isChanged }) => isChanged),
      ).toHaveLength(1);
      expect((await answer(changed, 'swap', ...unit, '--cancel', made.id ?? '')).state).toBe('cancelled');
      expect(
        (await answer(sheet, 'sheet', ...days)).duties.filter(({ isChanged }) => isChanged),
      ).toHaveLength(0);
    },
    patience,
  );

  test(
    'publishes, and refuses to plan anew or to take back without a reason',
    async () => {
      expect((await answer(z.object({ state: z.string() }), 'state', 'published', ...december)).state).toBe(
        'published',
      );
      const calls = [
        await roster('plan', ...december),
        await roster('state', 'draft', ...december),
        await roster('plan', '--db', db, '--unit', '没有的队伍', '--month', '2026-12'),
      ];
      expect(calls.map(({ json }) => refusal.parse(json).error.details.kind)).toEqual([
        'published',
        'reason',
        'team',
      ]);
      expect((await roster('state', 'finished', ...december)).code).toBe(2);
      expect((await roster('plan', ...unit, '--month', 'december')).code).toBe(2);
    },
    patience,
  );

  test(
    'sets a village up, says who is on duty and what everybody has done',
    async () => {
      const team = z.object({ posts: z.int(), members: z.int(), rules: z.int() });
      const made = await answer(
        team,
        'setup',
        'patrol',
        '--db',
        db,
        '--name',
        '虎门寨网格巡查',
        '--village',
        '虎门寨社区',
      );
      expect(made.posts).toBeGreaterThanOrEqual(2);
      expect(made.members).toBeGreaterThanOrEqual(3);
      const now = z.array(z.object({ name: z.string(), onDuty: z.array(z.object({ post: z.string() })) }));
      const office = (await answer(now, 'now', '--db', db)).find(({ name }) => name === '虎门镇机关值班');
      expect(office?.onDuty.map(({ post }) => post)).toEqual(['带班领导', '白班', '白班']);
      const people = z.array(z.object({ done: z.object({ total: z.number() }), balance: z.object({}) }));
      expect(await answer(people, 'fairness', ...unit, '--from', '2026-10', '--to', '2026-12')).toHaveLength(
        30,
      );
    },
    patience,
  );
});
