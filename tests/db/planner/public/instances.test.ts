import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { benchInstance } from '../../../../db/planner/public/bench-instance.ts';
import { InstanceError, readInstance } from '../../../../db/planner/public/instance.ts';
import { scoreRoster } from '../../../../db/planner/public/score.ts';
import { makeInstance } from '../../../fixtures/roster/make-instance.ts';

const fixture = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/roster', name), 'utf8');
/** As a Windows program would have saved it. */
const windows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`;

type PlainRow = readonly (string | null)[];

/** Every row of one member that breaks none of the member's rules. */
function rowsOf(text: string, id: string): readonly PlainRow[] {
  const { days, shifts } = readInstance(text);
  const choices = [null, ...shifts.map((shift) => shift.id)];
  const count = choices.length ** days;
  const rows: PlainRow[] = [];
  for (let code = 0; code < count; code += 1) {
    const row = Array.from(
      { length: days },
      (_, day) => choices[Math.floor(code / choices.length ** day) % choices.length] ?? null,
    );
    const own = scoreRoster(text, new Map([[id, row]])).violations.filter(
      (v) => v.startsWith(`${id} `) && !v.includes('has no row'),
    );
    if (own.length === 0) rows.push(row);
  }
  return rows;
}

/** The least cost of all rosters, by trying each with the scorer alone. */
function leastCost(text: string): number {
  const { staff } = readInstance(text);
  const rows = staff.map(({ id }) => rowsOf(text, id));
  let least = Infinity;
  const roster = new Map<string, PlainRow>();
  const place = (member: number): void => {
    const id = staff[member]?.id;
    if (id === undefined) {
      const { cost, violations } = scoreRoster(text, roster);
      expect(violations).toEqual([]);
      least = Math.min(least, cost);
      return;
    }
    for (const row of rows[member] ?? []) {
      roster.set(id, row);
      place(member + 1);
    }
  };
  place(0);
  return least;
}

describe('reading a public instance', () => {
  test('understands every section', () => {
    const instance = readInstance(fixture('two-shifts.txt'));
    expect(instance).toMatchObject({
      days: 5,
      shifts: [
        { id: 'E', minutes: 480, notNext: [] },
        { id: 'L', minutes: 600, notNext: [0] },
      ],
    });
    expect(instance.staff[0]).toMatchObject({
      id: 'A',
      most: [5, 1],
      maxMinutes: 2160,
      minMinutes: 960,
      maxRun: 3,
      minRun: 2,
      minRest: 1,
      maxWeekends: 0,
      daysOff: new Set([2]),
    });
    expect(instance.onRequests[1]).toEqual({ member: 1, day: 4, shift: 0, weight: 3 });
    expect(instance.cover.at(-1)).toEqual({ day: 4, shift: 1, need: 1, underWeight: 40, overWeight: 3 });
  });

  test('does not mind order, line ends, remarks, blanks and stray commas', () => {
    const instance = readInstance(windows(fixture('odd-order.txt')));
    expect([instance.days, instance.staff.length, instance.cover.length]).toEqual([7, 2, 3]);
    expect(instance.staff[1]).toMatchObject({ id: 'B', maxWeekends: 0, daysOff: new Set() });
  });

  test.each([
    ['a shift nobody knows', (text: string) => text.replace('0,E,1,100,1', '0,X,1,100,1'), 27],
    ['a day beyond the horizon', (text: string) => text.replace('4,L,1,40,3', '5,L,1,40,3'), 32],
    ['a number that is none', (text: string) => text.replace('L,600', 'L,ten'), 8],
    ['a missing horizon', (text: string) => text.replace('SECTION_HORIZON', 'SECTION_OTHER'), 0],
  ])('names the line of %s', (_, spoil, line) => {
    const broken = spoil(fixture('two-shifts.txt'));
    expect(() => readInstance(broken)).toThrow(InstanceError);
    expect(() => readInstance(broken)).toThrow(`line ${String(line)}`);
  });
});

describe('scoring a roster', () => {
  const text = fixture('two-shifts.txt');
  const score = (a: PlainRow, b: PlainRow) =>
    scoreRoster(
      text,
      new Map([
        ['A', a],
        ['B', b],
      ]),
    );

  test('adds requests and cover up as done by hand', () => {
    // A wish of B for the last day 3; cover: 0E missing 100, 2L missing 100, 3E one of two missing 100, 4L missing 40.
    const { cost, violations } = score(['L', null, null, 'E', 'E'], ['E', 'E', null, null, null]);
    expect(violations).toEqual(['B works 960 minutes']);
    expect(cost).toBe(3 + 1 + 2 + 100 + 100 + 40);
  });

  test.each([
    ['E', 'E', 'E', 'E', null, 'A works on day off 2'],
    ['L', 'E', null, null, null, 'A works E after L on day 1'],
    ['L', 'L', null, null, null, 'A works L 2 times'],
    ['E', null, null, null, null, 'A works 480 minutes'],
    [null, 'E', null, 'E', 'E', 'A works only 1 days from day 1 on'],
  ])('finds what %s %s %s %s %s breaks', (...days) => {
    const row = days.slice(0, 5);
    expect(score(row, ['E', 'E', null, null, 'E']).violations).toContain(days[5]);
  });
});

describe('solving a public instance', () => {
  test.each(['two-shifts.txt', 'odd-order.txt'])('finds and proves the optimum of %s', async (name) => {
    const text = windows(fixture(name));
    const result = await benchInstance(name, text, { limit_s: 60 });
    expect(result).toMatchObject({ feasible: true, proven: true, gap: 0, problems: [] });
    expect(result.cost).toBe(leastCost(text));
    expect(result.bound).toBe(result.cost);
  });

  test('agrees with trying everything on made-up instances of every kind', async () => {
    const sizes = [
      { days: 7, staff: 2, shifts: [480] },
      { days: 7, staff: 3, shifts: [600] },
      { days: 6, staff: 2, shifts: [480, 720] },
      { days: 5, staff: 2, shifts: [360, 480, 600] },
      { days: 8, staff: 2, shifts: [480] },
    ];
    let solved = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const size = sizes[seed % sizes.length];
      const text = makeInstance({
        seed,
        restricted: 0.4,
        ...size,
        days: size?.days ?? 7,
        staff: size?.staff ?? 2,
        shifts: size?.shifts ?? [480],
      });
      const least = leastCost(text);
      const result = await benchInstance(String(seed), text, { limit_s: 60 });
      if (least === Infinity) expect([seed, result.feasible, result.cost]).toEqual([seed, false, null]);
      else expect([seed, result.cost, result.bound, result.problems]).toEqual([seed, least, least, []]);
      if (least < Infinity) solved += 1;
    }
    expect(solved).toBeGreaterThan(12);
  }, 120_000);

  test('says so when the rules of a member cannot be kept at all', async () => {
    const text = fixture('two-shifts.txt').replace('2160,960', '2160,2150');
    const result = await benchInstance('impossible', text, { limit_s: 60 });
    expect(result).toMatchObject({ feasible: false, cost: null, gap: null, problems: ['no roster found'] });
  });

  test('reports a text it cannot read as a result, not as a crash', async () => {
    const result = await benchInstance('broken', 'SECTION_HORIZON\nsoon\n', { limit_s: 60 });
    expect(result).toMatchObject({
      feasible: false,
      cost: null,
      problems: ['line 2: "soon" is not a whole number'],
    });
  });

  test('keeps every rule and a true bound on an office of 20 people for two months', async () => {
    const text = makeInstance({ seed: 5, days: 56, staff: 20, shifts: [480, 480, 600] });
    const result = await benchInstance('two months', text, { limit_s: 4 });
    expect(result.problems).toEqual([]);
    expect(result.bound).toBeLessThanOrEqual(result.cost ?? -Infinity);
    expect(result.course.length).toBeGreaterThan(0);
  }, 60_000);
});
