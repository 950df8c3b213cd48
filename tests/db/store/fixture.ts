import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import {
  createStore,
  openStore,
  type CreateOptions,
  type OpeningProgress,
  type RecordWrite,
  type Store,
  type WriteOutcome,
} from '../../../db/store/index.ts';
export { rawFile } from '../../fixtures/raw-file.ts';
export {
  addDweller,
  addPlace,
  change,
  clerk,
  dweller,
  fixtureRegistry,
  passphrase,
  place,
  visitor,
} from './fixture-ledgers.ts';
import { clerk, fixtureRegistry, passphrase } from './fixture-ledgers.ts';

/** A clock that tests can move. */
function settableClock(start = '2026-11-23T02:00:00.000Z'): {
  now: () => Date;
  set: (iso: string) => void;
} {
  let at = Date.parse(start);
  return {
    now: () => new Date((at += 10)),
    set: (iso) => {
      at = Date.parse(iso);
    },
  };
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, gone after the last test of the file. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-store-'));
  folders.push(folder);
  return folder;
}

export function optionsIn(folder: string, more: Partial<CreateOptions> = {}): CreateOptions {
  return {
    file: path.join(folder, 'town.db'),
    passphrase,
    now: settableClock().now,
    town: { code: '441900121', name: '虎门镇' },
    practice: false,
    kdfCost: 1024,
    registry: fixtureRegistry,
    ...more,
  };
}

/** A new store in a folder of its own. */
export function newStore(more: Partial<CreateOptions> = {}): {
  store: Store;
  options: CreateOptions;
  folder: string;
} {
  const folder = newFolder();
  const options = optionsIn(folder, more);
  return { store: created(options), options, folder };
}

export function created(options: CreateOptions): Store {
  const outcome = createStore(options);
  if (!outcome.ok) throw new Error(`not created: ${JSON.stringify(outcome)}`);
  return outcome.store;
}

export function opened(options: CreateOptions, tell?: (told: OpeningProgress) => void): Store {
  const outcome = openStore(options, tell);
  if (!outcome.ok) throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome.store;
}

/** Writes and expects success. */
export function save(store: Store, ...writes: readonly RecordWrite[]): Extract<WriteOutcome, { ok: true }> {
  const outcome = store.write({ writeId: randomUUID(), caller: clerk, writes });
  if (!outcome.ok) throw new Error(`not written: ${JSON.stringify(outcome.problem)}`);
  return outcome;
}
