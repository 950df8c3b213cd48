import { expect, test } from 'vitest';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import {
  dayPost,
  daysFrom,
  duties,
  nightPost,
  officer,
  row,
  smallProblem,
} from '../../../fixtures/small-rosters.ts';

const weighing = (rule: object) => ({ rules: [{ id: 'r', strength: { weight: 10 }, ...rule }] });
const range = { from: '2026-12-01', to: '2026-12-31' };

test('wishes: a wished day without duty and a duty on an avoided day cost their own weight times that of the rule', () => {
  const problem = smallProblem({
    ...weighing({ kind: 'wishes' }),
    requests: [
      { id: 'w', person: 'A', kind: 'wish', from: '2026-12-01', to: '2026-12-02', weight: 2 },
      { id: 'v', person: 'B', kind: 'avoid', ...range, weekdays: [3], weight: 3 },
    ],
  });

  expect(checkRoster(problem, row('day', 'AA')).cost).toBe(0);
  expect(checkRoster(problem, row('day', 'AB'))).toMatchObject({
    cost: 10 * (2 + 3),
    violations: [],
    charges: [
      { rule: 'r', person: 'A', date: '2026-12-02', by: 2, cost: 20 },
      { rule: 'r', person: 'B', date: '2026-12-02', by: 3, cost: 30 },
    ],
  });
});

test('fairness: the squared distance from a target of share, presence and balance', () => {
  const problem = smallProblem({
    days: daysFrom('2026-12-01', 8),
    ...weighing({ kind: 'fair', counter: 'total' }),
    people: [
      { ...officer('A'), balance: { total: 5 } },
      { ...officer('B'), balance: { total: -1 } },
      { ...officer('C'), share: 0.5 },
      { ...officer('D'), from: '2026-12-05' },
    ],
    leaves: [{ id: 'l', person: 'B', from: '2026-12-01', to: '2026-12-08' }],
  });

  const check = checkRoster(problem, row('day', 'AAABBCDD'));

  // Weights 8, 4 (all on leave), 4 (half), 4 (half of the days); eight duties. A repays two of five.
  expect(check.fairness.map(({ person, share, target, count }) => [person, share, target, count])).toEqual([
    ['A', 3.2, 1.2, 3],
    ['B', 1.6, 2.6, 2],
    ['C', 1.6, 1.6, 1],
    ['D', 1.6, 1.6, 2],
  ]);
  expect(check.cost).toBeCloseTo(10 * (1.8 ** 2 + 0.6 ** 2 + 0.6 ** 2 + 0.4 ** 2));
});

test('fairness of nights shares out night posts alone, among those who may have nights', () => {
  const problem = smallProblem({
    days: daysFrom('2026-12-01', 6),
    posts: [dayPost, nightPost],
    ...weighing({ kind: 'fair', counter: 'night' }),
    people: [{ ...officer('A'), nightExempt: [range] }, officer('B'), officer('C')],
  });

  const check = checkRoster(problem, [...row('night', 'BCBCBC'), ...row('day', 'AAAAAA')]);

  expect(check.fairness.map(({ person, target, count }) => [person, target, count])).toEqual([
    ['B', 3, 3],
    ['C', 3, 3],
  ]);
  expect(check.cost).toBe(0);
});

test('turns: each class has its cursor, who is on leave is passed over, and each departure costs', () => {
  const problem = smallProblem({
    days: daysFrom('2026-12-01', 7),
    ...weighing({ kind: 'turns' }),
    people: ['A', 'B', 'C', 'D'].map((id, order) => ({ ...officer(id), order })),
    cursors: { day: { workday: 'C' } },
    leaves: [{ id: 'l', person: 'D', from: '2026-12-02', to: '2026-12-02' }],
  });

  // From Tuesday C, (D on leave) A, B, C; the weekend begins with A by its own cursor; Monday goes on with D.
  expect(checkRoster(problem, row('day', 'CABCABD')).cost).toBe(0);
  expect(checkRoster(problem, row('day', 'CABCBAD'))).toMatchObject({
    cost: 20,
    charges: [
      { person: 'A', date: '2026-12-05', post: 'day', cost: 10 },
      { person: 'B', date: '2026-12-06', post: 'day', cost: 10 },
    ],
  });
});

test('turns keep one person for the weekend where a rule says so', () => {
  const problem = smallProblem({
    rules: [
      { id: 'r', kind: 'turns', strength: { weight: 1 } },
      { id: 's', kind: 'same-rest-days', strength: { hard: true } },
    ],
  });

  expect(checkRoster(problem, row('day', 'ABCDAAA'))).toMatchObject({ cost: 0, violations: [] });
});

test('a rule always weighed that says hard weighs a thousand', () => {
  const problem = smallProblem({ rules: [{ id: 'r', kind: 'turns', strength: { hard: true } }] });

  expect(checkRoster(problem, row('day', 'ABCDBA'))).toMatchObject({ violations: [], cost: 3000 });
});

test('counts by person and counter follow the classes of days', () => {
  const problem = smallProblem({
    days: daysFrom('2026-12-01', 7, { '2026-12-03': 'holiday', '2026-12-06': 'workday' }),
    posts: [dayPost, nightPost],
  });

  const check = checkRoster(problem, [
    ...row('day', 'A-A--A'),
    ...duties('night', { '2026-12-05': 'A', '2026-12-07': 'B' }),
  ]);

  expect(check.counts.slice(0, 2)).toEqual([
    { person: 'A', workday: 2, restday: 1, holiday: 1, spring: 0, night: 1, total: 4 },
    { person: 'B', workday: 1, restday: 0, holiday: 0, spring: 0, night: 1, total: 1 },
  ]);
});

test('duties of the basis given to others are told', () => {
  const problem = smallProblem({ basis: { assignments: row('day', 'ABC') } });

  expect(checkRoster(problem, row('day', 'ACC')).changed).toEqual(row('day', '-B'));
});
