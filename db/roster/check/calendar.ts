const DAY_MS = 86_400_000;
const HOUR_MINUTES = 60;

/** Days since 1970-01-01, so that days can be counted; ISO text in. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** ISO text of a day number. */
export function dateOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** 0 Sunday … 6 Saturday. 1970-01-01 was a Thursday. */
export function weekdayOf(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** Day number of the Monday the week began with. */
export function mondayOf(number: number): number {
  return number - ((weekdayOf(number) + 6) % 7);
}

/** Day number of the Saturday of a Saturday or Sunday; `null` on any other day. */
export function saturdayOf(number: number): number | null {
  const weekday = weekdayOf(number);
  if (weekday === 6) return number;
  return weekday === 0 ? number - 1 : null;
}

/** `2026-12` of `2026-12-05`. */
export function monthOf(date: string): string {
  return date.slice(0, 7);
}

/** Hours after midnight of `HH:MM`. */
export function hoursOf(clock: string): number {
  return Number(clock.slice(0, 2)) + Number(clock.slice(3, 5)) / HOUR_MINUTES;
}
