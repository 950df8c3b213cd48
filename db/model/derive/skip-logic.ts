import type { AnyLedger, Condition } from '../define-ledger.ts';
import type { Values } from '../field-kind.ts';

/** True when the condition holds for the row; no condition always holds. Yes/no compares as `true` and `false`. */
export function holds(condition: Condition | undefined, row: Values): boolean {
  if (!condition) return true;
  const value = row[condition.field];
  if (value === null || value === undefined) return false;
  if (typeof value === 'object') return value.some((code) => condition.values.includes(code));
  return condition.values.includes(String(value));
}

/**
 * Fields to show and ask for, in the order of the form (skip logic): those whose own condition and whose section's
 * condition hold. Retired fields are in no section. A hidden field keeps its value and is not required.
 */
export function visibleFields(ledger: AnyLedger, row: Values): readonly string[] {
  return ledger.sections
    .filter((section) => holds(section.when, row))
    .flatMap((section) => section.fields.filter((name) => holds(ledger.fields[name]?.when, row)));
}
