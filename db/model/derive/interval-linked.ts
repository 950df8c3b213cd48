import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { Value, Values } from '../field-kind.ts';
import type { IntervalSpec } from '../interval-spec.ts';
import type { Move, MoveFacts } from './interval-case.ts';

/**
 * The values of a move with the places that follow from a linked one: the village, grid and address of a chosen room.
 * A place is taken from the field of the same name, else from the only field that links to the same ledger. What was
 * given, also as empty, stays.
 */
export function linkedPlaces(
  interval: IntervalSpec,
  of: { readonly ledger: AnyLedger; readonly move: Move; readonly facts: Pick<MoveFacts, 'linked'> },
): Values {
  const { fields } = of.ledger;
  const values: Record<string, Value> = { ...of.move.values };
  for (const place of interval.places) {
    const [value, target] = [values[place], fields[place]?.target];
    const record = typeof value === 'string' && target !== undefined ? of.facts.linked(target, value) : null;
    if (record === null) continue;
    for (const name of interval.places) {
      const field = fields[name];
      if (name in values || field === undefined) continue;
      const found = valueFor(field, name, record);
      if (found !== null) values[name] = found;
    }
  }
  return values;
}

function valueFor(
  field: AnyField,
  name: string,
  { ledger, values }: { readonly ledger: AnyLedger; readonly values: Values },
): Value {
  const isLike = (other: AnyField | undefined): other is AnyField =>
    other?.kind === field.kind && other.target === field.target && other.masked !== true;
  if (isLike(ledger.fields[name])) return values[name] ?? null;
  if (field.target === undefined) return null;
  const same = Object.entries(ledger.fields).filter(([, other]) => isLike(other));
  return same.length === 1 && same[0] !== undefined ? (values[same[0][0]] ?? null) : null;
}
