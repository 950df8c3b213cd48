import { yearOf } from '../model/calendar/day-arithmetic.ts';
import { townCalendar } from '../model/calendar/town-calendar.ts';
import { dutyCalendarDay } from '../model/ledgers/duty-calendar-day.ts';
import type { DayClass } from '../roster/problem.ts';
import type { Store } from '../store/api.ts';
import { rowsOf } from './kept-rows.ts';

/** What a day is for duty rosters. */
export interface DutyDay {
  readonly date: string;
  readonly class: DayClass;
  /** The holiday, or the one a worked weekend makes up for; `null` on any other day. */
  readonly holiday: string | null;
  readonly isMakeUp: boolean;
}

/** Working days and holidays: what the office entered goes before what the program ships. */
export interface DutyCalendar {
  dayOf(date: string): DutyDay;
  /** False while nobody told the holidays of the year; they are then not guessed. */
  yearIsAnnounced(year: number): boolean;
  /** Where the year's days come from. */
  sourceOf(year: number): 'entered' | 'shipped' | 'none';
}

/** Spring Festival is counted for itself; its eve (除夕) belongs to it. */
const SPRING = /春节|除夕/;

/** The calendar of a file. */
export function dutyCalendar(store: Store): DutyCalendar {
  const entered = rowsOf(store, dutyCalendarDay, {});
  const calendar = townCalendar(entered);
  const enteredYears = new Set(entered.map(({ day }) => yearOf(day)));
  return {
    dayOf(date) {
      const kind = calendar.kindOf(date);
      const holiday = calendar.nameOf(date)?.zh ?? null;
      return { date, class: classOf(kind, holiday), holiday, isMakeUp: kind === 'make-up' };
    },
    yearIsAnnounced: (year) => calendar.yearIsAnnounced(year),
    sourceOf(year) {
      if (enteredYears.has(year)) return 'entered';
      return calendar.yearIsAnnounced(year) ? 'shipped' : 'none';
    },
  };
}

function classOf(kind: string, holiday: string | null): DayClass {
  if (kind === 'holiday') return SPRING.test(holiday ?? '') ? 'spring' : 'holiday';
  return kind === 'weekend' ? 'restday' : 'workday';
}
