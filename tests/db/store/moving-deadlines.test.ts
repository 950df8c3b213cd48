import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Values } from '../../../db/model/field-kind.ts';
import { ledgerOf, registry } from '../../../db/model/registry.ts';
import type { CreateOptions, RecordWrite, Store } from '../../../db/store/index.ts';
import { drained } from '../../../db/store/steps.ts';
import { clerk, newStore } from './fixture.ts';

/** Tuesday 29 December 2026 in China, ten in the morning: the notice for 2027 is not in the program. */
const tuesday = '2026-12-29T02:00:00.000Z';

const issue = {
  title: '楼道堆放杂物',
  category: '01',
  item: '0101',
  issue_source: '01',
  reported_at: tuesday,
  village: 'v1',
  place_text: '虎门镇银龙路10号二楼楼道',
  description: '二楼楼道堆放纸箱，占用疏散通道',
};

function town(of: Partial<CreateOptions> = {}) {
  let at = Date.parse(tuesday);
  const { store } = newStore({ registry, now: () => new Date((at += 10)), ...of });
  const village = { code: '441900121201', name: '虎门寨社区', level: '5' };
  save(store, [
    { ledger: 'division', id: 'v1', op: 'create', values: village },
    { ledger: 'issue', id: 'i1', op: 'create', values: issue },
  ]);
  return {
    store,
    at: (iso: string) => {
      at = Date.parse(iso);
    },
  };
}

function save(store: Store, writes: readonly RecordWrite[]): void {
  const saved = store.write({ writeId: randomUUID(), caller: clerk, writes });
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem));
}

/** A day of the town's calendar: off by its name, or worked. */
const setDay = (store: Store, day: string, name: string | null): void =>
  save(store, [
    {
      ledger: 'duty_calendar_day',
      id: `d${day}`,
      op: 'create',
      values: { day, kind: name === null ? 'working' : 'holiday', name },
    },
  ]);

function act(
  store: Store,
  action: string,
  { id = 'i1', ...values }: Values & { readonly id?: string } = {},
): void {
  const outcome = store.act({
    ledger: 'issue',
    id,
    action,
    values,
    opinion: '已核实',
    actor: { grant_extension: '梁队长', ask_extension: '黄伟' }[action] ?? '调度员甲',
    caller: clerk,
    writeId: randomUUID(),
    stepId: randomUUID(),
    newId: randomUUID(),
  });
  if (!outcome.ok) throw new Error(`${action}: ${JSON.stringify(outcome.problem)}`);
}

/** Dispatched at ten on Tuesday with three working days: Friday 1 January 2027 by weekends alone. */
function dispatched(store: Store, id = 'i1'): void {
  act(store, 'accept', { id, category: '01', level: '01' });
  act(store, 'dispatch', { dispatched_to: '消防所', limit_days: 3, id });
}

const daysShape = z.object({ from: z.string(), off: z.array(z.string()), worked: z.array(z.string()) });
const knownShape = z.object({ days: daysShape, shipped: daysShape, shippedSince: z.null() });

const look = (store: Store, all = false) =>
  drained(store.deadlines.lookSteps({ lines: 50, all }, clerk), () => true);
const move = (store: Store, batch: string = randomUUID()) =>
  drained(store.deadlines.moveSteps(batch, {}, clerk), () => true);
const row = (store: Store, id = 'i1'): Values => store.get('issue', id, clerk)?.values ?? {};
const caseOf = (store: Store, id = 'i1') => store.caseState('issue', id, clerk);

