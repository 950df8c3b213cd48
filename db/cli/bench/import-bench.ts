import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { exportList } from '../../exchange/sheet/export/export-list.ts';
import { startImport } from '../../exchange/sheet/import/import-sheet.ts';
import { openSheet } from '../../exchange/sheet/read/open-sheet.ts';
import { ledgerOf } from '../../model/registry.ts';
import { divisionsOf, practiceTown } from '../../practice/index.ts';
import type { Store } from '../../store/api.ts';
import { createStore, practicePassphrase } from '../../store/index.ts';
import { opened } from '../with-store.ts';
import { type BenchTown, onTown, townPaths } from './bench-town.ts';
import { defineBenchmark } from './benchmark.ts';
import { rowsInSheet } from './import-floor.ts';
import { costOf, type Figure, median } from './measure.ts';

/** The columns an office sends: text, codes by name, dates, a link. */
const COLUMNS = [
  'name',
  'doc_type',
  'doc_no',
  'person_kinds',
  'sex',
  'birth_date',
  'ethnic',
  'phone',
  'education',
  'village',
  'residence_address',
  'hukou_address',
  'checked_on',
] as const;

/** What reading, judging and writing sheets depends on. */
export const sheetPaths = [
  ...townPaths,
  'db/cli/bench/import-bench.ts',
  'db/exchange/sheet',
  'db/model/derive',
  'db/model/fields',
] as const;

/** A sheet of people: only reading it, then importing it into a new town, in one run. */
export const importBenchmark = defineBenchmark({
  name: 'import',
  dependsOn: [
    ...sheetPaths,
    'db/cli/bench/import-floor.ts',
    'db/store/bulk',
    'db/store/changelog',
    'db/store/search',
  ],
  // The target speaks of a sheet of 200,000.
  full: { people: 1_000_000, rows: 200_000, turns: 5 },
  small: { people: 1000, rows: 300, turns: 1 },
  figures: () =>
    ['read-only', 'dry-run', 'whole', 'floor', 'share-of-reading'].map((name) => `import.${name}`),
  onceFigures: ({ rows }) => [exportFigureName(rows)],
  run: ({ people, ...size }, place) => onTown(people, place, (town) => importFigures(town, size)),
});

async function importFigures(
  town: BenchTown,
  { rows: size, turns }: { readonly rows: number; readonly turns: number },
): Promise<readonly Figure[]> {
  const sheet = await sheetOf(town, size);
  const judged = await costOf(() => importInto(town, sheet.file, true));
  const { read, imported, shares, cpuShare } = await byTurns(town, sheet.file, turns);
  const floor = await loadInto(town, sheet.file);
  const rows = read.result;
  const { created, rejected } = imported.result;
  if (created + rejected === 0) throw new Error('nothing was imported');
  return [
    ...sheet.figures,
    {
      name: 'import.read-only',
      value: rows / read.wall_s,
      unit: 'rows/s',
      n: rows,
      note: `${read.wall_s.toFixed(1)} s wall, ${read.cpu_s.toFixed(1)} s CPU`,
    },
    {
      name: 'import.dry-run',
      value: rows / judged.wall_s,
      unit: 'rows/s',
      n: rows,
      note: `read and judged, nothing written; ${judged.wall_s.toFixed(1)} s wall, ${judged.cpu_s.toFixed(1)} s CPU`,
    },
    {
      name: 'import.whole',
      value: rows / imported.wall_s,
      unit: 'rows/s',
      n: rows,
      note: `${imported.wall_s.toFixed(1)} s wall, ${imported.cpu_s.toFixed(1)} s CPU, ${created} created, ${rejected} rejected; synchronous=FULL`,
    },
    {
      name: 'import.floor',
      value: floor.result / floor.wall_s,
      unit: 'rows/s',
      n: floor.result,
      note: `the same rows, already read and judged, by the bulk loader of practice towns: no journal, no flush, every index and the search built sorted at the end; ${floor.wall_s.toFixed(1)} s wall, ${floor.cpu_s.toFixed(1)} s CPU`,
    },
    {
      name: 'import.share-of-reading',
      value: median(shares),
      unit: 'ratio',
      n: rows,
      target: { limit: 0.5, atLeast: true },
      note: `throughput of importing over that of only reading, wall, median of those by turns (${shares.map((share) => share.toFixed(2)).join(', ')}); of the processor ${cpuShare.toFixed(2)}`,
    },
  ];
}

