import type { LedgerRule } from '../define-ledger.ts';
import { words } from '../localized.ts';
import { broken } from './broken.ts';

const noClock = words('时间请按 08:30 填写', 'Write the time as 08:30');
const noMonth = words('月份请按 2026-12 填写', 'Write the month as 2026-12');

/** Rule: the text is a time of day, `HH:MM`. */
export const clockText = (field: string): LedgerRule => textLike(field, /^([01]\d|2[0-3]):[0-5]\d$/, noClock);

/** Rule: the text is a month, `YYYY-MM`. */
export const monthText = (field: string): LedgerRule => textLike(field, /^\d{4}-(0[1-9]|1[0-2])$/, noMonth);

function textLike(field: string, shape: RegExp, sentence: typeof noClock): LedgerRule {
  const rule: LedgerRule = (row, context) => {
    const value = row[field];
    return typeof value !== 'string' || shape.test(value) ? [] : [broken(field, sentence, context)];
  };
  return Object.assign(rule, { reads: [[field]] });
}

/** `8:30`, `8：30` and `8点30` as `08:30`, so that what offices write is understood; anything else as it is. */
export function paddedClock(text: string): string {
  const parts = /^(\d{1,2})[:：点时](\d{1,2})?分?$/.exec(text.trim());
  return parts ? `${(parts[1] ?? '').padStart(2, '0')}:${(parts[2] ?? '0').padStart(2, '0')}` : text;
}
