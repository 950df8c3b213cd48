import { afterEach, describe, expect, test, vi } from 'vitest';
import { chinaInstant } from '../../../db/model/office-time.ts';
import { dueDays } from '../../../db/model/calendar/due-days.ts';
import { chinaCalendar } from '../../../db/model/calendar/china.ts';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { attachment } from '../../../db/model/fields/attachment.ts';
import { choice } from '../../../db/model/fields/choice.ts';
import { day } from '../../../db/model/fields/day.ts';
import { instant } from '../../../db/model/fields/instant.ts';
import { link } from '../../../db/model/fields/link.ts';
import { text } from '../../../db/model/fields/text.ts';
import { yesNo } from '../../../db/model/fields/yes-no.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import { dayBoard, dayRows, dueWhere, type Store } from '../../../db/store/index.ts';
import { Connection } from '../../../db/store/open/connection.ts';
import { addDweller, clerk, dweller, newStore, place, rawFile, save } from './fixture.ts';

/** Visits by a day, named by whom; one of the older kind of record. */
const visit = defineLedger({
  id: 'visit',
  revision: 1,
  area: 'care',
  label: words('走访', 'Visits'),
  counter: words('次', 'visits'),
  source: 'fixture',
  fields: {
    name: text({ label: words('姓名', 'Name'), max: 40, required: true }),
    next: day({ label: words('下次', 'Next') }),
    worker: text({ label: words('走访人', 'Worker'), max: 40 }),
    is_focus: yesNo({ label: words('是否重点', 'Of concern') }),
    check_on: day({ label: words('核查日期', 'Check on') }),
    checked_on: day({ label: words('已核查', 'Checked on') }),
  },
  title: ['name'],
  sections: [
    {
      label: words('基本', 'Basic'),
      fields: ['name', 'next', 'worker', 'is_focus', 'check_on', 'checked_on'],
    },
  ],
  list: ['name', 'next'],
  naturalKey: [],
  sort: 'name',
  dues: [
    { field: 'next', label: words('走访', 'Visit'), person: 'worker' },
    {
      field: 'check_on',
      label: words('核查', 'Check'),
      while: { field: 'is_focus', values: ['true'] },
      until: 'checked_on',
    },
  ],
});

/** Work by a moment, while it is open, by somebody with a record. */
const task = defineLedger({
  id: 'task',
  revision: 1,
  area: 'issue',
  label: words('事项', 'Tasks'),
  counter: words('宗', 'tasks'),
  source: 'fixture',
  fields: {
    name: text({ label: words('标题', 'Title'), max: 40, required: true }),
    until: instant({ label: words('期限', 'Until') }),
    state: choice({ label: words('状态', 'State'), table: 'issue_status', required: true }),
    who: link({ label: words('经办人', 'Who'), ledger: 'dweller' }),
    paper: attachment({ label: words('文书', 'Paper') }),
  },
  title: ['name'],
  sections: [{ label: words('基本', 'Basic'), fields: ['name', 'until', 'state', 'who', 'paper'] }],
  list: ['name', 'until'],
  naturalKey: [],
  sort: 'name',
  dues: [
    {
      field: 'until',
      label: words('办理', 'Handling'),
      person: 'who',
      while: { field: 'state', values: ['20', '40'] },
    },
  ],
  wants: [
    {
      field: 'paper',
      label: words('文书', 'Paper'),
      person: 'who',
      while: { field: 'state', values: ['70'] },
    },
  ],
});

const registry = makeRegistry([
  { no: 101, ledger: dweller },
  { no: 102, ledger: place },
  { no: 103, ledger: visit },
  { no: 104, ledger: { ...task, sensitive: true } },
]);
/** A Thursday; the week ends on Sunday the 29th. */
const daysAt = (day: string, minute = 0) => dueDays(chinaInstant(day, minute), chinaCalendar());
const days = daysAt('2026-11-26');

function put(store: Store, ledger: string, rows: Readonly<Record<string, Values>>): void {
  for (const [id, values] of Object.entries(rows)) save(store, { ledger, id, op: 'create', values });
}

