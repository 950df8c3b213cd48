import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { timed, withinBudget } from './budgets.ts';
import { root } from './places.mjs';
import { afterSecondRun, tallyOfJourneys, tallyOfUnits, type Tally } from './report.ts';

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
export const runGates = (): Tally => withinBudget('gates', everyGate);

function everyGate(): Tally {
  const troubles: string[] = [];
  const longest: string[] = [];
  for (const gate of gates) {
    const { value: status, spent } = timed(() => runScript(gate.script));
    process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${gate.name}\n`);
    if (status !== 0) troubles.push(`${gate.name} (npm run ${gate.script})`);
    longest.push(`${gate.name} ${String(Math.round(spent.wall_s))} s`);
  }
  return { passed: gates.length - troubles.length, failed: troubles.length, troubles, longest };
}

/** A change that fails in more files than this is wrong, not unlucky. */
const FEW_FILES = 3;

/**
 * All tests below the window. A run that ends badly or without any test counts as one failure.
 *
 * On a build machine the few files that failed are run once more, as journeys are (playwright.config.ts): a second
 * failure is a failure, a success is reported as flaky, so that both are seen.
 */
export const runUnitTests = (): Tally => withinBudget('unit', unitTests);

function unitTests(): Tally {
  const first = runReported('unit', tallyOfUnits);
  if (process.env['CI'] === undefined || !('failedFiles' in first)) return first;
  const files = first.failedFiles;
  if (files.length === 0 || files.length > FEW_FILES) return first;
  return afterSecondRun(first, runReported('unit', tallyOfUnits, files));
}

/** The journeys in the real window. A run that ends badly or without any test counts as one failure. */
export const runJourneys = (): Tally => withinBudget('e2e', () => runReported('test:e2e', tallyOfJourneys));

/** What each lane took, what went wrong once more, then the closing line every test command ends with; sets the exit code. */
export function close(tallies: readonly Tally[]): void {
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  for (const line of tallies.flatMap(({ spent = [] }) => spent)) process.stdout.write(`${line}\n`);
  for (const trouble of tallies.flatMap(({ troubles }) => troubles)) process.stdout.write(`${trouble}\n`);
  process.stdout.write(`${countOf({ passed, failed })}\n`);
}

/** Runs an npm script that writes a report to the file TEST_REPORT names, and reads it. */
export function runReported<T extends Tally>(
  script: string,
  read: (report: unknown) => T,
  args: readonly string[] = [],
): T | Tally {
  const file = reportFile(script.replace(':', '-'));
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const status = runScript(script, { env: { TEST_REPORT: file }, args });
  if (!existsSync(file))
    return { passed: 0, failed: 1, troubles: [`npm run ${script} ended without a report`] };
  const tally = read(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  const isHonest = status === 0 ? tally.passed > 0 : tally.failed > 0;
  if (isHonest) return tally;
  const troubles = [...tally.troubles, `npm run ${script} ended with ${String(status)}, ${countOf(tally)}`];
  return { ...tally, failed: tally.failed + 1, troubles };
}

function countOf({ passed, failed }: { readonly passed: number; readonly failed: number }): string {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

function reportFile(name: string): string {
  return path.join(root, '.cache', 'reports', `${name}-${String(process.pid)}.json`);
}

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

function runScript(script: string, { env = {}, args = [] }: Given = {}): number {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('start this through npm run');
  // The nested npm writes to our own stdout, so the order of lines stays that of the work.
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const result = spawnSync(node, [npm, 'run', '--silent', script, '--', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return result.status ?? 1;
}
