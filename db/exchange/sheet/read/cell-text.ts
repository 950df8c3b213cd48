const DAY_MS = 86_400_000;
/** Day 0 of the 1900 system as Excel really counts from 1 March 1900 on; 1904 counts from 1904-01-01. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Serial of 29 February 1900, which does not exist; days before it are one less (Lotus 1-2-3 heritage). */
const FALSE_LEAP_DAY = 60;
/** 9999-12-31, the last day Excel knows. */
const LAST_SERIAL = 2_958_466;
/** A double holds 15 decimal digits for sure; a longer number in a number cell has lost its tail. */
const EXACT = 1e15;

/**
 * Text of a number cell as a clerk sees or means it: 15 significant digits, no exponent for ordinary sizes.
 * Whole numbers of 16 and more digits come out as Excel shows them (`4.41900199001E+17`), so that an id number
 * that was typed into a number cell is recognised as damaged and never taken for a true one.
 */
export function numberText(raw: string): string {
  if (raw.length <= 15 && /^\d+$/.test(raw)) return raw.length > 1 ? String(Number(raw)) : raw;
  const value = Number(raw);
  if (!Number.isFinite(value) || raw.trim() === '') return raw;
  if (Math.abs(value) >= EXACT) return value.toExponential(14).replace(/\.?0*e\+/, 'E+');
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '').replace(/\.$/, '') : text;
}

/** Text of a date cell: `2026-11-23`, `2026-11-23 08:30`, or `08:30` for a time without a day. */
export function dateText(raw: string, is1904: boolean): string {
  const serial = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL)
    return numberText(raw);
  const isOldStyle = !is1904 && serial < FALSE_LEAP_DAY;
  const seconds = Math.round((serial % 1) * 86_400);
  const days = Math.floor(serial) + (isOldStyle ? 1 : 0);
  const time = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY_MS + seconds * 1000).toISOString();
  const clock = time.slice(17, 19) === '00' ? time.slice(11, 16) : time.slice(11, 19);
  if (serial < 1 && !is1904) return clock;
  return seconds === 0 ? time.slice(0, 10) : `${time.slice(0, 10)} ${clock}`;
}

/** `_x000D_` and the like, by which the format writes characters XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x') && !text.includes('\r')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}

/** Number formats that are always dates or times (ECMA-376 18.8.30; 27–36 and 50–58 are the East Asian ones). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** True when a number format shows a day or a time: judged after quoted text, escapes, colours and conditions are gone. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltInDate(id);
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/G\/通用格式|General/gi, '')
    .replace(/E[+-]/gi, '');
  return /[ymdhs年月日时分秒]|AM\/PM/i.test(bare);
}
