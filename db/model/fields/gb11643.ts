import type { Unreadable } from '../field-kind.ts';
import { calendarDay } from './calendar-day.ts';

/** Weights of the first 17 digits and the check characters by remainder: GB 11643-1999, 4.2 (ISO 7064 MOD 11-2). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Check character of the first 17 digits of a citizen id number. The text must hold at least 17 digits. */
export function checkDigit(digits: string): string {
  let sum = 0;
  // Counted by hand: an imported row asks three times, and pairs of number and weight would be made for every digit.
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] ?? 0) * (digits.charCodeAt(i) - 48);
  return checkCharacters.charAt(sum % 11);
}

/** Birth day `YYYY-MM-DD` of an 18-character number; `null` when there is no such day or it is before 1880. */
export function residentIdBirth(id: string): string | null {
  const day = calendarDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14)));
  return day !== null && day >= '1880-01-01' ? day : null;
}

/** Sex of an 18-character number as a code of GB/T 2261.1: odd sequence = 1 male, even = 2 female. */
export const residentIdSex = (id: string): '1' | '2' => (id.charCodeAt(16) % 2 === 1 ? '1' : '2');

/** The 18-character number of a 15-digit one (issued before 1999-10): century 19 put in, check character put on. */
export function residentIdFrom15(old: string): string {
  const digits = `${old.slice(0, 6)}19${old.slice(6)}`;
  return digits + checkDigit(digits);
}

/** What is wrong with an 18-character number, `null` when it is valid. The district is never checked: it may be historic. */
export function residentIdProblem(id: string): Unreadable | null {
  if (!/^[0-9A-Z]+$/.test(id)) return { ok: false, code: 'id-characters' };
  if (id.length !== 18) return { ok: false, code: 'id-length', args: { actual: id.length } };
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, code: 'id-characters' };
  if (residentIdBirth(id) === null) return { ok: false, code: 'id-birth' };
  const expected = checkDigit(id);
  return id.endsWith(expected) ? null : { ok: false, code: 'id-check', args: { expected } };
}

/** True for a valid 18-character citizen id number. */
export const isResidentId = (id: string): boolean => residentIdProblem(id) === null;
