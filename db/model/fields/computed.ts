import { z } from 'zod';
import { field, type FieldOptions } from '../define-ledger.ts';
import type { FieldKind, Names, Value, Values } from '../field-kind.ts';
import { once } from '../once.ts';

/** Options of a computed field. */
export interface ComputedOptions extends FieldOptions {
  /** Pure function of the other values of the row; `null` = nothing to show. */
  readonly compute: (row: Values) => Value;
  /** The result is a number, aligned right. */
  readonly isNumber?: boolean;
}

/** Shown, printed and exported, never stored, entered or imported. */
export function computed<const O extends ComputedOptions>(options: O): FieldKind<Value> & O {
  const kind: FieldKind<Value> = {
    kind: 'computed',
    storage: null,
    check: once(() => z.never('unknown-field')),
    encode: () => null,
    decode: (stored) => stored,
    toText: computedText,
    fromText: () => ({ ok: true, value: null }),
    merge: 'newest',
    totals: 'none',
    numeric: options.isNumber ?? false,
  };
  return field(kind, options);
}

function computedText(value: Value, names: Names): string {
  if (typeof value === 'boolean')
    return names.language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (value === null) return '';
  return typeof value === 'object' ? value.join('、') : String(value);
}
