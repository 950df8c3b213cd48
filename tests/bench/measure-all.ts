import type { Benchmark, BenchPlace } from '../../db/cli/bench/benchmark.ts';
import { measurement } from '../../db/cli/bench/measure.ts';
import { keepRun } from './keep-page.ts';
import type { KeptFigure } from './kept-figures.ts';
import { provenanceOf } from './provenance.ts';

/**
 * Measures benchmarks at full size and prints the figures as one JSON array. What is kept is kept after each of them, so
 * that a run that is broken off has not measured for nothing.
 */
export async function measure(
  chosen: readonly Benchmark[],
  { place, isKept }: { readonly place: BenchPlace; readonly isKept: boolean },
): Promise<void> {
  const { context } = place;
  // What is measured is the bundle, which was made before: what is committed meanwhile is not in it.
  const runs = chosen.map((benchmark) => ({
    benchmark,
    provenance: provenanceOf('.', benchmark.dependsOn),
  }));
  const all: KeptFigure[] = [];
  for (const { benchmark, provenance } of runs) {
    const { name } = benchmark;
    const sized = benchmark.at('full');
    const reason = sized.whyLeftOut(place);
    if (reason !== null) {
      context.say(`${name}: left out, ${reason}`);
      continue;
    }
    context.say(name);
    const figures = await sized.run(place);
    const now = context.now();
    const measured = figures.map((figure) => ({
      benchmark: name,
      ...measurement(figure, now),
      ...provenance,
    }));
    all.push(...measured);
    if (isKept) keepRun(benchmark, measured);
  }
  process.stdout.write(`[\n${all.map((figure) => JSON.stringify(figure)).join(',\n')}\n]\n`);
}
