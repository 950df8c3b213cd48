import type { BenchTown } from './bench-town.ts';
import { checkBench } from './check-bench.ts';
import { dayBench } from './day-bench.ts';
import { figuresBench } from './figures-bench.ts';
import { importBench } from './import-bench.ts';
import { listBench } from './list-bench.ts';
import type { Figure } from './measure.ts';
import { saveBench } from './save-bench.ts';
import { searchBench } from './search-bench.ts';

/** A benchmark of `zw bench`. */
export interface Bench {
  readonly name: string;
  readonly run: (town: BenchTown) => Promise<readonly Figure[]> | readonly Figure[];
  /** Nothing can be measured on the town after it. */
  readonly closesStore?: true;
}

/** The same benchmarks, those that close the store last. */
export const inOrder = (chosen: readonly Bench[]): readonly Bench[] =>
  chosen.toSorted((a, b) => Number(a.closesStore ?? false) - Number(b.closesStore ?? false));

/** Every benchmark, in the order of `all`; `build` tells what building the town took. */
export const benches: readonly Bench[] = [
  { name: 'build', run: (town) => town.built },
  { name: 'search', run: searchBench },
  { name: 'list', run: listBench },
  { name: 'day', run: dayBench },
  { name: 'save', run: saveBench },
  { name: 'import', run: importBench },
  { name: 'check', run: checkBench, closesStore: true },
  { name: 'figures', run: figuresBench, closesStore: true },
];

/** Their names. */
export const benchNames: readonly string[] = benches.map((bench) => bench.name);
