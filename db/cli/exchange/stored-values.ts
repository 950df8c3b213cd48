import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Value, Values } from '../../model/field-kind.ts';
import { words } from '../../model/localized.ts';
import { UsageError } from '../refusal.ts';

/**
 * Field values as `get` prints them, for an office whose names (codes, titles) are not at hand: what the fields cannot
 * hold is told before anything is opened for writing. @throws UsageError
 */
export function checkedValues(ledger: AnyLedger, given: Readonly<Record<string, unknown>>): Values {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(given)) {
    const field = ledger.fields[name];
    if (field === undefined || field.storage === null)
      throw new UsageError(words(`没有字段“${name}”`, `There is no field "${name}"`));
    const checked = value === null ? null : field.check().safeParse(value);
    if (checked?.success === false)
      throw new UsageError(words(`字段“${name}”的值不对`, `The value of "${name}" is not one it can hold`));
    // The check of the kind has just accepted it as a value of the kind.
    values[name] = checked === null ? null : (checked.data as Value);
  }
  return values;
}
