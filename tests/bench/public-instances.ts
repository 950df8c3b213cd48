import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BenchPlace, defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { type Figure, mustBeNone } from '../../db/cli/bench/measure.ts';
import { benchInstance, type InstanceResult } from '../../db/planner/public/bench-instance.ts';

/** Beside the towns, when `ROSTER_INSTANCES` names no other place; the files are not part of this project. */
const USUAL_FOLDER = 'roster-instances';
/** Figures of an instance; no cost where no roster was found that keeps the rules. */
const PARTS = ['cost', 'bound', 'seconds', 'cpu', 'work'] as const;

interface InstancesSize {
  /** Where the files are; `null` where `ROSTER_INSTANCES` says. */
  readonly folder: string | null;
  /** Files that are there. */
  readonly present: readonly string[];
  /** Files that may be there. */
  readonly possible: readonly string[];
  /** Seconds on the wall for each. */
  readonly limit_s: number;
}

/** The public instances of T. Curtois and R. Qu (2014), as many of the 24 as there are files of. */
export const publicInstances = defineBenchmark<InstancesSize>({
  name: 'public-rosters',
  dependsOn: [
    'db/cli/bench/measure.ts',
    'db/planner/linear',
    'db/planner/public',
    'tests/bench/public-instances.ts',
  ],
  full: {
    folder: null,
    present: [],
    possible: Array.from({ length: 24 }, (_, i) => `Instance${String(i + 1)}`),
    limit_s: 60,
  },
  // Made up for the tests of the solver, in the same format.
  small: { folder: 'tests/fixtures/roster', present: ['two-shifts', 'odd-order'], possible: [], limit_s: 5 },
  figures: ({ present }) => ['public-rosters.broken', ...present.flatMap(figureNames)],
  optionalFigures: ({ possible }) => possible.flatMap(figureNames),
  whyLeftOut: (size, place) => {
    const folder = folderOf(size, place);
    return existsSync(folder) ? null : `no files in ${folder}`;
  },
  run: async (size, place) => {
    const results: InstanceResult[] = [];
    for (const name of [...size.present, ...size.possible]) {
      const file = path.join(folderOf(size, place), `${name}.txt`);
      if (!existsSync(file)) continue;
      const result = await benchInstance(name, readFileSync(file, 'utf8'), { limit_s: size.limit_s });
      place.context.say(`${name}: ${String(result.cost)} (bound ${String(result.bound)})`);
      results.push(result);
    }
    return [brokenFigure(results), ...results.flatMap(instanceFigures)];
  },
});

const folderOf = ({ folder }: InstancesSize, place: BenchPlace): string =>
  folder ?? process.env['ROSTER_INSTANCES'] ?? path.join(place.folder, USUAL_FOLDER);

/** Names of the figures of an instance. */
export const figureNames = (instance: string): readonly string[] =>
  PARTS.map((part) => `public-rosters.${instance}.${part}`);

function brokenFigure(results: readonly InstanceResult[]): Figure {
  const broken = results.filter(({ cost, feasible }) => cost !== null && !feasible);
  return mustBeNone('public-rosters.broken', broken.length, {
    n: results.length,
    note: 'rosters in which the scorer finds a rule broken; it shares no code with the solver',
  });
}

function instanceFigures(result: InstanceResult): readonly Figure[] {
  const { instance, feasible, cost, bound, seconds, cpu_s, work } = result;
  const [ofCost = '', ofBound = '', ofSeconds = '', ofCpu = '', ofWork = ''] = figureNames(instance);
  return [
    ...(feasible && cost !== null ? [{ name: ofCost, value: cost, unit: 'count', n: 1 } as const] : []),
    { name: ofBound, value: bound, unit: 'count', n: 1 },
    { name: ofSeconds, value: seconds, unit: 's', n: 1 },
    { name: ofCpu, value: cpu_s, unit: 's', n: 1 },
    { name: ofWork, value: work, unit: 'count', n: 1, note: 'simplex iterations' },
  ];
}
