import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { benchFile, onTown, townPaths } from '../bench-town.ts';
import { type BenchPlace, defineBenchmark } from '../benchmark.ts';
import type { Figure } from '../measure.ts';
import { outcomeShape, PART_VARIABLE, type Part, type PartOutcome } from './parts.ts';

/** What is measured: packages of a town, and of a smaller one. */
interface PackagesSize {
  readonly people: number;
  /** The smaller town has this share of the people. */
  readonly share: number;
  /** Of the larger package; the other has a tenth of them. */
  readonly edits: number;
  /** Each step that is compared is repeated, taking turns with what it is compared with. */
  readonly rounds: number;
}

/** As `build/zw.mjs` starts the commands of the exchange; what they are compared with runs as Node starts by itself. */
const PASSING_FLAGS = ['--min-semi-space-size=8', '--max-semi-space-size=8', '--heap-growing-percent=100'];
const BARE: readonly Part['part'][] = ['floor', 'lines', 'zstd'];
/** Ten minutes: a first package of a million people on a busy machine takes three. */
const LIMIT_MS = 600_000;

type Run = (part: Part['part'], more?: Partial<Part>) => PartOutcome;

/** What making, packing and taking in packages depends on. */
export const packagePaths = [
  ...townPaths,
  'db/cli/bench/packages',
  'db/exchange/package',
  'db/exchange/sync',
  'db/model/sync',
  'db/store/changelog',
  'db/store/search',
  'db/store/sync',
] as const;

/** Sending from an encrypted town, first packages and increments, beside what the bare work costs in the same run. */
export const packagesBenchmark = defineBenchmark({
  name: 'packages',
  dependsOn: packagePaths,
  full: { people: 1_000_000, share: 0.1, edits: 10_000, rounds: 5 },
  small: { people: 1000, share: 1, edits: 40, rounds: 1 },
  figures: ({ edits }) => [
    ...['first', 'first.lines', 'first.zstd', 'first.over-zstd', 'first.memory'].map(
      (name) => `packages.${name}`,
    ),
    ...sizesOf(edits).flatMap((count) =>
      ['', '.floor', '.over-floor', '.bytes', '.growth'].map(
        (end) => `packages.${String(count)}-edits${end}`,
      ),
    ),
    ...['', '.first', '.again'].map((end) => `packages.take-in${end}`),
  ],
  run: (size, place) => packagesFigures(size, place),
});

/** Edits of both packages. */
const sizesOf = (edits: number): readonly number[] => [Math.ceil(edits / 10), edits];

async function packagesFigures(size: PackagesSize, place: BenchPlace): Promise<readonly Figure[]> {
  const below = await sending({ ...size, people: Math.ceil(size.people * size.share) }, place, true);
  const figures = await sending(size, place, false);
  const grown = figures.increments.map((of, i) => growth(of, below.increments[i], size.people));
  return [...figures.first, ...figures.increments.flatMap(incrementFigures), ...grown, ...below.ingest];
}

interface Increment {
  readonly edits: number;
  readonly people: number;
  readonly sent: readonly PartOutcome[];
  readonly bare: readonly PartOutcome[];
  readonly isPromised: boolean;
}

interface Sending {
  readonly first: readonly Figure[];
  readonly increments: readonly Increment[];
  readonly ingest: readonly Figure[];
}

async function sending(
  { people, edits, rounds }: PackagesSize,
  { folder, context }: BenchPlace,
  isTakenIn: boolean,
): Promise<Sending> {
  // Builds it, or brings it up to the tables of this program.
  await onTown(people, { folder, context }, () => undefined);
  const run: Run = (part, more = {}) => {
    const outcome = runApart({
      part,
      folder: path.resolve(folder),
      people,
      file: '',
      edits: 0,
      seed: 1,
      level: 1,
      ...more,
    });
    context.say(
      `${part} ${String(people)}: ${outcome.cpu_s.toFixed(3)} s CPU, ${outcome.peak_MB.toFixed(0)} MB ${outcome.said}`,
    );
    return outcome;
  };
  run('prepare', { file: benchFile(folder, people) });
  try {
    const first = run('send');
    const figures = isTakenIn ? [] : firstFigures(first, zstdOf(run, folder), people);
    const taken: PartOutcome[] = isTakenIn ? [run('ingest', { file: first.file })] : [];
    const increments: Increment[] = [];
    for (const [i, count] of sizesOf(edits).entries()) {
      run('acknowledge');
      run('edit', { edits: count, seed: i + 1 });
      const turns = Array.from({ length: rounds }, () => ({ sent: run('send'), bare: run('floor') }));
      const sent = turns.map((turn) => turn.sent);
      increments.push({
        edits: count,
        people,
        sent,
        bare: turns.map((turn) => turn.bare),
        isPromised: i === 1,
      });
      const file = sent.at(-1)?.file ?? '';
      if (isTakenIn) taken.push(run('ingest', { file }));
      if (isTakenIn && i === 1) taken.push(run('ingest', { file }));
    }
    return { first: figures, increments, ingest: ingestFigures(taken, { people, edits }) };
  } finally {
    run('clear');
  }
}

interface BareZstd {
  /** At the level of the packages, and at the tool's own. */
  readonly same: PartOutcome;
  readonly usual: PartOutcome;
  readonly lines: PartOutcome;
}

/** Promised for a million people. */
const MOST_FOR_LINES_S = 16;
/** The level of the `zstd` command when none is given. */
const USUAL_LEVEL = 3;

