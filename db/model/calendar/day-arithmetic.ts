const DAY_MS = 86_400_000;

/** The day so many days later (or earlier) than an ISO day. */
export const dayAfter = (day: string, days: number): string =>
  new Date(instantOf(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Day of the week of an ISO day: 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(instantOf(day)).getUTCDay();

/** Year of an ISO day. */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

function instantOf(day: string): number {
  const instant = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(instant)) throw new RangeError(`not a day: ${day}`);
  return instant;
}
