import { mkdirSync, rmSync } from 'node:fs';
import type { Benchmark, BenchPlace } from '../../db/cli/bench/benchmark.ts';
import type { Tally } from '../../build/report.ts';
import { figureFaults } from './figure-faults.ts';

/** What became of one benchmark. */
interface Outcome {
  readonly name: string;
  readonly seconds: number;
  /** Figures it yielded. */
  readonly names: readonly string[];
  readonly faults: readonly string[];
  /** Why it was not run. */
  readonly leftOut: string | null;
}

/**
 * Runs benchmarks from end to end at their small size, in a new folder, and sees to it that each yields all figures it
 * promises, as numbers, and that those of correctness hold. How fast anything is does not matter here; what each took is
 * said, so that the run stays short.
 */
export async function smoke(
  chosen: readonly Benchmark[],
  { place, say }: { readonly place: BenchPlace; readonly say: (line: string) => void },
): Promise<Tally> {
  rmSync(place.folder, { recursive: true, force: true });
  mkdirSync(place.folder, { recursive: true });
  const outcomes: Outcome[] = [];
  try {
    for (const benchmark of chosen) {
      const outcome = await tried(benchmark, place);
      say(lineOf(outcome));
      outcomes.push(outcome);
    }
  } finally {
    rmSync(place.folder, { recursive: true, force: true });
  }
  return tallyOf(chosen, outcomes);
}

async function tried(benchmark: Benchmark, place: BenchPlace): Promise<Outcome> {
  const { name } = benchmark;
  const sized = benchmark.at('small');
  const leftOut = sized.whyLeftOut(place);
  if (leftOut !== null) {
    // A build machine has everything: what is left out there is never run.
    const faults = place.context.environment['CI'] === undefined ? [] : [`left out: ${leftOut}`];
    return { name, seconds: 0, names: [], faults, leftOut };
  }
  const start_ms = performance.now();
  const seconds = (): number => (performance.now() - start_ms) / 1000;
  try {
    const figures = await sized.run(place);
    const names = figures.map((figure) => figure.name);
    return { name, seconds: seconds(), names, faults: figureFaults(figures, sized), leftOut };
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name, seconds: seconds(), names: [], faults: [fault], leftOut };
  }
}

function lineOf({ name, seconds, names, faults, leftOut }: Outcome): string {
  if (leftOut !== null) return `left out ${name}: ${leftOut}`;
  const state = faults.length === 0 ? 'ok    ' : 'FAILED';
  return `${state} ${name}: ${String(names.length)} figures, ${seconds.toFixed(1)} s`;
}

function tallyOf(chosen: readonly Benchmark[], outcomes: readonly Outcome[]): Tally {
  const troubles = outcomes
    .filter(({ faults }) => faults.length > 0)
    .map(({ name, faults }) => [`benchmark ${name}`, ...faults].join('\n  '));
  const run = outcomes.filter(({ leftOut, faults }) => leftOut === null || faults.length > 0).length;
  const yielded = new Set(outcomes.flatMap(({ names }) => names));
  // In a new folder everything is made for the first time, by whichever of the benchmarks comes first.
  const never = chosen
    .flatMap((benchmark) => benchmark.at('small').onceFigures)
    .filter((name) => !yielded.has(name));
  const failed = troubles.length;
  const missing = never.length === 0 ? [] : [`of a first run nobody yields ${never.join(', ')}`];
  return {
    passed: run - failed,
    failed: failed + missing.length,
    troubles: [...troubles, ...missing],
  };
}
