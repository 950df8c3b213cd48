import type { AnyLedger } from '../model/define-ledger.ts';
import type { Names, Value, Values } from '../model/field-kind.ts';
import { words } from '../model/localized.ts';
import { recordKeys } from './record-json.ts';
import { UsageError } from './refusal.ts';
import { invalid } from './with-store.ts';

/**
 * Field values from JSON: as stored, or as text as it would stand in a sheet (the name of a choice, a spelt-out day).
 * What `get` prints beside the fields is read over.
 * @throws UsageError for an unknown field, Refusal `invalid` for a text that cannot be read
 */
export function readValues(
  ledger: AnyLedger,
  given: Readonly<Record<string, unknown>>,
  names: Names,
): Values {
  const readOver: readonly string[] = recordKeys;
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(given)) {
    // JSON may name what every object has: `constructor` is no field.
    const field = Object.hasOwn(ledger.fields, name) ? ledger.fields[name] : undefined;
    if (field === undefined && readOver.includes(name)) continue;
    if (field === undefined) throw new UsageError(words(`没有字段“${name}”`, `There is no field "${name}"`));
    // A computed field has no column: printed by `get`, never written.
    if (field.storage !== null) values[name] = readValue(value, { name, ledger, names });
  }
  return values;
}

interface Place {
  readonly name: string;
  readonly ledger: AnyLedger;
  readonly names: Names;
}

function readValue(value: unknown, { name, ledger, names }: Place): Value {
  const field = ledger.fields[name];
  if (value === null || field === undefined) return null;
  const checked = field.check().safeParse(value);
  if (checked.success && !isNameOfChoice(value, { name, ledger, names })) return checked.data;
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new UsageError(words(`字段“${name}”的值类型不对`, `The value of "${name}" has the wrong type`));
  }
  const reading = field.fromText(String(value), names);
  if (reading.ok) return reading.value;
  throw invalid([{ field: name, code: reading.code, args: reading.args ?? {}, level: 'error' }]);
}

/** Any short text has the form of a code, and any text that of a link: whether it is one, the names know. */
function isNameOfChoice(value: unknown, { name, ledger, names }: Place): boolean {
  const field = ledger.fields[name];
  if (typeof value !== 'string' || field === undefined) return false;
  if (field.table !== undefined) return names.codeName(field.table, value) === null;
  return field.target !== undefined && names.linkTitle(field.target, value) === null;
}
