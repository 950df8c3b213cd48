import { expect, test } from 'vitest';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import { screeningPlan } from '../../../db/model/ledgers/dispute/screening-rhythm.ts';
import { screeningRound } from '../../../db/model/ledgers/dispute/screening-round.ts';

const plan: Values = { rhythm: '1', from_day: '2026-11-01' };
const nextOn = (whole: Values, last: string | null) =>
  screeningPlan({ whole, newest: last === null ? null : { screened_on: last } })['next_on'];

test.each<[string, Values & { last?: string }, string | null]>([
  ['half a month after it begins', {}, '2026-11-16'],
  ['half a month after the last round', { last: '2026-11-20' }, '2026-12-05'],
  ['every month', { rhythm: '3', last: '2026-11-30' }, '2026-12-30'],
  [
    'weekly in a sensitive period',
    { sensitive_from: '2026-11-18', sensitive_to: '2026-12-31', last: '2026-11-20' },
    '2026-11-27',
  ],
  [
    'when a sensitive period begins before the next round',
    { sensitive_from: '2026-11-25', sensitive_to: '2026-12-31', last: '2026-11-20' },
    '2026-11-25',
  ],
  [
    'as usual when a sensitive period is over',
    { sensitive_from: '2026-10-01', sensitive_to: '2026-10-08', last: '2026-11-20' },
    '2026-12-05',
  ],
  ['not when the plan has ended', { to_day: '2026-11-30', last: '2026-11-20' }, null],
])('a village is screened %s', (_, { last = null, ...more }, due) => {
  expect(nextOn({ ...plan, ...more }, last)).toBe(due);
});

test('no more is cleared than was found', () => {
  const row = { plan: 'p', screened_on: '2026-11-20', fire_found: 2, fire_cleared: 3, dispute_settled: 1 };
  const found = checkRow(screeningRound, row, { today: '2026-11-27' });
  expect(found.map(({ field }) => field)).toEqual(['dispute_settled', 'fire_cleared']);
});
