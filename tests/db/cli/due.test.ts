import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { workFolder, zw as call } from './zw.ts';

const { folder, remove } = workFolder();
const db = path.join(folder, 'town.db');

const zw = (...args: readonly string[]) =>
  call([...args, '--db', db], { env: { ZW_NOW: '2026-11-02T01:00:00Z' } });

const count = z.int();
const due = z.object({
  today: z.string(),
  weekEnd: z.string(),
  dues: z.array(
    z.object({
      ledger: z.string(),
      label: z.string(),
      overdue: count,
      today: count,
      week: count,
      where: z.record(z.string(), z.unknown()),
    }),
  ),
  people: z.array(z.object({ name: z.string(), overdue: count, today: count, week: count })).optional(),
  rows: z.array(z.object({ ledger: z.string(), day: z.string(), title: z.string() })).optional(),
  escalations: z.array(
    z.object({
      to: z.string(),
      count,
      levels: z.array(
        z.object({ ledger: z.string(), level: count, count, where: z.record(z.string(), z.unknown()) }),
      ),
    }),
  ),
  escalated: z
    .array(z.object({ to: z.string(), rows: z.array(z.object({ id: z.string(), since: z.string() })) }))
    .optional(),
});
const total = z.object({ total: count });

beforeAll(async () => {
  await zw('practice', '--people', '1000', '--seed', '3');
}, 120_000);
afterAll(remove);

test('zw due prints the day’s work, and list finds the very rows by its filters', async () => {
  const { code, json } = await zw('due');
  expect(code).toBe(0);
  const { today, weekEnd, dues } = due.parse(json);
  expect([today, weekEnd]).toEqual(['2026-11-02', '2026-11-08']);
  const houses = dues.find(({ ledger, label }) => ledger === 'rental_house' && label === '检查');
  expect(houses?.week).toBeGreaterThan(0);
  const where = JSON.stringify(houses?.where['week']);
  const list = await zw('list', 'rental_house', '--where', where, '--limit', '500');
  expect(total.parse(list.json).total).toBe(houses?.week);
});

test('zw due adds people and rows when asked, for any day', async () => {
  const { json } = await zw('due', '--by', 'person', '--rows', '--day', '2026-11-05');
  const { today, people, rows } = due.parse(json);
  expect(today).toBe('2026-11-05');
  expect(people?.length).toBeGreaterThan(0);
  const days = rows?.map(({ day }) => day) ?? [];
  expect(days.length).toBeGreaterThan(0);
  expect(days).toEqual(days.toSorted());
});

test('zw due tells who is to be told of late steps, and lists them', async () => {
  const { escalations, escalated } = due.parse((await zw('due', '--rows')).json);
  const [first] = escalations;
  expect(first?.to).not.toBe('');
  const level = first?.levels[0];
  const where = JSON.stringify(level?.where);
  const list = await zw('list', level?.ledger ?? '', '--where', where, '--limit', '500');
  expect(total.parse(list.json).total).toBe(level?.count);
  expect(level?.count).toBeGreaterThan(0);
  expect(escalated?.map(({ to, rows }) => [to, rows.length])).toEqual(
    escalations.map(({ to, count: of }) => [to, of]),
  );
  const nobody = due.parse((await zw('due', '--person', '查无此人')).json);
  expect(nobody.escalations).toEqual([]);
});

test('zw due ends with 2 for a day that is none', async () => {
  expect((await zw('due', '--day', '2026-13-40')).code).toBe(2);
  expect((await zw('due', '--by', 'village')).code).toBe(2);
});