function town() {
  const made = newStore({ registry });
  const { store } = made;
  save(store, addDweller('d1', { name: '张伟', number: 'A1' }));
  put(store, 'visit', {
    v1: { name: '甲', next: '2026-11-25', worker: '李梅' },
    v2: { name: '乙', next: '2026-11-26', worker: '李梅' },
    v3: { name: '丙', next: '2026-11-29', worker: '王强' },
    v4: { name: '丁', next: '2026-11-30', worker: '王强' },
    v5: { name: '戊', next: '2026-11-01', worker: null },
    v6: { name: '己', next: null, worker: '李梅' },
  });
  put(store, 'task', {
    // 23:59 in China on the 25th, 00:00 on the 26th.
    t1: { name: '一', until: '2026-11-25T15:59:00.000Z', state: '20', who: 'd1' },
    t2: { name: '二', until: '2026-11-25T16:00:00.000Z', state: '40', who: null },
    t3: { name: '三', until: '2026-11-25T16:00:00.000Z', state: '70', who: 'd1' },
  });
  return made;
}

afterEach(() => {
  vi.restoreAllMocks();
});

test('the week of the day is that of the next working day', () => {
  expect(days).toEqual({ now: '2026-11-25T16:00:00.000Z', today: '2026-11-26', weekEnd: '2026-11-29' });
  expect(daysAt('2026-11-27').weekEnd).toBe('2026-12-06');
  expect(daysAt('2026-11-29').weekEnd).toBe('2026-12-06');
  // Wednesday before the National Day week: people come back on Thursday the 8th.
  expect(daysAt('2026-09-30').weekEnd).toBe('2026-10-11');
  // Friday before a Sunday that is worked.
  expect(daysAt('2026-09-18').weekEnd).toBe('2026-09-20');
});

