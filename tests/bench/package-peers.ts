import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { z } from 'zod';
import { onTown } from '../../db/cli/bench/bench-town.ts';
import { defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { costOf, type Figure } from '../../db/cli/bench/measure.ts';
import { packagePaths } from '../../db/cli/bench/packages/packages-bench.ts';
import { runPart } from '../../db/cli/bench/packages/parts.ts';
import { columnsOf, editedWithSession, peopleIn, plainTable } from './peers/package-table.ts';
import { runPeer } from './run-peer.ts';

/** Edits carried by packages and by other programs. */
interface PeersSize {
  readonly people: number;
  readonly edits: number;
  readonly rounds: number;
}

/** Where one run works: a folder of its own, thrown away at the end. */
interface PeersRun extends PeersSize {
  readonly at: (name: string) => string;
}

const CHANGESETS = [
  { hasStamps: true, name: 'SQLite session changeset + zstd, with time and author of each row' },
  // The last one stays as the edited copy of the others.
  { hasStamps: false, name: 'SQLite session changeset + zstd, without times and authors' },
] as const;
const SQLDIFF = 'sqldiff + zstd';
const SQLDIFF_CHANGESET = 'sqldiff --changeset + zstd';
const COPY = 'full copy + zstd';
const GIT = 'git bundle, JSON lines in 256 files';
const WORKBOOK = 'xlsx, exceljs 4.4.0 stream writer';
const POUCHDB = 'PouchDB 9 on LevelDB, changes + documents + zstd';
const OWN = 'this product';

const namesOf = (peers: readonly string[]): readonly string[] =>
  peers.flatMap((name) => [`peer.package.${name}`, `peer.package-bytes.${name}`]);

/**
 * The same edits carried by other programs, from a plain table of the same people. Their edited and former copies are made
 * beforehand and cost nothing. `SQLDIFF` and `POUCHDB` name places of those two where they are not installed.
 */
export const packagePeers = defineBenchmark<PeersSize>({
  name: 'package-peers',
  dependsOn: [
    ...packagePaths,
    'tests/bench/package-peers.ts',
    'tests/bench/peers',
    'tests/bench/run-peer.ts',
  ],
  full: { people: 100_000, edits: 10_000, rounds: 3 },
  small: { people: 1000, edits: 40, rounds: 1 },
  figures: () => namesOf([OWN, ...CHANGESETS.map(({ name }) => name), COPY, GIT, WORKBOOK]),
  optionalFigures: () => namesOf([SQLDIFF, SQLDIFF_CHANGESET, POUCHDB]),
  run: async (size, place) => {
    const { file } = await onTown(size.people, place, ({ store }) => store.info);
    const folder = path.resolve(place.folder, 'package-peers');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    try {
      return await measured({ ...size, at: (name) => path.join(folder, name) }, file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
});

async function measured(run: PeersRun, town: string): Promise<readonly Figure[]> {
  const own = await ownPackage(run, town);
  const { at } = run;
  await plainTable(at('base.db'), at('first.ndjson'));
  return [
    ...own,
    ...(await changesets(run)),
    ...sqldiff(run),
    ...fullCopy(run),
    ...(await gitBundle(run)),
    ...apart(run, WORKBOOK, { program: 'package-xlsx', args: [at('first.ndjson'), at('people.xlsx')] }),
    ...(process.env['POUCHDB'] === undefined
      ? []
      : apart(run, POUCHDB, {
          program: 'package-pouchdb',
          args: [at('first.ndjson'), at('increment.ndjson'), at('pouch')],
        })),
  ];
}

async function ownPackage(run: PeersRun, town: string): Promise<readonly Figure[]> {
  const { at, people, edits } = run;
  const step = (part: Parameters<typeof runPart>[0]['part'], file = '') =>
    runPart({ part, folder: at(''), people, file, edits, seed: 1, level: 1 });
  await step('prepare', town);
  await step('write-lines', at('first.ndjson'));
  await step('send');
  await step('acknowledge');
  await step('edit');
  await step('write-lines', at('increment.ndjson'));
  const rounds = [];
  for (let i = 0; i < run.rounds; i += 1) rounds.push(await step('send'));
  const sent = rounds.toSorted((a, b) => a.cpu_s - b.cpu_s)[Math.floor(run.rounds / 2)];
  await step('clear');
  if (sent === undefined) throw new Error('nothing was sent');
  return peer(run, OWN, {
    ...sent,
    note: 'from an encrypted store; signed, encrypted, flushed, read back; with time and author of each change',
  });
}

interface Carried {
  readonly cpu_s: number;
  readonly bytes: number;
  readonly note: string;
}

function peer({ edits }: PeersRun, name: string, { cpu_s, bytes, note }: Carried): readonly Figure[] {
  const [ofTime = '', ofBytes = ''] = namesOf([name]);
  return [
    { name: ofTime, value: cpu_s, unit: 's', n: edits, note: `CPU; ${note}` },
    { name: ofBytes, value: bytes / 1000, unit: 'KB', n: edits },
  ];
}

/** Level 3, the tool's own. */
function packed(bytes: Uint8Array, level = 3): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: level } });
}

