import { changesSince, changesTogether, type LoggedChange } from '../changelog/record-changes.ts';
import { calendarStep, clockFields } from '../../model/workflow/workflow-spec.ts';
import { stepsOf } from '../repository/case-facts.ts';
import { tableOf, type Core } from '../repository/core.ts';
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

/**
 * A moved deadline and the step that tells so, which go back together although they are of a batch; `null` for any other
 * change. In the order they were made.
 */
function moveOf(core: Core, change: LoggedChange): readonly LoggedChange[] | null {
  const at = change.batch === null || change.undoes !== null ? null : placeOf(core, change);
  const of = at === null ? null : caseOf(core, at, [change]);
  if (of === null) return null;
  const step = stepsOf(core, of.workflow, of.id).find(
    ({ batch, values }) => batch === change.batch && values['action'] === calendarStep,
  );
  if (step === undefined) return null;
  const steps = tableOf(core, of.workflow.steps);
  const cases = tableOf(core, steps.ledger.fields['case_record']?.target ?? '');
  const row = cases.byId(of.id);
  return [
    ...changesSince(core.connection, { table: cases, rid: row?.rid ?? 0, version: 0 }).filter(
      ({ batch }) => batch === change.batch,
    ),
    ...changesSince(core.connection, { table: steps, rid: step.rid, version: 0 }).slice(0, 1),
  ];
}

/** Table and row a change speaks of. */
function placeOf(
  core: Core,
  { ledgerNo, rid }: LoggedChange,
): { readonly table: LedgerTable; readonly kept: Kept } | null {
  const table = [...core.tables.values()].find(({ no }) => no === ledgerNo);
  const kept = table?.byRid(rid) ?? null;
  return table === undefined || kept === null ? null : { table, kept };
}

/** Changes taken back together with one: what its request wrote, or a moved deadline with its step. */
export const takenBackWith = (core: Core, change: LoggedChange): readonly LoggedChange[] =>
  moveOf(core, change) ?? changesTogether(core.connection, change);

/** Steps of a case taken after it was moved, which go on from the moved deadline; as the changes that made them. */
export function stepsSinceMove(core: Core, changes: readonly LoggedChange[]): readonly string[] {
  return changes.flatMap((change) => {
    const at = placeOf(core, change);
    if (at?.kept.values['action'] !== calendarStep) return [];
    const of = caseOf(core, at, [change]);
    const moved = String(at.kept.values['acted_at']);
    const later =
      of === null
        ? []
        : stepsOf(core, of.workflow, of.id).filter(({ values }) => String(values['acted_at']) > moved);
    return later.flatMap(({ rid }) =>
      changesSince(core.connection, { table: at.table, rid, version: 0 })
        .slice(0, 1)
        .map((one) => one.change),
    );
  });
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
