import type { Benchmark, BenchPlace } from '../../db/cli/bench/benchmark.ts';
import { partAsked, runPart } from '../../db/cli/bench/packages/parts.ts';
import { benchmarks } from './benchmarks.ts';
import { renewPage } from './keep-page.ts';
import { measure } from './measure-all.ts';

// `npm run bench [-- NAME …]` measures everything, or what is named, and prints it. Without names, and with the name `page`,
// what was measured is kept in docs and the page is written.

const FOLDER = '.cache/bench';
const PAGE = 'page';

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

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
