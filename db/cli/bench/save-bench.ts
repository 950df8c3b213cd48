import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { seededRandom } from '../../practice/random.ts';
import type { StoredRecord } from '../../store/api.ts';
import { type BenchTown, onTown, townPaths } from './bench-town.ts';
import { defineBenchmark } from './benchmark.ts';
import { type Figure, type Sample, sampled, timed } from './measure.ts';

const TARGET = { limit: 15 } as const;
/** A page of the database file, the unit the write-ahead log grows by. */
const PAGE_BYTES = 4096;

/**
 * Saves one person after the other, as a clerk does: row, change record, search index, flushed to the disk
 * (`synchronous=FULL`). Beside it the floor: the same bytes appended to a plain file and flushed.
 */
export const saveBenchmark = defineBenchmark({
  name: 'save',
  dependsOn: [
    ...townPaths,
    'db/cli/bench/save-bench.ts',
    'db/model/derive',
    'db/model/fields',
    'db/model/rules',
    'db/store/changelog',
    'db/store/search',
  ],
  full: { people: 1_000_000, saves: 200 },
  small: { people: 1000, saves: 5 },
  figures: () => ['save.remark', 'save.phone', 'save.fsync-floor'],
  run: ({ people, saves }, place) => onTown(people, place, (town) => saveFigures(town, saves)),
});

function saveFigures(town: BenchTown, saves: number): readonly Figure[] {
  const people = somePeople(town, saves);
  const small = people.map((person, i) => () => save(town, person, { remark: `核实 ${i} ${Date.now()}` }));
  const wal = walBytes(town);
  const remarks = timed(small);
  const bytes = Math.max(PAGE_BYTES, Math.round((walBytes(town) - wal) / saves));
  const found = people.map(
    (person, i) => () =>
      save(town, person, {
        phone: `154${String(10_000_000 + i * 7 + (Date.now() % 1_000_000)).slice(0, 8)}`,
      }),
  );
  const phones = timed(found);
  const floor = fsyncFloor(town, { bytes, saves });
  return [
    sampled('save.remark', remarks, { target: TARGET, note: 'a field that is not searched' }),
    sampled('save.phone', phones, { target: TARGET, note: 'a field in the search index' }),
    sampled('save.fsync-floor', floor, {
      note: `${bytes} bytes appended to a plain file and flushed, the same disk`,
    }),
  ];
}

function save(
  { store, caller }: BenchTown,
  { id }: StoredRecord,
  values: Readonly<Record<string, string>>,
): void {
  const outcome = store.write({
    writeId: randomUUID(),
    caller,
    writes: [{ ledger: 'person', id, op: 'update', values }],
  });
  if (!outcome.ok) throw new Error(`a save was refused: ${outcome.problem.code}`);
}

function somePeople({ store, caller }: BenchTown, count: number): readonly StoredRecord[] {
  const random = seededRandom(Date.now() % 1_000_003);
  const { total } = store.total('person', {});
  return Array.from({ length: count }, () => {
    const row = store.page(
      { ledger: 'person', where: {}, offset: random.below(total), limit: 1, fields: [] },
      caller,
    ).rows[0];
    const record = row === undefined ? null : store.get('person', row.id, caller);
    if (record === null) throw new Error('the town has no people');
    return record;
  });
}

/** Size of the write-ahead log; it grows by the pages of each save until it is merged. */
function walBytes({ store }: BenchTown): number {
  return statSync(`${store.info.file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

function fsyncFloor(
  { folder }: BenchTown,
  { bytes, saves }: { readonly bytes: number; readonly saves: number },
): readonly Sample[] {
  const file = path.join(folder, 'fsync-floor.tmp');
  const descriptor = openSync(file, 'w');
  const content = randomBytes(bytes);
  try {
    return timed(
      Array.from({ length: saves }, () => () => {
        writeSync(descriptor, content);
        fdatasyncSync(descriptor);
      }),
    );
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}
