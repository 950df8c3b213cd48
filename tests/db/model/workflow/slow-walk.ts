import { notices } from './notices.ts';

/*
 * Deadlines by walking: minute after minute through office hours, day after day through the calendar of the notices. It
 * shares nothing with the product, not even its arithmetic, and is slow on purpose. Moments are minutes since 1970 of the
 * clock in China.
 */

const DAY = 1440;

/** Minutes of the clock in China: `2026-11-26 16:20`. */
export function minuteOf(text: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/[- :]/).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000;
}

/** The clock in China at a minute. */
export const textOf = (minute: number): string =>
  new Date(minute * 60_000).toISOString().slice(0, 16).replace('T', ' ');

const dayNumber = (day: string): number => minuteOf(day) / DAY;

/** Days by number, as the notices say. */
const off = new Set<number>();
const worked = new Set<number>();
for (const { year, lines } of notices)
  for (const line of lines) {
    const [first, last] = line.off.map((day) => dayNumber(`${year}-${day}`));
    for (let day = first ?? 0; day <= (last ?? 0); day += 1) off.add(day);
    for (const day of line.worked) worked.add(dayNumber(`${year}-${day}`));
  }

/** 1 January 1970 was a Thursday. */
const isWeekend = (day: number): boolean => [6, 0].includes((day + 4) % 7);

/** True for a day that is worked. */
export function isWorked(day: number): boolean {
  if (worked.has(day)) return true;
  return !off.has(day) && !isWeekend(day);
}

/** True for a minute of office hours: 08:30–12:00 and 14:00–17:30 of a day that is worked. */
export function isOfficeMinute(minute: number): boolean {
  const clock = minute % DAY;
  const isOpen = (clock >= 510 && clock < 720) || (clock >= 840 && clock < 1050);
  return isOpen && isWorked(Math.floor(minute / DAY));
}

/** Due minute of a limit through office hours. */
function walkMinutes(start: number, minutes: number): number {
  let left = minutes;
  let at = start;
  while (left > 0) {
    if (isOfficeMinute(at)) left -= 1;
    at += 1;
  }
  return at;
}

/** Due minute (24:00 of the last day) of a limit in days or months. */
function walkDays(start: number, isLast: (day: number, count: number) => boolean): number {
  let day = Math.floor(start / DAY);
  let count = 0;
  do {
    day += 1;
    count += 1;
  } while (!isLast(day, count));
  while (!isWorked(day)) day += 1;
  return (day + 1) * DAY;
}

function isMonthsLater(start: number, months: number): (day: number) => boolean {
  const from = new Date(start * 60_000);
  const target = from.getUTCMonth() + months;
  return (day) => {
    const at = new Date(day * DAY * 60_000);
    const index = (at.getUTCFullYear() - from.getUTCFullYear()) * 12 + at.getUTCMonth();
    const isMonthOver = new Date((day + 1) * DAY * 60_000).getUTCDate() === 1;
    return index === target && (at.getUTCDate() === from.getUTCDate() || isMonthOver);
  };
}

/** Due moment of a limit such as `3 work-day`; for days and months 24:00, which is 00:00 of the day after. */
export function walk(start: string, limit: string): string {
  const [amount = '0', unit] = limit.split(' ');
  const count = Number(amount);
  const at = minuteOf(start);
  if (unit === 'work-hour') return textOf(walkMinutes(at, count * 60));
  if (unit === 'work-day') return textOf(walkMinutes(at, count * 420));
  if (unit === 'day') return textOf(walkDays(at, (_, walked) => walked === count));
  if (unit === 'month') return textOf(walkDays(at, isMonthsLater(at, count)));
  return textOf(at + count);
}
