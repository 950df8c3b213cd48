import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Values } from '../../model/field-kind.ts';
import { stepsOf } from './case-facts.ts';
import type { Core } from './core.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';
import { Refusal } from './refusal.ts';
import { titleFor } from './titles.ts';

/** True for ledgers whose records belong to cases that may keep their parts as they are. */
export function isBelowKeeper(core: Core, ledger: AnyLedger): boolean {
  const above = aboveOf(core, ledger)?.ledger;
  return above !== undefined && (keeps(above) || isBelowKeeper(core, above));
}

/**
 * Refuses a write of what belongs to a case that keeps its parts where it stands (`keepsParts`). Imports, and taking back
 * what was done, may still bring and take the parts of a case that was taken over and never went on here.
 */
export function refuseKeptPart(
  core: Core,
  { ledger }: LedgerTable,
  of: { readonly values: Values; readonly isTakenOver: boolean; readonly index: number },
): void {
  if (!isBelowKeeper(core, ledger)) return;
  for (const { table, whole } of wholesOf(core, ledger, of.values)) {
    const { workflow } = table.ledger;
    const state = workflow === undefined ? '' : String(whole.values[workflow.state]);
    if (workflow?.states[state]?.keepsParts !== true) continue;
    const steps = stepsOf(core, workflow, whole.id);
    const isFromElsewhere = whole.batch !== null && steps.every(({ batch }) => batch !== null);
    if (of.isTakenOver && isFromElsewhere) continue;
    const { title } = titleFor(table, whole, core.names('zh'));
    throw new Refusal({
      code: 'invalid',
      index: of.index,
      findings: [{ field: ledger.partOf ?? null, code: 'workflow-part', args: { title }, level: 'error' }],
    });
  }
}

interface Whole {
  readonly table: LedgerTable;
  readonly whole: Kept;
}

/** What a record belongs to, from the nearest upwards. */
function wholesOf(core: Core, ledger: AnyLedger, values: Values): readonly Whole[] {
  const table = aboveOf(core, ledger);
  const whole = table?.byId(String(values[ledger.partOf ?? ''] ?? '')) ?? null;
  if (table === undefined || whole === null) return [];
  return [{ table, whole }, ...wholesOf(core, table.ledger, whole.values)];
}

const aboveOf = (core: Core, { fields, partOf = '' }: AnyLedger): LedgerTable | undefined =>
  core.tables.get(fields[partOf]?.target ?? '');

const keeps = ({ workflow }: AnyLedger): boolean =>
  Object.values(workflow?.states ?? {}).some(({ keepsParts }) => keepsParts === true);
