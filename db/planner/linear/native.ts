import type { Highs, ModelData, ModelStatusCode } from 'highs';
import type { ModelArrays } from './linear-model.ts';
import type { Solution } from './solve-options.ts';

/** Largest number an option of HiGHS takes: no limit. */
export const MOST = 2_147_483_647;

/** Options take no infinity; HiGHS holds this for infinite. */
export const ENDLESS = 1e30;

/**
 * `iis_strategy` is a sum of bits: 2 from the relaxation's rows and bounds, 4 until irreducible, 16 of the relaxation
 * though the model has integers.
 */
const IRREDUCIBLE_OF_RELAXATION = 22;

/** What every solver is set to; the seed makes a solve repeatable, and nothing is ever printed. */
export const FIXED_OPTIONS = {
  output_flag: false,
  random_seed: 0,
  iis_strategy: IRREDUCIBLE_OF_RELAXATION,
} as const;

/** The model as HiGHS takes it. */
export function nativeModel(highs: Highs, arrays: ModelArrays): ModelData {
  const numCols = arrays.cost.length;
  const numRows = arrays.rowLower.length;
  return {
    numCols,
    numRows,
    sense: highs.constants.objectiveSense.minimize,
    offset: 0,
    colCost: arrays.cost,
    colLower: arrays.variableLower,
    colUpper: arrays.variableUpper,
    rowLower: arrays.rowLower,
    rowUpper: arrays.rowUpper,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: arrays.starts,
      indices: arrays.indices,
      values: arrays.coefficients,
    },
    integrality: arrays.integer,
  };
}

/** What a status of HiGHS means for the caller. */
export function statusOf(highs: Highs, code: ModelStatusCode, isSolved: boolean): Solution['status'] {
  const { modelStatus } = highs.constants;
  if (code === modelStatus.infeasible) return 'infeasible';
  if (code === modelStatus.unbounded) return 'unbounded';
  if (!isSolved) return 'unknown';
  return code === modelStatus.optimal ? 'optimal' : 'feasible';
}

/** Limit of HiGHS's own that ended a solve. */
export function endReason(highs: Highs, code: ModelStatusCode): Solution['endedBy'] {
  const { modelStatus } = highs.constants;
  if (code === modelStatus.timeLimit) return 'time';
  if (code === modelStatus.iterationLimit) return 'budget';
  return code === modelStatus.solutionLimit ? 'nodes' : null;
}
