import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { Names, Value, Values } from '../field-kind.ts';

/** Value of a field in a row; a computed one is worked out. `null` = empty. */
export function valueOf(field: AnyField, name: string, row: Values): Value {
  if (field.compute) return field.compute(row);
  return row[name] ?? null;
}

/** Display text of a field of a row; empty text for an empty field. With `masked`, fields marked so are masked. */
export function fieldText(
  ledger: AnyLedger,
  name: string,
  { row, names, masked = false }: { readonly row: Values; readonly names: Names; readonly masked?: boolean },
): string {
  const field = ledger.fields[name];
  if (!field) return '';
  const value = valueOf(field, name, row);
  if (value === null) return '';
  if (masked && field.masked) return field.mask ? field.mask(value) : '***';
  return field.toText(value, names);
}
