import type { RosterProblem } from '../roster/problem.ts';
import type { Roster } from '../roster/roster.ts';
import type { PlanOptions } from './plan-options.ts';
import { PlanningThread } from './thread/planning-thread.ts';

/** Plans rosters, each in a thread of its own that ends with it. */
export interface Planner {
  /**
   * The roster of a valid problem (`problemFaults`). When `signal` is aborted the best roster so far is the answer.
   *
   * @throws PlanFailed when the thread fails (out of memory, a fault of the solver).
   */
  plan(problem: RosterProblem, options?: PlanOptions): Promise<Roster>;
  /** Starts the thread of the next plan ahead of time, which saves its first second: when a planner's screen opens. */
  warm(): void;
  /** Ends a thread that waits. */
  close(): Promise<void>;
}

export function createPlanner(): Planner {
  let waiting: PlanningThread | null = null;
  return {
    async plan(problem, options = {}) {
      const thread = waiting ?? new PlanningThread(false);
      waiting = null;
      return thread.plan(problem, options);
    },
    warm() {
      waiting ??= new PlanningThread(true);
    },
    async close() {
      const thread = waiting;
      waiting = null;
      await thread?.end();
    },
  };
}
