import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { readNumber, smallestUnit, writeNumber } from './read-number.ts';
import { once } from '../once.ts';

/** Options of a decimal. */
export interface DecimalOptions extends FieldOptions {
  /** Decimal places as written: 2 for an area in m². */
  readonly digits: number;
  /** Bounds as written (not in the smallest unit). */
  readonly min?: number;
  readonly max?: number;
  /** Counts stand among the values, told apart by a unit beside them. */
  readonly hasCounts?: boolean;
}

/** A number with a fixed count of decimal places, held as an integer of the smallest unit: 85.30 m² is 8530. */
export function decimal<const O extends DecimalOptions>(options: O): FieldKind<number> & O {
  const { digits } = options;
  const units = options.unit ? [options.unit.zh, options.unit.en, '㎡', 'm²', 'm2'] : [];
  const kind: FieldKind<number> = {
    kind: 'decimal',
    storage: 'INTEGER',
    check: once(() =>
      z
        .number('bad-number')
        .int('not-whole')
        .min(
          options.min === undefined ? Number.MIN_SAFE_INTEGER : smallestUnit(options.min, digits),
          'too-small',
        )
        .max(
          options.max === undefined ? Number.MAX_SAFE_INTEGER : smallestUnit(options.max, digits),
          'too-large',
        ),
    ),
    encode: (value) => value,
    decode: Number,
    toText: (value) => writeNumber(value, digits),
    fromText: (cell) => readNumber(cell, { digits, min: options.min, max: options.max, units }),
    merge: 'newest',
    totals: 'sum',
    numeric: true,
    isQuantity: true,
  };
  return field(kind, options);
}
