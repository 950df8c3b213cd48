import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { toHalfWidth } from './clean-text.ts';
import { cleanIdentifier, isDamagedNumber } from './damaged-number.ts';
import { isCreditCode } from './gb32100.ts';
import { once } from '../once.ts';

/** Unified social credit code (统一社会信用代码, GB 32100-2015), 18 characters with both check characters right. */
export function creditCode<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'credit-code',
    storage: 'TEXT',
    check: once(() => z.string('bad-credit-code').refine(isCreditCode, 'bad-credit-code')),
    encode: (value) => value,
    decode: String,
    toText: (value) => value,
    fromText: (cell) => {
      const text = toHalfWidth(cell).trim();
      if (isDamagedNumber(text)) return { ok: false, code: 'number-damaged', args: { value: text } };
      const value = cleanIdentifier(text).replace(/[-‐‑–—_]/g, '');
      if (value === '') return { ok: true, value: null };
      return isCreditCode(value) ? { ok: true, value } : { ok: false, code: 'bad-credit-code' };
    },
    tokens: (value) => [{ token: 'code', value }],
    // Codes are public; where a ledger masks one all the same, district and tail tell two apart.
    mask: (value) => `${value.slice(0, 8)}******${value.slice(-4)}`,
    merge: 'newest',
    totals: 'none',
    numeric: false,
  };
  return field(kind, options);
}
