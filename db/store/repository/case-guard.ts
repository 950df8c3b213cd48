import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import type { AnyLedger } from '../../model/define-ledger.ts';
import type { Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';
import { resolved } from '../../model/workflow/clocks-after.ts';
import { deadlineOf } from '../../model/workflow/deadline.ts';
import { refusedByHand, type HandWrite } from '../../model/workflow/by-hand.ts';
import { linkedRow, stepsOf } from './case-facts.ts';
import type { Core } from './core.ts';
import type { LedgerTable } from './ledger-table.ts';
import { Refusal } from './refusal.ts';

/**
 * A new case as it begins: in a state where cases begin, its first deadline counted from now. One taken over from
 * elsewhere (an import) may be in any state of the workflow and keeps the deadline it came with.
 */
export function beginCase(
  core: Core,
  table: LedgerTable,
  of: {
    readonly values: Values;
    readonly isTakenOver: boolean;
    /** Asked for only where a deadline is reckoned; one for all cases of a write, for it takes a third of a millisecond to make. */
    readonly calendar: () => WorkCalendar;
  },
): { readonly values: Values } | { readonly findings: readonly Finding[] } {
  const { workflow, fields } = table.ledger;
  if (workflow === undefined) return { values: of.values };
  const [first] = workflow.begins;
  // A limit may read a field that follows from others.
  const filled = table.ledger.fill(of.values);
  const state = String(filled[workflow.state] ?? first);
  const allowed = of.isTakenOver ? Object.keys(workflow.states) : workflow.begins;
  if (!allowed.includes(state)) {
    const name = core.names('zh').codeName(fields[workflow.state]?.table ?? '', first) ?? first;
    return {
      findings: [{ field: workflow.state, code: 'workflow-begin', args: { state: name }, level: 'error' }],
    };
  }
  const values = { ...of.values, [workflow.state]: state };
  const limit = workflow.states[state]?.limit;
  const hasDeadline = limit === undefined || (values[workflow.deadline] ?? null) !== null;
  if (hasDeadline) return { values };
  const { due } = deadlineOf(resolved(limit, filled, linkedRow(core, table)), core.now(), of.calendar());
  return { values: { ...values, [workflow.deadline]: due.toISOString() } };
}

/** Refuses what only actions do to cases, their steps and the answers to them. */
export function refuseByHand(
  core: Core,
  { ledger }: LedgerTable,
  write: Pick<HandWrite, 'op'> & Partial<HandWrite> & { readonly id: string; readonly index: number },
): void {
  const cases = casesOf(core, ledger);
  const hasSteps =
    write.op === 'remove' &&
    ledger.workflow !== undefined &&
    stepsOf(core, ledger.workflow, write.id).length > 0;
  const findings = refusedByHand({ changed: [], row: {}, ...write, ledger, cases, hasSteps });
  if (findings.length > 0) throw new Refusal({ code: 'invalid', index: write.index, findings });
}

/**
 * Refuses a step that comes with an import behind one that was taken here: old cases are taken over with their steps, but
 * what is handled here goes on by its actions.
 */
export function refuseStepBehind(
  core: Core,
  { ledger }: LedgerTable,
  { values, index }: { readonly values: Values; readonly index: number },
): void {
  const cases = casesOf(core, ledger);
  if (cases?.workflow?.steps !== ledger.id) return;
  const id = String(values['case_record'] ?? '');
  const at = String(values['acted_at'] ?? '');
  const isTakenOver = (core.tables.get(cases.id)?.byId(id)?.batch ?? null) !== null;
  const isBehind = stepsOf(core, cases.workflow, id).some(
    ({ batch, values: step }) => batch === null && String(step['acted_at']) < at,
  );
  if (isTakenOver && !isBehind) return;
  const findings: readonly Finding[] = [{ field: null, code: 'workflow-step', level: 'error' }];
  throw new Refusal({ code: 'invalid', index, findings });
}

/** True for the steps of the cases of a workflow, which are written one by one. */
export const isOfSteps = (core: Core, ledger: AnyLedger): boolean =>
  casesOf(core, ledger)?.workflow?.steps === ledger.id;

const casesOf = (core: Core, ledger: AnyLedger): AnyLedger | undefined =>
  core.tables.get(ledger.fields['case_record']?.target ?? '')?.ledger;
