import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { divisionsOf, generatePractice, practiceTown } from '../../practice/index.ts';
import type { Caller, Store } from '../../store/api.ts';
import { createStore, openStore, practicePassphrase } from '../../store/index.ts';
import type { Context } from '../command.ts';
import { openingTold } from '../opening-told.ts';
import { callerOf, opened } from '../with-store.ts';
import type { Figure } from './measure.ts';

/** The practice town measurements are taken on. */
export interface BenchTown {
  readonly store: Store;
  readonly caller: Caller;
  readonly people: number;
  /** Folder for what a benchmark writes. */
  readonly folder: string;
  readonly now: () => Date;
  /** Figures of building the town, kept beside it. */
  readonly built: readonly Figure[];
}

/** Seed of every bench town, so that two machines measure on the same rows. */
const BENCH_SEED = 1;
/** Day every bench town is drawn for, whatever the clock says. */
const BENCH_DAY = '2026-10-31';

/** Opens the town of this size, building it first where there is none, and closes it after the work. */
export async function withBenchTown(
  {
    folder,
    people,
    context,
  }: { readonly folder: string; readonly people: number; readonly context: Context },
  work: (town: BenchTown) => Promise<void>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const file = benchFile(folder, people);
  if (!existsSync(file)) build(file, people, context);
  const built = builtFigures(file);
  const options = { file, passphrase: practicePassphrase, now: context.now };
  const store = opened(openStore(options, openingTold(context)));
  try {
    await work({ store, caller: callerOf(context), people, folder, now: context.now, built });
  } finally {
    store.close();
  }
}

/** The database file of a bench town. */
export const benchFile = (folder: string, people: number): string =>
  path.resolve(folder, `town-${people}.db`);

function build(file: string, people: number, context: Context): void {
  const town = divisionsOf(practiceTown)?.town;
  if (town === undefined) throw new Error(`no town ${practiceTown}`);
  context.say(`building a practice town of ${people} people`);
  const start_ms = performance.now();
  const store = opened(
    createStore({ file, passphrase: practicePassphrase, now: context.now, town, practice: true }),
  );
  try {
    generatePractice(store, { people, seed: BENCH_SEED, today: BENCH_DAY }, ({ done, total }) =>
      context.progress(done, total),
    );
    const seconds = (performance.now() - start_ms) / 1000;
    const rows = Object.values(store.counts()).reduce((sum, n) => sum + n, 0);
    context.say(`${rows} rows in ${seconds.toFixed(1)} s`);
    const note = `built on ${context.now().toISOString().slice(0, 10)}, load ${String(os.loadavg()[0]?.toFixed(1))}`;
    const figures: readonly Figure[] = [
      { name: 'practice.build', value: seconds, unit: 's', n: people, note: `people; ${note}` },
      { name: 'practice.rate', value: rows / seconds, unit: 'rows/s', n: rows, note },
    ];
    writeFileSync(`${file}.built.json`, JSON.stringify(figures));
  } finally {
    store.close();
  }
}

const builtShape = z.array(
  z.object({
    name: z.string(),
    value: z.number(),
    unit: z.enum(['s', 'rows/s']),
    n: z.number(),
    note: z.string(),
  }),
);

function builtFigures(file: string): readonly Figure[] {
  const kept = `${file}.built.json`;
  return existsSync(kept) ? builtShape.parse(JSON.parse(readFileSync(kept, 'utf8'))) : [];
}
