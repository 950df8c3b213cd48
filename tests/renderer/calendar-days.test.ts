import { describe, expect, test } from 'vitest';
import { dayByKey, mondayOf, stepped, weeksOf } from '../../renderer/screens/calendar/calendar-days.ts';

describe('the days a calendar shows', () => {
  test('are whole weeks from Monday, around the month', () => {
    const november = weeksOf('2026-11-26', 'month');
    expect(november).toHaveLength(6);
    expect([november[0]?.[0], november.at(-1)?.at(-1)]).toEqual(['2026-10-26', '2026-12-06']);
    expect(november.every((week) => week.length === 7 && mondayOf(week[0] ?? '') === week[0])).toBe(true);
    // A February of four weeks has no others around.
    expect(weeksOf('2027-02-10', 'month').flat()).toHaveLength(28);
  });

  test('are one week around a day, a Sunday with the week before it', () => {
    expect(weeksOf('2026-11-29', 'week')).toEqual([
      ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'],
    ]);
  });
});

test('a step goes to the same day of the month, or the last of a shorter one', () => {
  expect(stepped('2027-01-31', 'month', 1)).toBe('2027-02-28');
  expect(stepped('2027-03-31', 'month', -1)).toBe('2027-02-28');
  expect(stepped('2026-12-15', 'month', 1)).toBe('2027-01-15');
  expect(stepped('2026-12-31', 'week', 1)).toBe('2027-01-07');
});

test('arrows walk by day and week, Home comes back to today, other keys mean nothing', () => {
  const from = (key: string) => dayByKey(key, '2026-11-30', '2026-11-26');
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map(from)).toEqual([
    '2026-11-29',
    '2026-12-01',
    '2026-11-23',
    '2026-12-07',
  ]);
  expect([from('PageUp'), from('PageDown'), from('Home'), from('a')]).toEqual([
    '2026-10-30',
    '2026-12-30',
    '2026-11-26',
    null,
  ]);
});
