import { chinaCalendar } from '../model/calendar/china.ts';
import { yearOf } from '../model/calendar/day-arithmetic.ts';
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
  const shipped = chinaCalendar();
  const entered = new Map(rowsOf(store, dutyCalendarDay, {}).map((row) => [row.day, row]));
  const enteredYears = new Set([...entered.keys()].map(yearOf));
  const kindOf = (date: string) => entered.get(date)?.kind ?? shipped.kindOf(date);
  const nameOf = (date: string): string | null => {
    const own = entered.get(date);
    if (own !== undefined) return own.kind === 'holiday' || own.kind === 'make-up' ? own.name : null;
    return shipped.nameOf(date)?.zh ?? null;
  };
  return {
    dayOf(date) {
      const kind = kindOf(date);
      const holiday = nameOf(date);
      return { date, class: classOf(kind, holiday), holiday, isMakeUp: kind === 'make-up' };
    },
    yearIsAnnounced: (year) => enteredYears.has(year) || shipped.yearIsAnnounced(year),
    sourceOf(year) {
      if (enteredYears.has(year)) return 'entered';
      return shipped.yearIsAnnounced(year) ? 'shipped' : 'none';
    },
  };
}

function classOf(kind: string, holiday: string | null): DayClass {
  if (kind === 'holiday') return SPRING.test(holiday ?? '') ? 'spring' : 'holiday';
  return kind === 'rest' || kind === 'weekend' ? 'restday' : 'workday';
}
