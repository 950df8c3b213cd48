import { expect, test } from 'vitest';
import { defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { type Figure, mustBeNone } from '../../db/cli/bench/measure.ts';
import { figureFaults } from '../bench/figure-faults.ts';

const promised = defineBenchmark({
  name: 'example',
  dependsOn: [],
  full: {},
  small: {},
  figures: () => ['time', 'wrong'],
  onceFigures: () => ['made'],
  optionalFigures: () => ['other program'],
  run: () => Promise.resolve([]),
}).at('small');

const time: Figure = { name: 'time', value: 3, unit: 's', n: 1 };
const wrong = (value: number): Figure => mustBeNone('wrong', value, { n: 9, note: 'answers' });

test('figures as promised, with or without those of some runs only, are no fault', () => {
  const others: readonly Figure[] = ['made', 'other program'].map((name) => ({ ...time, name }));

  expect(figureFaults([time, wrong(0)], promised)).toEqual([]);
  expect(figureFaults([time, wrong(0), ...others], promised)).toEqual([]);
});

test.each([
  ['a promised figure that is missing', [wrong(0)], 'time is missing'],
  ['a figure nobody promised', [time, wrong(0), { ...time, name: 'new' }], 'new is promised by nobody'],
  ['a figure that comes twice', [time, time, wrong(0)], 'time comes twice'],
  ['a figure without a number', [{ ...time, value: Number.NaN }, wrong(0)], 'time is no number'],
  ['a figure of no rows', [{ ...time, n: 0 }, wrong(0)], 'time is no number'],
  [
    'a sample that never ended',
    [{ ...time, samples: [{ wall_ms: Number.POSITIVE_INFINITY }] }, wrong(0)],
    'time is no number',
  ],
  ['a wrong answer', [time, wrong(2)], 'wrong is 2 of 9: answers'],
])('%s is a fault', (_, figures, fault) => {
  expect(figureFaults(figures, promised)).toEqual([fault]);
});
