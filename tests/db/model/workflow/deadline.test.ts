import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc } from '../../../fixtures/fc.ts';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../../../db/model/calendar/china.ts';
import { dayAfter } from '../../../../db/model/calendar/day-arithmetic.ts';
import {
  officeMinutesAfter,
  officeMinutesBetween,
  withOfficeHours,
} from '../../../../db/model/calendar/office-hours.ts';
import { townCalendar } from '../../../../db/model/calendar/town-calendar.ts';
import { chinaDay, chinaInstant } from '../../../../db/model/office-time.ts';
import { deadlineOf, resumedDeadline, timeLeft } from '../../../../db/model/workflow/deadline.ts';
import { pausedDeadline } from '../../../../db/model/workflow/paused-deadline.ts';
import type { Limit, LimitUnit } from '../../../../db/model/workflow/limit.ts';
import { notices } from './notices.ts';
import { isOfficeMinute, isWorked, minuteOf, textOf, walk } from './slow-walk.ts';

const china = chinaCalendar();

/** A moment of the clock in China. */
const at = (text: string): Date => chinaInstant(text.slice(0, 10), minuteOf(text) % 1440);

const minuteIn = (moment: Date): number => minuteOf(`${chinaDay(moment)} 00:00`) + clockOf(moment);
const clockOf = (moment: Date): number =>
  Math.round((moment.getTime() - chinaInstant(chinaDay(moment)).getTime()) / 60_000);

const units = {
  minute: 'minute',
  'work-hour': 'work-hour',
  'work-day': 'work-day',
  day: 'day',
  month: 'month',
} as const satisfies Record<LimitUnit, LimitUnit>;

function limitOf(text: string): Limit {
  const [amount = '', name = ''] = text.split(' ');
  const unit = Object.values(units).find((one) => one === name);
  if (unit === undefined) throw new Error(`no unit: ${text}`);
  return { amount: Number(amount), unit };
}

/** Rows of a file of deadlines: start, limit, due. */
function rowsOf(file: string): readonly (readonly [string, string, string])[] {
  const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [start = '', limit = '', due = ''] = line.split('\t');
      return [start, limit, due];
    });
}

/** Due as the files write it: 24:00 is 00:00 of the next day. */
const dueText = (start: string, limit: string): string =>
  textOf(minuteIn(deadlineOf(limitOf(limit), at(start), china).due));

describe('the notices of the State Council for 2024–2026', () => {
  test('say of every day what the calendar says', () => {
    const [first, last] = ['2024-01-01', '2026-12-31'];
    let compared = 0;
    for (let day = first; day <= last; day = dayAfter(day, 1)) {
      expect([day, china.isWorkingDay(day)]).toEqual([day, isWorked(minuteOf(day) / 1440)]);
      compared += 1;
    }
    expect(compared).toBe(1096);
    expect(notices.map(({ number }) => number)).toHaveLength(3);
  });
});

describe('golden deadlines', () => {
  test.each(['golden-deadlines.tsv', 'hand-checked-deadlines.tsv'])('of %s are met', (file) => {
    const rows = rowsOf(file);
    expect(rows.length).toBeGreaterThanOrEqual(file.startsWith('golden') ? 500 : 30);
    expect(rows.map(([start, limit]) => [start, limit, dueText(start, limit)])).toEqual(rows);
  });

  test.each(['golden-deadlines.tsv', 'hand-checked-deadlines.tsv'])(
    'of %s are what walking gives',
    (file) => {
      const rows = rowsOf(file);
      expect(rows.map(([start, limit]) => [start, limit, walk(start, limit)])).toEqual(rows);
    },
  );

  test('three working days over the long week of 2020 end on the Monday after', () => {
    const { due, from, isKnown } = deadlineOf({ amount: 3, unit: 'work-day' }, at('2020-09-30 16:20'), china);
    expect(due).toEqual(at('2020-10-12 16:20'));
    expect(from).toEqual(at('2020-09-30 16:20'));
    expect(isKnown).toBe(true);
  });
});

describe('the start of a limit', () => {
  test('outside office hours is the next opening for working limits', () => {
    const from = (start: string) => deadlineOf({ amount: 1, unit: 'work-hour' }, at(start), china).from;
    expect(from('2026-11-26 07:00')).toEqual(at('2026-11-26 08:30'));
    expect(from('2026-11-26 12:10')).toEqual(at('2026-11-26 14:00'));
    expect(from('2026-11-27 17:30')).toEqual(at('2026-11-30 08:30'));
    expect(from('2026-10-03 10:00')).toEqual(at('2026-10-08 08:30'));
  });

  test('is the next day for days and months', () => {
    const { from } = deadlineOf({ amount: 7, unit: 'day' }, at('2026-11-26 10:00'), china);
    expect(from).toEqual(at('2026-11-27 00:00'));
  });
});

