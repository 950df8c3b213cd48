import type { WorkCalendar } from '../../model/calendar/work-calendar.ts';
import type { Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';
import { resolved } from '../../model/workflow/clocks-after.ts';
import { deadlineOf } from '../../model/workflow/deadline.ts';
import { refusedByHand, type HandWrite } from '../../model/workflow/by-hand.ts';
import { linkedRow } from './case-facts.ts';
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
  write: Pick<HandWrite, 'op'> & Partial<HandWrite> & { readonly index: number },
): void {
  const cases = core.tables.get(ledger.fields['case_record']?.target ?? '')?.ledger;
  const findings = refusedByHand({ changed: [], row: {}, ...write, ledger, cases });
  if (findings.length > 0) throw new Refusal({ code: 'invalid', index: write.index, findings });
}
