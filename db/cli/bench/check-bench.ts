import { practicePassphrase, sqliteIntegrityCheck } from '../../store/index.ts';
import type { BenchTown } from './bench-town.ts';
import { costOf, type Figure } from './measure.ts';

/** Seconds for the whole check of a town. */
const TARGET = { limit: 60 } as const;

/**
 * `zw check` of the whole town, part by part, its longest slice, and beside it SQLite's own `integrity_check`, which
 * does a part of the same work in one go. Closes the store.
 */
export async function checkBench({ store }: BenchTown): Promise<readonly Figure[]> {
  const parts = new Map<string, number>();
  let longest_ms = 0;
  const whole = await costOf(() => {
    const steps = store.checkSteps();
    for (;;) {
      const start_ms = performance.now();
      const step = steps.next();
      const took_ms = performance.now() - start_ms;
      longest_ms = Math.max(longest_ms, took_ms);
      if (step.done === true) return step.value;
      parts.set(step.value.step, (parts.get(step.value.step) ?? 0) + took_ms);
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
      note: `${cpu(whole)}, ${whole.result.findings.length} findings`,
    },
    ...[...parts].map(([part, took_ms]): Figure => ({
      name: `check.${part}`,
      value: took_ms / 1000,
      unit: 's',
      n: rows,
    })),
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
