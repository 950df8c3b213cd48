import type { Localized } from '../localized.ts';
import { dayAfter, weekdayOf, yearOf } from './day-arithmetic.ts';

/** Days off and make-up days as the State Council's General Office announces them once a year. Days are ISO text. */
export interface Announcement {
  /** Days off by name, weekends among them included. */
  readonly holidays: ReadonlyMap<string, Localized>;
  /** Saturdays and Sundays that are worked instead (调休上班), by the holiday they make up for. */
  readonly makeUpDays: ReadonlyMap<string, Localized>;
  /** Days the office itself set otherwise; they go before all else. */
  readonly edits?: ReadonlyMap<string, EditedDay>;
}

/** A day as an office set it. */
export interface EditedDay {
  readonly kind: DayKind;
  readonly name: Localized | null;
}

/** What kind of day it is. In a year that is not announced there are only `working` and `weekend`. */
export type DayKind = 'working' | 'make-up' | 'weekend' | 'holiday';

/**
 * Working days of China. A year whose holidays are not announced yet is reckoned by weekends alone; whoever shows such a
 * reckoning asks `isKnown` and says so.
 */
export interface WorkCalendar {
  /** Years with an announcement, ascending. */
  readonly announcedYears: readonly number[];
  yearIsAnnounced(year: number): boolean;
  kindOf(day: string): DayKind;
  isWorkingDay(day: string): boolean;
  /** Name of the holiday, or of the one the day makes up for; `null` on any other day. */
  nameOf(day: string): Localized | null;
  /** The `count`-th working day after a day (0: the day itself, negative: before it). */
  addWorkingDays(day: string, count: number): string;
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  workingDaysBetween(from: string, to: string): number;
  /** True when all years from one day to the other are announced. */
  isKnown(from: string, to: string): boolean;
  /** Office hours of a working day where they are not the usual ones. */
  readonly hours?: OfficeHours;
}

/** A stretch of office hours, in minutes after midnight in China. */
interface OfficeSpan {
  readonly opens: number;
  readonly closes: number;
}

/** Stretches of a working day, in order, none touching the next. */
export type OfficeHours = readonly [OfficeSpan, ...OfficeSpan[]];

/** A calendar from announcements. A year counts as announced when any day of it is named. */
export function workCalendar({ holidays, makeUpDays, edits }: Announcement): WorkCalendar {
  const years = new Set([...holidays.keys(), ...makeUpDays.keys(), ...(edits?.keys() ?? [])].map(yearOf));
  const kindOf = (day: string): DayKind => {
    const edited = edits?.get(day);
    if (edited !== undefined) return edited.kind;
    if (makeUpDays.has(day)) return 'make-up';
    if (holidays.has(day)) return 'holiday';
    return isWeekend(day) ? 'weekend' : 'working';
  };
  const isWorkingDay = (day: string): boolean => ['working', 'make-up'].includes(kindOf(day));
  return {
    announcedYears: [...years].toSorted((a, b) => a - b),
    yearIsAnnounced: (year) => years.has(year),
    kindOf,
    isWorkingDay,
    nameOf(day) {
      const edited = edits?.get(day);
      if (edited !== undefined) return edited.name;
      return makeUpDays.get(day) ?? holidays.get(day) ?? null;
    },
    addWorkingDays(day, count) {
      const step = Math.sign(count);
      let at = day;
      for (let left = Math.abs(count); left > 0;) {
        at = dayAfter(at, step);
        if (isWorkingDay(at)) left -= 1;
      }
      return at;
    },
    workingDaysBetween(from, to) {
      let count = 0;
      for (let day = dayAfter(from, 1); day <= to; day = dayAfter(day, 1)) if (isWorkingDay(day)) count += 1;
      return count;
    },
    isKnown(from, to) {
      for (let year = yearOf(from); year <= yearOf(to); year += 1) if (!years.has(year)) return false;
      return true;
    },
  };
}

const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));
