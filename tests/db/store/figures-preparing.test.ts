import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CreateOptions, FigureQuestion, Store } from '../../../db/store/index.ts';
import { Connection } from '../../../db/store/open/connection.ts';
import { addDweller, change, clerk, newStore, opened, rawFile, save } from './fixture.ts';

/** Two slices of one block. */
const PEOPLE = 20_000;
/** Slices of preparing all of them. */
const SLICES = 2;
const byKind: FigureQuestion = {
  ledger: 'dweller',
  where: {},
  by: 'kinds',
  spans: [null],
  measures: [{ id: 'count', where: {}, per: null, sum: null }],
};
/** People of the first kind, and of the second. */
const kinds = (store: Store): readonly (number | undefined)[] =>
  store.figures(byKind).lines.map(({ numbers }) => numbers[0]?.[0]);
/** A third of them is of the first. */
const FIRST = Math.ceil(PEOPLE / 3);
const SECOND = PEOPLE - FIRST;

let options: CreateOptions;

/** A file with many people whose columns are of other definitions, as after an update of the program. */
beforeEach(() => {
  const made = newStore({ practice: true, columnsFrom: 2 });
  options = made.options;
  const rows = Array.from({ length: PEOPLE }, (_, i) => ({
    id: `d${i}`,
    at: '2026-01-01T00:00:00.000Z',
    values: { name: `张${i}`, kinds: [i % 3 === 0 ? '01' : '02'] },
  }));
  made.store.bulk.add('dweller', rows);
  made.store.bulk.finish();
  made.store.close();
  const raw = rawFile(options);
  raw.exec("UPDATE figure_state SET layout = ''");
  raw.close();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Statements that read the table of people since; looking changed rows up by number is left out. */
function readingTable(asked: { readonly mock: { readonly calls: readonly (readonly unknown[])[] } }) {
  return asked.mock.calls.filter(([sql]) => / dweller\b/.test(String(sql)));
}

test('opening makes no columns: until they are prepared figures are counted from the table, and are right', () => {
  const store = opened(options);
  const asked = vi.spyOn(Connection.prototype, 'rows');
  expect(kinds(store)).toEqual([FIRST, SECOND]);
  expect(readingTable(asked).length).toBeGreaterThan(0);

  const seen = [...store.prepareFiguresSteps()];
  expect(seen.at(-1)).toEqual({ done: PEOPLE, total: PEOPLE });
  expect(seen.length).toBe(SLICES + 1);
  expect([...store.prepareFiguresSteps()]).toEqual([]);
  save(store, change('d1', { kinds: ['01'] }));
  asked.mockClear();
  expect(kinds(store)).toEqual([FIRST + 1, SECOND - 1]);
  expect(readingTable(asked).map(([, rids]) => rids)).toEqual(['[2]']);
  store.close();
});

test('what is saved while figures are prepared is counted, before and after', () => {
  const store = opened(options);
  let saved = 0;
  for (const _slice of store.prepareFiguresSteps(['dweller'])) {
    saved += 1;
    // One comes, one goes, one changes, in rows read already and still to be read.
    save(
      store,
      addDweller(`n${saved}`, { name: '新来', kinds: ['01'] }),
      { ledger: 'dweller', id: `d${3 * saved}`, op: 'remove', reason: '误录' },
      change(`d${PEOPLE - 3 * saved}`, { kinds: ['01'] }),
    );
    expect(kinds(store)).toEqual([FIRST + saved, SECOND - saved]);
  }
  expect(saved).toBe(SLICES + 1);
  expect(kinds(store)).toEqual([FIRST + saved, SECOND - saved]);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('preparing that is dropped in the middle leaves figures right, and is begun anew', () => {
  const store = opened(options);
  const steps = store.prepareFiguresSteps();
  for (let i = 0; i < SLICES; i += 1) expect(steps.next().done).toBe(false);
  expect(kinds(store)).toEqual([FIRST, SECOND]);
  expect([...store.prepareFiguresSteps()].length).toBe(SLICES + 1);
  // Overtaken by the other, it writes no more.
  expect([...steps].length).toBeLessThan(SLICES);
  expect(kinds(store)).toEqual([FIRST, SECOND]);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('rows of an import that is held while figures are prepared are counted, and no more when it is taken back', () => {
  const store = opened(options);
  store.batches.start({ id: 'b-1', kind: 'import', ledger: 'dweller', label: 'a.csv' }, null);
  let chunks = 0;
  for (const _slice of store.prepareFiguresSteps(['dweller'])) {
    chunks += 1;
    const people = Array.from({ length: 3 }, (_, i) =>
      addDweller(`i${chunks}-${i}`, { name: `住户${i}`, kinds: ['01'] }),
    );
    const held = { writeId: `w-${chunks}`, caller: clerk, writes: people, batch: 'b-1', checked: true };
    expect(store.write({ ...held, held: true }).ok).toBe(true);
    expect(kinds(store)).toEqual([FIRST + 3 * chunks, SECOND]);
  }
  store.settle('b-1');
  expect(chunks).toBe(SLICES + 1);
  expect(kinds(store)).toEqual([FIRST + 3 * chunks, SECOND]);
  expect(store.undoBatch('b-1', clerk)).toMatchObject({ undone: 3 * chunks });
  expect(kinds(store)).toEqual([FIRST, SECOND]);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

const program = fileURLToPath(new URL('./prepare-figures.ts', import.meta.url));

function killedWhilePreparing(slices: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, options.file, String(slices)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => child.kill('SIGKILL'));
    child.once('exit', (_code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error('ended by itself'));
    });
  });
}

test(
  'a process killed while it prepares figures leaves them right, and the next one finishes',
  { timeout: 60_000 },
  async () => {
    for (let slices = 1; slices <= SLICES; slices += 1) {
      await killedWhilePreparing(slices);
      const store = opened(options);
      expect(kinds(store)).toEqual([FIRST, SECOND]);
      expect(store.checkAll().findings).toEqual([]);
      store.close();
    }
    const store = opened(options);
    expect([...store.prepareFiguresSteps()].length).toBe(SLICES + 1);
    const asked = vi.spyOn(Connection.prototype, 'rows');
    expect(kinds(store)).toEqual([FIRST, SECOND]);
    expect(readingTable(asked)).toEqual([]);
    expect(store.checkAll().findings).toEqual([]);
    store.close();
  },
);
