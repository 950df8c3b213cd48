import type { AnyField, AnyLedger } from '../../db/model/define-ledger.ts';
import type { FieldValues } from '../app/tab-target.ts';

/** A field with its name. */
export interface NamedField {
  readonly name: string;
  readonly field: AnyField;
}

/** Fields of a ledger that are still shown, in the order of its sections. */
export function shownFields(ledger: AnyLedger): readonly NamedField[] {
  return ledger.sections.flatMap((section) => namedFields(ledger, section.fields));
}

/** The named fields among `names`, without those out of use. */
export function namedFields(ledger: AnyLedger, names: readonly string[]): readonly NamedField[] {
  return names.flatMap((name) => {
    const field = ledger.fields[name];
    return field === undefined || field.retired !== undefined ? [] : [{ name, field }];
  });
}

/** True when lists can be sorted by the field: sets, files and places have no order. */
export const isSortable = (field: AnyField): boolean =>
  field.storage !== null &&
  field.kind !== 'multi-choice' &&
  field.kind !== 'attachment' &&
  field.kind !== 'point';

/** Values of a form by field name, as they travel. */
export type FormValues = FieldValues;
