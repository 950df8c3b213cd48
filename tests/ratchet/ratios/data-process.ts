import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { fromHostShape, protocolVersion } from '../../../electron/contract/protocol.ts';
import type { Contest, Place, RatioGroup } from '../group.ts';
import { copyTown, townSizes } from '../towns.ts';

/** The data process as `npm run build` makes it. */
const PROGRAM = 'out/dbhost/index.cjs';
/** A program that does nothing, until it is told to end. */
const NOTHING = 'tests/ratchet/ratios/idle-process.cjs';

/** Processor time from the start of the data process to its first list, against a Node that starts and does nothing. */
export const startRatio: RatioGroup = {
  name: 'ratio.start',
  kind: 'ratio',
  floor: 'a Node that starts and does nothing',
  means: 'The program starts more slowly.',
  prepare: (place) => dataProcess(place, processorSeconds),
};

/** Memory of the data process after its first list, against a Node that does nothing. */
export const memoryRatio: RatioGroup = {
  name: 'ratio.memory',
  kind: 'ratio',
  floor: 'a Node that starts and does nothing',
  means: 'The program takes more memory from its start on.',
  prepare: (place) => dataProcess(place, ownBytes),
};

/** Each starts a process, which scatters little. */
const PAIRS = 7;

type Gauge = (pid: number) => number;

function dataProcess({ folder }: Place, gauge: Gauge): Contest {
  copyTown('large', folder);
  const town = `town-${String(townSizes.large)}.db`;
  for (const name of readdirSync(folder))
    if (name.startsWith(town))
      renameSync(path.join(folder, name), path.join(folder, name.replace(town, 'practice.db')));
  return {
    of: 'the data process with its first list',
    pairs: PAIRS,
    product: { isAnswered: true, run: () => started(folder, gauge), runs: 1 },
    floor: { isAnswered: true, run: () => idle(gauge), runs: 4 },
  };
}

/** Starts the data process, waits for its first list, looks at it, and lets it close its file. */
async function started(folder: string, gauge: Gauge): Promise<number> {
  const child = fork(PROGRAM, [], { serialization: 'advanced' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const practice = { people: townSizes.large, seed: 1, keep: true };
  const places = { file: path.join(folder, 'town.db'), practiceFile: path.join(folder, 'practice.db') };
  child.send({ type: 'start', protocol: protocolVersion, ...places, practice });
  const input = { ledger: 'person', where: {}, offset: 0, limit: 100 };
  child.send({ type: 'ask', id: 1, call: 'record.page', input, language: 'zh' });
  await listOf(child);
  const value = gauge(child.pid ?? 0);
  child.send({ type: 'close' });
  await ended;
  return value;
}

/** @throws when the answer is no list */
const listOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.on('message', (raw) => {
      const message = fromHostShape.parse(raw);
      if (message.type !== 'reply') return;
      if (message.reply.ok) resolve();
      else reject(new Error(`no list: ${JSON.stringify(message.reply.failure)}`));
    });
  });

async function idle(gauge: Gauge): Promise<number> {
  const child = fork(NOTHING, []);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise((resolve) => child.once('message', resolve));
  const value = gauge(child.pid ?? 0);
  child.disconnect();
  await ended;
  return value;
}

/** Of all threads of a process that runs, as the scheduler counts them; Linux only. */
function processorSeconds(pid: number): number {
  const tasks = `/proc/${String(pid)}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(path.join(tasks, task, 'schedstat'), 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9;
}

/** Memory that is a process's own, no part of a file; Linux only. */
function ownBytes(pid: number): number {
  const text = readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8');
  return Number(/^Anonymous:\s+(\d+) kB/m.exec(text)?.[1]) * 1024;
}
