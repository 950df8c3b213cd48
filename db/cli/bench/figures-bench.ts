import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { figureTable } from '../../exchange/figures/figure-table.ts';
import { monthlyReport } from '../../exchange/figures/report/monthly-report.ts';
import { figureOf } from '../../model/figures/figure-of.ts';
import { periodOf, type Period } from '../../model/figures/period.ts';
import { ledgerOf, ledgers } from '../../model/registry.ts';
import { openStore, practicePassphrase } from '../../store/index.ts';
import type { Caller, Store } from '../../store/api.ts';
import { placesOf } from '../../store/open/places.ts';
import { drained } from '../drained.ts';
import { opened } from '../with-store.ts';
import { type BenchTown, onTown, townPaths } from './bench-town.ts';
import { defineBenchmark } from './benchmark.ts';
import { addIssues } from './many-issues.ts';
import { type Figure, sampled, timed, timedCall } from './measure.ts';

const FIRST = { limit: 1000 } as const;
const AGAIN = { limit: 100 } as const;

interface Case {
  readonly name: string;
  readonly ledger: string;
  readonly by: string;
  /** `null`: all records. */
  readonly period: Period | null;
}

/** The practice town ends with October 2026. */
const cases: readonly Case[] = [
  { name: 'person.by-village', ledger: 'person', by: 'village', period: null },
  { name: 'person.by-education', ledger: 'person', by: 'education', period: null },
  { name: 'person.by-grid', ledger: 'person', by: 'grid', period: null },
  { name: 'person.by-kind', ledger: 'person', by: 'person_kinds', period: null },
  { name: 'issue.month.by-village', ledger: 'issue', by: 'village', period: periodOf('2026-10') },
  { name: 'issue.quarter.by-category', ledger: 'issue', by: 'category', period: periodOf('2026-Q3') },
  { name: 'issue.year.by-category', ledger: 'issue', by: 'category', period: periodOf('2026') },
  { name: 'issue.year.by-grid', ledger: 'issue', by: 'grid', period: periodOf('2026') },
  { name: 'issue.all.by-handler', ledger: 'issue', by: 'dispatched_to', period: null },
];

/**
 * Tables of figures on a town with as many issues as people: asked for the first time after the start, again, and after
 * a save. The issues are added to a copy of the town, which is kept.
 */
export const figuresBenchmark = defineBenchmark({
  name: 'figures',
  dependsOn: [
    ...townPaths,
    'db/cli/bench/figures-bench.ts',
    'db/cli/bench/many-issues.ts',
    'db/exchange/figures',
    'db/model/figures',
    'db/store/figures',
  ],
  // From 5,000 records on a ledger is one of the large ones of a town.
  full: { people: 1_000_000, repeats: 20, many: 5000 },
  small: { people: 1000, repeats: 2, many: 1000 },
  figures: () => [
    ...[...cases.map(({ name }) => name), 'report'].flatMap((name) => [
      `figures.${name}.first`,
      `figures.${name}.again`,
    ]),
    'figures.every.slowest',
    'figures.issue.month.after-save',
  ],
  run: (size, place) => onTown(size.people, place, (town) => tableFigures(town, size)),
});

interface FiguresSize {
  readonly repeats: number;
  readonly many: number;
}

function tableFigures(town: BenchTown, { repeats, many }: FiguresSize): readonly Figure[] {
  const file = path.resolve(town.folder, `figures-${town.people}.db`);
  if (!existsSync(file)) makeFile(town, file);
  else town.store.close();
  const store = opened(openStore({ file, passphrase: practicePassphrase, now: town.now }));
  drained(store.prepareFiguresSteps(), { progress: () => undefined });
  try {
    const asking = { store, caller: town.caller, now: town.now(), repeats };
    return [
      ...cases.flatMap((one) => measured(asking, one)),
      ...report(asking),
      ...everyTable(asking, many),
      afterSave(asking),
    ];
  } finally {
    store.close();
  }
}

