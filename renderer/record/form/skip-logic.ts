import type { AnyLedger, Condition } from '../../../db/model/define-ledger.ts';
import type { FormValues, NamedField } from '../definition.ts';
import { namedFields } from '../definition.ts';

/** True while the condition of a field or section holds; no condition always does. */
export function holds(condition: Condition | undefined, values: FormValues): boolean {
  if (condition === undefined) return true;
  const value = values[condition.field] ?? null;
  const held: readonly string[] = Array.isArray(value) ? value : [String(value)];
  return condition.values.some((wanted) => held.includes(wanted));
}

/** A section with the fields to be shown for these values. */
export interface ShownSection {
  readonly key: string;
  readonly label: AnyLedger['sections'][number]['label'];
  readonly fields: readonly NamedField[];
}

/** Sections and fields as skip logic leaves them; sections without a field fall away. */
export function shownSections(ledger: AnyLedger, values: FormValues): readonly ShownSection[] {
  return ledger.sections
    .filter((section) => holds(section.when, values))
    .map((section) => ({
      key: section.label.en,
      label: section.label,
      fields: namedFields(ledger, section.fields).filter(({ field }) => holds(field.when, values)),
    }))
    .filter((section) => section.fields.length > 0);
}
