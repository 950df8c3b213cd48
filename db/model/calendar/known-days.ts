import { words } from '../localized.ts';
import { weekdayOf } from './day-arithmetic.ts';
import { daysFrom } from './days-off.ts';
import { workCalendar, type WorkCalendar } from './work-calendar.ts';

/**
 * Working days as exceptions from the plain week: what has to be remembered of a calendar to know later what changed.
 * Days are ISO text, ascending; what comes after the last is the plain week.
 */
export interface KnownDays {
  /** First day told of. */
  readonly from: string;
  /** Days from Monday to Friday that are off. */
  readonly off: readonly string[];
  /** Saturdays and Sundays that are worked. */
  readonly worked: readonly string[];
}

/** The days of a calendar from a day to the end of its last announced year. */
export function knownDays(calendar: WorkCalendar, from: string): KnownDays {
  const last = Math.max(Number(from.slice(0, 4)), ...calendar.announcedYears);
  const days = daysFrom(from, `${last}-12-31`);
  return {
    from,
    off: days.filter((day) => !isWeekend(day) && !calendar.isWorkingDay(day)),
    worked: days.filter((day) => isWeekend(day) && calendar.isWorkingDay(day)),
  };
}

/** Days that came to be worked (`true`) or off (`false`). */
export type ChangedDays = ReadonlyMap<string, boolean>;

/** Days on which what was known differs from what is, in order; earlier days than both tell of are not compared. */
export function changedDays(before: KnownDays, now: KnownDays): ChangedDays {
  const [worksBefore, worksNow] = [worksIn(before), worksIn(now)];
  const from = before.from > now.from ? before.from : now.from;
  const told = new Set([...before.off, ...before.worked, ...now.off, ...now.worked]);
  return new Map(
    [...told]
      .filter((day) => day >= from && worksBefore(day) !== worksNow(day))
      .toSorted()
      .map((day) => [day, worksNow(day)] as const),
  );
}

/** A calendar with other working days in some places; good for counting, not for telling names. */
export function calendarWith(known: KnownDays, changes: ChangedDays): WorkCalendar {
  const works = worksIn(known);
  const days = [...new Set([...known.off, ...known.worked, ...changes.keys()])];
  const worked = (day: string): boolean => changes.get(day) ?? works(day);
  return workCalendar({
    holidays: new Map(days.filter((day) => !worked(day)).map((day) => [day, nameless])),
    makeUpDays: new Map(days.filter((day) => worked(day) && isWeekend(day)).map((day) => [day, nameless])),
  });
}

function worksIn({ off, worked }: KnownDays): (day: string) => boolean {
  const [isOff, isWorked] = [new Set(off), new Set(worked)];
  return (day) => isWorked.has(day) || (!isOff.has(day) && !isWeekend(day));
}

const nameless = words('', '');

const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));
