import { rmSync, writeFileSync } from 'node:fs';
import { type Bench, benches as productBenches, inOrder } from '../../db/cli/bench/benches.ts';
import { cityBench } from '../../db/cli/bench/city/city-bench.ts';
import { hasPostgres } from '../../db/cli/bench/city/scratch-server.ts';
import { withBenchTown } from '../../db/cli/bench/bench-town.ts';
import { measurement, type Measurement } from '../../db/cli/bench/measure.ts';
import { packagesBench } from '../../db/cli/bench/packages/packages-bench.ts';
import { partAsked, runPart } from '../../db/cli/bench/packages/parts.ts';
import { rosterBench } from '../../db/cli/bench/roster/roster-bench.ts';
import { searchBench } from '../../db/cli/bench/search-bench.ts';
import type { Context } from '../../db/cli/command.ts';
import { keepFigures, readFigures } from './kept-figures.ts';
import { performancePage } from './performance-page.ts';
import { measurePublicInstances } from './public-instances.ts';
import { rosterCoreBench } from './roster-cores.ts';
import { sheetMemory, sheetPeers } from './sheet-peers.ts';
import { sqlitePeers } from './sqlite-peers.ts';

// `npm run bench [-- name …]`: every measurement on a million people; without names, and with the name `page`, writes
// docs/performance.md, of the last figures of each name.

const FOLDER = '.cache/bench';
/** The last figure of each name. */
const FIGURES = `${FOLDER}/figures.json`;
const PEOPLE = 1_000_000;
/** A city of 33 towns, and the edits of one package. */
const CITY = { people: 3_300_000, edits: 10_000 } as const;
/** Small enough to be searched row by row, so that every answer can be compared. */
const SCANNED_PEOPLE = 20_000;

const benches: readonly Bench[] = inOrder([
  ...productBenches,
  { name: 'memory', run: sheetMemory },
  { name: 'sheet-peers', run: sheetPeers },
  { name: 'sqlite-peers', run: sqlitePeers },
]);

const context: Context = {
  language: 'en',
  environment: process.env,
  now: () => new Date(),
  say: (line) => void process.stderr.write(`${line}\n`),
  progress: () => undefined,
  readStdin: () => '',
};

async function run(names: readonly string[]): Promise<void> {
  const wanted = (name: string): boolean => names.length === 0 || names.includes(name);
  const results: Measurement[] = [];
  const measure = async (people: number, chosen: readonly Bench[]): Promise<void> =>
    withBenchTown({ folder: FOLDER, people, context }, async (town) => {
      for (const bench of chosen) {
        context.say(`${bench.name} (${String(people)} people)`);
        for (const figure of await bench.run(town)) results.push(measurement(figure, context.now()));
      }
    });
  if (wanted('search')) await measure(SCANNED_PEOPLE, [{ name: 'search', run: comparedSearch }]);
  const onTown = benches.filter((bench) => wanted(bench.name));
  if (onTown.length > 0) await measure(PEOPLE, onTown);
  if (wanted('packages')) results.push(...(await packageFigures()));
  if (wanted('city')) results.push(...(await cityFigures()));
  if (wanted('roster')) results.push(...(await rosterFigures()));
  if (wanted('roster-cores')) results.push(...(await rosterCoreFigures()));
  if (wanted('public-rosters')) await measurePublicInstances((line) => context.say(line));
  process.stdout.write(`[\n${results.map((m) => JSON.stringify(m)).join(',\n')}\n]\n`);
  // A whole run begins anew; a part of it takes the place of its own figures.
  if (names.length === 0) rmSync(FIGURES, { force: true });
  const all = keepFigures(FIGURES, results);
  if (names.length === 0 || names.includes('page'))
    writeFileSync(
      'docs/performance.md',
      performancePage([...all, ...beside('cold-start.json'), ...beside('package-peers.json')]),
    );
}

/** On a PostgreSQL server of its own; without one the page says nothing of a city. */
async function cityFigures(): Promise<readonly Measurement[]> {
  if (!hasPostgres()) {
    context.say('city: left out, no PostgreSQL here');
    return [];
  }
  context.say(`city (${String(CITY.people)} people)`);
  const figures = await cityBench({ ...CITY, say: (line) => context.say(line) });
  return figures.map((figure) => measurement(figure, context.now()));
}

/** Conflicts planted in generated offices; no town is needed. */
async function rosterCoreFigures(): Promise<readonly Measurement[]> {
  context.say('roster-cores');
  const figures = await rosterCoreBench((line) => context.say(line));
  return figures.map((figure) => measurement(figure, context.now()));
}

/** Generated offices; the solver runs in threads of this program. */
async function rosterFigures(): Promise<readonly Measurement[]> {
  const figures = await rosterBench((line) => context.say(line));
  return figures.map((figure) => measurement(figure, context.now()));
}

/** Each step of it is this program again, told by a variable. */
async function packageFigures(): Promise<readonly Measurement[]> {
  const figures = await packagesBench({ folder: FOLDER, people: PEOPLE, edits: 10_000, context });
  return figures.map((figure) => measurement(figure, context.now()));
}

/** Figures of the last `cold-start.ts`, which needs a screen, and `package-peers.ts`: they are run by themselves. */
const beside = (name: string): readonly Measurement[] => readFigures(`${FOLDER}/${name}`);

/** Of the small town only the comparison counts: its times say nothing about a large one. */
const comparedSearch: Bench['run'] = (town) =>
  searchBench(town).filter((figure) => figure.name === 'search.mismatches');

async function main(names: readonly string[]): Promise<void> {
  const part = partAsked(process.env);
  if (part === null) await run(names);
  else process.stdout.write(`${JSON.stringify(await runPart(part))}\n`);
}

void main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
