import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { calendarDay, isCalendarDay } from './calendar-day.ts';
import { cleanText } from './clean-text.ts';
import { once } from '../once.ts';

/** A day of the office's calendar, held as `YYYY-MM-DD`; no time zone. */
export function day<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'day',
    storage: 'TEXT',
    check: once(() => z.string('bad-day').refine(isCalendarDay, 'bad-day')),
    fits: (value) => typeof value === 'string' && isCalendarDay(value),
    encode: (value) => value,
    decode: String,
    toText: (value) => value,
    fromText: (cell) => {
      const text = cleanText(cell);
      if (text === '') return { ok: true, value: null };
      const value = readDay(text);
      return value === null ? { ok: false, code: 'bad-day' } : { ok: true, value };
    },
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}

/**
 * Reads 2026-11-23, 2026/11/23, 2026.11.23, 2026年11月23日, 20261123, each also with a time behind it, and the
 * serial number a spreadsheet keeps for a day (1900 date system, 1950 to 2099). `null` = not a day.
 */
export function readDay(text: string): string | null {
  const parts =
    /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})日?(?:[T ].*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})(?:\.0+)?$/.exec(text);
  if (parts) return calendarDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialDay(Math.floor(Number(text)));
  return null;
}

/** Day of a spreadsheet's serial number; day 1 is 1900-01-01, with the well-known error that 1900 was a leap year. */
function serialDay(serial: number): string | null {
  if (serial < 18_264 || serial > 73_050) return null;
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}
