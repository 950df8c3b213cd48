import type { Values } from '../../model/field-kind.ts';
import type { Finding } from '../../model/reasons.ts';
import type { ActionKind, WorkflowRole } from '../../model/workflow/workflow-spec.ts';
import type { Caller } from './caller.ts';
import type { WriteProblem } from './writes.ts';

/** A case and what somebody wants to do with it. */
export interface CaseQuestion {
  /** A ledger with a workflow. */
  readonly ledger: string;
  readonly id: string;
  /** Id of the action in the workflow. */
  readonly action: string;
  /** Fields given with the action. */
  readonly values: Values;
  readonly opinion?: string | null;
  /** Ids of attachments. */
  readonly documents?: readonly string[];
  /** Who acted, by name; default the caller. */
  readonly actor?: string;
  /** Version of the case the user saw; a step taken since is refused. */
  readonly seen?: number;
  readonly caller: Caller;
}

/** The action carried out; ids are made by the client, so that a retry is harmless. */
export interface CaseRequest extends CaseQuestion {
  readonly writeId: string;
  /** Id of the step. */
  readonly stepId: string;
  /** Id of the record the action may create. */
  readonly newId: string;
}

/** What an action would do. */
interface CasePreview {
  /** Broken rules; with an error it is refused. Field `opinion` and `actor` are those of the step. */
  readonly findings: readonly Finding[];
  readonly from: string;
  readonly to: string;
  /** Deadline of the next step, UTC; `null` when none runs. */
  readonly due: string | null;
  /** Why it is due then, in the caller's language. */
  readonly explanation: string;
  /** Ledger of the record it creates. */
  readonly creates: string | null;
}
export type CaseLook =
  | { readonly ok: true; readonly preview: CasePreview }
  | { readonly ok: false; readonly problem: WriteProblem };

/** A clock of a case as it stands. */
interface CaseClock {
  /** Field of the case. */
  readonly field: string;
  /** `null` while it stands still. */
  readonly due: string | null;
  readonly isLate: boolean;
  readonly explanation: string;
}

/** A step taken. */
export interface CaseStep {
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly from: string | null;
  readonly to: string;
  readonly at: string;
  readonly actor: string;
  readonly opinion: string | null;
  readonly documents: readonly string[];
  readonly wasLate: boolean;
  readonly due: string | null;
  readonly explanation: string | null;
}

/** How a case stands: what can be done with it, what is due and what was done. */
export interface CaseState {
  readonly version: number;
  readonly state: string;
  readonly isEnd: boolean;
  readonly waitsFor: WorkflowRole | null;
  readonly actions: readonly {
    readonly id: string;
    readonly kind: ActionKind;
    /** Why it cannot be taken by this caller now; empty = it can. Actions of other states are left out. */
    readonly refused: readonly Finding[];
  }[];
  readonly clocks: readonly CaseClock[];
  /** Who is to be told because the step is so late; empty when it is not. */
  readonly escalations: readonly string[];
  /** Oldest first. */
  readonly steps: readonly CaseStep[];
}
