import type { AnyField, AnyLedger } from '../define-ledger.ts';
import type { ActionSpec } from './workflow-spec.ts';

/** A field of the dialog of an action; required where the action asks for it. */
export interface ActionField {
  readonly name: string;
  readonly field: AnyField;
}

/** Fields that may be given with an action, in the order of the ledger's form. */
export function actionFields(ledger: AnyLedger, { asks = [], may = [] }: ActionSpec): readonly ActionField[] {
  const wanted = new Set<string>([...asks, ...may]);
  return ledger.sections
    .flatMap((section) => section.fields)
    .filter((name) => wanted.has(name))
    .flatMap((name) => {
      const field = ledger.fields[name];
      if (field === undefined || field.retired !== undefined) return [];
      return [{ name, field: asks.includes(name) ? { ...field, required: true } : field }];
    });
}
