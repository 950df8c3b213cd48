import { fc } from '../../fixtures/fc.ts';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../../db/model/calendar/china.ts';
import { dayAfter, weekdayOf } from '../../../db/model/calendar/day-arithmetic.ts';

const china = chinaCalendar();

describe('working days of 2026 as announced', () => {
  test('the National Day week is off, and the Saturday that makes up for it is worked', () => {
    expect(china.kindOf('2026-10-01')).toBe('holiday');
    expect(china.kindOf('2026-10-07')).toBe('holiday');
    expect(china.kindOf('2026-10-10')).toBe('make-up');
    expect(weekdayOf('2026-10-10')).toBe(6);
    expect(china.isWorkingDay('2026-10-10')).toBe(true);
    expect(china.kindOf('2026-10-11')).toBe('weekend');
    expect(china.nameOf('2026-10-10')).toEqual({ zh: '国庆节', en: 'National Day' });
    expect(china.nameOf('2026-10-12')).toBeNull();
  });

  test('three working days after the last day before the Spring Festival lie behind it', () => {
    // 14 February 2026 is a Saturday worked; the festival lasts from the 15th to the 23rd.
    expect(china.addWorkingDays('2026-02-14', 3)).toBe('2026-02-26');
    expect(china.addWorkingDays('2026-02-26', -3)).toBe('2026-02-14');
    expect(china.workingDaysBetween('2026-02-14', '2026-02-26')).toBe(3);
  });

  test('a Friday handed in is due on Wednesday', () => {
    expect(china.addWorkingDays('2026-11-20', 3)).toBe('2026-11-25');
  });
});

describe('a year that is not announced', () => {
  test('is told, and reckoned by weekends alone', () => {
    const year = (china.announcedYears.at(-1) ?? 0) + 1;
    expect(china.yearIsAnnounced(year)).toBe(false);
    expect(china.yearIsAnnounced(year - 1)).toBe(true);
    expect(china.isKnown(`${year - 1}-12-30`, `${year}-01-04`)).toBe(false);
    expect(china.isKnown(`${year - 1}-01-01`, `${year - 1}-12-31`)).toBe(true);
    const kinds = new Set(Array.from({ length: 365 }, (_, i) => china.kindOf(dayAfter(`${year}-01-01`, i))));
    expect([...kinds].toSorted()).toEqual(['weekend', 'working']);
  });
});

test('going forward and counting agree on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 60 }), (offset, count) => {
      const from = dayAfter('2004-01-01', offset);
      const to = china.addWorkingDays(from, count);
      expect(china.workingDaysBetween(from, to)).toBe(count);
      expect(count === 0 || china.isWorkingDay(to)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
