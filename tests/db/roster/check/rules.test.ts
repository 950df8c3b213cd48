import { expect, test } from 'vitest';
import type { Assignment } from '../../../../db/roster/problem.ts';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import {
  dayPost,
  daysFrom,
  duties,
  nightPost,
  officer,
  row,
  ruled,
  smallProblem,
} from '../../../fixtures/small-rosters.ts';

interface Example {
  readonly name: string;
  readonly problem: Record<string, unknown>;
  readonly kept: readonly Assignment[];
  readonly broken: readonly Assignment[];
  /** Place and extent of each breach of `broken`: date, person, by. */
  readonly told: readonly (readonly [string, string | null, number])[];
}

const twoPosts = { posts: [dayPost, nightPost] };
const novice = { ...officer('N'), skills: ['novice'] };
const leader = { ...officer('L'), skills: ['class_a'] };
const gridPost = (grid: string) => ({ ...dayPost, id: grid, place: grid, roles: ['grid'] });

/** One hand-made example of every rule kind that can be held: kept, and broken in a known place by a known number. */
const examples: readonly Example[] = [
  {
    name: 'rest of 24 hours after a night: 9:00 to 17:30 of the next day is too early by 15 hours less nothing',
    problem: { ...twoPosts, rules: [ruled({ kind: 'rest', hours: 24, posts: ['night'] })] },
    kept: [...row('night', 'A--'), ...row('day', '--A')],
    broken: [...row('night', 'A--'), ...row('day', '-B-'), ...row('night', '-A-')],
    told: [['2026-12-02', 'A', 15]],
  },
  {
    name: 'rest counts every later duty within reach, and duties of before',
    problem: {
      ...twoPosts,
      rules: [ruled({ kind: 'rest', hours: 48, posts: ['night'] })],
      earlier: duties('night', { '2026-11-30': 'A' }),
    },
    kept: row('day', '--A'),
    broken: row('day', 'AA'),
    // The night ends on 1 December 08:30: the day post of that day begins at once, the next one 24 hours later.
    told: [
      ['2026-12-01', 'A', 48],
      ['2026-12-02', 'A', 24],
    ],
  },
  {
    name: 'nights in a row: each night beyond the second, runs begin before the first day',
    problem: {
      ...twoPosts,
      rules: [ruled({ kind: 'nights-in-row', most: 2 })],
      earlier: duties('night', { '2026-11-30': 'A' }),
    },
    kept: [...row('night', 'AB-AA'), ...row('day', '--A')],
    broken: row('night', 'AAA'),
    told: [
      ['2026-12-02', 'A', 1],
      ['2026-12-03', 'A', 1],
    ],
  },
  {
    name: 'days in a row count any duty',
    problem: { ...twoPosts, rules: [ruled({ kind: 'days-in-row', most: 2 })] },
    kept: [...row('day', 'A--'), ...row('night', '-A--A')],
    broken: [...row('day', 'A-A'), ...row('night', '-A')],
    told: [['2026-12-03', 'A', 1]],
  },
  {
    name: 'duties of a week, with those of its days before the plan',
    problem: {
      rules: [ruled({ kind: 'per-week', most: 2 })],
      earlier: duties('day', { '2026-11-30': 'A', '2026-11-29': 'A' }),
    },
    kept: row('day', 'A-----A'),
    broken: row('day', 'A-A-A'),
    // The 29th is the Sunday of the week before; 30 November, 1, 3 and 5 December are of one week.
    told: [['2026-12-05', 'A', 2]],
  },
  {
    name: 'rest days of a month',
    problem: {
      days: daysFrom('2026-12-01', 31),
      rules: [ruled({ kind: 'per-month', most: 1, counter: 'restday' })],
    },
    kept: duties('day', { '2026-12-05': 'A', '2026-12-07': 'A', '2026-12-06': 'B' }),
    broken: duties('day', { '2026-12-05': 'A', '2026-12-06': 'A', '2026-12-12': 'A' }),
    told: [['2026-12-12', 'A', 2]],
  },
  {
    name: 'weekends of a month: both days of one are one, a worked Saturday is none',
    problem: {
      days: daysFrom('2026-12-01', 31, { '2026-12-12': 'workday' }),
      rules: [ruled({ kind: 'weekends', most: 1 })],
    },
    kept: duties('day', { '2026-12-05': 'A', '2026-12-06': 'A', '2026-12-12': 'A' }),
    broken: duties('day', { '2026-12-05': 'A', '2026-12-13': 'A', '2026-12-19': 'A' }),
    told: [['2026-12-19', 'A', 2]],
  },
  {
    name: 'free days between two duties',
    problem: { rules: [ruled({ kind: 'spacing', days: 3 })] },
    kept: row('day', 'ABCDA'),
    broken: row('day', 'A-A-B-B'),
    told: [
      ['2026-12-03', 'A', 2],
      ['2026-12-07', 'B', 2],
    ],
  },
  {
    name: 'one with the skill among those on the posts together',
    problem: {
      ...twoPosts,
      people: ['A', 'B', 'C'].map(officer).concat([leader]),
      rules: [ruled({ kind: 'skill', skill: 'class_a', least: 1 })],
    },
    kept: [...row('day', 'LA'), ...row('night', 'A')],
    broken: [...row('day', 'LA'), ...row('night', 'AB')],
    told: [['2026-12-02', null, 1]],
  },
  {
    name: 'newcomers are never alone and at most one',
    problem: {
      posts: [{ ...dayPost, needs: { ...dayPost.needs, workday: 2 } }],
      people: [officer('A'), novice, { ...novice, id: 'M' }],
      rules: [ruled({ kind: 'novice', skill: 'novice', most: 1 })],
    },
    kept: duties('day', { '2026-12-01': 'A N', '2026-12-02': 'A M' }),
    broken: duties('day', { '2026-12-01': 'N M', '2026-12-02': 'N' }),
    told: [
      ['2026-12-01', null, 2],
      ['2026-12-02', null, 1],
    ],
  },
  {
    name: 'one person for all days of a weekend; a hole breaks nothing',
    problem: { days: daysFrom('2026-12-04', 4), rules: [ruled({ kind: 'same-rest-days' })] },
    kept: duties('day', { '2026-12-04': 'A', '2026-12-05': 'B', '2026-12-06': 'B', '2026-12-07': 'C' }),
    broken: duties('day', { '2026-12-05': 'B', '2026-12-06': 'C' }),
    told: [['2026-12-06', 'C', 1]],
  },
  {
    name: 'one person for a weekend that began before the first day',
    problem: {
      days: daysFrom('2026-12-06', 2),
      rules: [ruled({ kind: 'same-rest-days' })],
      earlier: duties('day', { '2026-12-05': 'A' }),
    },
    kept: duties('day', { '2026-12-06': 'A', '2026-12-07': 'B' }),
    broken: duties('day', { '2026-12-06': 'B' }),
    told: [['2026-12-06', 'B', 1]],
  },
  {
    name: 'the own grid first',
    problem: {
      posts: [gridPost('g1'), gridPost('g2')],
      people: [{ id: 'A', name: 'A', roles: ['grid'], places: ['g1', 'g2'] }],
      rules: [ruled({ kind: 'own-place' })],
    },
    kept: row('g1', 'A'),
    broken: row('g2', 'A'),
    told: [['2026-12-01', 'A', 1]],
  },
];

test.each(examples)('$name', ({ problem, kept, broken, told }) => {
  const parsed = smallProblem(problem);

  expect(checkRoster(parsed, kept).violations).toEqual([]);
  const { violations } = checkRoster(parsed, broken);
  expect(violations.map(({ date, person, by }) => [date, person, by])).toEqual(told);
  expect(violations.map(({ fact }) => fact.kind === 'rule' && fact.id)).toEqual(told.map(() => 'r'));
});

test.each(examples)('as a soft rule: $name', ({ problem, kept, broken, told }) => {
  const rules = smallProblem(problem).rules.map((rule) => ({ ...rule, strength: { weight: 7 } }));
  const parsed = smallProblem({ ...problem, rules });

  expect(checkRoster(parsed, kept)).toMatchObject({ violations: [], cost: 0, costs: [] });
  const cost = 7 * told.reduce((sum, [, , by]) => sum + by, 0);
  expect(checkRoster(parsed, broken)).toMatchObject({ violations: [], cost, costs: [{ rule: 'r', cost }] });
});
