import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './places.mjs';

/** @typedef {'main' | 'preload' | 'dbhost' | 'zw' | 'bench' | 'ratchet' | 'renderer'} PartName */

/**
 * What each part is made of: entry file, product file, and the folders whose change makes it stale.
 * @type {Readonly<Record<PartName, {entry: string, product: string, sources: readonly string[]}>>}
 */
const parts = {
  main: {
    entry: 'electron/main/index.ts',
    product: 'index.cjs',
    sources: ['electron', 'db/model', 'db/roster'],
  },
  preload: {
    entry: 'electron/preload/index.ts',
    product: 'index.cjs',
    sources: ['electron', 'db/model', 'db/roster'],
  },
  dbhost: { entry: 'electron/dbhost/index.ts', product: 'index.cjs', sources: ['electron', 'db'] },
  zw: { entry: 'db/cli/index.ts', product: 'index.cjs', sources: ['db'] },
  bench: {
    entry: 'tests/bench/index.ts',
    product: 'index.cjs',
    sources: ['db', 'tests/bench', 'tests/fixtures', 'build/screen.ts'],
  },
  ratchet: {
    entry: 'tests/ratchet/index.ts',
    product: 'index.cjs',
    sources: ['db', 'tests/ratchet', 'tests/fixtures'],
  },
  renderer: {
    entry: 'renderer/index.html',
    product: 'index.html',
    sources: ['renderer', 'electron/contract', 'db/model', 'db/roster'],
  },
};

/**
 * What the product is made of.
 * @type {readonly PartName[]}
 */
export const allParts = ['main', 'preload', 'dbhost', 'zw', 'renderer'];

/**
 * Source file a part starts from, relative to the root.
 * @param {PartName} part
 */
export function entryOf(part) {
  return parts[part].entry;
}

/**
 * True when the part was built after its sources, the dependencies and the bundler last changed.
 * @param {PartName} part
 */
export function isFresh(part) {
  const { product, sources } = parts[part];
  if (!existsSync(path.join(root, 'out', part, product))) return false;
  const builtAt_ms = builtAt(part);
  const inputs = [...sources, 'package-lock.json', 'build/bundle.ts'];
  return inputs.every((input) => !isNewerThan(path.join(root, input), builtAt_ms));
}

/**
 * Remembers that the part was built from the sources as they were at `startedAt_ms`.
 * @param {PartName} part
 * @param {number} startedAt_ms
 */
export function markBuilt(part, startedAt_ms) {
  mkdirSync(path.dirname(stamp(part)), { recursive: true });
  writeFileSync(stamp(part), String(startedAt_ms));
}

/** @param {PartName} part */
function stamp(part) {
  return path.join(root, 'out', part, '.built-at');
}

/** @param {PartName} part */
function builtAt(part) {
  try {
    return Number(readFileSync(stamp(part), 'utf8'));
  } catch {
    return 0;
  }
}

/**
 * Folders count too: removing a file touches its folder only.
 * @param {string} place
 * @param {number} time_ms
 * @returns {boolean}
 */
function isNewerThan(place, time_ms) {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return false;
  if (stat.mtimeMs >= time_ms) return true;
  if (!stat.isDirectory()) return false;
  return readdirSync(place).some((name) => isNewerThan(path.join(place, name), time_ms));
}
