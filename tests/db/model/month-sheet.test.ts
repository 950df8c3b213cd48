import { describe, expect, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { countMonth, type Report } from '../../../db/model/performance/month-sheet.ts';

const rule = (rule_no: string, more: Values = {}): Values => ({
  rule_no,
  points: 2,
  unit_price: 150,
  valid_from: '2026-01-01',
  ...more,
});
const report = (id: string, more: Partial<Report> = {}): Report => ({
  id,
  staff: 's1',
  category: '01',
  level: '01',
  subject: null,
  reported_at: '2026-10-05T01:00:00.000Z',
  counted_on: '2026-10-06',
  ...more,
});
const count = (reports: readonly Report[], rules: readonly Values[], known: readonly Report[] = reports) =>
  countMonth({ reports, rules, known, scorings: [] });

describe('what reports count', () => {
  test('is points times price of the rule that says most, valid on the day of verification', () => {
    const rules = [
      rule('all'),
      rule('fire', { category: '01', points: 3 }),
      rule('urgent', { level: '02', points: 4 }),
      rule('fire-urgent', { category: '01', level: '02', points: 5 }),
      rule('fire-next', { category: '01', points: 9, valid_from: '2026-11-01' }),
      rule('fire-last', { category: '01', points: 9, valid_to: '2026-09-30' }),
    ];
    const reports = [
      report('a', { category: '07' }),
      report('b'),
      report('c', { category: '07', level: '02' }),
      report('d', { level: '02' }),
      report('e', { counted_on: '2026-11-01' }),
    ];
    expect(count(reports, rules).map(({ rule_no, points, amount }) => [rule_no, points, amount])).toEqual([
      ['all', 2, 300],
      ['fire', 3, 450],
      ['urgent', 4, 600],
      ['fire-urgent', 5, 750],
      ['fire-next', 9, 1350],
    ]);
  });

  test('is nothing without a rule, and it says so', () => {
    expect(count([report('a')], [rule('health', { category: '07' })])).toMatchObject([
      { points: 0, amount: 0, zero_reason: '03', rule_no: null },
    ]);
  });

  test('is nothing for what somebody reported within the days of the rule, and it names that report', () => {
    const first = report('a', { staff: 's2', subject: '0104 b1', reported_at: '2026-09-20T01:00:00.000Z' });
    const again = report('b', { subject: '0104 b1' });
    const other = report('c', { subject: '0104 b2' });
    const known = [first, again, other];
    const items = (days: number) => count([again, other], [rule('all', { duplicate_days: days })], known);
    expect(items(15)).toMatchObject([
      { source: 'b', zero_reason: '01', same_as: 'a', amount: 0 },
      { source: 'c', zero_reason: null },
    ]);
    expect(items(14)).toMatchObject([{ zero_reason: null }, { zero_reason: null }]);
  });

  test('is nothing above the cap of a month, counted for each person and rule by themselves', () => {
    const rules = [rule('fire', { category: '01', monthly_cap: 2 }), rule('all')];
    const reports = ['1', '2', '3'].flatMap((day) => [
      report(`mine${day}`, { counted_on: `2026-10-1${day}` }),
      report(`other${day}`, { counted_on: `2026-10-1${day}`, category: '07' }),
    ]);
    const items = count([...reports, report('hers', { staff: 's2', counted_on: '2026-10-20' })], rules);
    expect(items.filter(({ zero_reason: why }) => why !== null)).toMatchObject([
      { source: 'mine3', zero_reason: '02' },
    ]);
  });

  test('stands beside what was given or taken by hand', () => {
    const scoring = { id: 'x', staff: 's1', day: '2026-10-09', points: -5, amount: -1000 };
    expect(countMonth({ reports: [], known: [], rules: [], scorings: [scoring] })).toMatchObject([
      { kind: '02', source: 'x', points: -5, amount: -1000, zero_reason: null },
    ]);
  });
});