/** Reading and importing by turns, the run of median wall time of each, and what each pair gives: one pair says little of a machine that others use too. */
async function byTurns(town: BenchTown, file: string, turns: number) {
  const reads: Cost<number>[] = [];
  const imports: Cost<Imported>[] = [];
  for (let i = 0; i < turns; i += 1) {
    reads.push(await costOf(() => readAll(file)));
    imports.push(await costOf(() => importInto(town, file, false)));
  }
  const perPair = (what: 'wall_s' | 'cpu_s') =>
    reads.map((read, i) => read[what] / (imports[i]?.[what] ?? Number.NaN)).toSorted((a, b) => a - b);
  return {
    read: middle(reads),
    imported: middle(imports),
    shares: perPair('wall_s'),
    cpuShare: median(perPair('cpu_s')),
  };
}

function middle<T>(costs: readonly Cost<T>[]): Cost<T> {
  const wall_s = median(costs.map((cost) => cost.wall_s));
  const found = costs.find((cost) => cost.wall_s === wall_s);
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

type Cost<T> = Awaited<ReturnType<typeof costOf<T>>>;

interface Imported {
  readonly created: number;
  readonly rejected: number;
}

/** Name of what `sheetOf` says of writing a workbook. */
export const exportFigureName = (rows: number): string => `export.xlsx.${rows}`;

/** The workbook of so many people of the town (whole grids, so a few more or less), written once and kept. */
export async function sheetOf(
  town: BenchTown,
  rows: number,
): Promise<{ readonly file: string; readonly figures: readonly Figure[] }> {
  const file = path.resolve(town.folder, `people-${town.people}-${rows}.xlsx`);
  if (existsSync(file)) return { file, figures: [] };
  const where = rows >= town.people ? {} : { grid: gridsHolding(town, rows) };
  const { result, wall_s, cpu_s } = await costOf(() =>
    exportList({
      store: town.store,
      ledger: ledgerOf('person'),
      caller: town.caller,
      where,
      fields: [...COLUMNS],
      format: 'xlsx',
      file,
      now: town.now,
    }),
  );
  if (!result.ok) throw new Error('the export was stopped');
  const figure: Figure = {
    name: exportFigureName(rows),
    value: result.rows / wall_s,
    unit: 'rows/s',
    n: result.rows,
    note: `${COLUMNS.length} columns, ${wall_s.toFixed(1)} s wall, ${cpu_s.toFixed(1)} s CPU`,
  };
  return { file, figures: [figure] };
}

function gridsHolding({ store, caller }: BenchTown, rows: number): readonly string[] {
  const grids: string[] = [];
  let people = 0;
  for (const { id } of store.page({ ledger: 'grid', where: {}, sort: 'code', limit: 500, fields: [] }, caller)
    .rows) {
    if (people >= rows) break;
    grids.push(id);
    people += store.total('person', { grid: id }).total;
  }
  return grids;
}

/** Reads every cell and does nothing with it. */
export async function readAll(file: string): Promise<number> {
  const sheet = await openSheet(file);
  let rows = 0;
  try {
    for await (const piece of sheet.rows()) rows += piece.rows.length;
  } finally {
    sheet.close();
  }
  return rows;
}

/** What writing costs at least with these tables: no reader, no judging, no journal. */
async function loadInto(
  town: BenchTown,
  file: string,
): Promise<{ readonly result: number; readonly wall_s: number; readonly cpu_s: number }> {
  const folder = mkdtempSync(path.join(town.folder, 'load-'));
  const store = emptyTown(path.join(folder, 'town.db'), town);
  try {
    const rows = await rowsInSheet(file, ledgerOf('person'), { ...town, store });
    return await costOf(() => {
      store.bulk.add('person', rows);
      store.bulk.finish();
      return rows.length;
    });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function importInto(town: BenchTown, file: string, dryRun: boolean): Promise<Imported> {
  const folder = mkdtempSync(path.join(town.folder, 'import-'));
  const store = emptyTown(path.join(folder, 'town.db'), town);
  try {
    const answer = await startImport({
      store,
      caller: town.caller,
      ledger: ledgerOf('person'),
      batch: randomUUID(),
      file,
      dryRun,
      now: town.now,
    });
    if (!answer.ok) throw new Error(`the sheet was refused: ${answer.refusal.code}`);
    return answer.value.result;
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A town with nothing in it but its villages, which the sheet names. */
export function emptyTown(file: string, { caller, now }: Pick<BenchTown, 'caller' | 'now'>): Store {
  const divisions = divisionsOf(practiceTown);
  if (divisions === null) throw new Error(`no town ${practiceTown}`);
  const store = opened(
    createStore({ file, passphrase: practicePassphrase, now, town: divisions.town, practice: true }),
  );
  const parent = randomUUID();
  const rows = [
    { id: parent, values: divisions.townValues },
    ...divisions.villageValues(parent).map((values) => ({ id: randomUUID(), values })),
  ];
  const writes = rows.map(({ id, values }) => ({ ledger: 'division', id, op: 'create', values }) as const);
  const outcome = store.write({ writeId: randomUUID(), caller, writes });
  if (!outcome.ok) throw new Error(`the villages were refused: ${outcome.problem.code}`);
  return store;
}
