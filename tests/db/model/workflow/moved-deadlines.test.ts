import { describe, expect, test } from 'vitest';
import { chinaAnnouncement } from '../../../../db/model/calendar/china.ts';
import { calendarWith, changedDays, knownDays } from '../../../../db/model/calendar/known-days.ts';
import { workCalendar, type WorkCalendar } from '../../../../db/model/calendar/work-calendar.ts';
import type { Values } from '../../../../db/model/field-kind.ts';
import { words } from '../../../../db/model/localized.ts';
import { ledgers } from '../../../../db/model/registry.ts';
import { clocksAfter, resolved } from '../../../../db/model/workflow/clocks-after.ts';
import { startedClock, type Clock, type Clocks } from '../../../../db/model/workflow/clocks.ts';
import { explainClock } from '../../../../db/model/workflow/explain-clock.ts';
import { clocksMoved, movedDeadlines } from '../../../../db/model/workflow/moved-deadlines.ts';
import type { ClockStep } from '../../../../db/model/workflow/recount-clocks.ts';
import { calendarStep, type WorkflowSpec } from '../../../../db/model/workflow/workflow-spec.ts';
import { seededRandom, type Random } from '../../../../db/practice/random.ts';

const DAY_MS = 86_400_000;
const WALKS = 120;
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const iso = (text: string): string => at(text).toISOString();

/** The notices up to a year, and days a town set off or to be worked. */
function calendar(lastYear: number, own: Readonly<Record<string, 'holiday' | 'working'>> = {}): WorkCalendar {
  const until = <T>(days: ReadonlyMap<string, T>) =>
    new Map([...days].filter(([day]) => Number(day.slice(0, 4)) <= lastYear));
  const { holidays, makeUpDays } = chinaAnnouncement();
  const edits = new Map(
    Object.entries(own).map(([day, kind]) => [day, { kind, name: words('台风', 'Typhoon') }]),
  );
  return workCalendar({ holidays: until(holidays), makeUpDays: until(makeUpDays), edits });
}

const workflows = ledgers.flatMap(({ workflow }) => (workflow === undefined ? [] : [workflow]));
const issue = workflows.find(({ steps }) => steps === 'issue_step');
if (issue === undefined) throw new Error('no workflow of issues');

/** What a change from one calendar to another does to a case that no later step touched. */
function moved(
  of: { readonly clocks: Clocks; readonly from?: string; readonly steps?: readonly ClockStep[] },
  change: { readonly before: WorkCalendar; readonly now: WorkCalendar; readonly at: string },
) {
  const known = [change.before, change.now].map((one) => knownDays(one, '2025-01-01'));
  const [before, after] = known;
  if (before === undefined || after === undefined) throw new Error('no calendars');
  return movedDeadlines(
    { steps: of.steps ?? [], untold: of.steps === undefined ? of.clocks : {} },
    {
      workflow: issue as WorkflowSpec,
      calendar: change.now,
      knownAt: () => change.before,
      at: at(change.at),
      changes: changedDays(before, after),
    },
  );
}

const started = (limit: Clock['limit'], from: string, by: WorkCalendar): Clocks => ({
  deadline: startedClock(limit, at(from), by),
});
const days = (amount: number, unit: Clock['limit']['unit'] = 'work-day'): Clock['limit'] => ({
  amount,
  unit,
});

