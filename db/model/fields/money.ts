import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind } from '../field-kind.ts';
import { words } from '../localized.ts';
import { readNumber, smallestUnit, writeNumber } from './read-number.ts';
import { once } from '../once.ts';

/** Options of an amount. */
export interface MoneyOptions extends FieldOptions {
  /** Bounds in yuan. */
  readonly min?: number;
  readonly max?: number;
}

/** An amount in yuan, held as an integer of fen (分). Reads ¥1,234.50, 1234.5元, 1.2万元, 500万元人民币. */
export function money<const O extends MoneyOptions>(options: O): FieldKind<number> & O {
  const kind: FieldKind<number> & { unit: { zh: string; en: string } } = {
    kind: 'money',
    storage: 'INTEGER',
    check: once(() =>
      z
        .number('bad-number')
        .int('not-whole')
        .min(options.min === undefined ? Number.MIN_SAFE_INTEGER : smallestUnit(options.min, 2), 'too-small')
        .max(options.max === undefined ? Number.MAX_SAFE_INTEGER : smallestUnit(options.max, 2), 'too-large'),
    ),
    encode: (value) => value,
    decode: Number,
    toText: (value) => writeNumber(value, 2),
    fromText: (cell) =>
      readNumber(cell.replace(/^\s*[¥￥]/, ''), {
        digits: 2,
        min: options.min,
        max: options.max,
        units: ['元人民币', '人民币元', '人民币', '圆', '元', 'yuan'],
        tenThousands: true,
      }),
    merge: 'newest',
    totals: 'sum',
    numeric: true,
    digits: 2,
    isQuantity: true,
    unit: words('元', 'yuan'),
  };
  return field(kind, options);
}
