import type { AnyField } from '../../model/define-ledger.ts';
import { valueOf } from '../../model/derive/field-text.ts';
import type { Names, Value, Values } from '../../model/field-kind.ts';
import type { Caller } from '../api.ts';
import type { LedgerTable } from './ledger-table.ts';

/** True when the caller gets the masked form of a field. */
export const isWithheld = (field: AnyField, caller: Caller): boolean =>
  field.masked === true && !caller.seesMasked;

/** Shown instead of a withheld value whose kind knows no shorter form. */
const WITHHELD = '***';

/** Masked text of a value. */
export const maskedText = (field: AnyField, value: Value): string =>
  value === null ? '' : (field.mask?.(value) ?? WITHHELD);

/** Text of one field as the caller may see it; empty for an empty value. */
export function textOf(
  field: AnyField,
  value: Value | undefined,
  view: { names: Names; caller: Caller },
): string {
  if (value === null || value === undefined) return '';
  if (isWithheld(field, view.caller)) return maskedText(field, value);
  return field.toText(value, view.names);
}

/** Texts of the wanted fields; empty ones are left out. */
export function textsOf(
  table: LedgerTable,
  values: Values,
  view: { readonly fields: readonly string[]; readonly names: Names; readonly caller: Caller },
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const name of view.fields) {
    const field = table.ledger.fields[name];
    if (field === undefined) continue;
    const text = textOf(field, valueOf(field, name, values), view);
    if (text !== '') texts[name] = text;
  }
  return texts;
}