describe('a deadline moves with the calendar', () => {
  const [weekends, notice] = [calendar(2025), calendar(2026)];

  test('over a New Year whose days off came out after it was given', () => {
    const clocks = started(days(3), '2025-12-31 10:00', weekends);
    expect(clocks['deadline']?.due).toBe(iso('2026-01-05 10:00'));
    const [one] = moved({ clocks }, { before: weekends, now: notice, at: '2025-12-31 12:00' });
    expect(one).toMatchObject({
      turn: 'later',
      now: { due: iso('2026-01-06 10:00') },
      changed: ['2026-01-01', '2026-01-02', '2026-01-04'],
    });
  });

  test('to the next working day when the last day of a civil period became a day off', () => {
    const clocks = started(days(7, 'day'), '2025-12-26 10:00', weekends);
    const [one] = moved({ clocks }, { before: weekends, now: notice, at: '2025-12-29 10:00' });
    expect([one?.turn, one?.now.due]).toEqual([
      'later',
      new Date(at('2026-01-05 00:00').getTime() - 1).toISOString(),
    ]);
  });

  test('not at all where no changed day lies between its start and its end', () => {
    const clocks = started(days(3), '2025-12-22 10:00', weekends);
    expect(moved({ clocks }, { before: weekends, now: notice, at: '2025-12-23 10:00' })).toEqual([]);
    expect(
      moved(
        { clocks: started(days(30, 'minute'), '2025-12-31 10:00', weekends) },
        {
          before: weekends,
          now: notice,
          at: '2025-12-31 10:10',
        },
      ),
    ).toEqual([]);
  });

  test('later even when it is past: a typhoon day is told of the day after', () => {
    const typhoon = calendar(2026, { '2026-08-12': 'holiday' });
    const clocks = started(days(2), '2026-08-10 15:00', notice);
    const [one] = moved({ clocks }, { before: notice, now: typhoon, at: '2026-08-13 09:00' });
    expect([one?.turn, one?.now.due]).toEqual(['later', iso('2026-08-13 15:00')]);
  });

  test('earlier while the new end is to come, and else stays as it was given', () => {
    const worked = calendar(2026, { '2026-08-15': 'working' });
    const clocks = started(days(2), '2026-08-14 10:00', notice);
    const change = { before: notice, now: worked };
    expect(clocks['deadline']?.due).toBe(iso('2026-08-18 10:00'));
    expect(moved({ clocks }, { ...change, at: '2026-08-14 11:00' })[0]).toMatchObject({
      turn: 'earlier',
      now: { due: iso('2026-08-17 10:00') },
    });
    const [kept] = moved({ clocks }, { ...change, at: '2026-08-17 10:01' });
    expect(kept?.turn).toBe('kept');
    expect(clocksMoved(clocks, kept === undefined ? [] : [kept])).toEqual(clocks);
  });

  test('keeping what somebody granted in office time, and says so', () => {
    const limit = { amount: 3, unit: 'work-day' } as const;
    const byHand = { ...startedClock(limit, at('2025-12-30 10:00'), weekends), due: iso('2026-01-02 16:00') };
    const [one] = moved(
      { clocks: { deadline: byHand } },
      { before: weekends, now: notice, at: '2025-12-31 10:00' },
    );
    expect(one?.now).toMatchObject({ due: iso('2026-01-05 16:00'), granted: 1500 });
    expect(one === undefined ? '' : explainClock(one.now, notice, 'zh')).toBe(
      '自2025年12月30日10:00起办公时间3个工作日4小时（登记时确定），2026年1月1日至3日元旦放假不计，2026年1月4日调休上班计入，2026年1月5日16:00到期。',
    );
  });

  test('standing still, it has more or less left', () => {
    const typhoon = calendar(2026, { '2026-08-12': 'holiday' });
    const clock = started(days(3), '2026-08-11 10:00', notice);
    const stop = (by: WorkCalendar) =>
      clocksAfter(
        {
          workflow: issue as WorkflowSpec,
          action: (issue as WorkflowSpec).actions['hold'] ?? never(),
          from: '30',
          to: '46',
          row: {},
        },
        { now: at('2026-08-13 10:00'), calendar: by, linked: () => null, clocks: clock },
      ).clocks;
    const steps = [
      { action: 'dispatch', at: iso('2026-08-11 10:00'), to: '30', clocks: clock },
      { action: 'hold', at: iso('2026-08-13 10:00'), to: '46', clocks: stop(notice) },
    ];
    const [one] = moved({ clocks: {}, steps }, { before: notice, now: typhoon, at: '2026-08-14 10:00' });
    expect([one?.turn, one?.was.left, one?.now.left]).toEqual(['left', 420, 840]);
  });
});

