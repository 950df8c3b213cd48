import { ledgerOf } from '../../../db/model/registry.ts';
import { reasonText, type Finding } from '../../../db/model/reasons.ts';
import type {
  Caller,
  ConflictField,
  Store,
  WriteOutcome,
  WriteProblem,
  WrittenRecord,
} from '../../../db/store/api.ts';
import { Refusal } from '../../contract/serve.ts';

/** The first record a write touched, or why nothing was written. For writes of one record. */
export function writtenRecord(
  outcome: WriteOutcome,
  at: { readonly ledger: string; readonly caller: Caller },
): WrittenRecord | Refusal {
  if (!outcome.ok) return problemAnswer(outcome.problem, at.ledger, at.caller);
  const [record] = outcome.records;
  if (record === undefined) throw new Error('a write of one record wrote none');
  return record;
}

/** A broken rule with its sentence. */
export function findingText(finding: Finding, caller: Caller) {
  const { field, code, level } = finding;
  return { field, code, level, text: reasonText(code, finding.args, caller.language) };
}

/** Why nothing was written, as the window is told; values the caller may not see stay withheld. */
export function problemAnswer(problem: WriteProblem, ledger: string, caller: Caller): Refusal {
  switch (problem.code) {
    case 'invalid': {
      const findings = problem.findings.map((finding) => findingText(finding, caller));
      return new Refusal('invalid-input', 'invalid', { findings });
    }
    case 'conflict': {
      const fields = problem.fields.map((field) => withholdValue(field, ledger, caller));
      return new Refusal('conflict', 'conflict', { fields });
    }
    case 'key-taken':
      return new Refusal('conflict', 'key-taken', { holder: problem.holder, title: problem.holder.title });
    case 'not-found':
      return new Refusal('not-found', 'record');
    case 'removed':
      return new Refusal('conflict', 'removed');
    case 'later-changes':
      return new Refusal('conflict', 'later-changes', { changes: problem.changes });
  }
}

function withholdValue(
  conflict: ConflictField,
  ledger: string,
  caller: Caller,
): ConflictField & { masked: boolean } {
  const masked = isWithheld(ledger, conflict.field, caller);
  return { ...conflict, theirs: masked ? null : conflict.theirs, masked };
}

/** True for a field whose values this caller may not see in full. */
export const isWithheld = (ledger: string, field: string, caller: Caller): boolean =>
  !caller.seesMasked && ledgerOf(ledger).fields[field]?.masked === true;

/** Fields of a stored record the caller may not see. */
export function withheldFields(
  store: Store,
  at: { ledger: string; id: string },
  caller: Caller,
): readonly string[] {
  return store.get(at.ledger, at.id, caller)?.maskedFields ?? [];
}
