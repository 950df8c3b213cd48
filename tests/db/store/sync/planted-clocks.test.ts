import { expect, test, vi } from 'vitest';
import type { Clock } from '../../../../db/model/sync/clock.ts';
import { play, type Step } from './random-exchange.ts';

type Comparison = (a: Clock, b: Clock) => boolean;

/** How two clocks are compared in this file: each test plants another mistake. */
const planted = vi.hoisted(() => ({ isLater: (_a: Clock, _b: Clock): boolean => false }));
vi.mock('../../../../db/model/sync/clock.ts', () => ({
  isLater: (a: Clock, b: Clock) => planted.isLater(a, b),
}));

const right: Comparison = (a, b) => (a[0] === b[0] ? a[1] > b[1] : a[0] > b[0]);

/** A town's edits reach the city in disorder and twice. */
const disorder: readonly Step[] = [
  { do: 'edit', who: 0, id: 'a', values: {} },
  { do: 'pack', edge: 0 },
  { do: 'deliver', nth: 0 },
  { do: 'tick' },
  { do: 'edit', who: 0, id: 'a', values: { age: 1 } },
  { do: 'pack', edge: 0 },
  { do: 'tick' },
  { do: 'edit', who: 0, id: 'a', values: { age: 2 } },
  { do: 'pack', edge: 0 },
  { do: 'deliver', nth: 1 },
  { do: 'deliver', nth: 2 },
  { do: 'deliver', nth: 1 },
];

/** Town and city change the same field at the same reading, and their packages cross. */
const crossing: readonly Step[] = [
  { do: 'edit', who: 0, id: 'a', values: {} },
  { do: 'pack', edge: 0 },
  { do: 'deliver', nth: 0 },
  { do: 'answer', edge: 1 },
  { do: 'tick' },
  { do: 'edit', who: 0, id: 'a', values: { age: 1 } },
  { do: 'edit', who: 1, id: 'a', values: { age: 2 } },
  { do: 'pack', edge: 0 },
  { do: 'pack', edge: 1 },
  { do: 'deliver', nth: 1 },
  { do: 'deliver', nth: 2 },
  { do: 'answer', edge: 0 },
  { do: 'answer', edge: 1 },
];

const mistakes: readonly (readonly [name: string, history: readonly Step[], isLater: Comparison])[] = [
  ['what arrives last stands', disorder, () => true],
  ['what is there first stands', disorder, () => false],
  ['equal readings are no tie between nodes', crossing, (a, b) => a[0] >= b[0]],
];

for (const [name, history, isLater] of mistakes) {
  test(`the check of exchanges notices: ${name}`, () => {
    planted.isLater = right;
    expect(play(history)).toEqual([]);
    planted.isLater = isLater;
    expect(play(history)).not.toEqual([]);
  });
}