function never(): never {
  throw new Error('not there');
}

/** One world of a random case: what happened is the same in both, the calendar is known from the start or from a moment. */
interface World {
  clocks: Clocks;
  steps: ClockStep[];
}

interface Life {
  readonly workflow: WorkflowSpec;
  readonly calendarAt: (at: Date) => WorkCalendar;
}

function begin({ workflow, calendarAt }: Life, row: Values, now: Date): World {
  const limit = workflow.states[workflow.begins[0]]?.limit;
  if (limit === undefined) return { clocks: {}, steps: [] };
  const clock = startedClock(
    resolved(limit, row, () => null),
    now,
    calendarAt(now),
  );
  return { clocks: { [workflow.deadline]: clock }, steps: [] };
}

interface Event {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly row: Values;
  readonly at: Date;
}

function live(life: Life, world: World, { id, from, to, row, at: now }: Event): void {
  const { workflow, calendarAt } = life;
  const action = workflow.actions[id] ?? never();
  world.clocks = clocksAfter(
    { workflow, action, from, to, row },
    { now, calendar: calendarAt(now), linked: () => null, clocks: world.clocks },
  ).clocks;
  world.steps.push({ action: id, at: now.toISOString(), to, clocks: world.clocks });
}

/** The day the calendar changes: what was given before is moved as the store does it. */
function move(
  world: World,
  row: Values,
  of: { readonly life: Life; readonly before: WorkCalendar; readonly at: Date },
): void {
  const { life, before, at: now } = of;
  const found = movedDeadlines(
    { steps: world.steps, untold: world.steps.length === 0 ? world.clocks : {} },
    {
      workflow: life.workflow,
      calendar: life.calendarAt(now),
      knownAt: () => before,
      at: now,
      changes: null,
    },
  );
  if (found.every(({ turn }) => turn === 'kept')) return;
  world.clocks = clocksMoved(world.clocks, found);
  const to = String(row['$state']);
  world.steps.push({ action: calendarStep, at: now.toISOString(), to, clocks: world.clocks });
}

/** Events of a case from 10 December on, until it ends. */
function* events(workflow: WorkflowSpec, random: Random): Generator<Event> {
  const row: Values = { limit_days: random.below(3) === 0 ? null : 2 + random.below(9) };
  let [state, before] = [workflow.begins[0] as string, workflow.begins[0] as string];
  let now = at('2025-12-10 08:00').getTime();
  for (let count = 0; count < 14; count += 1) {
    now += Math.floor(random.fraction() * 6 * DAY_MS) + 1;
    const open = Object.entries(workflow.actions).filter(
      ([, { from, to }]) => from.includes(state) && workflow.states[to]?.isEnd !== true,
    );
    const [id, action] = open[random.below(open.length)] ?? [];
    if (id === undefined || action === undefined) return;
    const to = action.to === 'stay' ? state : action.to === 'back' ? before : action.to;
    const given = action.adds === undefined ? {} : { [action.adds.field]: 1 + random.below(5) };
    yield {
      id,
      from: state,
      to,
      row: { ...row, ...given, level: `0${1 + random.below(3)}` },
      at: new Date(now),
    };
    if (action.to !== 'stay' && workflow.states[state]?.stops !== true) before = state;
    state = to;
  }
}

/** True where a clock had run out in one world and not in the other: the rule then keeps what was given. */
const isApart = (late: World, known: World, now: Date): boolean =>
  Object.entries(known.clocks).some(([field, clock]) => {
    const [a, b] = [late.clocks[field]?.due ?? null, clock.due];
    const moment = now.toISOString();
    return b !== null && b <= moment && (a === null || b < a);
  });

