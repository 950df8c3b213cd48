import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { _electron as electron } from '@playwright/test';
import { measurement, type Figure } from '../../db/cli/bench/measure.ts';
import { findRuntime } from '../../build/runtime.ts';
import { launchOptions } from '../e2e/workbench.ts';

// `node tests/bench/cold-start.ts` (on a screen, after `npm run build` and `npm run bench -- build`): starts the built
// program on the town of a million people and measures until its first list shows rows, and the memory of all processes.

const FOLDER = path.resolve('.cache/bench');
const TOWN = path.join(FOLDER, 'town-1000000.db');
const STARTS = 5;
/** Promised of the start of the program until a list can be used. */
const TARGET = { limit: 2000 } as const;

if (!existsSync(TOWN)) throw new Error(`${TOWN} is missing: run "npm run bench -- build" first`);
const { env, description } = await findRuntime();
Object.assign(process.env, env);
const starts = [];
for (let i = 0; i < STARTS; i++) starts.push(await start());
const times = starts.map(({ ms }) => ({ wall_ms: ms }));
const figures: readonly Figure[] = [
  {
    name: 'cold-start.first-list',
    value: Math.max(...starts.map((s) => s.ms)),
    unit: 'ms',
    n: STARTS,
    samples: times,
    target: TARGET,
    note: `slowest of the starts, files cached; ${description}; started and watched by Playwright`,
  },
  ...Object.entries(starts.at(-1)?.memory ?? {}).map(([name, value]): Figure => ({
    name: `memory.${name}`,
    value,
    unit: 'MB',
    n: 1,
    note: 'proportional set size',
  })),
];
const text = `[\n${figures.map((f) => JSON.stringify(measurement(f, new Date()))).join(',\n')}\n]\n`;
// Kept for the page that `npm run bench` writes.
writeFileSync(path.join(FOLDER, 'cold-start.json'), text);
process.stdout.write(text);

async function start(): Promise<{ readonly ms: number; readonly memory: Readonly<Record<string, number>> }> {
  const folder = dataFolder();
  const start_ms = performance.now();
  const app = await electron.launch(launchOptions({ folder, args: ['--practice'] }));
  try {
    const page = await app.firstWindow();
    await page
      .locator('.home-area button', { hasText: /^实有人口/ })
      .first()
      .click();
    await page
      .locator('[role=row][row-index="0"] [col-id="name"]')
      .filter({ hasText: /./ })
      .first()
      .waitFor();
    const ms = performance.now() - start_ms;
    const pid = app.process().pid;
    return { ms, memory: pid === undefined ? {} : memoryOf(pid) };
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A data folder whose practice file is the bench town itself (a hard link: 5 GB are not copied). */
function dataFolder(): string {
  const folder = mkdtempSync(path.join(FOLDER, 'start-'));
  linkSync(TOWN, path.join(folder, 'practice.db'));
  for (const kind of ['keys', 'mark']) {
    const name = `.${kind}.json`;
    copyFileSync(`${TOWN}${name}`, path.join(folder, `practice.db${name}`));
  }
  return folder;
}

/** Proportional memory of a process and its descendants, by the name of their program. */
function memoryOf(root: number): Readonly<Record<string, number>> {
  const memory: Record<string, number> = { all: 0 };
  for (const pid of [root, ...descendants(root)]) {
    const pss = /^Pss:\s+(\d+) kB/m.exec(readText(`/proc/${String(pid)}/smaps_rollup`));
    const command = readText(`/proc/${String(pid)}/cmdline`);
    const kind = /--type=([\w-]+)/.exec(command)?.[1] ?? (command.includes('dbhost') ? 'dbhost' : 'main');
    const mb = Number(pss?.[1] ?? 0) / 1024;
    memory[kind] = (memory[kind] ?? 0) + mb;
    memory['all'] = (memory['all'] ?? 0) + mb;
  }
  return memory;
}

function descendants(pid: number): readonly number[] {
  const children = readText(`/proc/${String(pid)}/task/${String(pid)}/children`)
    .trim()
    .split(' ')
    .filter((id) => id !== '')
    .map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // it ended while we looked
  }
}
