import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { workFolder, zw, type CallOptions } from './zw.ts';

const { folder, remove } = workFolder();
const db = path.join(folder, 'town.db');
const env = { ZW_NOW: '2026-11-24T02:00:00Z' };
const row = z.looseObject({
  id: z.string(),
  person: z.string(),
  room: z.string(),
  from_day: z.string(),
  to_day: z.string().nullable(),
});
const record = z.looseObject({ id: z.string(), removed_at: z.string().nullable() });
const moved = z.strictObject({
  sentence: z.string(),
  records: z.array(z.strictObject({ ledger: z.string(), id: z.string(), change: z.string().nullable() })),
  subject: z.array(z.strictObject({ field: z.string(), old: z.string(), now: z.string() })),
  warnings: z.array(z.string()),
});
const refused = z.object({
  error: z.object({
    code: z.string(),
    details: z.looseObject({
      findings: z.array(z.looseObject({ field: z.string().nullable(), code: z.string() })).optional(),
    }),
  }),
});

/** One call on the town, at ten in the morning of 24 November 2026. */
const call = (args: readonly string[], options: CallOptions = {}) =>
  zw([...args, '--db', db], { ...options, env: { ...env, ...options.env } });
const move = (action: string, values: object, more: readonly string[] = []) =>
  call(['move', 'residence', action, JSON.stringify(values), ...more]);
const get = async (ledger: string, id: string) => record.parse((await call(['get', ledger, id])).json);
const rows = async (args: readonly string[]) =>
  z.object({ rows: z.array(z.unknown()) }).parse((await call(args)).json).rows;

let home: z.output<typeof row>;
/** A room somewhere else. */
let elsewhere: z.output<typeof record>;

beforeAll(async () => {
  // Drawn some weeks before, so that whoever moved in last did so before these moves.
  const town = ['--people', '1000', '--seed', '3', '--day', '2026-10-31'];
  expect((await call(['practice', ...town])).code).toBe(0);
  home = row.parse(
    (await rows(['list', 'residence', '--where', '{"to_day":{"blank":true}}', '--limit', '1']))[0],
  );
  const rooms = (await rows(['list', 'room', '--limit', '40'])).map((one) => record.parse(one));
  const { village } = await get('room', home.room);
  const other = rooms.find((one) => one['village'] !== village) ?? rooms.find((one) => one.id !== home.room);
  if (other === undefined) throw new Error('the town has one room');
  elsewhere = other;
});
afterAll(remove);

describe('zw move', () => {
  it('shows a move without carrying it out', async () => {
    const change = { person: home.person, from_day: '2026-11-20', room: elsewhere.id };
    const shown = moved.parse((await move('change', change, ['--dry-run'])).json);
    expect(shown.sentence).toMatch(/^2026-11-20 从 .+ 迁往 .+$/);
    expect(shown.records).toEqual([]);
    expect(shown.subject.map(({ field }) => field)).toContain('residence_address');
    expect((await get('residence', home.id))['to_day']).toBeNull();
  });

  it('moves a person, says it in one line, and takes it back with one undo', async () => {
    const before = await get('person', home.person);
    const call1 = await move('change', {
      person: home.person,
      from_day: '2026年11月20日',
      room: elsewhere.id,
    });
    expect([call1.code, call1.error]).toEqual([0, '']);
    const { records } = moved.parse(call1.json);
    expect(records.map(({ ledger }) => ledger)).toEqual(['residence', 'residence', 'person']);
    expect(await get('residence', home.id)).toMatchObject({ to_day: '2026-11-20', event: '02' });
    const opened = await get('residence', records[1]?.id ?? '');
    expect(opened).toMatchObject({
      person: home.person,
      room: elsewhere.id,
      from_day: '2026-11-20',
      to_day: null,
    });
    expect(opened['village']).toBe(elsewhere['village']);
    expect(await get('person', home.person)).toMatchObject({
      village: elsewhere['village'],
      address: elsewhere['address'],
    });

    expect((await call(['undo', records[2]?.change ?? ''])).json).toMatchObject({ id: home.person });
    expect(await get('residence', home.id)).toMatchObject({ to_day: null });
    expect((await get('residence', opened.id)).removed_at).not.toBeNull();
    const { version: _a, updated_at: _b, ...now } = await get('person', home.person);
    const { version: _c, updated_at: _d, ...then } = before;
    expect(now).toEqual(then);
  });

  it('repeats a request without moving twice', async () => {
    const leave = { person: home.person, to_day: '2026-11-21', end_reason: '返回原籍' };
    const first = moved.parse((await move('leave', leave, ['--write-id', 'once'])).json);
    const again = await move('leave', leave, ['--write-id', 'once']);
    expect(again.code).toBe(0);
    expect(moved.parse(again.json).records).toEqual(first.records);
    expect(await get('residence', home.id)).toMatchObject({
      to_day: '2026-11-21',
      event: '03',
      end_reason: '03',
    });
    expect(await get('person', home.person)).toMatchObject({ address: null, residence_address: null });
  });

  it('refuses with a finding for each field, in both languages', async () => {
    const future = await move('enter', { person: home.person, from_day: '2026-11-25', room: elsewhere.id });
    expect(future.code).toBe(1);
    expect(refused.parse(future.json).error).toMatchObject({
      code: 'invalid',
      details: {
        findings: [
          { field: 'from_day', code: 'day-future', reason: { zh: '不能晚于今天', en: expect.any(String) } },
        ],
      },
    });
    const early = await move('enter', { person: home.person, from_day: '2026-11-20', room: elsewhere.id });
    expect(refused.parse(early.json).error.details.findings?.[0]?.code).toBe('interval-overlap');
    const late = await move('leave', { person: home.person, to_day: '2026-11-22' });
    expect(late.error).toContain('现在没有未结束的居住区间，请改用“迁入”');
  });

  it('ends the person with the residence when told to', async () => {
    const enter = { person: home.person, from_day: '2026-11-22', room: home.room };
    const back = moved.parse((await move('enter', enter)).json);
    expect(back.warnings).toEqual(['2026-11-21 至 2026-11-22 之间没有记录，请核对']);
    const cancel = { person: home.person, to_day: '2026-11-23', end_reason: '死亡' };
    const { sentence } = moved.parse((await move('cancel', cancel, ['--end-subject'])).json);
    expect(sentence).toMatch(/^2026-11-23 注销在 .+ 的居住（死亡）$/);
    expect(await get('person', home.person)).toMatchObject({ removed_reason: sentence });
    expect((await call(['check'])).json).toEqual({ ok: true, findings: [] });
  });

  it('takes a wrong call for one', async () => {
    const wrong = [
      ['move', 'person', 'change', '{}'],
      ['move', 'residence', 'fly', '{"person":"x"}'],
      ['move', 'residence', 'change', '{"from_day":"2026-11-20"}'],
      ['move', 'residence', 'change', 'no json'],
    ];
    for (const args of wrong) expect([args, (await call(args)).code]).toEqual([args, 2]);
    expect(
      refused.parse((await move('enter', { person: 'nobody', from_day: '2026-11-20' })).json).error.code,
    ).toBe('invalid');
  });
});
