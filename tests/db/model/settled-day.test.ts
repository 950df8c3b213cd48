import { expect, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { domesticViolence } from '../../../db/model/ledgers/safety/domestic-violence.ts';
import { withSettledDay } from '../../../db/model/rules/settled-day.ts';

const settled = (checked_on: string | null, next_check_on: string | null) =>
  withSettledDay({ checked_on, next_check_on }, { done: 'checked_on', planned: 'next_check_on' });

test('a check on the planned day or after it settles the day', () => {
  expect(settled('2026-11-20', '2026-11-20')).toEqual({ checked_on: '2026-11-20', next_check_on: null });
  expect(settled('2026-12-01', '2026-11-20')).toEqual({ checked_on: '2026-12-01', next_check_on: null });
});

test('the check before, and a day planned after it, stay as they are', () => {
  expect(settled('2026-11-19', '2026-11-20')['next_check_on']).toBe('2026-11-20');
  expect(settled(null, '2026-11-20')['next_check_on']).toBe('2026-11-20');
  expect(settled('2026-11-19', null)['next_check_on']).toBeNull();
});

test('a return visit among the measures of a case settles the day planned for it, other measures do not', () => {
  const [follow] = domesticViolence.follows;
  const planned = (...measures: readonly Values[]) =>
    follow?.values({
      whole: { next_visit_on: '2026-11-20' },
      newest: measures[0] ?? null,
      parts: () => measures,
      rows: () => [],
    });
  expect(planned({ kind: '07', done_on: '2026-11-25' })).toEqual({ next_visit_on: '2026-11-20' });
  expect(planned({ kind: '11', done_on: '2026-11-10' })).toEqual({ next_visit_on: '2026-11-20' });
  expect(planned({ kind: '07', done_on: '2026-11-25' }, { kind: '11', done_on: '2026-11-21' })).toEqual({
    next_visit_on: null,
  });
});
