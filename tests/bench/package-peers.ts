import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { z } from 'zod';
import { costOf, measurement, type Figure } from '../../db/cli/bench/measure.ts';
import { runPart } from '../../db/cli/bench/packages/parts.ts';
import { columnsOf, editedWithSession, peopleIn, plainTable } from './peers/package-table.ts';
import { runPeer } from './run-peer.ts';

// `node tests/bench/package-peers.ts`, after `npm run zw -- bench build --people 100000`: the same edits carried by other
// programs, from a plain table of the same people. Their edited and former copies are made beforehand and cost nothing.

const FOLDER = path.resolve('.cache/bench/package-peers');
const PEOPLE = 100_000;
const EDITS = 10_000;
const TOWN = path.resolve('.cache/bench', `town-${String(PEOPLE)}.db`);
const ROUNDS = 3;
function at(name: string): string {
  return path.join(FOLDER, name);
}

const figures = await measured();
const text = `[\n${figures.map((figure) => JSON.stringify(measurement(figure, new Date()))).join(',\n')}\n]\n`;
writeFileSync(path.resolve('.cache/bench', 'package-peers.json'), text);
process.stdout.write(text);
rmSync(FOLDER, { recursive: true });

async function measured(): Promise<readonly Figure[]> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const own = await ownPackage();
  await plainTable(at('base.db'), at('first.ndjson'));
  return [
    ...own,
    ...(await changesets()),
    ...sqldiff(),
    ...fullCopy(),
    ...(await gitBundle()),
    ...apart('xlsx, exceljs 4.4.0 stream writer', 'package-xlsx', [at('first.ndjson'), at('people.xlsx')]),
    ...apart('PouchDB 9 on LevelDB, changes + documents + zstd', 'package-pouchdb', [
      at('first.ndjson'),
      at('increment.ndjson'),
      at('pouch'),
    ]),
  ];
}

async function ownPackage(): Promise<readonly Figure[]> {
  const step = (part: Parameters<typeof runPart>[0]['part'], file = '') =>
    runPart({ part, folder: FOLDER, people: PEOPLE, file, edits: EDITS, seed: 1, level: 1 });
  await step('prepare', TOWN);
  await step('lines', at('first.ndjson'));
  await step('send');
  await step('acknowledge');
  await step('edit');
  await step('lines', at('increment.ndjson'));
  const rounds = [];
  for (let i = 0; i < ROUNDS; i += 1) rounds.push(await step('send'));
  const sent = rounds.toSorted((a, b) => a.cpu_s - b.cpu_s)[1];
  await step('clear');
  if (sent === undefined) throw new Error('nothing was sent');
  return peer(
    'this product',
    sent,
    'from an encrypted store; signed, encrypted, flushed, read back; with time and author of each change',
  );
}

interface Carried {
  readonly cpu_s: number;
  readonly bytes: number;
}

function peer(name: string, { cpu_s, bytes }: Carried, note: string): readonly Figure[] {
  return [
    { name: `peer.package.${name}`, value: cpu_s, unit: 's', n: EDITS, note: `CPU; ${note}` },
    { name: `peer.package-bytes.${name}`, value: bytes / 1000, unit: 'KB', n: EDITS },
  ];
}

/** Level 3, the tool's own. */
function packed(bytes: Uint8Array, level = 3): Uint8Array {
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: level } });
}

async function changesets(): Promise<readonly Figure[]> {
  const found: Figure[] = [];
  for (const hasStamps of [true, false]) {
    // The last one stays as the edited copy of the others.
    copyFileSync(at('base.db'), at('edited.db'));
    const { changeset, cpu_s } = await editedWithSession(at('edited.db'), at('increment.ndjson'), hasStamps);
    const packing = await costOf(() => packed(changeset));
    const sizes = [1, 6, 9].map(
      (level) => `level ${String(level)} ${(packed(changeset, level).length / 1000).toFixed(0)} KB`,
    );
    const label = hasStamps ? 'with time and author of each row' : 'without times and authors';
    found.push(
      ...peer(
        `SQLite session changeset + zstd, ${label}`,
        { cpu_s: cpu_s + packing.cpu_s, bytes: packing.result.length },
        `recorded beforehand in memory of the editing program; carries old values; ${sizes.join(', ')}`,
      ),
    );
  }
  return found;
}

function sqldiff(): readonly Figure[] {
  const tool = process.env['SQLDIFF'] ?? 'sqldiff';
  return [
    [
      'sqldiff + zstd',
      `${tool} --table person '${at('base.db')}' '${at('edited.db')}' | zstd -q -3 -c > '${at('out')}'`,
    ],
    [
      'sqldiff --changeset + zstd',
      `${tool} --table person --changeset '${at('out.changeset')}' '${at('base.db')}' '${at('edited.db')}' && zstd -q -3 -c '${at('out.changeset')}' > '${at('out')}'`,
    ],
  ].flatMap(([name = '', command = '']) => shell(name, command, 'compares two copies; needs the former one'));
}

function fullCopy(): readonly Figure[] {
  const command = `zstd -q -3 -c '${at('edited.db')}' > '${at('out')}'`;
  return shell('full copy + zstd', command, 'the people only, without the other ledgers; cannot be merged');
}

/** One JSON line a person in 256 files, the former state committed; then the edits, committed and bundled. */
async function gitBundle(): Promise<readonly Figure[]> {
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
  run(`git init -q '${folder}' && ${git} add . && ${git} commit -qm base && ${git} tag base`);
  for await (const line of peopleIn(at('increment.ndjson')))
    rows.set(line.i, { id: line.i, ...rows.get(line.i), ...columnsOf(line, true) });
  write();
  return shell(
    'git bundle, JSON lines in 256 files',
    `${git} commit -qam edits && ${git} bundle create -q '${at('out')}' base..HEAD`,
    'writing the files again is not counted',
  );
}

function shell(name: string, command: string, note: string): readonly Figure[] {
  rmSync(at('out'), { force: true });
  const done = run(`TIMEFORMAT='%U %S'; time { ${command}; }`);
  if (done === null || !existsSync(at('out'))) return [];
  const [user = 0, system = 0] = done.trim().split(/\s+/).slice(-2).map(Number);
  return peer(name, { cpu_s: user + system, bytes: statSync(at('out')).size }, note);
}

/** What the command says on its error output; `null` when it failed, which is told. */
function run(command: string): string | null {
  const { status, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], { encoding: 'utf8' });
  if (status === 0) return stderr;
  appendFileSync(process.stderr.fd, `${command.slice(0, 60)}: ${stderr.slice(-300)}\n`);
  return null;
}

function apart(name: string, program: string, args: readonly string[]): readonly Figure[] {
  const answer = runPeer(program, args);
  if (answer === null) return [];
  const shape = z.object({ cpu_s: z.number(), bytes: z.number(), note: z.string() });
  const { note, ...carried } = shape.parse(answer);
  return peer(name, carried, note);
}
