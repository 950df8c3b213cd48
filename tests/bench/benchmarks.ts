import type { Benchmark } from '../../db/cli/bench/benchmark.ts';
import { productBenchmarks } from '../../db/cli/bench/benches.ts';
import { coldStart } from './cold-start.ts';
import { packagePeers } from './package-peers.ts';
import { publicInstances } from './public-instances.ts';
import { rosterCores } from './roster-cores.ts';
import { sheetMemory, sheetPeers } from './sheet-peers.ts';
import { sqlitePeers } from './sqlite-peers.ts';

/**
 * Every benchmark there is, in the order of the page. `npm run bench` measures them at full size, `npm run bench:smoke`
 * runs them at a small one.
 */
export const benchmarks: readonly Benchmark[] = [
  ...productBenchmarks,
  rosterCores,
  coldStart,
  sheetMemory,
  sheetPeers,
  sqlitePeers,
  packagePeers,
  publicInstances,
];
