/** A date of the calendar as `YYYY-MM-DD`, or `null` when there is no such day or the year is no year of a ledger. */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (year < 1800 || year > 2200) return null;
  const at = new Date(Date.UTC(year, month - 1, day));
  const isReal = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isReal ? at.toISOString().slice(0, 10) : null;
}

/** True for a `YYYY-MM-DD` text that names a real day. */
export function isCalendarDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}
