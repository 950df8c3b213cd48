import { describe, expect, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { visitPlan } from '../../../db/model/ledgers/care/visit-plan.ts';

interface Given {
  readonly label: Values;
  readonly newest?: Values;
  readonly rules?: readonly Values[];
}

function nextVisit({ label, newest, rules = [] }: Given): Values {
  const whole = { kind: '01', level: '02', from_day: '2026-01-31', ...label };
  return visitPlan({ whole, newest: newest ?? null, parts: () => [], rows: () => rules });
}

describe('the next visit of a listed person', () => {
  test.each([
    ['high concern', { level: '01' }, '2026-02-07'],
    ['medium concern, in a month too short', { level: '02' }, '2026-02-28'],
    ['low concern', { level: '03' }, '2026-04-30'],
    ['no concern', { level: '00' }, null],
    ['mental disorder of level 3', { kind: '03', level: '03', danger_level: '04' }, '2026-02-07'],
    ['mental disorder of level 2', { kind: '03', level: '01', danger_level: '03' }, '2026-02-28'],
    ['mental disorder of level 0', { kind: '03', level: '01', danger_level: '01' }, '2026-04-30'],
    ['an interval of their own', { level: '01', visit_days: 10 }, '2026-02-10'],
    ['taken off', { level: '01', to_day: '2026-02-01' }, null],
  ])('of %s is one interval after the listing', (_, label, expected) => {
    expect(nextVisit({ label })['next_visit_on']).toBe(expected);
  });

  test('counts from the last visit, and is the agreed day where one was agreed', () => {
    const newest = { visited_on: '2026-03-01', next_on: null };
    expect(nextVisit({ label: { level: '01' }, newest })).toEqual({
      last_visit_on: '2026-03-01',
      next_visit_on: '2026-03-08',
    });
    expect(
      nextVisit({ label: { level: '01' }, newest: { ...newest, next_on: '2026-03-20' } })['next_visit_on'],
    ).toBe('2026-03-20');
  });

  test('counts from the day of a stricter level, not from a visit long before it', () => {
    const label = { level: '01', from_day: '2026-03-01', earlier_visit_on: '2026-01-05' };
    expect(nextVisit({ label })).toEqual({ last_visit_on: '2026-01-05', next_visit_on: '2026-03-08' });
  });

  test('follows the rules of the town before the shipped ones, and those of the kind before those of all', () => {
    const all = { scope: '00', grade: 'A1', every: 2, unit: '02' };
    const own = { scope: '01', grade: 'A1', every: 3, unit: '01' };
    expect(nextVisit({ label: { level: '01' }, rules: [all] })['next_visit_on']).toBe('2026-02-14');
    expect(nextVisit({ label: { level: '01' }, rules: [all, own] })['next_visit_on']).toBe('2026-02-03');
  });
});
