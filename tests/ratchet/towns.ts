import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { benchFile, type BenchTown, onTown } from '../../db/cli/bench/bench-town.ts';
import type { Context } from '../../db/cli/command.ts';
import { callerOf, opened } from '../../db/cli/with-store.ts';
import type { Store } from '../../db/store/api.ts';
import { openStore, practicePassphrase } from '../../db/store/index.ts';
import { now } from './fixed-world.ts';

/**
 * People of the towns. The large one is what lists, search and saves are counted on; the small one is sent, taken in,
 * imported and checked again and again.
 */
export const townSizes = { large: 20_000, small: 2000 } as const;
export type TownSize = keyof typeof townSizes;

/** Everything here, relative to the root of the repository. */
const FOLDER = '.cache/ratchet';
/** What a town is made from: the rooms that make and hold it, their packages, and how it is asked for here. */
const MADE_FROM = [
  ...['model', 'store', 'migrations', 'practice', 'duty', 'roster'].map((room) => `db/${room}`),
  'db/cli/bench/bench-town.ts',
  'package-lock.json',
  'tests/ratchet/towns.ts',
  'tests/ratchet/fixed-world.ts',
];

/** The world of a benchmark, silent and without time. */
const context: Context = {
  language: 'zh',
  environment: {},
  now,
  say: () => undefined,
  progress: () => undefined,
  readStdin: () => '',
};

/** Folder of the towns that this program would make; they are made anew when what they are made from changes. */
export function townFolder(): string {
  const digest = createHash('sha256').update(process.version);
  for (const place of MADE_FROM) addTo(digest, place);
  return path.resolve(FOLDER, `towns-${digest.digest('hex').slice(0, 16)}`);
}

function addTo(digest: ReturnType<typeof createHash>, place: string): void {
  if (path.extname(place) !== '') {
    digest.update(place).update(readFileSync(place));
    return;
  }
  for (const name of readdirSync(place).toSorted()) addTo(digest, path.join(place, name));
}

/** Whether a town lies there whole. */
export const hasTown = (size: TownSize): boolean => existsSync(benchFile(townFolder(), townSizes[size]));

/** Makes a town; it bears its name only when it is whole. Towns of earlier programs are thrown away. */
export async function makeTown(size: TownSize): Promise<void> {
  const folder = townFolder();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(FOLDER))
    if (name.startsWith('towns-') && path.resolve(FOLDER, name) !== folder)
      rmSync(path.join(FOLDER, name), { recursive: true, force: true });
  const making = path.resolve(FOLDER, `making-${size}`);
  rmSync(making, { recursive: true, force: true });
  await onTown(townSizes[size], { folder: making, context }, () => undefined);
  // The database last: it says that all is there.
  const names = readdirSync(making).toSorted((a, b) => b.length - a.length);
  for (const name of names) renameSync(path.join(making, name), path.join(folder, name));
  rmSync(making, { recursive: true });
}

/** A folder that a group of figures has for itself, empty; taken away with what is in it. */
export async function withFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.resolve(FOLDER, `work-${name}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Copies a town, which must be made, into a folder. Returns the file of the database. */
export function copyTown(size: TownSize, folder: string): string {
  const file = benchFile(townFolder(), townSizes[size]);
  const name = path.basename(file);
  for (const part of readdirSync(path.dirname(file)).filter((one) => one.startsWith(name)))
    cpSync(path.join(path.dirname(file), part), path.join(folder, part), { recursive: true });
  return path.join(folder, name);
}

/** Copies a town into the folder and opens it for `work`. */
export async function withTown<T>(
  size: TownSize,
  folder: string,
  work: (town: BenchTown) => Promise<T> | T,
): Promise<T> {
  const store = openTown(copyTown(size, folder));
  try {
    return await work(townOver(store, size));
  } finally {
    store.close();
  }
}

/** An open town as the benchmarks take it. */
export const townOver = (store: Store, size: TownSize): BenchTown => ({
  store,
  caller: callerOf(context),
  people: townSizes[size],
  folder: path.dirname(store.info.file),
  now,
});

/** Opens a copy of a town. */
export const openTown = (file: string): Store =>
  opened(openStore({ file, passphrase: practicePassphrase, now }));
