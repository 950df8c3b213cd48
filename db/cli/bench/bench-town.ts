import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { divisionsOf, generatePractice, practiceTown } from '../../practice/index.ts';
import type { Caller, Store } from '../../store/api.ts';
import { createStore, openStore, practicePassphrase } from '../../store/index.ts';
import type { Context } from '../command.ts';
import { openingTold } from '../opening-told.ts';
import { callerOf, opened } from '../with-store.ts';
import { type BenchPlace, defineBenchmark } from './benchmark.ts';
import type { Figure } from './measure.ts';

/** The practice town measurements are taken on. */
export interface BenchTown {
  readonly store: Store;
  readonly caller: Caller;
  readonly people: number;
  /** Folder for what a benchmark writes. */
  readonly folder: string;
  readonly now: () => Date;
}

/** What every figure taken on a practice town depends on: how its rows are drawn, and how its file is opened and read. */
export const townPaths = [
  'db/cli/bench/bench-town.ts',
  'db/cli/bench/measure.ts',
  'db/model/define-ledger.ts',
  'db/model/ledgers',
  'db/practice',
  'db/store/audit',
  'db/store/open',
  'db/store/repository',
  'db/store/store.ts',
] as const;

/** Seed of every bench town, so that two machines measure on the same rows. */
const BENCH_SEED = 1;
/** Day every bench town is drawn for, whatever the clock says. */
const BENCH_DAY = '2026-10-31';

/** Opens the town of this size, building it first where there is none, and closes it after the work. */
export async function onTown<T>(
  people: number,
  { folder, context }: BenchPlace,
  work: (town: BenchTown) => T | Promise<T>,
): Promise<T> {
  const file = benchFile(folder, people);
  if (!existsSync(file)) build(file, people, context);
  const options = { file, passphrase: practicePassphrase, now: context.now };
  const store = opened(openStore(options, openingTold(context)));
  try {
    return await work({ store, caller: callerOf(context), people, folder, now: context.now });
  } finally {
    store.close();
  }
}

/** The database file of a bench town. */
export const benchFile = (folder: string, people: number): string =>
  path.resolve(folder, `town-${people}.db`);

/** What building the town takes, where it was not there yet. */
export const buildBenchmark = defineBenchmark({
  name: 'build',
  dependsOn: [...townPaths, 'db/model/derive', 'db/store/bulk', 'db/store/changelog', 'db/store/search'],
  full: { people: 1_000_000 },
  small: { people: 1000 },
  figures: () => [],
  onceFigures: () => ['practice.build', 'practice.rate'],
  run: ({ people }, { folder, context }) => {
    const file = benchFile(folder, people);
    return Promise.resolve(existsSync(file) ? [] : build(file, people, context));
  },
});

function build(file: string, people: number, context: Context): readonly Figure[] {
  const town = divisionsOf(practiceTown)?.town;
  if (town === undefined) throw new Error(`no town ${practiceTown}`);
  mkdirSync(path.dirname(file), { recursive: true });
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
    return [
      { name: 'practice.build', value: seconds, unit: 's', n: people, note: 'people' },
      { name: 'practice.rate', value: rows / seconds, unit: 'rows/s', n: rows },
    ];
  } finally {
    store.close();
  }
}
