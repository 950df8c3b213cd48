import type { Unreadable } from '../field-kind.ts';
import { cleanText } from './clean-text.ts';

/** How a number is written in its field. */
export interface NumberFormat {
  /** Decimal places; the result counts the smallest unit. */
  readonly digits: number;
  /** Bounds as written. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Units that may stand behind the number and are dropped: 平方米, 元. */
  readonly units?: readonly string[];
  /** 万 behind the number multiplies by ten thousand (money). */
  readonly tenThousands?: boolean;
}

/**
 * Reads a number as an exact count of its smallest unit, without floating point where the text allows it.
 * Understands full-width digits, thousands separators, a unit, and the tail a spreadsheet adds (85.30000000000001).
 */
export function readNumber(
  cell: string,
  format: NumberFormat,
): { ok: true; value: number | null } | Unreadable {
  let body = cleanText(cell)
    .replaceAll(' ', '')
    .replace(/[，,](?=\d{3})/g, '');
  if (body === '') return { ok: true, value: null };
  const unit = format.units?.find((u) => u !== '' && body.endsWith(u));
  if (unit !== undefined) body = body.slice(0, -unit.length);
  let shift = format.digits;
  if (format.tenThousands && body.endsWith('万')) {
    body = body.slice(0, -1);
    shift += 4;
  }
  const exact = scaled(plainDecimal(body), shift);
  if (exact === null) return { ok: false, code: 'bad-number' };
  if (exact === 'too-precise') {
    return format.digits === 0
      ? { ok: false, code: 'not-whole' }
      : { ok: false, code: 'too-precise', args: { digits: format.digits } };
  }
  return bounded(exact, format);
}

/** Text of a count of the smallest unit with its decimal places, without floating point. */
export function writeNumber(value: number, digits: number): string {
  if (digits === 0) return String(value);
  const whole = String(Math.abs(value)).padStart(digits + 1, '0');
  return `${value < 0 ? '-' : ''}${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
}

/** Bound as written to the smallest unit. */
export const smallestUnit = (bound: number, digits: number): number => Math.round(bound * 10 ** digits);

/** `1.5E-3` and the like, which spreadsheets write for small quantities, to plain digits. */
function plainDecimal(text: string): string {
  if (!/^[+-]?\d+(\.\d+)?E[+-]?\d{1,2}$/i.test(text)) return text;
  const value = Number(text);
  return Math.abs(value) < 1e15 ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

function scaled(text: string, shift: number): number | 'too-precise' | null {
  const parts = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  const whole = parts?.[2] ?? '';
  const fraction = parts?.[3] ?? '';
  if (!parts || whole + fraction === '') return null;
  const sign = parts[1] === '-' ? -1 : 1;
  const spare = fraction.slice(shift);
  if (/[1-9]/.test(spare)) {
    // More places than a double holds are the spreadsheet's rounding, not the clerk's.
    const rounded = Math.round(Number(text) * 10 ** shift);
    const isNoise = fraction.length > 10 && Math.abs(Number(text) * 10 ** shift - rounded) < 1e-6;
    return isNoise ? rounded : 'too-precise';
  }
  const value = sign * Number(whole + fraction.slice(0, shift).padEnd(shift, '0'));
  return Number.isSafeInteger(value) ? value + 0 : null;
}

function bounded(value: number, format: NumberFormat): { ok: true; value: number } | Unreadable {
  const { min, max, digits } = format;
  if (min !== undefined && value < smallestUnit(min, digits))
    return { ok: false, code: 'too-small', args: { min } };
  if (max !== undefined && value > smallestUnit(max, digits))
    return { ok: false, code: 'too-large', args: { max } };
  return { ok: true, value: value === 0 ? 0 : value };
}
