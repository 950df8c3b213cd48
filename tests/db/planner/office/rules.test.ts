import { describe, expect, test } from 'vitest';
import { dayAfter, weekdayOf } from '../../../../db/model/calendar/day-arithmetic.ts';
import { startEngine } from '../../../../db/planner/linear/engine.ts';
import { planRoster } from '../../../../db/planner/office/plan-roster.ts';
import { rosterProblem } from '../../../../db/roster/problem.ts';
import type { Roster } from '../../../../db/roster/roster.ts';

// Each rule decides the outcome of a problem of a few people and days: the same problem without it comes out otherwise.

const engine = startEngine();
const hard = { hard: true } as const;

interface Input {
  readonly days: number;
  readonly from?: string;
  readonly people?: readonly Readonly<Record<string, unknown>>[];
  readonly posts?: readonly Readonly<Record<string, unknown>>[];
  readonly [part: string]: unknown;
}

/** Everybody (A, B, C) can do everything; one post, one a day, from a Monday on. */
function problemOf({
  days,
  from = '2026-11-02',
  people = names('ABC'),
  posts = [{ id: 'day' }],
  ...rest
}: Input) {
  const dates = Array.from({ length: days }, (_, index) => dayAfter(from, index));
  return rosterProblem.parse({
    format: 'zhiwang-roster-problem/1',
    days: dates.map((date) => ({
      date,
      class: [0, 6].includes(weekdayOf(date)) ? 'restday' : 'workday',
      name: null,
    })),
    people: people.map((person) => ({ name: '', roles: ['officer'], ...person })),
    posts: posts.map(({ need = 1, ...post }) => ({
      name: '',
      start: '08:00',
      hours: 8,
      night: post['id'] === 'night',
      roles: ['officer'],
      needs: { workday: need, restday: need, holiday: need, spring: need },
      ...post,
    })),
    ...rest,
  });
}

const names = (letters: string) => [...letters].map((id, order) => ({ id, order }));
const night = { id: 'night', start: '22:00', hours: 10 };
const early = { id: 'early', start: '06:00', hours: 8 };
/** Makes a person the cheapest choice of a day, so that a rule must be what keeps them from it. */
const wants = (person: string, from: string, to = from) => ({
  id: `w${person}${from}`,
  person,
  kind: 'wish',
  from,
  to,
  weight: 3,
});
const wishes = { id: 'wishes', kind: 'wishes', strength: { weight: 10 } };
const even = { id: 'even', kind: 'fair', strength: { weight: 1 }, counter: 'total' };

async function plan(input: Input): Promise<Roster> {
  return planRoster(problemOf(input), { engine });
}

/** Who has a post, day by day; `-` for nobody, several in order. */
function row(roster: Roster, input: Input, post = 'day'): string {
  return problemOf(input)
    .days.map(({ date }) => {
      const people = roster.assignments.filter((duty) => duty.date === date && duty.post === post);
      return (
        people
          .map(({ person }) => person)
          .toSorted()
          .join('') || '-'
      );
    })
    .join(' ');
}

async function planned(input: Input, post?: string): Promise<string> {
  return row(await plan(input), input, post);
}

const countOf = (rowText: string, person: string): number => rowText.split(person).length - 1;

describe('what always holds', () => {
  test('one person has one duty a day', async () => {
    const roster = await plan({ days: 1, people: names('A'), posts: [{ id: 'day' }, night] });

    expect(roster.assignments).toHaveLength(1);
    expect(roster).toMatchObject({ status: 'infeasible', holes: [{ missing: 1 }] });
  });

  test('a duty does not begin before the last one of the same person has ended', async () => {
    const roster = await plan({
      days: 2,
      people: names('A'),
      posts: [{ id: 'day', start: '20:00', hours: 25 }],
    });

    expect(roster.assignments).toHaveLength(1);
  });

  test('the place of the higher rank is the one that is filled', async () => {
    const posts = [
      { id: 'low', rank: 1 },
      { id: 'high', rank: 3 },
    ];

    expect(await planned({ days: 1, people: names('A'), posts }, 'high')).toBe('A');
  });

  test('role, place, service, leave and exemption are kept', async () => {
    const people = [
      { id: 'role', roles: ['clerk'] },
      { id: 'place', places: ['g2'] },
      { id: 'service', places: ['g1'], from: '2026-11-03' },
      { id: 'leave', places: ['g1'] },
      { id: 'exempt', places: ['g1'], nightExempt: [{ from: '2026-11-02', to: '2026-11-02' }] },
      { id: 'Z', places: ['g1'] },
    ];
    const leaves = [{ id: 'l', person: 'leave', from: '2026-11-02', to: '2026-11-02' }];

    expect(await planned({ days: 1, people, posts: [{ ...night, place: 'g1' }], leaves }, 'night')).toBe('Z');
  });
});