function zstdOf(run: Run, folder: string): BareZstd {
  const file = path.resolve(folder, 'first-lines.ndjson');
  try {
    const lines = run('lines');
    run('write-lines', { file });
    return { lines, same: run('zstd', { file }), usual: run('zstd', { file, level: USUAL_LEVEL }) };
  } finally {
    rmSync(file, { force: true });
  }
}

function firstFigures(
  sent: PartOutcome,
  { same, usual, lines }: BareZstd,
  people: number,
): readonly Figure[] {
  const name = 'packages.first';
  const n = sent.rows;
  const work = `CPU; only reads the ${MB(lines.bytes)} of the same lines from a file, packs and writes them`;
  return [
    { name, value: sent.cpu_s, unit: 's', n, note: `${String(people)} people, CPU; ${facts(sent)}` },
    {
      name: `${name}.lines`,
      value: lines.cpu_s,
      unit: 's',
      n,
      target: { limit: MOST_FOR_LINES_S },
      note: `CPU; the ${MB(lines.bytes)} of lines made and let go: what a package costs before it is packed, sealed and written`,
    },
    { name: `${name}.zstd`, value: usual.cpu_s, unit: 's', n, note: `${work}, level 3; ${MB(usual.bytes)}` },
    {
      name: `${name}.over-zstd`,
      value: sent.cpu_s / usual.cpu_s,
      unit: 'ratio',
      n,
      target: { limit: 2.5 },
      note: `over zstd at the level of packages, 1: ${(sent.cpu_s / same.cpu_s).toFixed(2)}`,
    },
    {
      name: `${name}.memory`,
      value: sent.peak_MB,
      unit: 'MB',
      n,
      target: { limit: 200 },
      note: `the whole process; ${sent.base_MB.toFixed(0)} MB of it the program before it opens anything`,
    },
  ];
}

function incrementFigures({ edits, people, sent, bare, isPromised }: Increment): readonly Figure[] {
  const name = `packages.${String(edits)}-edits`;
  const ours = median(sent);
  const floor = median(bare);
  return [
    { name, value: ours.cpu_s, unit: 's', n: edits, note: `${String(people)} people, CPU; ${facts(ours)}` },
    {
      name: `${name}.floor`,
      value: floor.cpu_s,
      unit: 's',
      n: edits,
      note: `CPU; a straight script: changed people whole, JSON, zstd, AES-GCM, Ed25519, flushed, read back; ${facts(floor)}`,
    },
    {
      name: `${name}.over-floor`,
      value: ours.cpu_s / floor.cpu_s,
      unit: 'ratio',
      n: edits,
      ...(isPromised ? { target: { limit: 1.5 } } : {}),
      note: `medians of ${String(sent.length)} in processes of their own, by turns`,
    },
    {
      name: `${name}.bytes`,
      value: ours.bytes / 1000,
      unit: 'KB',
      n: edits,
      note: `floor ${MB(floor.bytes)}`,
    },
  ];
}

function growth(of: Increment, below: Increment | undefined, people: number): Figure {
  const small = below === undefined ? Number.NaN : median(below.sent).cpu_s;
  return {
    name: `packages.${String(of.edits)}-edits.growth`,
    value: median(of.sent).cpu_s / small,
    unit: 'ratio',
    n: of.edits,
    target: { limit: 1.2 },
    note: `CPU at ${String(people)} people over CPU at ${String(below?.people ?? 0)} (${small.toFixed(3)} s)`,
  };
}

function ingestFigures(
  taken: readonly PartOutcome[],
  { people, edits }: { readonly people: number; readonly edits: number },
): readonly Figure[] {
  const [first, , changed, again] = taken;
  if (first === undefined || changed === undefined || again === undefined) return [];
  const of = `a city on SQLite, ${String(people)} people`;
  const name = 'packages.take-in';
  return [
    { name: `${name}.first`, value: first.cpu_s, unit: 's', n: people, note: `CPU; ${of}; ${facts(first)}` },
    { name, value: changed.cpu_s, unit: 's', n: edits, note: `CPU; ${of}; ${facts(changed)}` },
    {
      name: `${name}.again`,
      value: again.cpu_s / changed.cpu_s,
      unit: 'ratio',
      n: edits,
      target: { limit: 0.6 },
      note: `the same file once more: ${again.said}`,
    },
  ];
}

const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;

function facts({ wall_s, bytes, peak_MB, said }: PartOutcome): string {
  const size = bytes === 0 ? '' : `, ${MB(bytes)}`;
  return `${wall_s.toFixed(2)} s wall${size}, peak ${peak_MB.toFixed(0)} MB${said === '' ? '' : `, ${said}`}`;
}

function median(outcomes: readonly PartOutcome[]): PartOutcome {
  const sorted = outcomes.toSorted((a, b) => a.cpu_s - b.cpu_s);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

/** Runs a step in a process of its own: this very program, told by a variable. */
function runApart(part: Part): PartOutcome {
  const [program = ''] = process.argv.slice(1);
  const flags = BARE.includes(part.part) ? [] : PASSING_FLAGS;
  const out = execFileSync(process.execPath, [...flags, program, 'bench', 'packages'], {
    encoding: 'utf8',
    env: { ...process.env, [PART_VARIABLE]: JSON.stringify(part) },
    timeout: LIMIT_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return outcomeShape.parse(JSON.parse(out));
}
