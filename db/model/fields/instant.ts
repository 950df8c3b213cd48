import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { chinaAhead_ms, chinaClock } from '../office-time.ts';
import { cleanText } from './clean-text.ts';
import { readDay } from './day.ts';
import { once } from '../once.ts';

/** A moment, held as UTC ISO text with milliseconds; read and shown in China time. */
export function instant<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'instant',
    storage: 'TEXT',
    check: once(() => z.string('bad-instant').refine(isInstant, 'bad-instant')),
    encode: (value) => value,
    decode: String,
    toText: chinaTime,
    fromText: (cell) => {
      const text = cleanText(cell);
      if (text === '') return { ok: true, value: null };
      const value = readInstant(text);
      return value === null ? { ok: false, code: 'bad-instant' } : { ok: true, value };
    },
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}

/** `2026-11-23 08:30` in China time for a UTC ISO text; seconds only when there are any. */
function chinaTime(utc: string): string {
  const local = chinaClock(new Date(utc));
  const seconds = local.slice(17, 19);
  return `${local.slice(0, 10)} ${local.slice(11, 16)}${seconds === '00' ? '' : `:${seconds}`}`;
}

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

function readInstant(text: string): string | null {
  if (/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? null : new Date(at).toISOString();
  }
  if (/^\d{5}(\.\d+)?$/.test(text)) return serialInstant(text);
  const time = /[T 日](\d{1,2})\s?[:：时]\s?(\d{1,2})(?:\s?[:：分]\s?(\d{1,2})?)?(?:\.\d+)?秒?$/.exec(text);
  const isBehindDay = time !== null && text[time.index] === '日';
  const date = readDay(time ? text.slice(0, time.index + (isBehindDay ? 1 : 0)) : text);
  const seconds = time ? secondsOf(time) : 0;
  return date === null || seconds === null ? null : chinaInstant(date, seconds);
}

/** Seconds since midnight of hours, minutes and seconds; `null` when there is no such time. */
function secondsOf([, h, m, s]: readonly (string | undefined)[]): number | null {
  const [hours, minutes, seconds] = [Number(h), Number(m), Number(s ?? 0)];
  return hours > 23 || minutes > 59 || seconds > 59 ? null : (hours * 60 + minutes) * 60 + seconds;
}

const chinaInstant = (date: string, seconds: number): string =>
  new Date(Date.parse(`${date}T00:00:00.000Z`) + seconds * 1000 - chinaAhead_ms).toISOString();

/** Serial number of a spreadsheet with the time as its fraction, to the nearest second. */
function serialInstant(text: string): string | null {
  const date = readDay(text);
  if (date === null) return null;
  const seconds = Math.round((Number(text) % 1) * 86_400);
  return chinaInstant(date, seconds);
}
