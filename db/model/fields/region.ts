import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import { regionTable } from '../divisions/region-table.ts';
import type { FieldKind } from '../field-kind.ts';
import { cleanText, hasUnkeepable } from './clean-text.ts';
import { once } from '../once.ts';

/** GB/T 31000 gives a code 6 characters; a place without one is kept by its name. */
const LONGEST = 50;

/**
 * A province, city or county (行政区划, GB/T 2260), kept by its code and shown by its full name. A text that is no
 * division known here, a place abroad or one of the newest, is kept as it was written.
 */
export function region<const O extends FieldOptions>(options: O): FieldKind<string> & O {
  const kind: FieldKind<string> = {
    kind: 'region',
    storage: 'TEXT',
    check: once(() =>
      z
        .string('bad-characters')
        .min(1, 'required')
        .refine((text) => [...text].length <= LONGEST, 'too-long')
        .refine((text) => !hasUnkeepable(text), 'bad-characters'),
    ),
    encode: (value) => value,
    decode: String,
    toText: (value, names) => names.codeName(regionTable, value) ?? value,
    fromText: (cell, names) => {
      const text = cleanText(cell);
      if (text === '') return { ok: true, value: null };
      const actual = [...text].length;
      if (actual > LONGEST) return { ok: false, code: 'too-long', args: { max: LONGEST, actual } };
      if (hasUnkeepable(text)) return { ok: false, code: 'bad-characters' };
      return { ok: true, value: names.codeOf(regionTable, text) ?? text };
    },
    merge: 'newest',
    totals: 'count-by',
    numeric: false,
    max: LONGEST,
  };
  return field(kind, options);
}
