import { monthDays } from './month-days.ts';
import type { DutyCalendar, DutyDay } from './duty-calendar.ts';

/** Days of a year that are neither plain working days nor plain weekends. */
export function yearDays(calendar: DutyCalendar, year: number): readonly DutyDay[] {
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
  return months
    .flatMap(monthDays)
    .map((date) => calendar.dayOf(date))
    .filter(({ holiday, isMakeUp }) => holiday !== null || isMakeUp);
}
