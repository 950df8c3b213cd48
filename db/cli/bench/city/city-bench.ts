import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { initCity, type PostgresCity } from '../../../city/index.ts';
import { readLine, type Section } from '../../../model/sync/lines.ts';
import type { ArrivalOutcome, PackageFacts } from '../../../model/sync/sync-node.ts';
import type { SyncRecord } from '../../../model/sync/sync-record.ts';
import { defineBenchmark } from '../benchmark.ts';
import { type Figure, median, mustBeNone, type Sample, sampled } from '../measure.ts';
import { loadFloor, readyFile, upsertFloor, type Floor } from './city-floor.ts';
import { benchPeople, packageBytes, townNode } from './city-people.ts';
import { hasPostgres, psql, startScratchServer } from './scratch-server.ts';

/** What is measured: a city of so many people in so many towns, packages of so many edits. */
interface CitySize {
  readonly people: number;
  readonly edits: number;
  /** At least two a round. */
  readonly towns: number;
  /** Each measured on towns of its own, so that no round finds the pages of the one before. */
  readonly rounds: number;
}

const SEED = 7;
/** Records handed over at a time, as a reader of packages would. */
const BATCH = 1000;
const LINE_BREAK = 10;

interface Bench {
  readonly city: PostgresCity;
  readonly floor: Floor;
  readonly peopleByTown: readonly (readonly SyncRecord[])[];
  readonly size: CitySize;
  readonly say: (line: string) => void;
  readonly people: ReturnType<typeof benchPeople>;
}

/** Ingest of packages against psql doing the bare work in the same run, on a server of its own (fsync on). */
export const cityBenchmark = defineBenchmark({
  name: 'city',
  dependsOn: [
    'db/cli/bench/city',
    'db/cli/bench/measure.ts',
    'db/city',
    'db/model/define-ledger.ts',
    'db/model/ledgers',
    'db/model/sync',
  ],
  full: { people: 3_300_000, edits: 10_000, towns: 33, rounds: 3 },
  small: { people: 2000, edits: 100, towns: 4, rounds: 2 },
  figures: () => [
    ...['first-load', 'package'].flatMap((name) => [
      `city.${name}`,
      `city.${name}.psql`,
      `city.${name}.ratio`,
    ]),
    'city.bytes-per-person',
    'city.package.same-rows-again',
    'city.package.changed-again',
    'city.packages.each',
    'city.packages.total',
    'city.packages.repeated',
  ],
  whyLeftOut: () => (hasPostgres() ? null : 'no PostgreSQL here'),
  run: (size, { context }) => cityFigures(size, (line) => context.say(line)),
});

