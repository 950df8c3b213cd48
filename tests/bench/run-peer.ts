import { spawnSync } from 'node:child_process';
import path from 'node:path';

const LIMIT_MS = 10 * 60_000;
/** SheetJS builds the whole workbook in memory and needs more than Node gives at first. */
const HEAP_MB = 6000;

/** Runs a program of `tests/bench/peers` in a process of its own and returns the JSON it prints; `null` when it failed. */
export function runPeer(name: string, args: readonly string[]): unknown {
  const program = path.resolve('tests/bench/peers', `${name}.ts`);
  const result = spawnSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, program, ...args], {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 100_000_000,
  });
  if (result.status !== 0) {
    process.stderr.write(`${name}: ${result.stderr.slice(-500)}\n`);
    return null;
  }
  return JSON.parse(result.stdout);
}