/** A copy of the town with issues added; it bears its name only when it is whole. */
function makeFile({ store: source, people, now }: BenchTown, file: string): void {
  const original = source.info.file;
  source.close();
  const [from, made] = [placesOf(original), placesOf(`${file}.making`)];
  for (const part of ['file', 'keys', 'mark'] as const) copyFileSync(from[part], made[part]);
  const store = opened(openStore({ file: made.file, passphrase: practicePassphrase, now }));
  try {
    addIssues(store, people);
  } finally {
    store.close();
  }
  const whole = placesOf(file);
  for (const part of ['keys', 'mark', 'file'] as const) renameSync(made[part], whole[part]);
}

interface Asking {
  readonly store: Store;
  readonly caller: Caller;
  readonly now: Date;
  readonly repeats: number;
}

function measured(asking: Asking, { name, ledger, by, period }: Case): readonly Figure[] {
  const { store, repeats } = asking;
  const ask = () => figureTable({ ...asking, ledger: ledgerOf(ledger), where: {}, by, period });
  const lines = `${store.counts()[ledger] ?? 0} records`;
  const first = timed([ask]);
  const again = timed(Array.from({ length: repeats }, () => ask));
  return [
    sampled(`figures.${name}.first`, first, { target: FIRST, note: `${lines}, ${ask().lines.length} lines` }),
    sampled(`figures.${name}.again`, again, { target: AGAIN }),
  ];
}

function report({ store, caller, now, repeats }: Asking): readonly Figure[] {
  const month = periodOf('2026-10');
  if (month === null) return [];
  const ask = () => monthlyReport({ store, caller, month, now });
  return [
    sampled('figures.report.first', timed([ask]), { note: 'the whole monthly report' }),
    sampled('figures.report.again', timed(Array.from({ length: repeats }, () => ask)), { target: AGAIN }),
  ];
}

/** What the screen offers; a ledger without a period field is counted as it stands. */
const periods = [null, ...['2026-10', '2026-Q3', '2026', '2025'].map(periodOf)];

/** Every table the screen offers of a large ledger, once: all fields its lines can be of, in periods of every length. */
function everyTable({ store, caller, now }: Asking, many: number): readonly Figure[] {
  const counts = store.counts();
  const questions = ledgers
    .filter(({ id }) => (counts[id] ?? 0) >= many)
    .flatMap((ledger) => {
      const { period, dimensions } = figureOf(ledger);
      return [null, ...dimensions].flatMap((by) =>
        (period === null ? [null] : periods).map((one) => ({ ledger, by, period: one })),
      );
    });
  const samples = questions.map((question) => {
    const call = (): unknown => figureTable({ ...question, store, caller, where: {}, now });
    return { ...question, sample: timedCall(call) };
  });
  const [slowest] = samples.toSorted((a, b) => b.sample.wall_ms - a.sample.wall_ms);
  if (slowest === undefined) return [];
  const { ledger, by, period, sample } = slowest;
  return [
    {
      name: 'figures.every.slowest',
      value: sample.wall_ms,
      unit: 'ms',
      n: samples.length,
      samples: samples.map((one) => one.sample),
      target: FIRST,
      note: `every field of lines and every length of period of all ledgers with ${many} records and more; slowest: ${ledger.id} by ${by ?? 'nothing'}, ${period?.id ?? 'all time'}`,
    },
  ];
}

/** What a table costs after a record it counts has changed. */
function afterSave({ store, caller, now, repeats }: Asking): Figure {
  const period = periodOf('2026-10');
  const ask = () =>
    figureTable({ store, caller, ledger: ledgerOf('issue'), where: {}, by: 'level', period, now });
  ask();
  const query = { ledger: 'issue', where: { status: '40' }, limit: 1 };
  const id = store.page(query, caller).rows[0]?.id ?? '';
  const samples = Array.from({ length: repeats }, (_, i) => {
    const values = { level: i % 2 === 0 ? '02' : '01' };
    const writes = [{ ledger: 'issue', id, op: 'update' as const, values }];
    if (!store.write({ writeId: randomUUID(), caller, writes }).ok) throw new Error('a save was refused');
    return timed([ask]);
  });
  return sampled('figures.issue.month.after-save', samples.flat(), {
    target: FIRST,
    note: 'the table of a month after an issue it counts was changed',
  });
}