async function cityFigures(size: CitySize, say: Bench['say']): Promise<readonly Figure[]> {
  const server = await startScratchServer({ shared_buffers: '1GB', max_wal_size: '4GB' });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-city-bench-'));
  const url = server.newDatabase();
  const made = await initCity(url, {
    passphrase: 'bench',
    kdfCost: 1024,
    now: () => new Date(),
    unit: { code: '441900', name: '东莞市' },
  });
  if (!made.ok) throw new Error(made.problem.kind);
  try {
    const floor = { bin: server.bin, url, folder };
    return await measured({
      city: made.city,
      floor,
      size,
      say,
      people: benchPeople(SEED),
      peopleByTown: [],
    });
  } finally {
    await made.city.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured(empty: Bench): Promise<readonly Figure[]> {
  const { bench, figures: loading } = await loaded(empty);
  psql(bench.floor, ['-c', 'VACUUM (ANALYZE) person']);
  return [...loading, sizeOf(bench.floor), ...(await upserts(bench)), ...(await many(bench))];
}

/** Bytes a person takes with all indexes, for the sizing of docs/city.md. */
function sizeOf(floor: Floor): Figure {
  const answer = psql(floor, [
    '-At',
    '-c',
    `SELECT sum(pg_total_relation_size(p.relid)), sum(pg_relation_size(p.relid)), (SELECT count(*) FROM person)
     FROM pg_partition_tree('person') p WHERE p.isleaf`,
  ]);
  const [total = 0, heap = 0, rows = 1] = answer.trim().split('|').map(Number);
  const note = `bytes of a person with all indexes, ${Math.round(heap / rows)} of them in the table itself`;
  return { name: 'city.bytes-per-person', value: total / rows, unit: 'count', n: rows, note };
}

/** Fills all towns; the last ones are measured, when the city is nearly full. */
async function loaded(bench: Bench): Promise<{ readonly bench: Bench; readonly figures: readonly Figure[] }> {
  const { size, floor } = bench;
  const perTown = Math.max(size.edits, Math.floor(size.people / size.towns));
  const peopleByTown: (readonly SyncRecord[])[] = [];
  const ours: number[] = [];
  const bare: number[] = [];
  for (let town = 0; town < size.towns; town += 1) {
    const isMeasured = town >= size.towns - size.rounds;
    const { first, edited, file } = townFiles(bench, { town, perTown, isMeasured });
    peopleByTown.push(edited);
    if (isMeasured) checkpoint(floor);
    const took = await ingested(bench, first, { town, number: 1 });
    if (took.outcome.accepted !== perTown + 1) throw new Error(`accepted ${took.outcome.accepted}`);
    if (!isMeasured) continue;
    ours.push(took.wall_ms);
    checkpoint(floor);
    bare.push(loadFloor(floor, file));
    bench.say(`town ${town}: ${ours.at(-1)?.toFixed(0)} ms, bare ${bare.at(-1)?.toFixed(0)} ms`);
  }
  const note = `${perTown} rows, person table with all its indexes, ${perTown * (size.towns - 1)} rows in other towns`;
  return {
    bench: { ...bench, peopleByTown },
    figures: compared('city.first-load', { ours, bare, limit: 2, n: perTown, note }),
  };
}

/** What is needed of a town, so that its rows are not in memory while they are taken in, as those of a package are not. */
function townFiles(
  { people, size, floor }: Bench,
  of: { readonly town: number; readonly perTown: number; readonly isMeasured: boolean },
): { readonly first: Buffer; readonly edited: readonly SyncRecord[]; readonly file: string } {
  const { town, perTown, isMeasured } = of;
  const rows = people.whole(town, perTown);
  return {
    first: packageBytes([people.village(town), ...rows]),
    edited: rows.slice(0, size.edits),
    file: isMeasured ? readyFile(floor, { town: townNode(town), rows }) : '',
  };
}

/** One package of edits into a town, and the same edits by psql into another town of the same size. */
async function upserts(bench: Bench): Promise<readonly Figure[]> {
  const { floor, size, people, peopleByTown } = bench;
  const ours: number[] = [];
  const again: number[] = [];
  const bare: number[] = [];
  let changedAgain = 0;
  for (let round = 0; round < size.rounds; round += 1) {
    const [town, other] = [round * 2, round * 2 + 1];
    const lines = packageBytes(people.edits(town, peopleByTown[town] ?? [], round));
    const rows = peopleByTown[other] ?? [];
    const edits = people.edits(other, rows, round);
    checkpoint(floor);
    bare.push(upsertFloor(floor, { town: townNode(other).replace('-bench', ''), rows, edits }));
    checkpoint(floor);
    const took = await ingested(bench, lines, { town, number: 2 });
    ours.push(took.wall_ms);
    checkpoint(floor);
    const repeat = await ingested(bench, lines, { town, number: 3 });
    again.push(repeat.wall_ms);
    changedAgain += repeat.outcome.changed;
    bench.say(
      `round ${round}: ${ours.at(-1)?.toFixed(0)} ms, psql ${bare.at(-1)?.toFixed(0)} ms, again ${again.at(-1)?.toFixed(0)} ms`,
    );
  }
  const note = `${size.edits} edits into ${size.people} rows; lines read, judged, merged, committed`;
  return [
    ...compared('city.package', { ours, bare, limit: 1.4, n: size.edits, note }),
    {
      name: 'city.package.same-rows-again',
      value: median(again) / median(ours),
      unit: 'ratio',
      n: size.edits,
      target: { limit: 0.6 },
      note: 'the same rows in another file',
    },
    mustBeNone('city.package.changed-again', changedAgain, {
      n: size.rounds * size.edits,
      note: 'rows that the same rows in another file changed',
    }),
  ];
}

/** A package of a tenth of the edits from each town, one after the other in one process; then all of them once more. */
async function many(bench: Bench): Promise<readonly Figure[]> {
  const { people, peopleByTown, size, floor } = bench;
  const edits = Math.ceil(size.edits / 10);
  const packages = peopleByTown.map((rows, town) =>
    packageBytes(people.edits(town, rows.slice(-edits), size.rounds)),
  );
  checkpoint(floor);
  const first = await each(bench, packages, 'many');
  const second = await each(bench, packages, 'many');
  const note = `${size.towns} packages of ${edits} edits`;
  return [
    sampled('city.packages.each', first, { note }),
    { name: 'city.packages.total', value: total(first), unit: 'ms', n: size.towns, note },
    {
      name: 'city.packages.repeated',
      value: total(second) / total(first),
      unit: 'ratio',
      n: size.towns,
      target: { limit: 0.6 },
      note: `the same files again, known by their digest: ${total(second).toFixed(0)} ms`,
    },
  ];
}

async function each(bench: Bench, packages: readonly Buffer[], name: string): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const [town, lines] of packages.entries())
    samples.push(await ingested(bench, lines, { town, number: 4, digest: `${name}-${town}` }));
  return samples;
}

