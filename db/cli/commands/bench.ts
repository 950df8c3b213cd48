import { words } from '../../model/localized.ts';
import { type Bench, benchNames, benches, inOrder } from '../bench/benches.ts';
import { withBenchTown } from '../bench/bench-town.ts';
import { cityBench } from '../bench/city/city-bench.ts';
import { measurement, type Measurement } from '../bench/measure.ts';
import { packagesBench } from '../bench/packages/packages-bench.ts';
import { partAsked, runPart } from '../bench/packages/parts.ts';
import { rosterBench } from '../bench/roster/roster-bench.ts';
import type { Command, Context, Input } from '../command.ts';
import { UsageError } from '../refusal.ts';
import { wholeNumber } from '../with-store.ts';

/** What can be named; `all` is everything on the practice town. */
const names = [...benchNames, 'all', 'city', 'packages', 'roster'].join(' ');

/** `zw bench NAME…`: measures on a practice town kept in a folder; the first run builds it. */
export const benchCommand: Command = {
  name: 'bench',
  summary: words(`测速：${names}`, `Measures: ${names}`),
  positionals: ['NAME'],
  repeats: true,
  options: {
    people: {
      type: 'string',
      value: 'N',
      help: words('练习库人数，默认 1000000', 'People of the practice town, default 1000000'),
    },
    edits: {
      type: 'string',
      value: 'K',
      help: words(
        'city、packages：每个数据包的改动数，默认 10000',
        'city, packages: edits of a package, default 10000',
      ),
    },
    folder: {
      type: 'string',
      value: 'DIR',
      help: words('练习库所在文件夹，默认 .cache/bench', 'Folder of the town, default .cache/bench'),
    },
  },
  prints: '[{name, value, unit, n, p50?, p95?, max?, target?, ok?, note?, machine, load, date}]',
  run: async (input, context) => {
    if (input.positionals.includes('city')) return measuredCity(input, context);
    if (input.positionals.includes('packages')) return measuredPackages(input, context);
    if (input.positionals.includes('roster')) return measuredRosters(context);
    const people = wholeNumber(input, 'people', { fallback: 1_000_000, min: 1000, max: 1_200_000 });
    const folder = String(input.options['folder'] ?? '.cache/bench');
    const chosen = inOrder(input.positionals.flatMap(benchesNamed));
    const results: Measurement[] = [];
    await withBenchTown({ folder, people, context }, async (town) => {
      for (const { name, run } of chosen) {
        context.say(`bench ${name}`);
        for (const figure of await run(town)) results.push(measurement(figure, context.now()));
      }
    });
    return results;
  },
};

/** `zw bench city`: no practice town but a PostgreSQL server of its own; `--people` are those of all its towns. */
async function measuredCity(input: Input, context: Context): Promise<readonly Measurement[]> {
  const people = wholeNumber(input, 'people', { fallback: 330_000, min: 3300, max: 4_000_000 });
  const edits = wholeNumber(input, 'edits', { fallback: 10_000, min: 100, max: 100_000 });
  const figures = await cityBench({ people, edits, say: (line) => context.say(line) });
  return figures.map((figure) => measurement(figure, context.now()));
}

/** `zw bench packages`: two copies of practice towns that send, and a process for each step. */
async function measuredPackages(input: Input, context: Context): Promise<unknown> {
  const part = partAsked(context.environment);
  if (part !== null) return runPart(part);
  const people = wholeNumber(input, 'people', { fallback: 1_000_000, min: 10_000, max: 1_200_000 });
  const edits = wholeNumber(input, 'edits', { fallback: 10_000, min: 100, max: 100_000 });
  const folder = String(input.options['folder'] ?? '.cache/bench');
  const figures = await packagesBench({ people, edits, folder, context });
  return figures.map((figure) => measurement(figure, context.now()));
}

/** `zw bench roster`: generated offices, no database. */
async function measuredRosters(context: Context): Promise<readonly Measurement[]> {
  const figures = await rosterBench((line) => context.say(line));
  return figures.map((figure) => measurement(figure, context.now()));
}

function benchesNamed(name: string): readonly Bench[] {
  const found = name === 'all' ? benches : benches.filter((bench) => bench.name === name);
  if (found.length > 0) return found;
  throw new UsageError(words(`没有测速项“${name}”：${names}`, `No benchmark "${name}": ${names}`));
}