describe('what is due', () => {
  test('is sorted by the days of China and shared out to those who must do it', () => {
    const { store } = town();
    expect(store.dues.tallies(days, clerk)).toEqual([
      {
        ledger: 'visit',
        place: 0,
        isExact: true,
        shares: [
          { person: null, name: '', overdue: 1, today: 0, week: 0 },
          { person: '李梅', name: '李梅', overdue: 1, today: 1, week: 0 },
          { person: '王强', name: '王强', overdue: 0, today: 0, week: 1 },
        ],
      },
      {
        ledger: 'task',
        place: 0,
        isExact: true,
        shares: [
          { person: 'd1', name: '张伟', overdue: 1, today: 0, week: 0 },
          { person: null, name: '', overdue: 0, today: 1, week: 0 },
        ],
      },
    ]);
  });

  test('is counted anew after a change, and only of the ledger that changed', () => {
    const { store } = town();
    store.dues.tallies(days, clerk);
    const rows = vi.spyOn(Connection.prototype, 'rows');
    const counted = () => rows.mock.calls.filter(([sql]) => sql.includes('GROUP BY person'));
    store.dues.tallies(days, clerk);
    // What moves with the clock is read anew, and no more of the index than today's.
    expect(counted()).toHaveLength(2);
    expect(counted().every(([sql]) => /FROM task .*until >= .*until <= /.test(sql))).toBe(true);
    save(store, { ledger: 'visit', id: 'v1', op: 'update', values: { next: '2026-12-25' }, base: 1 });
    const [visits] = store.dues.tallies(days, clerk);
    expect(visits?.shares.find(({ name }) => name === '李梅')).toMatchObject({ overdue: 0, today: 1 });
    const ofVisits = counted().filter(([sql]) => sql.includes('FROM visit'));
    expect([ofVisits.length, counted().length]).toEqual([3, 7]);
  });

  test('stands no longer there once the record is closed or removed', () => {
    const { store } = town();
    save(store, { ledger: 'task', id: 't1', op: 'update', values: { state: '80' }, base: 1 });
    save(store, { ledger: 'visit', id: 'v2', op: 'remove', base: 1, reason: '死亡' });
    const all = store.dues
      .tallies(days, clerk)
      .flatMap(({ ledger, shares }) =>
        shares.map(({ person, overdue, today }) => [ledger, person, overdue, today]),
      );
    expect(all).not.toContainEqual(['task', 'd1', 1, 0]);
    expect(all).toContainEqual(['visit', '李梅', 1, 0]);
  });

  test('is listed earliest first, of everybody or of some', () => {
    const { store } = town();
    const query = { ledger: 'visit', place: 0, span: { to: '2026-11-26' }, limit: 10 };
    expect(store.dues.rows(query, clerk).map(({ title, day: on }) => `${on} ${title}`)).toEqual([
      '2026-11-01 戊',
      '2026-11-25 甲',
      '2026-11-26 乙',
    ]);
    expect(store.dues.rows({ ...query, people: ['李梅'], limit: 1 }, clerk).map(({ id }) => id)).toEqual([
      'v1',
    ]);
    expect(store.dues.rows({ ...query, people: [null] }, clerk).map(({ id }) => id)).toEqual(['v5']);
    const tasks = store.dues.rows({ ledger: 'task', place: 0, span: { to: '2026-11-26' }, limit: 10 }, clerk);
    expect(tasks.map(({ day: on, at, person }) => [on, at, person])).toEqual([
      ['2026-11-25', '2026-11-25T15:59:00.000Z', '张伟'],
      ['2026-11-26', '2026-11-25T16:00:00.000Z', ''],
    ]);
  });

  test('is what the list shows with the same filter', () => {
    const { store } = town();
    const today = { from: '2026-11-26', to: '2026-11-26' };
    const page = store.page(
      { ledger: 'task', where: dueWhere({ ledger: task, place: 0 }, today), limit: 10 },
      clerk,
    );
    expect(page.rows.map(({ id }) => id)).toEqual(['t2']);
    const late = store.page(
      {
        ledger: 'task',
        where: dueWhere({ ledger: task, place: 0 }, { to: '2026-11-25' }, ['d1']),
        limit: 10,
      },
      clerk,
    );
    expect(late.rows.map(({ id }) => id)).toEqual(['t1']);
  });

  test('at a moment is overdue from the next on, and due today before', () => {
    const { store } = town();
    put(store, 'task', {
      // Nine in the morning, half past five in the afternoon.
      t4: { name: '四', until: '2026-11-26T01:00:00.000Z', state: '20', who: 'd1' },
      t5: { name: '五', until: '2026-11-26T09:30:00.000Z', state: '20', who: 'd1' },
    });
    const NINE = 540;
    const standing = (minute: number) => {
      const question = { days: daysAt('2026-11-26', minute), ledgers: registry.ledgerById };
      const line = dayBoard(store, question, clerk).dues.find(({ ledger }) => ledger === 'task');
      const titles = (of: 'overdue' | 'today') =>
        dayRows(store, { ...question, of, only: { ledger: 'task', place: 0 }, limit: 9 }, clerk).map(
          ({ title }) => title,
        );
      const listed = (bucket: 'overdue' | 'today') =>
        store.total('task', line?.where[bucket] ?? {}, clerk).total;
      expect([titles('overdue').length, titles('today').length]).toEqual([line?.overdue, line?.today]);
      expect([listed('overdue'), listed('today')]).toEqual([line?.overdue, line?.today]);
      return [titles('overdue').join(''), titles('today').join('')];
    };
    expect(standing(NINE)).toEqual(['一二', '四五']);
    expect(standing(NINE + 1)).toEqual(['一二四', '五']);
    expect(standing(24 * 60 - 1)).toEqual(['一二四五', '']);
  });

  test('as an appointment is not late before its day is over', () => {
    const appointed = { ...task, dues: task.dues.map((due) => ({ ...due, isAppointment: true as const })) };
    const only = makeRegistry([
      { no: 101, ledger: dweller },
      { no: 102, ledger: place },
      { no: 104, ledger: appointed },
    ]);
    const { store } = newStore({ registry: only });
    put(store, 'task', { t1: { name: '一', until: '2026-11-26T01:00:00.000Z', state: '20' } });
    const at = (day: string, minute: number) => store.dues.tallies(daysAt(day, minute), clerk)[0]?.shares;
    expect(at('2026-11-26', 1000)).toMatchObject([{ overdue: 0, today: 1 }]);
    expect(at('2026-11-27', 0)).toMatchObject([{ overdue: 1, today: 0 }]);
  });

  test('is told by day for a calendar', () => {
    const { store } = town();
    const span = { from: '2026-11-25', to: '2026-11-29' };
    expect(store.dues.byDay({ span, now: days.now }, clerk)).toEqual([
      { ledger: 'visit', place: 0, day: '2026-11-25', count: 1, late: 1 },
      { ledger: 'visit', place: 0, day: '2026-11-26', count: 1, late: 0 },
      { ledger: 'visit', place: 0, day: '2026-11-29', count: 1, late: 0 },
      { ledger: 'task', place: 0, day: '2026-11-25', count: 1, late: 1 },
      { ledger: 'task', place: 0, day: '2026-11-26', count: 1, late: 0 },
    ]);
    // A minute after midnight the task of midnight is late, the visit of the day is not.
    const later = store.dues.byDay({ span, now: daysAt('2026-11-26', 1).now }, clerk);
    expect(later.filter(({ day: on }) => on === '2026-11-26').map(({ late }) => late)).toEqual([0, 1]);
  });

  test('is read from indexes alone', () => {
    const { store, options } = town();
    const rows = vi.spyOn(Connection.prototype, 'rows');
    store.dues.tallies(days, clerk);
    store.dues.wants(clerk);
    const asked = rows.mock.calls.filter(([sql]) => sql.includes('GROUP BY person'));
    expect(asked.length).toBe(11);
    store.close();
    const raw = rawFile(options);
    const plans = asked.flatMap(([sql, ...bound]) =>
      raw
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all(...bound)
        .map((row) => (typeof row === 'object' && row !== null && 'detail' in row ? String(row.detail) : '')),
    );
    raw.close();
    const reading = plans.filter((line) => /(SCAN|SEARCH) (visit|task)/.test(line));
    expect(reading.length).toBe(11);
    expect(reading.filter((line) => !line.includes('COVERING INDEX'))).toEqual([]);
  });
});

