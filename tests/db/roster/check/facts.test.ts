import { expect, test } from 'vitest';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import type { Assignment } from '../../../../db/roster/problem.ts';
import { dayPost, duties, nightPost, officer, row, smallProblem } from '../../../fixtures/small-rosters.ts';

const twoPosts = { posts: [dayPost, nightPost] };
const range = (from: string, to = from) => ({ from: `2026-12-${from}`, to: `2026-12-${to}` });
const withA = (facts: object) => ({
  people: [{ ...officer('A'), ...facts }, ...['B', 'C', 'D'].map(officer)],
});
const pairOf = (kind: string) => ({ ...twoPosts, pairs: [{ id: 'p', a: 'A', b: 'B', kind }] });

/** Facts a roster keeps and breaks: date, person and fact of everything told of the broken one. */
const examples: readonly {
  readonly name: string;
  readonly problem: Record<string, unknown>;
  readonly kept: readonly Assignment[];
  readonly broken: readonly Assignment[];
  readonly told: readonly object[];
}[] = [
  {
    name: 'a role is missing',
    problem: { people: [officer('A'), { id: 'X', name: 'X', roles: ['leader'] }] },
    kept: row('day', 'A'),
    broken: row('day', 'X'),
    told: [{ fact: { kind: 'unqualified', post: 'day', person: 'X' }, date: '2026-12-01', by: 1 }],
  },
  {
    name: 'a grid is not known',
    problem: {
      posts: [{ ...dayPost, place: 'g1' }],
      people: [{ ...officer('A'), places: ['g2', 'g1'] }, officer('B')],
    },
    kept: row('day', 'A'),
    broken: row('day', 'B'),
    told: [{ fact: { kind: 'unqualified', post: 'day', person: 'B' } }],
  },
  {
    name: 'days before joining and after leaving',
    problem: withA({ from: '2026-12-02', to: '2026-12-04' }),
    kept: row('day', '-AAA'),
    broken: row('day', 'A---A'),
    told: [
      { fact: { kind: 'service', person: 'A' }, date: '2026-12-01' },
      { fact: { kind: 'service', person: 'A' }, date: '2026-12-05' },
    ],
  },
  {
    name: 'a duty that begins on leave; one that only reaches into it is none',
    problem: { ...twoPosts, leaves: [{ id: 'l', person: 'A', ...range('02', '03') }] },
    kept: [...row('night', 'A'), ...row('day', '---A')],
    broken: row('day', '--A'),
    told: [{ fact: { kind: 'leave', id: 'l' }, date: '2026-12-03', person: 'A', post: 'day' }],
  },
  {
    name: 'a night of somebody exempt from nights',
    problem: { ...twoPosts, ...withA({ nightExempt: [range('02')] }) },
    kept: [...row('day', '-A'), ...row('night', '--A')],
    broken: row('night', '-A'),
    told: [{ fact: { kind: 'exempt', person: 'A' }, date: '2026-12-02' }],
  },
  {
    name: 'never on Wednesdays on the night post',
    problem: {
      ...twoPosts,
      requests: [
        { id: 'q', person: 'A', kind: 'never', ...range('01', '31'), weekdays: [3], posts: ['night'] },
      ],
    },
    kept: [...row('day', '-A'), ...row('night', 'A')],
    broken: row('night', '-A'),
    told: [{ fact: { kind: 'request', id: 'q' }, date: '2026-12-02' }],
  },
  {
    name: 'fixed on each matching day on which the post is needed',
    problem: {
      posts: [{ ...dayPost, needs: { ...dayPost.needs, restday: 0 } }],
      requests: [{ id: 'q', person: 'A', kind: 'fixed', ...range('04', '07'), posts: ['day'] }],
    },
    kept: row('day', 'BBBA--A'),
    broken: row('day', 'BBBA--B'),
    told: [{ fact: { kind: 'request', id: 'q' }, date: '2026-12-07', person: 'A', post: 'day' }],
  },
  {
    name: 'two duties on one day',
    problem: twoPosts,
    kept: [...row('day', 'A'), ...row('night', 'B')],
    broken: [...row('day', 'A'), ...row('night', 'A')],
    told: [{ fact: { kind: 'one-a-day', person: 'A', date: '2026-12-01' } }],
  },
  {
    name: 'a duty that begins before the last one has ended',
    problem: { posts: [{ ...dayPost, id: 'whole', start: '09:00', hours: 24 }, dayPost] },
    kept: [...row('whole', 'A'), ...row('day', '--A')],
    broken: [...row('whole', 'A'), ...row('day', '-A')],
    told: [{ fact: { kind: 'one-a-day', person: 'A', date: '2026-12-02' } }],
  },
  {
    name: 'more people than needed',
    problem: {},
    kept: row('day', 'A'),
    broken: duties('day', { '2026-12-01': 'A B C' }),
    told: [{ fact: { kind: 'need', post: 'day', date: '2026-12-01' }, by: 2 }],
  },
  {
    name: 'apart',
    problem: pairOf('apart'),
    kept: [...row('day', 'A-B'), ...row('night', '-B-')],
    broken: [...row('day', 'A-B'), ...row('night', 'B')],
    told: [{ fact: { kind: 'pair', id: 'p' }, date: '2026-12-01' }],
  },
  {
    name: 'together',
    problem: pairOf('together'),
    kept: [...row('day', 'ACB'), ...row('night', 'BDA')],
    broken: [...row('day', 'ACC'), ...row('night', 'BDA')],
    told: [{ fact: { kind: 'pair', id: 'p' }, date: '2026-12-03', person: 'A', post: 'night' }],
  },
  {
    name: 'A only with the mentor B at the same hours',
    problem: {
      posts: [dayPost, nightPost, { ...dayPost, id: 'desk', order: 3 }],
      pairs: [{ id: 'p', a: 'A', b: 'B', kind: 'mentor' }],
    },
    kept: [...row('day', 'ABC'), ...row('desk', 'BCB')],
    broken: [...row('day', 'AA'), ...row('desk', 'BC'), ...row('night', 'CB')],
    told: [{ fact: { kind: 'pair', id: 'p' }, date: '2026-12-02', person: 'A' }],
  },
  {
    name: 'leader and deputy away on one day: one on leave, the other after a night',
    problem: { ...pairOf('presence'), leaves: [{ id: 'l', person: 'B', ...range('03', '04') }] },
    kept: [...row('night', 'ACC'), ...row('day', '-AAA')],
    broken: row('night', 'CA'),
    told: [{ fact: { kind: 'pair', id: 'p' }, date: '2026-12-03', person: 'A', post: 'night' }],
  },
  {
    name: 'a locked duty was moved',
    problem: {
      basis: {
        assignments: [...row('day', 'A').map((duty) => ({ ...duty, locked: true })), ...row('day', '-B')],
      },
    },
    kept: row('day', 'AC'),
    broken: row('day', 'BC'),
    told: [{ fact: { kind: 'standing', date: '2026-12-01', post: 'day', person: 'A' } }],
  },
  {
    name: 'a frozen day is not as it was',
    problem: { ...twoPosts, basis: { assignments: row('day', 'AB'), frozenThrough: '2026-12-02' } },
    kept: row('day', 'ABC'),
    broken: [...row('day', 'AB'), ...row('night', '-C')],
    told: [{ fact: { kind: 'standing', date: '2026-12-02', post: 'night', person: 'C' } }],
  },
];

