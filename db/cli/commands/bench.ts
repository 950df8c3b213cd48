import { words } from '../../model/localized.ts';
import type { Benchmark, GivenSize } from '../bench/benchmark.ts';
import { productBenchmarks, townBenchmarks } from '../bench/benches.ts';
import { measurement, type Measurement } from '../bench/measure.ts';
import { partAsked, runPart } from '../bench/packages/parts.ts';
import type { Command, Input } from '../command.ts';
import { UsageError } from '../refusal.ts';
import { wholeNumber } from '../with-store.ts';

/** What can be named; `all` is everything on the practice town. */
const names = [...productBenchmarks.map(({ name }) => name), 'all'].join(' ');

/**
 * `zw bench NAME…`: measures on a practice town kept in a folder; the first run builds it. A step of `packages` is this
 * command again in a process of its own, told by a variable.
 */
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
    const part = partAsked(context.environment);
    if (part !== null) return runPart(part);
    const folder = String(input.options['folder'] ?? '.cache/bench');
    const results: Measurement[] = [];
    for (const benchmark of input.positionals.flatMap(benchmarksNamed)) {
      context.say(`bench ${benchmark.name}`);
      const figures = await benchmark.at('full', givenSize(benchmark, input)).run({ folder, context });
      for (const figure of figures) results.push(measurement(figure, context.now()));
    }
    return results;
  },
};

/** People where none are given, and what can be given: a city has those of all its towns, a package needs some to edit. */
const people: Readonly<
  Record<string, { readonly fallback: number; readonly min: number; readonly max: number }>
> = {
  city: { fallback: 330_000, min: 3300, max: 4_000_000 },
  packages: { fallback: 1_000_000, min: 10_000, max: 1_200_000 },
};
const usualPeople = { fallback: 1_000_000, min: 1000, max: 1_200_000 } as const;

function givenSize({ name }: Benchmark, input: Input): GivenSize {
  return {
    people: wholeNumber(input, 'people', people[name] ?? usualPeople),
    edits: wholeNumber(input, 'edits', { fallback: 10_000, min: 100, max: 100_000 }),
  };
}

function benchmarksNamed(name: string): readonly Benchmark[] {
  const found = name === 'all' ? townBenchmarks : productBenchmarks.filter((one) => one.name === name);
  if (found.length > 0) return found;
  throw new UsageError(words(`没有测速项“${name}”：${names}`, `No benchmark "${name}": ${names}`));
}
