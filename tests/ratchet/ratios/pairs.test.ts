import { describe, expect, test } from 'vitest';
import { LARGEST_TOLERANCE } from '../file-faults.ts';
import { judge } from '../judge.ts';
import { median, outcomeOf } from './pairs.ts';
import { scatterOf } from './scatter.ts';

/** A side that needs what it says, so that nothing here depends on the clock. */
const needs = (values: readonly number[]) => {
  let next = 0;
  return { isAnswered: true as const, runs: 1, run: () => values[next++ % values.length] };
};

describe('a contest', () => {
  test('comes out as the median of its pairs', async () => {
    // Two samples each are taken beforehand.
    const product = needs([9, 9, 4, 4, 4, 40, 4, 4, 4]);
    const floor = needs([9, 9, 2, 2, 2, 2, 2, 2, 2]);

    const { ratio, slowed } = await outcomeOf({ of: 'something', pairs: 7, product, floor }, null);

    expect({ ratio, slowed }).toEqual({ ratio: 2, slowed: null });
  });

  test('takes product and floor by turns, the first of each pair changing', async () => {
    const order: string[] = [];
    const side = (name: string) => ({ isAnswered: true as const, runs: 1, run: () => order.push(name) });

    await outcomeOf({ of: 'something', pairs: 3, product: side('product'), floor: side('floor') }, null);

    expect(order.slice(4)).toEqual(['product', 'floor', 'floor', 'product', 'product', 'floor']);
  });

  test('slowed down by a quarter is red at the widest tolerance allowed', () => {
    const figures = { 'ratio.x': { unit: 'floor', kept: 2, best: 2, tolerance: LARGEST_TOLERANCE } };
    const measured = { name: 'ratio.x', kind: 'ratio' as const, unit: 'floor', of: '', means: '' };

    // As low as an unchanged run comes in one case of a hundred, and then a quarter slower.
    const lowest = 2 * (1 - LARGEST_TOLERANCE / 2);
    const [judged] = judge({ figures, retired: {} }, [{ ...measured, value: lowest * 1.25 }]);

    expect(judged).toMatchObject({ verdict: 'worse', isRed: true });
  });
});

describe('the tolerance', () => {
  test('is the bound of a prediction from twenty runs, never less than two hours of one machine differ', () => {
    const runs = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 0.98 : 1.02));

    const { mean, spread, tolerance } = scatterOf(runs);

    // Sample standard deviation 0.02052, Student's t 3.88 (19 degrees of freedom), 1 + 1/20.
    expect(mean).toBeCloseTo(1, 12);
    expect(spread).toBeCloseTo(0.020_52, 5);
    expect(tolerance).toBe(0.082);
    expect(scatterOf(runs.map(() => 1)).tolerance).toBe(0.06);
  });

  test('the median of an even number lies between the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});