describe('rules about one person', () => {
  test('rest: hours are counted across midnight', async () => {
    const input = {
      days: 2,
      people: names('AB'),
      posts: [night, { ...early, needs: { workday: 1, restday: 1, holiday: 1, spring: 1 } }],
    };
    const ofNight = { requests: [wants('A', '2026-11-02')].map((wish) => ({ ...wish, posts: ['night'] })) };
    const rest = { id: 'rest', kind: 'rest', strength: hard, hours: 11 };

    const roster = await plan({ ...input, ...ofNight, rules: [wishes, rest] });

    expect(row(roster, input, 'night').split(' ')[0]).toBe('A');
    expect(row(roster, input, 'early').split(' ')[1]).not.toBe('A');
  });

  test('rest: narrowed to posts it is the rest after them', async () => {
    const posts = [{ id: 'day', hours: 8 }];
    const rest = { id: 'rest', kind: 'rest', strength: hard, hours: 24, posts: ['day'] };

    expect(countOf(await planned({ days: 3, people: names('A'), posts, rules: [rest] }), 'A')).toBe(2);
  });

  test('nights-in-row: earlier nights count', async () => {
    const input = {
      days: 2,
      people: names('AB'),
      posts: [night],
      requests: [wants('A', '2026-11-02', '2026-11-03')],
      earlier: [{ date: '2026-11-01', post: 'night', person: 'A' }],
    };
    const rule = { id: 'nights', kind: 'nights-in-row', strength: hard, most: 2 };

    expect(await planned({ ...input, rules: [wishes] }, 'night')).toBe('A A');
    expect((await planned({ ...input, rules: [wishes, rule] }, 'night')).split(' ').toSorted()).toEqual([
      'A',
      'B',
    ]);
  });

  test('days-in-row: no more than so many on end', async () => {
    const rule = { id: 'days', kind: 'days-in-row', strength: hard, most: 2 };

    expect(await planned({ days: 3, people: names('A'), rules: [rule] })).toMatch(/^(A A -|A - A|- A A)$/);
  });

  test('per-week: from Monday to Sunday, the days before the plan too', async () => {
    const input = {
      days: 5,
      from: '2026-11-06',
      people: names('A'),
      earlier: [{ date: '2026-11-05', post: 'day', person: 'A' }],
    };
    const rule = { id: 'week', kind: 'per-week', strength: hard, most: 2 };

    const found = await planned({ ...input, rules: [rule] });

    expect(countOf(found.slice(0, 5), 'A')).toBe(1);
    expect(countOf(found.slice(6), 'A')).toBe(2);
  });

  test('per-month: of one counter, month by month', async () => {
    const rule = { id: 'month', kind: 'per-month', strength: hard, most: 1, counter: 'night' };

    expect(
      await planned(
        { days: 4, from: '2026-10-30', people: names('A'), posts: [night], rules: [rule] },
        'night',
      ),
    ).toMatch(/^(A -|- A) (A -|- A)$/);
  });

  test('weekends: a Saturday and its Sunday are one', async () => {
    const rule = { id: 'weekends', kind: 'weekends', strength: hard, most: 1 };

    const found = await planned({ days: 9, from: '2026-11-07', people: names('A'), rules: [rule] });

    expect([found.slice(0, 3), found.slice(14)].toSorted()).toEqual(['- -', 'A A']);
  });

  test('spacing: so many free days between two duties', async () => {
    const rule = { id: 'spacing', kind: 'spacing', strength: hard, days: 2 };

    expect(await planned({ days: 4, people: names('A'), rules: [rule] })).toMatch(/^(A - - A)$/);
  });

  test('a soft rule is broken where nobody else is, at its price', async () => {
    const rule = { id: 'spacing', kind: 'spacing', strength: { weight: 7 }, days: 1 };

    const roster = await plan({ days: 2, people: names('A'), rules: [rule] });

    expect(roster).toMatchObject({ status: 'optimal', cost: 7, costs: [{ rule: 'spacing', cost: 7 }] });
  });
});

