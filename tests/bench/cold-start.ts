import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { onScreen } from '../../build/screen.ts';
import { onTown, townPaths } from '../../db/cli/bench/bench-town.ts';
import { defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { type Figure, median } from '../../db/cli/bench/measure.ts';

/** Promised of the start of the program until a list can be used. */
const TARGET = { limit: 2000 } as const;
/** The same over an empty window of the same Electron, which says how much of it is ours. */
const TARGET_OVER_EMPTY = { limit: 2.3 } as const;
const LIMIT_MS = 20 * 60_000;

/** Kinds of process there are in every runtime; some have others too. */
const PROCESSES = ['all', 'main', 'renderer', 'gpu-process', 'zygote', 'dbhost'] as const;
const OTHER_PROCESSES = ['utility'] as const;

/** The built program in its window: from its start to the first list, beside an empty window, and its memory then. */
export const coldStart = defineBenchmark({
  name: 'cold-start',
  dependsOn: [
    ...townPaths,
    'build/bundle.ts',
    'build/runtime.ts',
    'electron',
    'renderer',
    'tests/bench/cold-start.ts',
    'tests/bench/empty-window',
    'tests/bench/window-starts.ts',
  ],
  full: { people: 1_000_000, starts: 7 },
  small: { people: 1000, starts: 1 },
  figures: () => [
    'cold-start.first-list',
    'cold-start.empty-window',
    'cold-start.over-empty-window',
    ...PROCESSES.map((kind) => `memory.${kind}`),
  ],
  optionalFigures: () => OTHER_PROCESSES.map((kind) => `memory.${kind}`),
  run: async ({ people, starts }, place) => {
    const { file } = await onTown(people, place, ({ store }) => store.info);
    return startFigures(file, starts);
  },
});

const shape = z.object({
  empty: z.array(z.number()),
  product: z.array(z.number()),
  memory_MB: z.record(z.string(), z.number()),
  runtime: z.string(),
});

function startFigures(town: string, starts: number): readonly Figure[] {
  const { empty, product, memory_MB, runtime } = started(town, starts);
  const ratio = median(product) / median(empty);
  return [
    {
      ...starting('cold-start.first-list', product),
      target: TARGET,
      note: `slowest of the starts, files cached, on a computer that has started it before; ${runtime}; watched by Playwright`,
    },
    { ...starting('cold-start.empty-window', empty), note: 'the same Electron, by turns with ours' },
    {
      name: 'cold-start.over-empty-window',
      value: ratio,
      unit: 'ratio',
      n: starts,
      target: TARGET_OVER_EMPTY,
      note: 'medians',
    },
    ...Object.entries(memory_MB).map(([kind, value]): Figure => ({
      name: `memory.${kind}`,
      value,
      unit: 'MB',
      n: 1,
      note: 'proportional set size',
    })),
  ];
}

const starting = (name: string, starts_ms: readonly number[]) =>
  ({
    name,
    value: Math.max(...starts_ms),
    unit: 'ms',
    n: starts_ms.length,
    samples: starts_ms.map((wall_ms) => ({ wall_ms })),
  }) as const;

/** In a process of its own: Playwright is no part of this bundle, and what it starts needs a screen. */
function started(town: string, starts: number): z.infer<typeof shape> {
  const script = path.resolve('tests/bench/window-starts.ts');
  const [program, ...args] = onScreen([process.execPath, script, town, String(starts)]);
  const { error, status, signal, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: LIMIT_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { LANG: 'zh_CN.UTF-8', ...process.env },
  });
  if (error !== undefined)
    throw new Error(`${program} for window-starts.ts: ${error.message}`, { cause: error });
  if (status !== 0) throw new Error(`window-starts.ts ended with ${String(status ?? signal)}`);
  return shape.parse(JSON.parse(stdout));
}
