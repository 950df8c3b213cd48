import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { workFolder, zw as call } from './zw.ts';

const { folder, remove } = workFolder();
const db = path.join(folder, 'town.db');

/** One call at ten in the morning of Tuesday 29 December 2026; the notice for 2027 is not in the program. */
const zw = (...args: readonly string[]) =>
  call([...args, '--db', db], {
    env: { ZW_NOW: '2026-12-29T02:00:00Z', ZW_PASSPHRASE: '期限口令一二三' },
  });

const answer = z.object({
  days: z.array(z.object({ day: z.string(), isWorked: z.boolean() })).nullable(),
  count: z.int(),
  kept: z.int(),
  lines: z.array(
    z.object({ ledger: z.string(), id: z.string(), turn: z.string(), was: z.string(), due: z.string() }),
  ),
  batch: z.string().nullable(),
  moved: z.int(),
});
const deadlines = async (...args: readonly string[]) => answer.parse((await zw('deadlines', ...args)).json);
const saved = z.object({ id: z.string() });
const clocks = z.object({ clocks: z.array(z.object({ due: z.string(), explanation: z.string() })) });
let id = '';

beforeAll(async () => {
  expect((await zw('init', '--town', '441900121')).code).toBe(0);
  const list = await zw('list', 'division', '--where', '{"level":"5"}', '--limit', '1');
  const [village] = z.object({ rows: z.array(z.looseObject({ code: z.string() })) }).parse(list.json).rows;
  const issue = {
    title: '楼道堆放杂物',
    category: '01',
    issue_source: '02',
    reported_at: '2026-12-29 09:30',
    village: village?.code,
    place_text: '银龙路10号二楼',
    description: '二楼楼道堆放纸箱',
  };
  ({ id } = saved.parse((await zw('save', 'issue', JSON.stringify(issue))).json));
  expect((await zw('act', 'issue', id, 'accept', '{"category":"01","level":"01"}')).code).toBe(0);
  const dispatch = '{"dispatched_to":"消防所","limit_days":3}';
  expect((await zw('act', 'issue', id, 'dispatch', dispatch)).code).toBe(0);
});
afterAll(remove);

test('zw deadlines shows what a changed calendar moves, moves it, and undo-import takes it back', async () => {
  expect(await deadlines()).toMatchObject({ days: [], count: 0 });
  const day = '{"day":"2027-01-01","kind":"holiday","name":"元旦"}';
  expect((await zw('save', 'duty_calendar_day', day)).code).toBe(0);
  const shown = await deadlines();
  expect(shown).toMatchObject({
    days: [{ day: '2027-01-01', isWorked: false }],
    count: 1,
    kept: 0,
    batch: null,
  });
  expect(shown.lines[0]).toMatchObject({ ledger: 'issue', id, turn: 'later' });
  const { batch, moved } = await deadlines('--apply');
  expect(moved).toBe(1);
  const [clock] = clocks.parse((await zw('case', 'issue', id)).json).clocks;
  expect(clock?.due).toBe(shown.lines[0]?.due);
  expect(clock?.explanation).toContain('元旦放假不计');
  expect(await deadlines()).toMatchObject({ days: [], count: 0 });
  expect((await zw('undo-import', batch ?? '')).json).toEqual({ undone: 2, kept: 0 });
  expect(clocks.parse((await zw('case', 'issue', id)).json).clocks[0]?.due).toBe(shown.lines[0]?.was);
  expect(await deadlines()).toMatchObject({ count: 1 });
  expect(await deadlines('--all')).toMatchObject({ days: null, count: 1 });
});

test('zw deadlines leaves them as they are when told so, and refuses to do both', async () => {
  const day = '{"day":"2027-01-04","kind":"holiday","name":"停工"}';
  expect((await zw('save', 'duty_calendar_day', day)).code).toBe(0);
  expect((await deadlines('--keep')).moved).toBe(0);
  expect(await deadlines()).toMatchObject({ days: [], count: 0 });
  expect((await zw('deadlines', '--apply', '--keep')).code).toBe(2);
});
