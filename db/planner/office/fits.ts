import type { LinearModel } from '../linear/linear-model.ts';

const TOLERANCE = 1e-6;

/** True when the values keep all bounds and rows of the model. */
export function fits<T>(model: LinearModel<T>, values: Float64Array): boolean {
  const { variableLower, variableUpper, rowLower, rowUpper, starts, indices, coefficients } = model.arrays();
  const isInside = (value: number, lower: number | undefined, upper: number | undefined): boolean =>
    value >= (lower ?? -Infinity) - TOLERANCE && value <= (upper ?? Infinity) + TOLERANCE;
  if (!values.every((value, index) => isInside(value, variableLower[index], variableUpper[index])))
    return false;
  return rowLower.every((lower, row) => {
    let sum = 0;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
      sum += (coefficients[at] ?? 0) * (values[indices[at] ?? 0] ?? 0);
    return isInside(sum, lower, rowUpper[row]);
  });
}
