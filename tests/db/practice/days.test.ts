import { describe, expect, it } from 'vitest';
import { daysFrom } from '../../../db/practice/days.ts';
import { seededRandom } from '../../../db/practice/random.ts';

describe('days seen from the day of a town', () => {
  const days = daysFrom('2028-02-29');

  it('reckon over months and years', () => {
    expect([days.ago(1), days.ago(-1), days.ago(366)]).toEqual(['2028-02-28', '2028-03-01', '2027-02-28']);
    expect([days.monthAgo(0), days.monthAgo(2), days.monthAgo(-11)]).toEqual([
      '2028-02',
      '2027-12',
      '2029-01',
    ]);
    expect([days.newYear, days.notAfterToday('2028-03-10'), days.notAfterToday('2028-01-05')]).toEqual([
      '2028-01-01',
      '2028-02-29',
      '2028-01-05',
    ]);
    expect([days.ageOn('2000-02-29'), days.ageOn('2000-03-01')]).toEqual([28, 27]);
  });

  it('have what happened in office hours before today, and people of the age asked for', () => {
    const random = seededRandom(1);
    const drawn = Array.from({ length: 500 }, () => new Date(days.recently(random, 30)).toISOString());
    expect(drawn.every((at) => at >= '2028-01-30T01' && at < '2028-02-28T09')).toBe(true);
    const ages = Array.from({ length: 500 }, () => days.ageOn(days.birthDay(random, 40)));
    expect(ages.every((age) => age >= 39 && age <= 41)).toBe(true);
  });

  it('make one open thing in forty late by some days, as many due today, the others later', () => {
    const random = seededRandom(1);
    const due = Array.from({ length: 4000 }, () => days.due(random, 60));
    const late = due.filter((day) => day < days.today);
    expect(late.length).toBeGreaterThan(60);
    expect(late.length).toBeLessThan(140);
    expect(late.every((day) => day >= days.ago(5))).toBe(true);
    expect(due.filter((day) => day === days.today).length).toBeGreaterThan(60);
    expect(due.every((day) => day <= days.ago(-60))).toBe(true);
  });

  it('refuse what is no day', () => {
    for (const text of ['2026-13-01', 'today', '2026-1-1']) expect(() => daysFrom(text)).toThrow('no day');
  });
});
