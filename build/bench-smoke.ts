import type { Tally } from './report.ts';
import { runReported } from './steps.ts';

/** Every benchmark once at a small size: none can rot unseen. How fast anything is does not matter here. */
export function runBenchSmoke(): Tally {
  return runReported('bench:smoke', tallyOfSmoke);
}

/** Reads the report of tests/bench/smoke.ts, which is a tally itself. */
function tallyOfSmoke(report: unknown): Tally {
  const { passed, failed, troubles } = Object(report);
  return {
    passed: Number(passed ?? 0),
    failed: Number(failed ?? 0),
    troubles: Array.isArray(troubles) ? troubles.map(String) : [],
  };
}
