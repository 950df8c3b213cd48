import type { Roster } from '../roster/roster.ts';

/** How far a planner goes. A result depends on `budget` alone, never on the clock, unless `timeLimit_s` cuts it off. */
export interface PlanOptions {
  /** Simplex iterations all solves together may take; the default proves a plain month of 120 people. */
  readonly budget?: number;
  /** Safety net on the wall, seconds; a roster it cut off says `unknown` or `feasible` and cannot be repeated. */
  readonly timeLimit_s?: number;
  /** Told of the first usable roster and of each better one, with the bound proven so far. */
  readonly onProgress?: (progress: PlanProgress) => void;
  /** Aborted when the user keeps what is there. */
  readonly signal?: AbortSignal;
}

export interface PlanProgress {
  readonly phase: 'first' | 'holes' | 'changes' | 'preferences' | 'improve' | 'core';
  readonly cost: number | null;
  readonly bound: number | null;
  /** Share of the budget used, 0..1. */
  readonly done: number;
  /** The best roster so far, when it is new. */
  readonly roster: Pick<Roster, 'assignments' | 'holes'> | null;
}