interface Compared {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
  readonly limit: number;
  readonly n: number;
  readonly note: string;
}

function compared(name: string, { ours, bare, limit, n, note }: Compared): readonly Figure[] {
  return [
    { name, value: median(ours), unit: 'ms', n, note },
    {
      name: `${name}.psql`,
      value: median(bare),
      unit: 'ms',
      n,
      note: 'psql with ready files, same indexes, fsync on',
    },
    {
      name: `${name}.ratio`,
      value: median(ours) / median(bare),
      unit: 'ratio',
      n,
      target: { limit },
      note: `median of ${ours.length}`,
    },
  ];
}

const total = (samples: readonly Sample[]): number => samples.reduce((sum, { wall_ms }) => sum + wall_ms, 0);

/** What was written before must not be flushed during the next measurement. */
const checkpoint = (floor: Floor): string => psql(floor, ['-c', 'CHECKPOINT']);

interface Sending {
  readonly town: number;
  readonly number: number;
  readonly digest?: string;
}

/** Takes a package in from its lines on, as the protocol would. */
async function ingested(
  { city }: Bench,
  lines: Buffer,
  sending: Sending,
): Promise<Sample & { readonly outcome: ArrivalOutcome }> {
  const facts = factsOf(sending);
  const start_ms = performance.now();
  const start = await city.incoming.start(facts);
  if (start.status === 'repeated') return { outcome: start.outcome, wall_ms: performance.now() - start_ms };
  if (start.status === 'early') throw new Error('a package of the benchmark came early');
  for (const records of batches(lines)) await city.incoming.apply(start.arrival, records);
  const outcome = await city.incoming.finish(start.arrival);
  return { outcome, wall_ms: performance.now() - start_ms };
}

function* batches(lines: Buffer): Generator<readonly SyncRecord[]> {
  let section: Section | null = null;
  let records: SyncRecord[] = [];
  let from = 0;
  for (let end = lines.indexOf(LINE_BREAK); end >= 0; end = lines.indexOf(LINE_BREAK, from)) {
    const line = readLine(lines.toString('utf8', from, end), section);
    from = end + 1;
    if (line.kind === 'unreadable') throw new Error(line.reason);
    if (line.kind === 'section') section = line.section;
    else records.push(line.record);
    if (records.length < BATCH) continue;
    yield records;
    records = [];
  }
  yield records;
}

function factsOf({ town, number, digest }: Sending): PackageFacts {
  return {
    digest: digest ?? randomUUID(),
    kind: 'increment',
    sender: townNode(town),
    receiver: 'city',
    series: 's',
    from: number,
    to: number,
    tip: `t${number}`,
    basis: null,
    seen: null,
    counts: {},
    writtenAt: new Date().toISOString(),
  };
}
