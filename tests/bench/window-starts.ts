import { copyFileSync, linkSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { _electron as electron, type Page } from '@playwright/test';
import { bundleProgram } from '../../build/bundle-program.ts';
import { findRuntime } from '../../build/runtime.ts';
import { ledgerOf } from '../../db/model/registry.ts';
import { safeWebPreferences } from '../../electron/main/windows/web-preferences.ts';
import { root } from '../e2e/places.ts';
import { launchOptions, type StartOptions } from '../e2e/workbench.ts';

// A process of the benchmark `cold-start`, on a screen: `window-starts.ts TOWN STARTS` starts an empty window and the built
// program on that town by turns, and prints as JSON what each start took.

const EMPTY_WINDOW = path.resolve(import.meta.dirname, 'empty-window');
/** Only against hanging. */
const LIMIT_MS = 120_000;

const [town = '', starts = ''] = process.argv.slice(2);

/** Starts nobody counts: Chromium keeps the compiled scripts of a page it has seen twice, as it does for a clerk. */
const FIRST_STARTS = 3;

async function main(): Promise<void> {
  await bundleProgram((line) => process.stderr.write(`${line}\n`));
  const runtime = await findRuntime();
  Object.assign(process.env, runtime.env);
  const empty: number[] = [];
  const product: number[] = [];
  let memory_MB: Readonly<Record<string, number>> = {};
  const folders = [emptyWindow, firstList].map(() => mkdtempSync(path.join(path.dirname(town), 'start-')));
  const [emptyFolder = '', productFolder = ''] = folders;
  try {
    putTown(productFolder);
    for (let i = -FIRST_STARTS; i < Number(starts); i += 1) {
      const ofEmpty = await start(emptyWindow, emptyFolder);
      const { took_ms, memory } = await start(firstList, productFolder);
      if (i < 0) continue;
      empty.push(ofEmpty.took_ms);
      product.push(took_ms);
      memory_MB = memory;
    }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(JSON.stringify({ empty, product, memory_MB, runtime: runtime.description }));
}

/** A program as it is started, and when it has arrived. */
interface Program {
  /** How to start on a data folder. */
  options(folder: string): StartOptions;
  /** Folder of the application. */
  readonly application: string;
  arrived(page: Page): Promise<void>;
}

interface Start {
  readonly took_ms: number;
  readonly memory: Readonly<Record<string, number>>;
}

async function start(program: Program, folder: string): Promise<Start> {
  const launch = launchOptions(program.options(folder));
  const args = launch.args.map((argument) => (argument === root ? program.application : argument));
  const started_ms = performance.now();
  const app = await electron.launch({ ...launch, args });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    await program.arrived(page);
    const took_ms = performance.now() - started_ms;
    const { pid } = app.process();
    return { took_ms, memory: pid === undefined ? {} : memoryOf(pid) };
  } finally {
    await app.close();
  }
}

/** The same Electron with nothing in it, until its page has been drawn. */
const emptyWindow: Program = {
  application: EMPTY_WINDOW,
  options: (folder) => ({ folder, env: { WEB_PREFERENCES: JSON.stringify(safeWebPreferences) } }),
  arrived: (page) =>
    page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          // The frame after the first one.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }),
    ),
};

/** The program on the town, until the list of people, opened at once, shows its first row. */
const firstList: Program = {
  application: root,
  options: (folder) => ({ folder, args: ['--practice'] }),
  arrived: async (page) => {
    const entry = `.side-nav-entry[title="${ledgerOf('person').label.zh}"]`;
    await shown(page, entry);
    // Playwright's own click waits until the entry has stood still for two frames; the page draws the first screen meanwhile.
    await page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.click(), entry);
    const row = 'main > [role=tabpanel]:not([hidden]) [role=row][row-index="0"]:not(.ag-row-loading)';
    await shown(page, `${row} [col-id="name"]`);
  },
};

function putTown(folder: string): void {
  // A hard link: a town of a million people has 5 GB.
  linkSync(town, path.join(folder, 'practice.db'));
  for (const kind of ['keys', 'mark'])
    copyFileSync(`${town}.${kind}.json`, path.join(folder, `practice.db.${kind}.json`));
}

/**
 * Waits until something with text stands on the page, looking in every frame: Playwright's own waiting ends in looking
 * every half second.
 */
async function shown(page: Page, selector: string): Promise<void> {
  const isThere = page.evaluate(
    (wanted) =>
      new Promise<boolean>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted)?.textContent) resolve(true);
          else requestAnimationFrame(look);
        };
        look();
      }),
    selector,
  );
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), LIMIT_MS);
  });
  const found = await Promise.race([isThere, tooLong]);
  clearTimeout(timer);
  if (!found) throw new Error(`${selector} did not come`);
}

/** Proportional memory of a process and its descendants, by the name of their program. */
function memoryOf(first: number): Readonly<Record<string, number>> {
  const memory: Record<string, number> = { all: 0 };
  for (const pid of [first, ...descendants(first)]) {
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

await main();
