import { words } from '../../model/localized.ts';
import { type Bench, benchNames, benches } from '../bench/benches.ts';
import { withBenchTown } from '../bench/bench-town.ts';
import { measurement, type Measurement } from '../bench/measure.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../refusal.ts';
import { wholeNumber } from '../with-store.ts';

/** `zw bench NAME…`: measures on a practice town kept in a folder; the first run builds it. */
export const benchCommand: Command = {
  name: 'bench',
  summary: words(`测速：${benchNames.join(' ')} all`, `Measures: ${benchNames.join(' ')} all`),
  positionals: ['NAME'],
  repeats: true,
  options: {
    people: {
      type: 'string',
      value: 'N',
      help: words('练习库人数，默认 1000000', 'People of the practice town, default 1000000'),
    },
    folder: {
      type: 'string',
      value: 'DIR',
      help: words('练习库所在文件夹，默认 .cache/bench', 'Folder of the town, default .cache/bench'),
    },
  },
  prints: '[{name, value, unit, n, p50?, p95?, max?, target?, ok?, note?, machine, load, date}]',
  run: async (input, context) => {
    const people = wholeNumber(input, 'people', { fallback: 1_000_000, min: 1000, max: 1_200_000 });
    const folder = String(input.options['folder'] ?? '.cache/bench');
    const chosen = input.positionals.flatMap(benchesNamed);
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

function benchesNamed(name: string): readonly Bench[] {
  const found = name === 'all' ? benches : benches.filter((bench) => bench.name === name);
  if (found.length > 0) return found;
  throw new UsageError(
    words(
      `没有测速项“${name}”：${benchNames.join(' ')} all`,
      `No benchmark "${name}": ${benchNames.join(' ')} all`,
    ),
  );
}
