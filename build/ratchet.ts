// `npm run ratchet [-- name …]`: bundles tests/ratchet like the product and runs it, so that the figures are the product's.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { root } from './places.mjs';
import type { Tally } from './report.ts';
import { close } from './steps.ts';

/** Bundles what is measured and what measures it. */
export const prepareRatchet = (): Promise<void> =>
  bundle(['dbhost', 'ratchet'], (line) => process.stderr.write(`${line}\n`));

/** Measures what must not get worse, and counts it. Nothing else may run on the machine meanwhile. */
export function runRatchet(args: readonly string[] = []): Tally {
  const program = path.join(root, 'out', 'ratchet', 'index.cjs');
  const file = path.join(root, '.cache', 'reports', `ratchet-${String(process.pid)}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { status } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TEST_REPORT: file },
  });
  if (!existsSync(file))
    return { passed: 0, failed: 1, troubles: [`the ratchet ended with ${String(status)}, without a report`] };
  // Written by tests/ratchet/index.ts in this shape.
  const tally: Tally = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(file);
  return tally;
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  await prepareRatchet();
  close([runRatchet(args)]);
}
