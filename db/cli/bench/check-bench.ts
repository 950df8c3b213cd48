import { practicePassphrase, sqliteIntegrityCheck } from '../../store/index.ts';
import { type BenchTown, onTown, townPaths } from './bench-town.ts';
import { defineBenchmark } from './benchmark.ts';
import { costOf, type Figure, mustBeNone } from './measure.ts';

/** Seconds for the whole check of a town. */
const TARGET = { limit: 60 } as const;

/**
 * `zw check` of the whole town, part by part, its longest slice, and beside it SQLite's own `integrity_check`, which
 * does a part of the same work in one go.
 */
export const checkBenchmark = defineBenchmark({
  name: 'check',
  dependsOn: [
    ...townPaths,
    'db/cli/bench/check-bench.ts',
    'db/model/derive',
    'db/store/changelog',
    'db/store/check',
    'db/store/search',
  ],
  full: { people: 1_000_000 },
  small: { people: 1000 },
  figures: () =>
    ['whole', ...parts, 'findings', 'longest-slice', 'sqlite-integrity'].map((name) => `check.${name}`),
  run: ({ people }, place) => onTown(people, place, checkFigures),
});

/** As the check names its steps. */
const parts = ['integrity', 'change-chain', 'records', 'search', 'attachments'] as const;

async function checkFigures({ store }: BenchTown): Promise<readonly Figure[]> {
  const partTimes_ms = new Map<string, number>();
  let longest_ms = 0;
  const whole = await costOf(() => {
    const steps = store.checkSteps();
    for (;;) {
      const start_ms = performance.now();
      const step = steps.next();
      const took_ms = performance.now() - start_ms;
      longest_ms = Math.max(longest_ms, took_ms);
      if (step.done === true) return step.value;
      partTimes_ms.set(step.value.step, (partTimes_ms.get(step.value.step) ?? 0) + took_ms);
    }
  });
  const rows = Object.values(store.counts()).reduce((sum, n) => sum + n, 0);
  const { file } = store.info;
  store.close();
  const floor = await costOf(() => sqliteIntegrityCheck({ file, passphrase: practicePassphrase }));
  const cpu = (cost: { readonly cpu_s: number }): string => `${cost.cpu_s.toFixed(1)} s CPU`;
  return [
    {
      name: 'check.whole',
      value: whole.wall_s,
      unit: 's',
      n: rows,
      target: TARGET,
      note: cpu(whole),
    },
    ...[...partTimes_ms].map(([part, took_ms]): Figure => ({
      name: `check.${part}`,
      value: took_ms / 1000,
      unit: 's',
      n: rows,
    })),
    mustBeNone('check.findings', whole.result.findings.length, {
      n: rows,
      note: 'what the check finds wrong in a town that is whole',
    }),
    {
      name: 'check.longest-slice',
      value: longest_ms,
      unit: 'ms',
      n: 1,
      note: 'nobody is answered meanwhile; quick_check of the largest table',
    },
    {
      name: 'check.sqlite-integrity',
      value: floor.wall_s,
      unit: 's',
      n: rows,
      note: `PRAGMA integrity_check of the whole file in one go, the floor; ${cpu(floor)}`,
    },
  ];
}
