import type { AnyLedger } from '../define-ledger.ts';
import type { Values } from '../field-kind.ts';
import type { Finding } from '../reasons.ts';
import { guardedFields, type WorkflowSpec } from './workflow-spec.ts';

/** A write that is no action of a workflow. */
export interface HandWrite {
  readonly ledger: AnyLedger;
  /** Ledger its field `case_record` points to, where it has one. */
  readonly cases: AnyLedger | undefined;
  readonly op: 'create' | 'update' | 'remove' | 'restore';
  /** Fields an update changes, or a creation gives a value. */
  readonly changed: readonly string[];
  /** The record as it stands, before an update or removal. */
  readonly row: Values;
  /** A step was taken with the case. */
  readonly hasSteps?: boolean;
}

/** The one field of an answer that is written at the office it came to. */
const followUp = 'follow_up';

/**
 * Why a case, its steps and the answers to it cannot be written like that by hand, in a town or in the city; pure. Where a
 * new case begins is told by `beginCase`.
 */
export function refusedByHand(write: HandWrite): readonly Finding[] {
  const { ledger, cases } = write;
  if (cases?.workflow?.steps === ledger.id) return [error('workflow-step')];
  if (cases?.workflow?.superior?.replies === ledger.id) return refusedReply(write);
  return ledger.workflow === undefined ? [] : refusedCase(ledger.workflow, write);
}

function refusedReply({ op, changed, row }: HandWrite): readonly Finding[] {
  const isFollowUp = op === 'update' && changed.every((field) => field === followUp);
  // One given by mistake may be taken back by who gave it, as long as nobody has heard of it.
  const isTakenBack = op === 'remove' && (row['outcome'] ?? null) === null;
  return isFollowUp || isTakenBack ? [] : [error('workflow-reply')];
}

function refusedCase(workflow: WorkflowSpec, { op, changed, row, hasSteps }: HandWrite): readonly Finding[] {
  if (op === 'update' || op === 'create') {
    const guarded = guardedFields(workflow);
    // Where a new case stands, and by when it is due, is told by `beginCase`.
    const own = op === 'create' ? [workflow.state, workflow.deadline] : [];
    return changed
      .filter((field) => guarded.has(field) && !own.includes(field))
      .map((field) => error('workflow-guarded', field));
  }
  // One entered by mistake may be removed where cases begin; one that is being handled, or was, ends by its workflow.
  const state = String(row[workflow.state] ?? '');
  const canGo =
    workflow.states[state] === undefined || (workflow.begins.includes(state) && hasSteps !== true);
  return op === 'restore' || canGo ? [] : [error('workflow-removal', workflow.state)];
}

const error = (code: Finding['code'], field: string | null = null): Finding => ({
  field,
  code,
  level: 'error',
});
