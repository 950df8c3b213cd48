/** A date of the calendar as `YYYY-MM-DD`, or `null` when there is no such day or the year is no year of a ledger. */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || !Number.isInteger(day)) return null;
  if (year < 1800 || year > 2200 || day < 1 || day > daysOf(year, month)) return null;
  // Reckoned and not asked of `Date`: an imported row asks five times, and this is ten times faster.
  return `${String(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** 0 when there is no such month. */
function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

const twoDigits = (part: number): string => (part < 10 ? `0${String(part)}` : String(part));

/** True for a `YYYY-MM-DD` text that names a real day. */
export function isCalendarDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}
