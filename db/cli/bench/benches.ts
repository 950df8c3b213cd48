import type { BenchTown } from './bench-town.ts';
import type { Figure } from './measure.ts';

/** A benchmark of `zw bench`. */
export interface Bench {
  readonly name: string;
  readonly run: (town: BenchTown) => Promise<readonly Figure[]> | readonly Figure[];
}

/** Every benchmark, in the order of `all`. */
export const benches: readonly Bench[] = [{ name: 'build', run: (town) => town.built }];

/** Their names. */
export const benchNames: readonly string[] = benches.map((bench) => bench.name);