describe('rules about people together', () => {
  test('skill: one of the places is kept for somebody who has it', async () => {
    const people = [...names('AB'), { id: 'D', skills: ['driver'] }];
    const requests = [wants('A', '2026-11-02'), wants('B', '2026-11-02')];
    const rule = { id: 'driver', kind: 'skill', strength: hard, skill: 'driver', least: 1 };

    expect(
      await planned({ days: 1, people, requests, posts: [{ id: 'day', need: 2 }], rules: [wishes] }),
    ).toBe('AB');
    expect(
      await planned({ days: 1, people, requests, posts: [{ id: 'day', need: 2 }], rules: [wishes, rule] }),
    ).toMatch(/D$/);
  });

  test('skill: with nobody who has it the place stays empty', async () => {
    const rule = { id: 'driver', kind: 'skill', strength: hard, skill: 'driver', least: 1 };

    const roster = await plan({ days: 1, posts: [{ id: 'day', need: 2 }], rules: [rule] });

    expect(roster).toMatchObject({ status: 'infeasible', holes: [{ post: 'day', missing: 1 }] });
  });

  test('novice: never two, never alone', async () => {
    const people = [{ id: 'A' }, { id: 'M', skills: ['novice'] }, { id: 'N', skills: ['novice'] }];
    const requests = [wants('M', '2026-11-02'), wants('N', '2026-11-02')];
    const rule = { id: 'novice', kind: 'novice', strength: hard, skill: 'novice', most: 1 };

    expect(
      await planned({ days: 1, people, requests, posts: [{ id: 'day', need: 2 }], rules: [wishes] }),
    ).toBe('MN');
    expect(
      await planned({ days: 1, people, requests, posts: [{ id: 'day', need: 2 }], rules: [wishes, rule] }),
    ).toMatch(/^A[MN]$/);
    expect(await planned({ days: 1, people, requests, rules: [wishes, rule] })).toBe('A');
  });

  test('same-rest-days: one leader for both days of a weekend', async () => {
    const input = {
      days: 2,
      from: '2026-11-07',
      people: names('AB'),
      requests: [wants('A', '2026-11-07'), wants('B', '2026-11-08')],
    };
    const rule = { id: 'same', kind: 'same-rest-days', strength: hard };

    expect(await planned({ ...input, rules: [wishes] })).toBe('A B');
    expect(await planned({ ...input, rules: [wishes, rule] })).toMatch(/^(A A|B B)$/);
  });

  test('pairs: apart, together, mentor, presence', async () => {
    const two = [{ id: 'day', need: 2 }];
    const requests = [wants('A', '2026-11-02'), wants('B', '2026-11-02')];
    const pair = (kind: string) => ({ pairs: [{ id: 'pair', a: 'A', b: 'B', kind }], rules: [wishes] });
    const nights = [
      { ...night, need: 1 },
      { ...night, id: 'night2', night: true },
    ];

    expect(await planned({ days: 1, posts: two, requests, ...pair('apart') })).toMatch(/^(AC|BC)$/);
    expect(await planned({ days: 1, posts: two, requests: requests.slice(0, 1), ...pair('together') })).toBe(
      'AB',
    );
    const avoided = [wants('A', '2026-11-02'), { ...wants('B', '2026-11-02'), kind: 'avoid' }];
    expect(await planned({ days: 1, requests: avoided, ...pair('mentor') })).toBe('C');
    const resting = await plan({ days: 2, posts: nights, requests, ...pair('presence') });
    const first = resting.assignments.filter(({ date }) => date === '2026-11-02').map(({ person }) => person);
    expect(first).toContain('C');
  });
});

describe('what is asked of single people', () => {
  test('fixed and never hold, wish and avoid weigh', async () => {
    const ask = (kind: string) => ({
      days: 1,
      requests: [{ id: 'r', person: 'C', kind, from: '2026-11-02', to: '2026-11-02' }],
    });

    expect(await planned({ ...ask('fixed') })).toBe('C');
    expect(await planned({ ...ask('never'), people: names('C') })).toBe('-');
    expect(await planned({ ...ask('wish'), rules: [wishes] })).toBe('C');
    expect(await planned({ ...ask('avoid'), people: names('C'), rules: [wishes] })).toBe('C');
    expect(await planned({ ...ask('avoid'), people: names('CD'), rules: [wishes] })).toBe('D');
  });

  test('weekdays and posts narrow a request', async () => {
    const requests = [
      {
        id: 'r',
        person: 'A',
        kind: 'never',
        from: '2026-11-02',
        to: '2026-11-08',
        weekdays: [1, 3],
        posts: ['day'],
      },
    ];

    expect(await planned({ days: 4, people: names('A'), requests })).toBe('- A - A');
  });

  test('own-place: the own grid before that of another', async () => {
    const people = [
      { id: 'A', places: ['g1', 'g2'] },
      { id: 'B', places: ['g2', 'g1'] },
    ];
    const posts = [
      { id: 'p2', place: 'g2' },
      { id: 'p1', place: 'g1' },
    ];
    const input = {
      days: 1,
      people,
      posts,
      rules: [{ id: 'own', kind: 'own-place', strength: { weight: 5 } }],
    };

    expect([await planned(input, 'p1'), await planned(input, 'p2')]).toEqual(['A', 'B']);
  });
});

