import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CreateOptions, OpeningProgress, Store } from '../../../db/store/index.ts';
import { addDweller, clerk, newFolder, newStore, opened, optionsIn, rawFile, save } from './fixture.ts';

/** Slices are counted here, and figures would take some of their own. */
const noColumns = { columnsFrom: Infinity } as const;

const FILLED = 10_000;

/** A store with that many dwellers, some of whom were there before the others came. */
function filled(before: number) {
  const made = newStore(noColumns);
  for (let i = 0; i < before; i += 1000) {
    const some = Array.from({ length: Math.min(1000, before - i) }, (_, j) => dweller(`b${i + j}`));
    save(made.store, ...some);
  }
  for (let i = 0; i < FILLED; i += 1000) {
    const writes = Array.from({ length: 1000 }, (_, j) => dweller(`n${i + j}`));
    const more = { batch: 'b-1', held: true, checked: true };
    made.store.write({ writeId: `w-${i}`, caller: clerk, writes, ...more });
  }
  made.store.settle('b-1');
  return made;
}

const dweller = (id: string) => addDweller(id, { name: `曾${id}`, age: 30 });

/** A copy of the file as a process killed at this moment leaves it. */
function copyOf({ file }: CreateOptions): CreateOptions {
  const copy = optionsIn(newFolder());
  for (const end of ['', '-wal', '.keys.json', '.mark.json']) {
    if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy.file}${end}`);
  }
  return copy;
}

/** Indexes of a closed file. */
function indexesIn(options: CreateOptions): readonly unknown[] {
  const raw = rawFile(options);
  const names = raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name")
    .pluck()
    .all();
  raw.close();
  return names;
}

function allIndexes(): readonly unknown[] {
  const { store, options } = newStore(noColumns);
  store.close();
  return indexesIn(options);
}

const restore = (store: Store): number => [...store.restoreIndexesSteps()].length;

test('a ledger being filled goes without the indexes of its lists, answers the same, and gets them back', () => {
  const { store, options } = filled(0);
  const ask = { ledger: 'dweller', where: { age: 30 }, sort: 'name', offset: 5000, limit: 3 };
  const page = store.page(ask, clerk);
  store.expectMore('dweller', FILLED);
  const wanted = allIndexes();
  const cutOff = copyOf(options);
  const left = indexesIn(cutOff);
  expect(left.length).toBeLessThan(wanted.length);
  expect(left).toEqual(expect.arrayContaining(['dweller_id', 'dweller_key']));
  expect(store.page(ask, clerk)).toEqual(page);
  expect(store.checkAll()).toMatchObject({ ok: true });
  expect(restore(store)).toBe(wanted.length - left.length);
  expect(store.page(ask, clerk)).toEqual(page);
  expect(store.checkAll()).toMatchObject({ ok: true });
  store.close();
  expect(indexesIn(options)).toEqual(wanted);
});

test('a file left by a crash without them gets its indexes back when it is opened, with no notice and no backup', () => {
  const { store, options } = filled(0);
  store.expectMore('dweller', FILLED);
  const cutOff = copyOf(options);
  store.close();
  const told: OpeningProgress[] = [];
  const again = opened(cutOff, (one) => told.push(one));
  expect(new Set(told.map(({ phase }) => phase))).toEqual(new Set(['restoring-lists']));
  expect(told.map(({ done }) => done)).toEqual(told.map((_, i) => i));
  expect(told.at(-1)?.done).toBe(told[0]?.total);
  expect(again.notices).toEqual([]);
  expect(again.backups()).toEqual([]);
  // What figures are counted from is made later.
  expect([...again.prepareFiguresSteps()].length).toBeGreaterThan(0);
  expect(restore(again)).toBe(0);
  expect(again.checkAll()).toMatchObject({ ok: true });
  again.close();
  expect(indexesIn(cutOff)).toEqual(allIndexes());
  expect(path.dirname(cutOff.file)).not.toBe(path.dirname(options.file));
});

test('a ledger that held more before keeps its indexes, and so does one into which little is put', () => {
  const { store } = filled(2000);
  store.expectMore('dweller', FILLED);
  expect(restore(store)).toBe(0);
  store.expectMore('dweller', 9000);
  expect(restore(store)).toBe(0);
  store.close();
});

test('what a sheet says is still to come counts as if it had come', () => {
  const { store } = newStore(noColumns);
  save(store, dweller('first'));
  store.expectMore('dweller', 1, FILLED - 2);
  expect(restore(store)).toBe(0);
  store.expectMore('dweller', 1, FILLED);
  expect(restore(store)).toBeGreaterThan(0);
  save(store, ...Array.from({ length: 2000 }, (_, i) => dweller(`d${i}`)));
  store.expectMore('dweller', 1, FILLED);
  expect(restore(store)).toBe(0);
  expect(store.checkAll()).toMatchObject({ ok: true });
  store.close();
});
