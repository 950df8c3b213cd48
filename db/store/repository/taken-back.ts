import {
  changesOfWrite,
  changesSince,
  changesTogether,
  type LoggedChange,
} from '../changelog/record-changes.ts';
import { calendarStep, clockFields, type WorkflowSpec } from '../../model/workflow/workflow-spec.ts';
import { stepsOf } from './case-facts.ts';
import { tableOf, type Core } from './core.ts';
import type { Kept, LedgerTable } from './ledger-table.ts';

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

/** Changes taken back together with one: what its request wrote, a moved deadline with its step, a case with its steps. */
export const takenBackWith = (core: Core, change: LoggedChange): readonly LoggedChange[] =>
  moveOf(core, change) ?? arrivedCase(core, change) ?? changesTogether(core.connection, change);

/**
 * All that came of one case with the same package: the case says where the last of several steps left it. `null` for what
 * was done here, and for what is no case and no step.
 */
function arrivedCase(core: Core, change: LoggedChange): readonly LoggedChange[] | null {
  const id = change.node === null ? null : caseIdOf(core, change);
  if (id === null) return null;
  return changesOfWrite(core.connection, change).filter((one) => caseIdOf(core, one) === id);
}

/** Id of the case a change is of, be it the case or a step of it. */
function caseIdOf(core: Core, change: LoggedChange): string | null {
  const at = placeOf(core, change);
  if (at === null) return null;
  const { table, kept } = at;
  if (table.ledger.workflow !== undefined) return kept.id;
  return workflowOfSteps(core, table) === null ? null : String(kept.values['case_record']);
}

/** The workflow whose steps a ledger holds. */
function workflowOfSteps(core: Core, { ledger }: LedgerTable): WorkflowSpec | null {
  const of = core.tables.get(ledger.fields['case_record']?.target ?? '')?.ledger.workflow;
  return of?.steps === ledger.id ? of : null;
}

/**
 * Steps that go on from what these changes did: those of the same case behind a step among them, and every step of a case
 * they began. As the changes that made them.
 */
export function stepsSince(core: Core, changes: readonly LoggedChange[]): readonly string[] {
  const own = new Set(changes.map(({ change }) => change));
  return changes.flatMap((change) => {
    const at = placeOf(core, change);
    const of = at === null ? null : behind(core, at, change);
    if (of === null) return [];
    const steps = tableOf(core, of.workflow.steps);
    return stepsOf(core, of.workflow, of.id)
      .filter(({ values }) => String(values['acted_at']) > of.since)
      .flatMap(({ rid }) => changesSince(core.connection, { table: steps, rid, version: 0 }).slice(0, 1))
      .map((one) => one.change)
      .filter((one) => !own.has(one));
  });
}

/** The case whose later steps go on from a change: from a step that was taken or taken back, or from its beginning. */
function behind(
  core: Core,
  { table, kept }: { readonly table: LedgerTable; readonly kept: Kept },
  { op }: LoggedChange,
): { readonly workflow: WorkflowSpec; readonly id: string; readonly since: string } | null {
  if (op === 'update') return null;
  const { workflow } = table.ledger;
  if (workflow !== undefined) return op === 'create' ? { workflow, id: kept.id, since: '' } : null;
  const of = workflowOfSteps(core, table);
  if (of === null) return null;
  return { workflow: of, id: String(kept.values['case_record']), since: String(kept.values['acted_at']) };
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
  const of = workflowOfSteps(core, table);
  return of === null ? null : { workflow: of, id: String(kept.values['case_record']) };
}