describe('needs', () => {
  test('a campaign asks for more, for nobody, or for everybody', async () => {
    const campaign = (need: unknown) => ({
      days: 1,
      campaigns: [{ id: 'c', name: '台风', from: '2026-11-02', to: '2026-11-02', post: 'day', need }],
    });

    expect(await planned(campaign(2))).toHaveLength(2);
    expect(await planned(campaign(0))).toBe('-');
    expect(await planned(campaign('all'))).toBe('ABC');
  });
});

describe('sharing out', () => {
  test('fair: evenly, by share, presence and balance', async () => {
    const people = [{ id: 'A' }, { id: 'B', balance: { total: 2 } }, { id: 'C', share: 0.5 }];

    const found = await planned({ days: 10, people, rules: [even] });

    // Of 10 duties A and B have a share of 4 each and C of 2; B did 2 beyond it before.
    expect([countOf(found, 'A'), countOf(found, 'B'), countOf(found, 'C')]).toEqual([5, 3, 2]);
  });

  test('fair: is exact far from the target too', async () => {
    const leaves = [{ id: 'l', person: 'B', from: '2026-11-02', to: '2026-12-01' }];

    const roster = await plan({ days: 30, people: names('AB'), leaves, rules: [even] });

    // Leave halves a share: A has 20 of 30 duties due and B 10.
    expect(roster).toMatchObject({ status: 'optimal', cost: 200, bound: 200 });
  });

  test('fair: a counter counts only its days', async () => {
    const rule = { id: 'rest', kind: 'fair', strength: { weight: 5 }, counter: 'restday' };

    const found = await planned({ days: 14, people: names('AB'), rules: [rule, even] });

    const restDays = found.split(' ').filter((_, day) => day % 7 >= 5);
    expect(restDays.toSorted()).toEqual(['A', 'A', 'B', 'B']);
  });

  test('turns: the list goes on from its cursor, for each class of day by itself', async () => {
    const input = {
      days: 7,
      cursors: { day: { workday: 'B', restday: 'C' } },
      leaves: [{ id: 'l', person: 'C', from: '2026-11-03', to: '2026-11-03' }],
      rules: [{ id: 'turns', kind: 'turns', strength: { weight: 10 } }],
    };

    expect(await planned(input)).toBe('B A B C A C A');
  });
});

describe('what stands', () => {
  const basis = (letters: string, rest: Record<string, unknown> = {}) => ({
    basis: {
      assignments: [...letters].map((person, index) => ({
        date: dayAfter('2026-11-02', index),
        post: 'day',
        person,
      })),
      ...rest,
    },
  });

  test('a leave changes the one duty it must, whatever evenness says', async () => {
    const leaves = [{ id: 'l', person: 'A', from: '2026-11-04', to: '2026-11-04' }];

    const roster = await plan({ days: 4, leaves, rules: [even], ...basis('AAAA') });

    expect(roster.changed).toEqual([{ date: '2026-11-04', post: 'day', person: 'A' }]);
    expect(row(roster, { days: 4 })).toMatch(/^A A [BC] A$/);
  });

  test('frozen days and locked duties stay, even against a rule', async () => {
    const leaves = [{ id: 'l', person: 'A', from: '2026-11-02', to: '2026-11-05' }];
    const standing = basis('AAAA', { frozenThrough: '2026-11-02' });
    const assignments = standing.basis.assignments.map((duty, index) => ({ ...duty, locked: index === 2 }));

    const found = await planned({ days: 4, leaves, basis: { ...standing.basis, assignments } });

    expect(found).toMatch(/^A [BC] A [BC]$/);
  });
});
