import { chinaDay, chinaInstant } from '../office-time.ts';
import { dayAfter } from './day-arithmetic.ts';
import type { OfficeHours, WorkCalendar } from './work-calendar.ts';

const MINUTE_MS = 60_000;
/** A calendar without a working day for so long is a mistake, not a holiday. */
const LONGEST_PAUSE_DAYS = 400;

/**
 * Office hours of a working day, 08:30–12:00 and 14:00–17:30 China time: the shifts and the sign-in of grid workers in
 * Dongguan (domain §grid duty, S2, S3). An office that keeps other hours gives its calendar its own: `withOfficeHours`.
 */
const usualOfficeHours: OfficeHours = [
  { opens: 8.5 * 60, closes: 12 * 60 },
  { opens: 14 * 60, closes: 17.5 * 60 },
];

/** One working day of a limit in office minutes (7 hours), whatever hours an office keeps. */
export const WORK_DAY_MINUTES = 420;

/** The calendar of an office with hours of its own. @throws RangeError for hours out of order or touching */
export function withOfficeHours(calendar: WorkCalendar, hours: OfficeHours): WorkCalendar {
  let last = -1;
  for (const { opens, closes } of hours) {
    if (opens <= last || closes <= opens || closes > 1440)
      throw new RangeError(`no office hours: ${opens}–${closes}`);
    last = closes;
  }
  return { ...calendar, hours };
}

/** Opening and closing of one stretch, in milliseconds since 1970. */
interface Span {
  readonly opens: number;
  readonly closes: number;
}

/**
 * The moment `minutes` of office time after another. One outside office hours counts from the next opening; an end that
 * falls on a closing stays there. With 0 it is the moment itself, or the next opening; negative goes back in time.
 * @param minutes may have a fraction: seconds are kept
 */
export function officeMinutesAfter(calendar: WorkCalendar, from: Date, minutes: number): Date {
  let left = Math.round(Math.abs(minutes) * MINUTE_MS);
  const at = from.getTime();
  for (const { opens, closes } of spans(calendar, from, minutes < 0 ? -1 : 1)) {
    const length = minutes < 0 ? Math.min(closes, at) - opens : closes - Math.max(opens, at);
    if (length < 0) continue;
    if (left <= length)
      return new Date(minutes < 0 ? Math.min(closes, at) - left : Math.max(opens, at) + left);
    left -= length;
  }
  throw new RangeError(`no office hours within ${LONGEST_PAUSE_DAYS} days of ${from.toISOString()}`);
}

/** Office minutes from one moment to another, with fractions; negative when `to` is the earlier. */
export function officeMinutesBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  if (to < from) return 0 - officeMinutesBetween(calendar, to, from);
  let length = 0;
  for (let day = chinaDay(from); day <= chinaDay(to); day = dayAfter(day, 1)) {
    for (const { opens, closes } of spansOf(calendar, day))
      length += Math.max(0, Math.min(closes, to.getTime()) - Math.max(opens, from.getTime()));
  }
  return length / MINUTE_MS;
}

/** Where counting begins: the moment itself within office hours, else the next opening. A closing is outside. */
export function openingAt(calendar: WorkCalendar, from: Date): Date {
  for (const { opens, closes } of spans(calendar, from, 1))
    if (closes > from.getTime()) return new Date(Math.max(opens, from.getTime()));
  throw new RangeError(`no office hours within ${LONGEST_PAUSE_DAYS} days of ${from.toISOString()}`);
}

/** Stretches of office hours from the day of a moment on, forward or back; gives up where no working day comes. */
function* spans(calendar: WorkCalendar, from: Date, step: 1 | -1): Generator<Span> {
  let day = chinaDay(from);
  for (let idle = 0; idle < LONGEST_PAUSE_DAYS; day = dayAfter(day, step)) {
    const today = spansOf(calendar, day);
    idle = today.length === 0 ? idle + 1 : 0;
    yield* step === 1 ? today : today.toReversed();
  }
}

function spansOf(calendar: WorkCalendar, day: string): readonly Span[] {
  if (!calendar.isWorkingDay(day)) return [];
  return (calendar.hours ?? usualOfficeHours).map(({ opens, closes }) => ({
    opens: chinaInstant(day, opens).getTime(),
    closes: chinaInstant(day, closes).getTime(),
  }));
}
