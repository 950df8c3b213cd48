import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

/** Numbers of one run of a tool. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** A tool that passes or fails as a whole, with the npm script that runs it. */
export interface Step {
  readonly name: string;
  readonly script: string;
}

/** Everything `npm run check` runs besides the tests, cheapest first. */
export const gates: readonly Step[] = [
  { name: 'types and walls', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'format', script: 'format:check' },
  { name: 'unused files, exports and packages', script: 'unused' },
  { name: 'schema lock', script: 'schema:check' },
];

/** Runs every gate even when one fails, so that one run shows all there is to mend. */
export function runGates(): Tally {
  let failed = 0;
  for (const gate of gates) {
    const isFine = runScript(gate.script) === 0;
    process.stdout.write(`${isFine ? 'ok    ' : 'FAILED'} ${gate.name}\n`);
    if (!isFine) failed += 1;
  }
  return { passed: gates.length - failed, failed };
}

/** All tests below the window. A run that ends badly or without any test counts as one failure. */
export function runUnitTests(): Tally {
  return runReported('unit', reportFile('unit'), (report) => ({
    passed: count(report, 'numPassedTests'),
    failed: count(report, 'numFailedTests'),
  }));
}

/** The journeys in the real window. A run that ends badly or without any test counts as one failure. */
export function runJourneys(): Tally {
  return runReported('test:e2e', reportFile('e2e'), (report) => {
    const stats = property(report, 'stats');
    return { passed: count(stats, 'expected') + count(stats, 'flaky'), failed: count(stats, 'unexpected') };
  });
}

/** The closing line every test command ends with; sets the exit code. */
export function close(tallies: readonly Tally[]): void {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  process.stdout.write(`${String(passed)} passed, ${String(failed)} failed\n`);
}

function runReported(script: string, file: string, read: (report: unknown) => Tally): Tally {
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const status = runScript(script, { TEST_REPORT: file });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const tally = read(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  const isHonest = status === 0 ? tally.passed > 0 : tally.failed > 0;
  return isHonest ? tally : { ...tally, failed: tally.failed + 1 };
}

function reportFile(name: string): string {
  return path.join(root, '.cache', 'reports', `${name}-${String(process.pid)}.json`);
}

function runScript(script: string, env: Readonly<Record<string, string>> = {}): number {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('start this through npm run');
  // The nested npm writes to our own stdout, so the order of lines stays that of the work.
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const result = spawnSync(node, [npm, 'run', '--silent', script], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return result.status ?? 1;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function count(report: unknown, key: string): number {
  const value = property(report, key);
  return typeof value === 'number' ? value : 0;
}
