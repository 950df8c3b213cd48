import type { SizedBenchmark } from '../../db/cli/bench/benchmark.ts';
import { type Figure, isOfCorrectness } from '../../db/cli/bench/measure.ts';

/** What is wrong with the figures of a run, in words; nothing when the benchmark did what it promises. */
export function figureFaults(
  figures: readonly Figure[],
  { figures: promised, onceFigures, optionalFigures }: SizedBenchmark,
): readonly string[] {
  const names = figures.map(({ name }) => name);
  const allowed = new Set([...promised, ...onceFigures, ...optionalFigures]);
  return [
    ...promised.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
    ...names.filter((name) => !allowed.has(name)).map((name) => `${name} is promised by nobody`),
    ...names.filter((name, i) => names.indexOf(name) !== i).map((name) => `${name} comes twice`),
    ...figures.filter((figure) => !isMeasured(figure)).map(({ name }) => `${name} is no number`),
    ...figures
      .filter((figure) => isOfCorrectness(figure) && figure.value !== 0)
      .map(({ name, value, n, note }) => `${name} is ${String(value)} of ${String(n)}: ${note ?? ''}`),
  ];
}

const isMeasured = ({ value, n, samples = [] }: Figure): boolean =>
  n > 0 && [value, ...samples.map(({ wall_ms }) => wall_ms)].every((one) => Number.isFinite(one));
