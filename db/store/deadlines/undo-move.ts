import type { LoggedChange } from '../changelog/record-changes.ts';
import { calendarStep, clockFields } from '../../model/workflow/workflow-spec.ts';
import { stepsOf } from '../repository/case-facts.ts';
import type { Core } from '../repository/core.ts';
import type { Kept, LedgerTable } from '../repository/ledger-table.ts';

/**
 * True for a case whose deadline a batch moved, or the step that tells so, when the case was acted on later: the later step
 * goes on from the moved deadline, and taking the move back would leave it without its reason.
 */
export function isActedOnSince(
  core: Core,
  { table, kept }: { readonly table: LedgerTable; readonly kept: Kept },
  changes: readonly LoggedChange[],
): boolean {
  const of = caseOf(core, { table, kept }, changes);
  if (of === null) return false;
  const moved = changes.at(-1)?.at ?? '';
  return String(stepsOf(core, of.workflow, of.id).at(-1)?.values['acted_at'] ?? '') > moved;
}

/** The case a moved deadline or the step of a move belongs to. */
function caseOf(
  core: Core,
  { table, kept }: { readonly table: LedgerTable; readonly kept: Kept },
  changes: readonly LoggedChange[],
) {
  const { workflow } = table.ledger;
  if (workflow !== undefined) {
    const fields = clockFields(workflow);
    const isMoved = changes.some(
      ({ op, fields: changed }) => op === 'update' && fields.some((field) => field in changed),
    );
    return isMoved ? { workflow, id: kept.id } : null;
  }
  if (kept.values['action'] !== calendarStep || changes[0]?.op !== 'create') return null;
  const of = core.tables.get(table.ledger.fields['case_record']?.target ?? '')?.ledger.workflow;
  return of?.steps === table.ledger.id ? { workflow: of, id: String(kept.values['case_record']) } : null;
}
