import type { RosterProblem } from '../../roster/problem.ts';
import type { Roster } from '../../roster/roster.ts';
import type { PlanOptions, PlanProgress } from '../plan-options.ts';

/** What a planning thread is started with. */
export interface PlannerData {
  /** One 32-bit number, 0 until the plan is to stop: the thread looks at it while WebAssembly keeps it from its messages. */
  readonly stop: SharedArrayBuffer;
  /** Started ahead of its task: plans a small office first, so that the code is compiled when the task comes. */
  readonly isAhead: boolean;
}

/** The one thing a planning thread is asked. */
export interface PlanTask {
  readonly problem: RosterProblem;
  readonly options: Pick<PlanOptions, 'budget' | 'timeLimit_s'>;
}

/** What a planning thread says. */
export type PlannerMessage =
  | { readonly kind: 'progress'; readonly progress: PlanProgress }
  /** The roster as it stands: what is kept when the thread is ended. */
  | { readonly kind: 'standing'; readonly roster: Roster }
  | { readonly kind: 'done'; readonly roster: Roster }
  | { readonly kind: 'failed'; readonly message: string };
