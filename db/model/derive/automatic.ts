import type { AnyLedger } from '../define-ledger.ts';
import { guardedFields } from '../workflow/workflow-spec.ts';

/** True for a field nobody fills in by hand: it follows others, or only actions of the workflow change it. */
export function isAutomatic(ledger: AnyLedger, name: string): boolean {
  const { workflow } = ledger;
  return (
    ledger.fields[name]?.automatic === true || (workflow !== undefined && guardedFields(workflow).has(name))
  );
}