test.each(examples)('$name', ({ problem, kept, broken, told }) => {
  const parsed = smallProblem(problem);

  expect(checkRoster(parsed, kept).violations).toEqual([]);
  expect(checkRoster(parsed, broken).violations).toMatchObject(told);
});

test('duties with unknown days, posts and people are named and counted nowhere', () => {
  const check = checkRoster(smallProblem(), [
    { date: '2027-01-01', post: 'day', person: 'A' },
    { date: '2026-12-01', post: 'gate', person: 'A' },
    { date: '2026-12-01', post: 'day', person: 'Z' },
  ]);

  expect(check.violations.map(({ fact }) => fact)).toEqual([
    { kind: 'unknown', what: 'post', id: 'gate' },
    { kind: 'unknown', what: 'person', id: 'Z' },
    { kind: 'unknown', what: 'date', id: '2027-01-01' },
  ]);
  expect(check.counts.map(({ total }) => total)).toEqual([0, 0, 0, 0]);
});

test('holes are counted by day and post, a campaign changes the need', () => {
  const problem = smallProblem({
    campaigns: [
      { id: 'c', name: '台风', ...range('02', '03'), post: 'day', need: 3 },
      { id: 'd', name: '撤销', ...range('03'), post: 'day', need: 0 },
    ],
  });

  expect(checkRoster(problem, row('day', 'AB-CABC')).holes).toEqual([
    { date: '2026-12-02', post: 'day', missing: 2 },
  ]);
});

test('all hands: whoever could come is missing, whoever rests after a night is not', () => {
  const problem = smallProblem({
    ...twoPosts,
    rules: [{ id: 'r', kind: 'rest', hours: 24, posts: ['night'], strength: { hard: true } }],
    leaves: [{ id: 'l', person: 'D', ...range('02') }],
    campaigns: [{ id: 'c', name: '清明', ...range('02'), post: 'day', need: 'all' }],
  });
  const rest = [...row('day', 'B-ABCDA'), ...row('night', 'ACDAABB')].filter(
    ({ date }) => date !== '2026-12-02',
  );

  const isComplete = checkRoster(problem, [...rest, ...duties('day', { '2026-12-02': 'B' })]);
  const lacksB = checkRoster(problem, rest);

  expect(isComplete.holes).toEqual([
    { date: '2026-12-02', post: 'day', missing: 1 },
    { date: '2026-12-02', post: 'night', missing: 1 },
  ]);
  expect(lacksB.holes[0]).toEqual({ date: '2026-12-02', post: 'day', missing: 2 });
});

test('what frozen days break among themselves is not told, what is added to it is', () => {
  const problem = smallProblem({
    rules: [{ id: 'r', kind: 'per-week', most: 2, strength: { hard: true } }],
    leaves: [{ id: 'l', person: 'A', ...range('01') }],
    basis: { assignments: row('day', 'AAA'), frozenThrough: '2026-12-03' },
  });

  expect(checkRoster(problem, row('day', 'AAAB'))).toMatchObject({ violations: [] });
  expect(checkRoster(problem, row('day', 'AAAA')).violations).toMatchObject([{ fact: { id: 'r' }, by: 1 }]);
  expect(checkRoster(problem, row('day', 'AAAB')).holes.map(({ date }) => date)).toEqual([
    '2026-12-05',
    '2026-12-06',
    '2026-12-07',
  ]);
});