describe.each(workflows.map((workflow) => ({ workflow, name: workflow.steps })))(
  'in $name',
  ({ workflow }) => {
    const [weekends, notice] = [
      calendar(2025),
      calendar(2026, { '2026-01-20': 'holiday', '2026-02-28': 'working' }),
    ];

    test('nothing moves while the calendar stays as it is', () => {
      let clocks = 0;
      for (let seed = 1; seed <= WALKS; seed += 1) {
        const random = seededRandom(seed);
        const life: Life = { workflow, calendarAt: () => notice };
        let world: World | null = null;
        for (const event of events(workflow, random)) {
          world ??= begin(life, event.row, new Date(event.at.getTime() - DAY_MS));
          live(life, world, event);
          const found = movedDeadlines(
            { steps: world.steps, untold: {} },
            { workflow, calendar: notice, knownAt: () => notice, at: event.at, changes: null },
          );
          expect(found, `seed ${seed}`).toEqual([]);
          clocks += Object.keys(world.clocks).length;
        }
      }
      expect(clocks > 0).toBe(isTimed(workflow));
    });

    test('moving gives what would have been given, had the calendar been known from the start', () => {
      let [compared, changed] = [0, 0];
      for (let seed = 1; seed <= 2 * WALKS; seed += 1) {
        const random = seededRandom(seed);
        const turn = at('2025-12-20 09:00').getTime() + Math.floor(random.fraction() * 45 * DAY_MS);
        const late: Life = { workflow, calendarAt: (now) => (now.getTime() < turn ? weekends : notice) };
        const known: Life = { workflow, calendarAt: () => notice };
        let worlds: readonly [World, World] | null = null;
        let state: string = workflow.begins[0];
        let [isMoved, isSame] = [false, true];
        for (const event of events(workflow, random)) {
          const beganAt = new Date(event.at.getTime() - DAY_MS);
          worlds ??= [begin(late, event.row, beganAt), begin(known, event.row, beganAt)];
          const [a, b] = worlds;
          if (!isMoved && event.at.getTime() >= turn) {
            isMoved = true;
            const standing = JSON.stringify(a.clocks);
            isSame &&= !isApart(a, b, new Date(turn));
            move(a, { ...event.row, $state: state }, { life: late, before: weekends, at: new Date(turn) });
            if (standing !== JSON.stringify(a.clocks)) changed += 1;
          }
          isSame &&= isMoved || !isApart(a, b, event.at);
          live(late, a, event);
          live(known, b, event);
          state = event.to;
          if (!isMoved || !isSame) continue;
          expect(ends(a.clocks), `seed ${seed} ${event.id}`).toEqual(ends(b.clocks));
          compared += 1;
        }
      }
      expect([compared > 0, changed > 0]).toEqual([true, isTimed(workflow)]);
    });
  },
);

const isTimed = ({ states }: WorkflowSpec): boolean =>
  Object.values(states).some(({ limit, isEnd }) => limit !== undefined && isEnd !== true);

const ends = (clocks: Clocks) =>
  Object.fromEntries(Object.entries(clocks).map(([field, { due, left }]) => [field, { due, left }]));

test('working days are remembered as exceptions from the plain week, and given back', () => {
  const [before, after] = [calendar(2025), calendar(2026, { '2026-08-12': 'holiday' })];
  const known = knownDays(before, '2025-01-01');
  const changes = changedDays(known, knownDays(after, '2025-01-01'));
  expect(changes.get('2026-08-12')).toBe(false);
  expect(changes.get('2026-01-04')).toBe(true);
  expect(changes.has('2026-01-03'), 'a Saturday off stays off').toBe(false);
  expect(changes.has('2025-10-01'), 'known before').toBe(false);
  const again = calendarWith(known, changes);
  for (let day = Date.UTC(2025, 0, 1); day < Date.UTC(2027, 0, 1); day += DAY_MS) {
    const text = new Date(day).toISOString().slice(0, 10);
    expect(again.isWorkingDay(text), text).toBe(after.isWorkingDay(text));
  }
});
