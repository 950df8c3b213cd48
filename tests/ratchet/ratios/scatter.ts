/** Runs of unchanged code from which a tolerance is found. */
export const RUNS = 20;
/**
 * Student's t for 19 degrees of freedom, one side, 0.05 %: with a dozen ratios in a run, a false alarm in one of them comes
 * in less than one run of a hundred.
 */
const T = 3.88;
/** Two hours of one machine differ by more than twenty runs of one hour show. */
const LEAST_TOLERANCE = 0.06;

/** Many runs of one ratio. */
export interface Scatter {
  readonly mean: number;
  /** Standard deviation over mean. */
  readonly spread: number;
  /** Share above the mean that one further run exceeds in less than 0.05 % of cases. */
  readonly tolerance: number;
}

/** Mean and prediction bound of runs of unchanged code. */
export function scatterOf(runs: readonly number[]): Scatter {
  const n = runs.length;
  const mean = runs.reduce((sum, one) => sum + one, 0) / n;
  const variance = runs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const spread = Math.sqrt(variance) / mean;
  const tolerance = Math.max(LEAST_TOLERANCE, T * spread * Math.sqrt(1 + 1 / n));
  return { mean, spread, tolerance: Math.ceil(tolerance * 1000) / 1000 };
}