test('a due stands until the field is filled that tells it was done', () => {
  const { store } = town();
  save(store, {
    ledger: 'visit',
    id: 'v6',
    op: 'update',
    values: { is_focus: true, check_on: '2026-11-20' },
    base: 1,
  });
  const late = () =>
    store.dues.tallies(days, clerk).filter(({ ledger, place: at }) => ledger === 'visit' && at === 1);
  expect(late()).toMatchObject([{ shares: [{ overdue: 1 }] }]);
  save(store, { ledger: 'visit', id: 'v6', op: 'update', values: { checked_on: '2026-11-26' }, base: 2 });

  expect(late()).toEqual([]);
});

test('a due may hold only while a yes-no field says yes', () => {
  const { store } = town();
  put(store, 'visit', {
    v7: { name: '庚', check_on: '2026-11-26', is_focus: true },
    v8: { name: '辛', check_on: '2026-11-26', is_focus: false },
  });
  const checks = store.dues
    .tallies(days, clerk)
    .find(({ ledger, place: at }) => ledger === 'visit' && at === 1);
  expect(checks?.shares).toMatchObject([{ person: null, today: 1 }]);
  const where = dueWhere({ ledger: visit, place: 1 }, { from: '2026-11-26', to: '2026-11-26' });
  expect(store.page({ ledger: 'visit', where, limit: 10 }, clerk).rows.map(({ id }) => id)).toEqual(['v7']);
});

test('what is missing is counted by person, and no longer once it is there', () => {
  const { store } = town();
  expect(store.dues.wants(clerk)).toEqual([
    { ledger: 'task', place: 0, isExact: true, shares: [{ person: 'd1', name: '张伟', missing: 1 }] },
  ]);
  const paper = store.attachments.put(new Uint8Array([1, 2, 3]), '协议书.jpg', 'image/jpeg');
  save(store, { ledger: 'task', id: 't3', op: 'update', values: { paper: [paper.hash] }, base: 1 });
  expect(store.dues.wants(clerk)).toEqual([]);
});

test('who may not open sensitive ledgers is told nothing of their dues', () => {
  const { store } = town();
  const barred = { ...clerk, user: 'u9', seesSensitive: false };
  expect(store.dues.tallies(days, barred).map(({ ledger }) => ledger)).toEqual(['visit']);
  expect(store.dues.wants(barred)).toEqual([]);
  const span = { from: '2026-11-01', to: '2026-11-30' };
  expect(new Set(store.dues.byDay({ span, now: days.now }, barred).map(({ ledger }) => ledger))).toEqual(
    new Set(['visit']),
  );
  expect(store.dues.rows({ ledger: 'task', place: 0, span, limit: 10 }, barred)).toEqual([]);
});
