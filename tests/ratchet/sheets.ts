import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { BenchTown } from '../../db/cli/bench/bench-town.ts';
import { emptyTown, sheetOf } from '../../db/cli/bench/import-bench.ts';
import { startImport } from '../../db/exchange/sheet/import/import-sheet.ts';
import { ledgerOf } from '../../db/model/registry.ts';
import type { Store } from '../../db/store/api.ts';
import { now } from './fixed-world.ts';
import { type TownSize, townSizes, withTown } from './towns.ts';

/** A workbook of so many people of a town, and the town without its store: whoever asks is in it. */
export interface PeopleSheet {
  readonly file: string;
  readonly town: Omit<BenchTown, 'store'>;
}

/** Writes the workbook into the folder. */
export const peopleSheet = (
  folder: string,
  size: TownSize,
  rows: number = townSizes[size],
): Promise<PeopleSheet> =>
  withTown(size, folder, async (town) => {
    const { file } = await sheetOf(town, rows);
    const { store: _store, ...rest } = town;
    return { file, town: rest };
  });

/** A town with nothing in it but its villages. */
export const newTown = ({ town }: PeopleSheet, name: string): Store =>
  emptyTown(path.join(town.folder, `${name}.db`), town);

/** Imports the workbook; the number of people entered. @throws when a row was refused */
export async function importSheet({ file, town }: PeopleSheet, store: Store): Promise<number> {
  const answer = await startImport({
    store,
    caller: town.caller,
    ledger: ledgerOf('person'),
    batch: randomUUID(),
    file,
    dryRun: false,
    now,
  });
  if (!answer.ok) throw new Error(`the sheet was refused: ${answer.refusal.code}`);
  const { created, rejected } = answer.value.result;
  if (created === 0 || rejected > 0) throw new Error(`${String(rejected)} rows were refused`);
  return created;
}
