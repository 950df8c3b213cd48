import { dueDays, type DueDays } from '../../../db/model/calendar/due-days.ts';
import type { WorkCalendar } from '../../../db/model/calendar/work-calendar.ts';
import { calendarOf } from '../../../db/duty/file-calendar.ts';
import type { Asking } from '../asking.ts';
import type { Desk } from '../handlers/desk.ts';

/** The moment a question is asked at, in the calendar of the open file. */
export interface DeskDay {
  readonly days: DueDays;
  readonly calendar: WorkCalendar;
}

/** Now at the desk. */
export function deskDay(desk: Desk, { store }: Asking): DeskDay {
  const calendar = calendarOf(store);
  return { days: dueDays(desk.now(), calendar), calendar };
}

/** What kind of day it is, as it is told. */
export const kindTold = (calendar: WorkCalendar, day: string) => ({
  kind: calendar.kindOf(day),
  name: calendar.nameOf(day),
  isKnown: calendar.isKnown(day, day),
});
