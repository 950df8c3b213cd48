import { writeFileSync } from 'node:fs';
import type { Tally } from '../../build/report.ts';
import type { Benchmark, BenchPlace } from '../../db/cli/bench/benchmark.ts';
import { partAsked, runPart } from '../../db/cli/bench/packages/parts.ts';
import { benchmarks } from './benchmarks.ts';
import { renewPage } from './keep-page.ts';
import { measure } from './measure-all.ts';
import { smoke } from './smoke.ts';

// `npm run bench [-- NAME …]` measures everything, or what is named, and prints it. Without names, and with the name `page`,
// what was measured is kept in docs and the page is written. `npm run bench:smoke [-- NAME …]` runs the same benchmarks
// small.

const FOLDER = '.cache/bench';
const SMOKE_FOLDER = '.cache/bench-smoke';
const PAGE = 'page';
const SMOKE = 'smoke';

const placeIn = (folder: string, say: (line: string) => void): BenchPlace => ({
  folder,
  context: {
    language: 'en',
    environment: process.env,
    now: () => new Date(),
    say,
    progress: () => undefined,
    readStdin: () => '',
  },
});

async function main(args: readonly string[]): Promise<void> {
  // A step of `packages` is this program again, told by a variable.
  const part = partAsked(process.env);
  if (part !== null) process.stdout.write(`${JSON.stringify(await runPart(part))}\n`);
  else if (args[0] === SMOKE) endWith(await smokeOf(named(args.slice(1))));
  else await bench(args);
}

async function bench(args: readonly string[]): Promise<void> {
  const names = args.filter((name) => name !== PAGE);
  const isKept = args.length === 0 || args.includes(PAGE);
  const isOnlyPage = names.length === 0 && args.length > 0;
  const place = placeIn(FOLDER, (line) => void process.stderr.write(`${line}\n`));
  if (!isOnlyPage) await measure(named(names), { place, isKept });
  if (isKept) renewPage();
}

/** The benchmarks of these names, all of them without names. */
function named(names: readonly string[]): readonly Benchmark[] {
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0)
    throw new Error(`no benchmark ${unknown.join(', ')}: ${benchmarks.map(({ name }) => name).join(' ')}`);
  return benchmarks.filter(({ name }) => names.length === 0 || names.includes(name));
}

const smokeOf = (chosen: readonly Benchmark[]): Promise<Tally> =>
  smoke(chosen, {
    place: placeIn(SMOKE_FOLDER, () => undefined),
    say: (line) => void process.stdout.write(`${line}\n`),
  });

/** Ends as the test commands do; where build/steps.ts asks for a report, it says the rest itself. */
function endWith({ passed, failed, troubles }: Tally): void {
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  const report = process.env['TEST_REPORT'];
  if (report !== undefined) writeFileSync(report, JSON.stringify({ passed, failed, troubles }));
  else
    process.stdout.write([...troubles, `${String(passed)} passed, ${String(failed)} failed`, ''].join('\n'));
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