async function changesets(run: PeersRun): Promise<readonly Figure[]> {
  const { at } = run;
  const found: Figure[] = [];
  for (const { hasStamps, name } of CHANGESETS) {
    copyFileSync(at('base.db'), at('edited.db'));
    const { changeset, cpu_s } = await editedWithSession(at('edited.db'), at('increment.ndjson'), hasStamps);
    const packing = await costOf(() => packed(changeset));
    const sizes = [1, 6, 9].map(
      (level) => `level ${String(level)} ${(packed(changeset, level).length / 1000).toFixed(0)} KB`,
    );
    found.push(
      ...peer(run, name, {
        cpu_s: cpu_s + packing.cpu_s,
        bytes: packing.result.length,
        note: `recorded beforehand in memory of the editing program; carries old values; ${sizes.join(', ')}`,
      }),
    );
  }
  return found;
}

function sqldiff(run: PeersRun): readonly Figure[] {
  const { at } = run;
  const tool = process.env['SQLDIFF'] ?? 'sqldiff';
  const pack = `zstd -q -3 -c`;
  const copies = `'${at('base.db')}' '${at('edited.db')}'`;
  const changeset = at('out.changeset');
  const note = 'compares two copies; needs the former one';
  return [
    ...shell(run, SQLDIFF, {
      command: `${tool} --table person ${copies} | ${pack} > '${at('out')}'`,
      note,
    }),
    ...shell(run, SQLDIFF_CHANGESET, {
      command: `${tool} --table person --changeset '${changeset}' ${copies} && ${pack} '${changeset}' > '${at('out')}'`,
      note,
    }),
  ];
}

function fullCopy(run: PeersRun): readonly Figure[] {
  const { at } = run;
  return shell(run, COPY, {
    command: `zstd -q -3 -c '${at('edited.db')}' > '${at('out')}'`,
    note: 'the people only, without the other ledgers; cannot be merged',
  });
}

/** One JSON line a person in 256 files, the former state committed; then the edits, committed and bundled. */
async function gitBundle(run: PeersRun): Promise<readonly Figure[]> {
  const { at } = run;
  const folder = at('git');
  mkdirSync(folder);
  const rows = new Map<string, Readonly<Record<string, unknown>>>();
  for await (const { i, w } of peopleIn(at('first.ndjson'))) rows.set(i, { id: i, ...w });
  const write = (): void => {
    const shards = Map.groupBy(rows.keys(), (id) => id.slice(-2));
    for (const [shard, ids] of shards)
      writeFileSync(
        path.join(folder, `${shard}.jsonl`),
        ids.map((id) => `${JSON.stringify(rows.get(id))}\n`).join(''),
      );
  };
  write();
  const git = `git -C '${folder}' -c user.name=a -c user.email=a@b -c gc.auto=0`;
  runShell(`git init -q '${folder}' && ${git} add . && ${git} commit -qm base && ${git} tag base`);
  for await (const line of peopleIn(at('increment.ndjson')))
    rows.set(line.i, { id: line.i, ...rows.get(line.i), ...columnsOf(line, true) });
  write();
  return shell(run, GIT, {
    command: `${git} commit -qam edits && ${git} bundle create -q '${at('out')}' base..HEAD`,
    note: 'writing the files again is not counted',
  });
}

interface ShellWork {
  readonly command: string;
  readonly note: string;
}

function shell(run: PeersRun, name: string, { command, note }: ShellWork): readonly Figure[] {
  const out = run.at('out');
  rmSync(out, { force: true });
  const done = runShell(`TIMEFORMAT='%U %S'; time { ${command}; }`);
  if (done === null || !existsSync(out)) return [];
  const [user = 0, system = 0] = done.trim().split(/\s+/).slice(-2).map(Number);
  return peer(run, name, { cpu_s: user + system, bytes: statSync(out).size, note });
}

/** What the command says on its error output; `null` when it failed, which is told. */
function runShell(command: string): string | null {
  const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], { encoding: 'utf8' });
  if (status === 0) return stderr;
  process.stderr.write(`${command.slice(0, 60)}: ${stderr.slice(-300)}\n`);
  return null;
}

const apartShape = z.object({ cpu_s: z.number(), bytes: z.number(), note: z.string() });

function apart(
  run: PeersRun,
  name: string,
  { program, args }: { readonly program: string; readonly args: readonly string[] },
): readonly Figure[] {
  const answer = runPeer(program, args);
  return answer === null ? [] : peer(run, name, apartShape.parse(answer));
}
