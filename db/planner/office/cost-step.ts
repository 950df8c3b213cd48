/** Costs are multiples of this part of a unit: a tenth of targets, a minute of rests. */
const PARTS = 60;

/**
 * The largest step all costs are multiples of. Rosters that differ in cost differ by at least a step, so cost and bound nearer
 * than it are a proof. 1e-6 when there is none.
 */
export function stepOf(costs: Iterable<number>): number {
  let step = 0;
  for (const cost of costs) {
    const parts = Math.round(Math.abs(cost) * PARTS);
    if (Math.abs(Math.abs(cost) * PARTS - parts) > 1e-6) return 1e-6;
    step = divisor(step, parts);
  }
  return step === 0 ? 1 : step / PARTS;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
