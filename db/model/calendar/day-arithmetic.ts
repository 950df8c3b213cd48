const DAY_MS = 86_400_000;

/** The day so many days later (or earlier) than an ISO day. */
export const dayAfter = (day: string, days: number): string =>
  new Date(instantOf(day) + days * DAY_MS).toISOString().slice(0, 10);

/** The day so many months later; the last of the month where the month is too short: 31 January + 1 = 28 February. */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(instantOf(day));
  const count = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, month] = [Math.floor(count / 12), count % 12];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(date.getUTCDate(), last))).toISOString().slice(0, 10);
}

/** Day of the week of an ISO day: 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(instantOf(day)).getUTCDay();

/** Year of an ISO day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

function instantOf(day: string): number {
  const instant = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(instant)) throw new RangeError(`not a day: ${day}`);
  return instant;
}