describe('deadlines given out before the calendar changed', () => {
  test('are counted and shown with old, new and reason, and nothing is written', () => {
    const { store } = town();
    dispatched(store);
    expect(look(store)).toMatchObject({ days: [], count: 0, kept: 0, lines: [] });
    setDay(store, '2027-01-01', '元旦');
    const found = look(store);
    expect(found).toMatchObject({ days: [{ day: '2027-01-01', isWorked: false }], count: 1, kept: 0 });
    expect(found?.lines[0]).toMatchObject({
      ledger: 'issue',
      id: 'i1',
      turn: 'later',
      was: expect.stringMatching(/^2027-01-01T02:00/),
      due: expect.stringMatching(/^2027-01-04T02:00/),
      reason: '节假日安排变动：2027年1月1日改为放假（元旦），期限由2027年1月1日10:00改为2027年1月4日10:00。',
    });
    expect(found?.lines[0]?.explanation).toContain('2027年1月1日元旦放假不计');
    expect(row(store)['deadline']).toMatch(/^2027-01-01T02:00/);
  });

  test('are moved with a step, a reason in the history and an explanation, and are then settled', () => {
    const { store } = town();
    dispatched(store);
    setDay(store, '2027-01-01', '元旦');
    expect(move(store, 'b1')).toEqual({ moved: 1, kept: 0 });
    expect(row(store)['deadline']).toMatch(/^2027-01-04T02:00/);
    expect(row(store)['handle_by'], 'what follows the deadline follows it here').toBe(row(store)['deadline']);
    const state = caseOf(store);
    expect(state?.clocks[0]).toMatchObject({ due: row(store)['deadline'] });
    expect(state?.clocks[0]?.explanation).toContain('元旦放假不计');
    expect(state?.steps.at(-1)).toMatchObject({
      label: '日历调整',
      from: '30',
      to: '30',
      opinion: expect.stringContaining('期限由2027年1月1日10:00改为2027年1月4日10:00'),
      explanation: expect.stringContaining('元旦放假不计'),
    });
    const change = store.history('issue', 'i1', clerk).find(({ reason }) => reason === '日历调整');
    expect(change?.batch).toBe('b1');
    expect(look(store)).toMatchObject({ days: [], count: 0 });
    expect(look(store, true)).toMatchObject({ days: null, count: 0 });
  });

  test('go back with their batch, but not where the case was acted on since', () => {
    const { store } = town();
    save(store, [{ ledger: 'issue', id: 'i2', op: 'create', values: { ...issue, title: '占道经营' } }]);
    dispatched(store);
    dispatched(store, 'i2');
    setDay(store, '2027-01-01', '元旦');
    expect(move(store, 'b1')).toEqual({ moved: 2, kept: 0 });
    act(store, 'take', { handler_name: '黄伟', id: 'i2' });
    expect(store.undoBatch('b1', clerk)).toEqual({ ok: true, undone: 2, kept: 2 });
    expect(row(store)['deadline']).toMatch(/^2027-01-01T02:00/);
    expect(caseOf(store)?.clocks[0]?.due).toBe(row(store)['deadline']);
    expect(caseOf(store)?.steps.map(({ action }) => action)).toEqual(['accept', 'dispatch']);
    expect(look(store), 'undecided again').toMatchObject({ count: 1, kept: 0 });
    expect(row(store, 'i2')['deadline']).toMatch(/^2027-01-04T02:00/);
    expect(caseOf(store, 'i2')?.steps.map(({ action }) => action)).toContain('calendar_change');
  });

  test('go back one by one with their steps, and not under a later step', () => {
    const { store } = town();
    save(store, [{ ledger: 'issue', id: 'i2', op: 'create', values: { ...issue, title: '占道经营' } }]);
    dispatched(store);
    dispatched(store, 'i2');
    setDay(store, '2027-01-01', '元旦');
    move(store, 'b1');
    const changeOf = (id: string) =>
      store.history('issue', id, clerk).find(({ batch }) => batch === 'b1') ?? { change: '', together: 0 };
    expect(changeOf('i1').together).toBe(1);
    expect(store.undo(changeOf('i1').change, randomUUID(), clerk).ok).toBe(true);
    expect(row(store)['deadline']).toMatch(/^2027-01-01T02:00/);
    expect(row(store)['handle_by']).toBe(row(store)['deadline']);
    expect(caseOf(store)?.steps.map(({ action }) => action)).toEqual(['accept', 'dispatch']);
    act(store, 'take', { handler_name: '黄伟', id: 'i2' });
    const refused = store.undo(changeOf('i2').change, randomUUID(), clerk);
    expect(refused.ok ? null : refused.problem.code).toBe('later-changes');
  });

  test('of a case nobody has acted on yet, and one set by hand, keep the office time they were given', () => {
    const { store, at } = town();
    at('2026-12-31T09:00:00.000Z');
    const byHand = { ...issue, deadline: '2027-01-01T08:00:00.000Z' };
    save(store, [
      { ledger: 'issue', id: 'i2', op: 'create', values: issue },
      { ledger: 'issue', id: 'i3', op: 'create', values: byHand },
    ]);
    expect(row(store, 'i2')['deadline']).toMatch(/^2027-01-01T02:00/);
    setDay(store, '2027-01-01', '元旦');
    expect(move(store)).toEqual({ moved: 2, kept: 0 });
    expect(row(store, 'i2')['deadline'], 'half an hour of Thursday, then Monday').toMatch(
      /^2027-01-04T02:00/,
    );
    expect(row(store, 'i3')['deadline']).toMatch(/^2027-01-04T08:00/);
    expect(caseOf(store, 'i3')?.clocks[0]?.explanation).toContain('（登记时确定）');
    act(store, 'accept', { category: '01', level: '01', id: 'i3' });
    expect(caseOf(store, 'i3')?.clocks[0]?.explanation).not.toContain('登记时');
  });

  test('set by hand where the state has no limit move only where their own day is off', () => {
    const { store } = town();
    const taken = (id: string, deadline: string) =>
      store.write({
        writeId: randomUUID(),
        caller: clerk,
        batch: 'old cases',
        writes: [
          { ledger: 'issue', id, op: 'create', values: { ...issue, title: id, status: '00', deadline } },
        ],
      });
    const limits = ledgerOf('issue').workflow?.states ?? {};
    expect(limits['00']?.limit).toBeUndefined();
    store.batches.start({ id: 'old cases', kind: 'import', ledger: 'issue', label: '旧账' }, {});
    expect(taken('own', '2027-01-01T15:59:59.999Z').ok).toBe(true);
    expect(taken('between', '2027-01-05T15:59:59.999Z').ok).toBe(true);
    setDay(store, '2027-01-01', '元旦');

    expect(look(store)?.lines.map(({ id, due }) => [id, due])).toEqual([['own', '2027-01-04T15:59:59.999Z']]);
  });

  test('that had passed when the case was taken over move where their own day is off', () => {
    const { store } = town();
    store.batches.start({ id: 'old cases', kind: 'import', ledger: 'issue', label: '旧账' }, {});
    const taken = (id: string, deadline: string) =>
      store.write({
        writeId: randomUUID(),
        caller: clerk,
        batch: 'old cases',
        writes: [{ ledger: 'issue', id, op: 'create', values: { ...issue, title: id, deadline } }],
      });
    // Monday the 28th at four, and Friday the 25th: both before the Tuesday they are entered on.
    expect(taken('monday', '2026-12-28T08:00:00.000Z').ok).toBe(true);
    expect(taken('friday', '2026-12-25T08:00:00.000Z').ok).toBe(true);
    setDay(store, '2026-12-28', '台风停工');

    expect(look(store)?.lines.map(({ id, due }) => [id, due])).toEqual([
      ['monday', '2026-12-29T08:00:00.000Z'],
    ]);
    move(store);
    expect(row(store, 'monday')['deadline']).toBe('2026-12-29T08:00:00.000Z');
    expect(row(store, 'friday')['deadline']).toBe('2026-12-25T08:00:00.000Z');
  });

  test('that were extended keep the extension on top of what moved', () => {
    const { store, at } = town();
    dispatched(store);
    act(store, 'take', { handler_name: '黄伟' });
    at('2026-12-30T02:00:00.000Z');
    act(store, 'ask_extension', { extension_days: 2, extension_reason: '需要联系业主' });
    at('2026-12-30T08:00:00.000Z');
    act(store, 'grant_extension');
    const before = String(row(store)['deadline']);
    setDay(store, '2027-01-01', '元旦');
    expect(move(store)).toEqual({ moved: 1, kept: 0 });
    const moved = Date.parse(String(row(store)['deadline'])) - Date.parse(before);
    expect(moved, 'one day off later').toBe(86_400_000);
    expect(caseOf(store)?.clocks[0]?.explanation).toMatch(/^第1次延期/);
  });

  test('that are past move later, and never earlier into lateness', () => {
    const { store, at } = town();
    dispatched(store);
    setDay(store, '2027-01-02', null);
    setDay(store, '2026-12-30', '台风停工');
    at('2027-01-01T03:00:00.000Z');
    expect(look(store)?.lines[0], 'a day off and a worked Saturday').toMatchObject({
      turn: 'later',
      wasLate: true,
      isLate: false,
      due: expect.stringMatching(/^2027-01-02T02:00/),
    });
    expect(move(store)).toEqual({ moved: 1, kept: 0 });
    at('2027-01-01T04:00:00.000Z');
    save(store, [{ ledger: 'duty_calendar_day', id: 'd2026-12-30', op: 'remove', reason: '录错' }]);
    expect(look(store)?.lines[0]).toMatchObject({ turn: 'kept', wasLate: false, isLate: false });
    expect(move(store)).toEqual({ moved: 0, kept: 1 });
    expect(row(store)['deadline']).toMatch(/^2027-01-02T02:00/);
    expect(look(store)).toMatchObject({ days: [], count: 0, kept: 0 });
  });

  test('stay when that is decided, until one of their days changes again', () => {
    const { store } = town();
    dispatched(store);
    setDay(store, '2027-01-01', '元旦');
    store.deadlines.settle();
    setDay(store, '2027-02-05', '春节');
    expect(look(store)).toMatchObject({ count: 0, days: [{ day: '2027-02-05', isWorked: false }] });
    expect(look(store, true)).toMatchObject({ count: 1 });
  });

  test('are told of when the program comes to ship another notice', () => {
    const { store } = town();
    const byHand = { ...issue, deadline: '2026-12-31T08:00:00.000Z' };
    save(store, [{ ledger: 'issue', id: 'i2', op: 'create', values: byHand }]);
    const noted = knownShape.parse(store.preferences.get('$file', 'calendar.settled'));
    // As if the program before had shipped a notice with the 30th off.
    const older = (known: typeof noted.days) => ({ ...known, off: [...known.off, '2026-12-30'] });
    const shipped = older(noted.shipped);
    store.preferences.set('$file', 'calendar.settled', { ...noted, days: older(noted.days), shipped });
    expect(look(store)).toMatchObject({ days: [{ day: '2026-12-30', isWorked: true }], count: 1 });
    expect(look(store)?.lines[0]).toMatchObject({
      turn: 'earlier',
      due: expect.stringMatching(/^2026-12-30T08:00/),
    });
  });

  test('are their towns’ own business at a city', () => {
    const { store } = town({ town: { code: '441900000000', name: '东莞市' } });
    dispatched(store);
    setDay(store, '2027-01-01', '元旦');
    expect(look(store)).toMatchObject({ days: [], count: 0 });
    expect(move(store)).toEqual({ moved: 0, kept: 0 });
    expect(row(store)['deadline']).toMatch(/^2027-01-01T02:00/);
  });

  test('are not those of closed cases', () => {
    const { store } = town();
    act(store, 'handle_on_spot', { handling: '已清理' });
    setDay(store, '2026-12-29', '停工');
    expect(look(store)).toMatchObject({ count: 0 });
  });
});
