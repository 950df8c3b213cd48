import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ledgerById } from '../../db/model/registry.ts';
import { newFolder, newId, startDesk, type Desk } from './data-process-fixture.ts';

let desk: Desk;
/** Three issues, two with a handler, on Thursday 26 November 2026. */
beforeAll(async () => {
  desk = await startDesk(newFolder(), null, { now: () => new Date('2026-11-26T01:00:00Z') });
  const { town } = await desk.value('session.create', {
    town: '441900121',
    passphrase: '一个足够长的口令 2026',
  });
  expect(town?.name).toBe('虎门镇');
  const village = (await desk.value('record.options', { ledger: 'division', text: '', limit: 1 }))[0]?.id;
  const put = async (title: string, deadline: string, more: Record<string, string> = {}) => {
    await desk.value('record.save', {
      writeId: newId(),
      ledger: 'issue',
      id: newId(),
      base: 0,
      values: {
        title,
        deadline,
        status: '10',
        category: '01',
        issue_source: '01',
        reported_at: '2026-11-20T01:00:00.000Z',
        village: village ?? '',
        place_text: '人民路1号',
        description: '楼道堆放杂物。',
        ...more,
      },
    });
  };
  await put('超期的', '2026-11-25T08:00:00.000Z', { handler_name: '李梅' });
  await put('今天的', '2026-11-26T08:00:00.000Z', { handler_name: '李梅' });
  await put('周日的', '2026-11-29T08:00:00.000Z');
});
afterAll(async () => {
  await desk.close();
});

const lineOf = (board: Awaited<ReturnType<typeof boardOf>>) =>
  board.dues.find(({ ledger }) => ledger === 'issue');
const boardOf = (person?: string) => desk.value('day.board', person === undefined ? {} : { person });

describe('the day’s work', () => {
  test('tells the day, and what is late, due today and due this week, with filters that open the rows', async () => {
    const board = await boardOf();
    expect(board).toMatchObject({
      today: '2026-11-26',
      weekEnd: '2026-11-29',
      kind: { kind: 'working', name: null, isKnown: true },
      rosters: [],
    });
    const line = lineOf(board);
    expect(line).toMatchObject({ place: 0, overdue: 1, today: 1, week: 1, isExact: true });
    for (const bucket of ['overdue', 'today', 'week'] as const) {
      const where = line?.where[bucket] ?? {};
      expect((await desk.value('record.total', { ledger: 'issue', where })).total, bucket).toBe(1);
    }
    expect(board.people).toEqual([
      { name: '李梅', overdue: 1, today: 1, week: 0, missing: 0 },
      { name: '', overdue: 0, today: 0, week: 1, missing: 0 },
    ]);
  });

  test('of one person leaves the others out, and the filter with them', async () => {
    const board = await boardOf('李梅');
    expect(lineOf(board)).toMatchObject({ overdue: 1, today: 1, week: 0 });
    expect(lineOf(board)?.where.today).toMatchObject({ handler_name: ['李梅'] });
    expect(board.people).toHaveLength(2);
    expect(lineOf(await boardOf(''))).toMatchObject({ overdue: 0, today: 0, week: 1 });
  });

  test('is listed earliest first, and says when there is more', async () => {
    const { rows } = await desk.value('day.rows', { of: 'overdue', limit: 10 });
    expect(rows.map(({ title, day, person }) => [title, day, person])).toEqual([
      ['超期的', '2026-11-25', '李梅'],
    ]);
    const only = { ledger: 'issue', place: 0 };
    const day = await desk.value('day.rows', { of: '2026-11-29', only, limit: 1 });
    expect(day).toMatchObject({
      rows: [{ title: '周日的', at: '2026-11-29T08:00:00.000Z' }],
      hasMore: false,
    });
  });

  test('gives the badge its numbers', async () => {
    expect(await desk.value('day.reminder', {})).toEqual({
      today: '2026-11-26',
      overdue: 1,
      dueToday: 1,
      told: 0,
      isExact: true,
    });
  });

  test('of a calendar names holidays and make-up days and counts by day', async () => {
    const { today, days } = await desk.value('day.calendar', { from: '2026-09-28', to: '2026-11-29' });
    expect(today).toBe('2026-11-26');
    const at = (day: string) => days.find((one) => one.day === day);
    expect(at('2026-10-01')).toMatchObject({ kind: 'holiday', name: { zh: '国庆节' } });
    expect(at('2026-10-10')).toMatchObject({ kind: 'make-up', name: { zh: '国庆节' } });
    expect(at('2026-11-29')?.dues).toMatchObject([{ ledger: 'issue', place: 0, count: 1 }]);
    const where = at('2026-11-29')?.dues[0]?.where ?? {};
    expect((await desk.value('record.total', { ledger: 'issue', where })).total).toBe(1);
    const refused = await desk.ask('day.calendar', { from: '2026-01-01', to: '2026-12-31' });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'too-many-days' } });
  });

  test('follows the days the office set itself', async () => {
    await desk.value('record.save', {
      writeId: newId(),
      ledger: 'duty_calendar_day',
      id: newId(),
      base: 0,
      values: { day: '2026-11-27', kind: 'holiday', name: '台风停工' },
    });
    expect(await boardOf()).toMatchObject({ weekEnd: '2026-12-06' });
    const { days } = await desk.value('day.calendar', { from: '2026-11-27', to: '2026-11-27' });
    expect(days[0]).toMatchObject({ kind: 'holiday', name: { zh: '台风停工' } });
  });
});

test('every due names a place that a list can be filtered by', async () => {
  let tried = 0;
  for (const ledger of ledgerById.values())
    for (const { field } of ledger.dues) {
      const where = { [field]: { to: '2026-11-26' } };
      expect(await desk.value('record.total', { ledger: ledger.id, where })).toMatchObject({ exact: true });
      tried += 1;
    }
  expect(tried).toBeGreaterThan(1);
});
