import { fc } from '../../../fixtures/fc.ts';
import { expect, test } from 'vitest';
import { checkRoster } from '../../../../db/roster/check/check-roster.ts';
import { whyNot, whyThisPerson } from '../../../../db/roster/explain/why.ts';
import { rosterWords } from '../../../../db/roster/words/roster-words.ts';
import { anyRoster } from '../../../fixtures/any-roster.ts';
import {
  dayPost,
  daysFrom,
  duties,
  nightPost,
  officer,
  row,
  smallProblem,
} from '../../../fixtures/small-rosters.ts';

const named = (id: string, name: string, more: object = {}) => ({ ...officer(id), name, ...more });

/** New Year's Eve 2026 is a Thursday. 李 owes most nights of those who could. */
const problem = smallProblem({
  days: daysFrom('2026-12-28', 4),
  posts: [nightPost, { ...dayPost, needs: { workday: 1, restday: 0, holiday: 0, spring: 0 } }],
  people: [
    named('li', '李明', { balance: { night: -1 } }),
    named('wang', '王芳'),
    named('zhang', '张伟'),
    named('zhao', '赵磊'),
    named('qian', '钱进', { balance: { night: 1 } }),
    { id: 'sun', name: '孙主任', roles: ['leader'] },
  ],
  leaves: [{ id: 'l', person: 'zhang', from: '2026-12-31', to: '2026-12-31', kind: '01' }],
  rules: [
    { id: 'rest', kind: 'rest', hours: 24, posts: ['night'], strength: { hard: true } },
    { id: 'fair', kind: 'fair', counter: 'night', strength: { weight: 10 } },
  ],
});
const roster = [
  ...duties('night', {
    '2026-12-28': 'zhang',
    '2026-12-29': 'zhao',
    '2026-12-30': 'wang',
    '2026-12-31': 'li',
  }),
  ...duties('day', { '2026-12-28': 'li', '2026-12-29': 'qian', '2026-12-30': 'qian', '2026-12-31': 'zhao' }),
];
const eve = { date: '2026-12-31', post: 'night', person: 'li' };

test('says how the person stood before the day and what speaks against everybody else', () => {
  const why = whyThisPerson(problem, roster, eve);

  expect(why.standings).toEqual([
    { rule: 'fair', counter: 'night', target: 1.8, done: 0, rank: 1, among: 2 },
  ]);
  expect(why.others.map(({ person, excluded }) => [person, excluded.map(({ fact }) => fact.kind)])).toEqual([
    ['qian', []],
    ['zhang', ['leave']],
    ['zhao', ['one-a-day']],
    ['wang', ['rule']],
  ]);
  // Targets 1.8 and -0.2: the duty moves from 0.8 short of the share to 1.8 short, and from 0.2 over it to 1.2.
  expect(why.others[0]).toMatchObject({ cost: 40, costs: [{ rule: 'fair', cost: 40 }], onDuty: null });
});

test('sentences name the turn, the excluded and the next best', () => {
  const say = rosterWords(problem);
  const why = whyThisPerson(problem, roster, eve);

  expect(say.reasons(why).map(({ zh }) => zh)).toEqual([
    '夜班：李明本期应值1.8次，此前已值0次，在可安排的2人中欠值排第1',
    '另有1人可以、3人不能安排；其中最合适的钱进会使总偏离值增加40',
  ]);
  expect(why.others.map((other) => say.candidate(other).map(({ zh }) => zh))).toEqual([
    ['“夜班次数人人均衡”偏离值增加40'],
    ['张伟12月31日请假（年休假）'],
    ['当天已安排值班干部'],
    ['夜班后至少休息24小时，少休息15小时'],
  ]);
});

test('a locked duty and a fixed request settle the seat', () => {
  const settled = whyThisPerson(
    {
      ...problem,
      requests: [
        { id: 'q', kind: 'fixed', weight: 1, ...eve, from: eve.date, to: eve.date, posts: ['night'] },
      ],
      basis: { assignments: [{ ...eve, locked: true }], frozenThrough: null },
    },
    roster,
    eve,
  ).settled;

  expect(settled).toEqual([
    { kind: 'standing', ...eve },
    { kind: 'request', id: 'q' },
  ]);
});

test('the list of turns is named where it put the person there', () => {
  const turns = smallProblem({ rules: [{ id: 't', kind: 'turns', strength: { weight: 5 } }] });
  const seat = { date: '2026-12-02', post: 'day' };

  expect(whyThisPerson(turns, row('day', 'ABC'), { ...seat, person: 'B' }).turn).toBe('t');
  expect(whyThisPerson(turns, row('day', 'ADC'), { ...seat, person: 'D' }).turn).toBeNull();
});

test('an empty seat names who could take it', () => {
  const seat = { date: '2026-12-31', post: 'night', person: null };
  const why = whyThisPerson(problem, roster.slice(0, 3).concat(roster.slice(4)), seat);

  expect(
    rosterWords(problem)
      .reasons(why)
      .map(({ zh }) => zh),
  ).toEqual(['12月31日（周四）夜班可以安排：李明、钱进']);
});

test('why not: the one easiest to replace is meant where several are on the post', () => {
  const two = smallProblem({
    posts: [{ ...dayPost, needs: { workday: 2, restday: 2, holiday: 2, spring: 2 } }],
    pairs: [{ id: 'p', a: 'C', b: 'A', kind: 'apart' }],
  });

  const refusal = whyNot(two, duties('day', { '2026-12-01': 'A B' }), {
    date: '2026-12-01',
    post: 'day',
    person: 'C',
  });

  expect(refusal).toMatchObject({ instead: 'A', excluded: [], cost: 0 });
});

test('what a candidate would cost is what the checker finds when the duty is really moved', () => {
  let compared = 0;
  fc.assert(
    fc.property(anyRoster, ({ problem: any, duties: some }) => {
      const [seat] = some;
      if (seat === undefined) return;
      const now = checkRoster(any, some);
      for (const other of whyThisPerson(any, some, seat).others) {
        const moved = some
          .filter((duty) => JSON.stringify(duty) !== JSON.stringify(seat))
          .concat({ ...seat, person: other.person });
        const then = checkRoster(any, moved);
        if (other.cost === null) expect(other.excluded.length).toBeGreaterThan(0);
        else expect(other.cost).toBeCloseTo(then.cost - now.cost, 4);
        compared += 1;
      }
    }),
    { seed: 2, numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(50);
});
