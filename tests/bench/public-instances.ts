import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { benchInstance } from '../../db/planner/public/bench-instance.ts';

const KEPT = '.cache/bench/public-instances.json';
/** Where the files are looked for when `ROSTER_INSTANCES` names no folder; they are not part of this project. */
const FOLDER = '.cache/bench/roster-instances';
const LIMIT_S = 60;

/**
 * Best known costs of the instances of T. Curtois and R. Qu (2014), 1 to 24: as listed by wssuite/NurseScheduler,
 * `benchmark/nrp.yml`.
 */
const BEST_KNOWN = [
  607, 828, 1001, 1716, 1143, 1950, 1056, 1300, 439, 4631, 3443, 4040, 1348, 1278, 3829, 3225, 5746, 4459,
  3149, 4769, 21133, 30241, 17428, 42463,
];

const kept = z.object({
  date: z.string(),
  results: z.array(
    z.object({
      instance: z.string(),
      feasible: z.boolean(),
      cost: z.number().nullable(),
      bound: z.number(),
      proven: z.boolean(),
      seconds: z.number(),
      cpu_s: z.number(),
      work: z.number(),
    }),
  ),
});
type Result = z.infer<typeof kept>['results'][number];

/** Solves the instances where there are any, and keeps what came of it for the page. Without files nothing happens. */
export async function measurePublicInstances(say: (line: string) => void): Promise<void> {
  const folder = process.env['ROSTER_INSTANCES'] ?? FOLDER;
  if (!existsSync(folder)) return say(`public-rosters: left out, no files in ${folder}`);
  const results: Result[] = [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  for (const file of files.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
    const name = path.basename(file, '.txt');
    const result = await benchInstance(name, readFileSync(path.join(folder, file), 'utf8'), {
      limit_s: LIMIT_S,
    });
    say(`${name}: ${String(result.cost)} (bound ${String(result.bound)}), ${String(result.cpu_s)} CPU s`);
    results.push(result);
  }
  writeFileSync(KEPT, JSON.stringify({ date: new Date().toISOString(), results }));
}

/** Our costs beside the best known, of the last measurement; nothing where there was none. */
export function publicInstancesSection(): readonly string[] {
  if (!existsSync(KEPT)) return [];
  const { date, results } = kept.parse(JSON.parse(readFileSync(KEPT, 'utf8')));
  return [
    '## Rosters of public instances',
    '',
    'Shift scheduling of T. Curtois and R. Qu (2014), read from files that are not part of this project; every roster counted again',
    `by a scorer that shares no code with the solver, ${String(LIMIT_S)} s on the wall each, one thread (${date.slice(0, 10)}). Gap: between bound and`,
    'cost. Proven: no roster costs less. Work: simplex iterations; of a proven one the same everywhere.',
    '',
    '| instance | ours | bound | gap | best known | over it | proven | s | CPU s | work |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...results.map(line),
    '',
  ];
}

function line({ instance, feasible, cost, bound, proven, seconds, cpu_s, work }: Result): string {
  const best = BEST_KNOWN[Number(/\d+$/.exec(instance)?.[0]) - 1];
  const cells = [
    instance,
    feasible ? cost : 'none',
    bound,
    cost === null ? '' : percent(cost - bound, cost),
    best ?? '',
    best === undefined || cost === null ? '' : percent(cost - best, best),
    proven ? 'yes' : 'no',
    seconds,
    cpu_s,
    work,
  ];
  return `| ${cells.join(' | ')} |`;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / (whole || 1)).toFixed(2)} %`;
}
