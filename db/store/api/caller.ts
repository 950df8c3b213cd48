import type { WorkflowRole } from '../../model/workflow/workflow-spec.ts';
import type { Language } from '../../model/localized.ts';

/** Who asks. Every call carries it down to here; masking and, later, permissions are decided on it. */
export interface Caller {
  readonly user: string;
  readonly name: string;
  readonly language: Language;
  /** May see masked fields in full. */
  readonly seesMasked: boolean;
  /** May open ledgers marked sensitive. Absent = may: the one local user, as long as there are no accounts. */
  readonly seesSensitive?: boolean;
  /** Parts the caller plays in workflows; absent = all of them (one computer, one clerk). */
  readonly roles?: readonly WorkflowRole[];
}
