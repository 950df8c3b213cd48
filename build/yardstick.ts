// How fast this machine is: `node build/yardstick.ts` does a fixed piece of work on two processors at once and says how many
// rounds of it one processor does in a second of its time. The seconds of budgets.json are those of a machine that does `rounds_per_s`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** As many as a lane keeps busy, so that what they take from each other (caches, memory) is in it. */
const SIDE_BY_SIDE = 2;
const ROUNDS = 10;
/** Before them the code is compiled. */
const WARM_UP = 2;
const ROWS = 20_000;

/**
 * Rounds of the work that one processor does in a second of its time, two at once: the median of ten each. What other
 * programs take is not in it, but for the caches they share.
 * @throws when the program that measures does not answer
 */
export function roundsPerSecond(): number {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename], { encoding: 'utf8' });
  const rounds = Number.parseFloat(stdout);
  if (!(rounds > 0)) throw new Error(`the yardstick did not answer: ${stderr}`);
  return rounds;
}

/** Seconds of a processor that each round of this thread takes. */
function roundsTimed(): readonly number[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'yardstick-'));
  try {
    const seconds: number[] = [];
    for (let i = 0; i < WARM_UP + ROUNDS; i += 1) {
      const start = process.threadCpuUsage();
      oneRound(folder);
      const { user, system } = process.threadCpuUsage(start);
      seconds.push((user + system) / 1e6);
    }
    return seconds.slice(WARM_UP);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What compilers, tests and the product spend their time with: rows made and thrown away, texts written, parsed, searched
 * and sorted, maps filled, bytes packed and digested, small files written and read in `folder`. Answers the digest of all it
 * made: the same on every machine, another when the work is another.
 */
export function oneRound(folder: string): string {
  const text = JSON.stringify(rowsOf(ROWS));
  const rows: readonly Row[] = JSON.parse(text);
  const byStreet = Map.groupBy(rows, ({ address }) => /^(.*?路)(\d+)号/u.exec(address)?.[1] ?? '');
  const byId = new Map(rows.map((row) => [row.id, row]));
  // Walked in another order than it was made in: the pace is that of memory.
  for (const row of rows.toSorted((a, b) => (a.address < b.address ? -1 : 1)))
    for (const tag of row.tags)
      if (byId.get(row.id)?.tags.includes(tag) !== true) throw new Error('a row was lost');
  const sorted = [...byStreet.values()].flatMap((some) =>
    some.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
  const packed = deflateRawSync(text, { level: 1 });
  const digest = createHash('sha256').update(inflateRawSync(packed)).update(JSON.stringify(sorted));
  for (let i = 0; i < FILES; i += 1) {
    const file = path.join(folder, String(i));
    writeFileSync(file, text.slice(i * FILE, (i + 1) * FILE));
    digest.update(readFileSync(file));
  }
  return digest.digest('hex');
}

const FILES = 40;
/** Characters of a file. */
const FILE = 4096;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly tags: readonly number[];
}

function rowsOf(count: number): readonly Row[] {
  let state = 20_261_206;
  // Numerical Recipes' linear congruential generator: the same rows everywhere.
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const han = (): string => String.fromCodePoint(0x4e_00 + next(0x50_00));
  return Array.from({ length: count }, (_, i) => ({
    id: `${String(i)}-${String(next(1e9))}`,
    name: han() + han() + han(),
    address: `${han()}${String.fromCodePoint(0x4e_00 + next(200))}路${String(next(2000))}号`,
    tags: [next(100), next(100), next(100)],
  }));
}

async function main(): Promise<void> {
  const threads = Array.from({ length: SIDE_BY_SIDE }, () => new Worker(new URL(import.meta.url)));
  const answers = await Promise.all(
    threads.map(
      (thread) =>
        new Promise<readonly number[]>((resolve, reject) =>
          thread.once('message', resolve).once('error', reject),
        ),
    ),
  );
  const sorted = answers.flat().toSorted((a, b) => a - b);
  process.stdout.write(`${(1 / (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN)).toFixed(3)}\n`);
}

if (!isMainThread) {
  const { parentPort } = await import('node:worker_threads');
  parentPort?.postMessage(roundsTimed());
} else if (import.meta.main) await main();