test('a deadline in a year not announced is known to be doubtful', () => {
  const year = (china.announcedYears.at(-1) ?? 0) + 1;
  const start = at(`${year - 1}-12-30 10:00`);
  expect(deadlineOf({ amount: 5, unit: 'work-day' }, start, china).isKnown).toBe(false);
  expect(deadlineOf({ amount: 5, unit: 'minute' }, start, china).isKnown).toBe(true);
});

test('days the office set go before the notices', () => {
  const town = townCalendar([
    { day: '2026-11-27', kind: 'rest', name: null },
    { day: '2026-11-28', kind: 'working', name: null },
  ]);
  const limit: Limit = { amount: 1, unit: 'work-day' };
  expect(deadlineOf(limit, at('2026-11-26 16:20'), town).due).toEqual(at('2026-11-28 16:20'));
});

test('an office with hours of its own counts by them', () => {
  const early = withOfficeHours(china, [{ opens: 8 * 60, closes: 15 * 60 }]);
  const { due } = deadlineOf({ amount: 1, unit: 'work-day' }, at('2026-11-27 14:00'), early);
  expect(due).toEqual(at('2026-11-30 14:00'));
  expect(() => withOfficeHours(china, [{ opens: 900, closes: 800 }])).toThrow(RangeError);
});

const start = fc
  .integer({ min: minuteOf('2024-01-01 00:00'), max: minuteOf('2026-06-30 00:00') })
  .map((minute) => at(textOf(minute)));
const minutes = fc.integer({ min: 0, max: 6000 });

describe('office time', () => {
  test('is additive: a and then b is a + b', () => {
    fc.assert(
      fc.property(start, minutes, minutes, (from, a, b) => {
        const inTwo = officeMinutesAfter(china, officeMinutesAfter(china, from, a), b);
        const inOne = officeMinutesAfter(china, from, a + b);
        expect(inTwo).toEqual(inOne);
      }),
    );
  });

  test('goes back as far as it went forward', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 6000 }), (from, count) => {
        const to = officeMinutesAfter(china, from, count);
        expect(officeMinutesBetween(china, from, to)).toBe(count);
        expect(officeMinutesBetween(china, to, from)).toBe(-count);
        expect(officeMinutesBetween(china, officeMinutesAfter(china, to, -count), to)).toBe(count);
      }),
    );
  });

  test('is monotone: a later start or a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(start, minutes, fc.tuple(fc.nat(5000), fc.nat(5000)), (from, count, [later, longer]) => {
        const due = officeMinutesAfter(china, from, count);
        const after = new Date(from.getTime() + later * 60_000);
        expect(officeMinutesAfter(china, after, count) >= due).toBe(true);
        expect(officeMinutesAfter(china, from, count + longer) >= due).toBe(true);
      }),
    );
  });
});

const working = fc.record({
  amount: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom('work-hour', 'work-day'),
});
const civil = fc.record({ amount: fc.integer({ min: 1, max: 4 }), unit: fc.constantFrom('day', 'month') });

describe('deadlines', () => {
  test('of working limits fall in office hours', () => {
    fc.assert(
      fc.property(start, working, (from, limit) => {
        const due = minuteIn(deadlineOf(limit, from, china).due);
        expect(isOfficeMinute(due - 1)).toBe(true);
      }),
    );
  });

  test('of days and months end with a working day', () => {
    fc.assert(
      fc.property(start, civil, (from, limit) => {
        const { due } = deadlineOf(limit, from, china);
        expect(china.isWorkingDay(chinaDay(due))).toBe(true);
        expect(chinaDay(new Date(due.getTime() + 1))).toBe(dayAfter(chinaDay(due), 1));
      }),
    );
  });

  test('put on hold and resumed at once do not move', () => {
    fc.assert(
      fc.property(start, fc.oneof(working, civil), fc.nat(3000), (from, limit, later) => {
        const counting = { unit: limit.unit, calendar: china };
        const { due } = deadlineOf(limit, from, china);
        const pause = new Date(Math.min(from.getTime() + later * 60_000, due.getTime() - 60_000));
        const left = timeLeft(due, pause, counting);
        expect(resumedDeadline(left, pause, counting)).toEqual(due);
      }),
    );
  });
});

test('a pause gives back what was left when it began', () => {
  const counted = {
    limit: { amount: 3, unit: 'work-day' },
    from: at('2026-11-23 10:00'),
    pauses: [{ from: at('2026-11-24 10:00'), to: at('2026-11-27 17:00') }],
  } as const;
  expect(pausedDeadline(counted, china).due).toEqual(at('2026-12-01 17:00'));
  const standing = pausedDeadline({ ...counted, pauses: [{ from: at('2026-11-24 10:00') }] }, china);
  expect(standing.left).toBe(840);
});
