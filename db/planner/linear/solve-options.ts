export interface SolveOptions {
  /** Simplex iterations the solve may take; looked at between steps, so it goes somewhat beyond, always equally far. */
  readonly budget?: number;
  /** Branch-and-bound nodes the solve may take. */
  readonly nodes?: number;
  /** Stops when cost and bound are this near, as a share of the cost; default 0: proven. */
  readonly relativeGap?: number;
  /** Stops when cost and bound are this near; with whole costs anything below 1 is proven. Default 1e-6. */
  readonly absoluteGap?: number;
  /** Solutions that cost this much or more are of no interest; `infeasible` then says there is no other. */
  readonly cutoff?: number;
  /** Values of all variables, or of some (HiGHS completes them), that make a solution. */
  readonly start?: Float64Array | ReadonlyMap<number, number>;
  /** Told of every better solution while solving. */
  readonly onIncumbent?: (incumbent: Incumbent) => void;
  /** Asked now and then; true ends the solve with the best solution so far, no longer repeatable. */
  readonly shouldStop?: () => boolean;
  /** Safety net on the wall clock; what it cuts off cannot be repeated. */
  readonly timeLimit_s?: number;
  /** Share of the work HiGHS spends on looking for solutions instead of proving, 0..1; default 0.05. */
  readonly heuristicEffort?: number;
}

interface Incumbent {
  readonly cost: number;
  readonly values: Float64Array;
  readonly bound: number;
}

export interface Solution {
  /** `feasible` and `unknown` were stopped before the proof, with and without a solution. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'unknown';
  /** What ended a solve before its proof; `time` and `stopped` are not repeatable. */
  readonly endedBy: 'budget' | 'nodes' | 'time' | 'stopped' | null;
  /** Value of each variable; integers are whole. `null` without a solution. */
  readonly values: Float64Array | null;
  readonly cost: number | null;
  /** No solution costs less; -∞ when nothing is known. */
  readonly bound: number;
  readonly iterations: number;
  readonly nodes: number;
}

/** A member of an irreducible set of bounds and rows that cannot hold together. */
export interface ConflictMember<T> {
  readonly kind: 'row' | 'variable';
  readonly index: number;
  /** The bound that takes part. */
  readonly side: 'lower' | 'upper' | 'both';
  readonly tag: T | null;
}
