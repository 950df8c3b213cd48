import { buildBenchmark } from './bench-town.ts';
import type { Benchmark } from './benchmark.ts';
import { checkBenchmark } from './check-bench.ts';
import { cityBenchmark } from './city/city-bench.ts';
import { dayBenchmark } from './day-bench.ts';
import { figuresBenchmark } from './figures-bench.ts';
import { importBenchmark } from './import-bench.ts';
import { listBenchmark } from './list-bench.ts';
import { packagesBenchmark } from './packages/packages-bench.ts';
import { rosterBenchmark } from './roster/roster-bench.ts';
import { saveBenchmark } from './save-bench.ts';
import { searchBenchmark } from './search-bench.ts';

/** What is measured on one practice town, in the order of `zw bench all`; the town is built first. */
export const townBenchmarks: readonly Benchmark[] = [
  buildBenchmark,
  searchBenchmark,
  listBenchmark,
  dayBenchmark,
  saveBenchmark,
  importBenchmark,
  checkBenchmark,
  figuresBenchmark,
];

/** Every benchmark of `zw bench`. */
export const productBenchmarks: readonly Benchmark[] = [
  ...townBenchmarks,
  packagesBenchmark,
  cityBenchmark,
  rosterBenchmark,
];
