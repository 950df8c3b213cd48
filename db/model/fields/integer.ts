import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { readNumber } from './read-number.ts';
import { once } from '../once.ts';

/** Options of a whole number. */
export interface IntegerOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
}

/** A whole number: counts, floors, years. One with a unit is a quantity. */
export function integer<const O extends IntegerOptions>(options: O): FieldKind<number> & O {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = options;
  const units = options.unit ? [options.unit.zh, options.unit.en] : [];
  const kind: FieldKind<number> = {
    kind: 'integer',
    storage: 'INTEGER',
    check: once(() => z.number('bad-number').int('not-whole').min(min, 'too-small').max(max, 'too-large')),
    encode: (value) => value,
    decode: Number,
    toText: String,
    fromText: (cell) => readNumber(cell, { digits: 0, min, max, units }),
    merge: 'newest',
    totals: 'sum',
    numeric: true,
    // 1987年 is a year; nothing is counted in thousands of years.
    isQuantity: options.unit !== undefined && options.unit.zh !== '年',
  };
  return field(kind, options);
}
