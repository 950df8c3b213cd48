import { rmSync } from 'node:fs';
import path from 'node:path';
import { readAll } from '../../../db/cli/bench/import-bench.ts';
import type { Store } from '../../../db/store/api.ts';
import type { RatioGroup } from '../group.ts';
import { importSheet, newTown, peopleSheet } from '../sheets.ts';

/** Whole grids, so a few more or less. */
const ROWS = 4000;

/** A sheet imported into a new town, against only reading it. */
export const importRatio: RatioGroup = {
  name: 'ratio.import',
  kind: 'ratio',
  floor: 'reading every cell of the sheet and doing nothing with it',
  means: 'Importing a sheet takes longer.',
  prepare: async ({ folder }) => {
    const sheet = await peopleSheet(folder, 'large', ROWS);
    const rows = await readAll(sheet.file);
    let store: Store | null = null;
    const leave = (): void => {
      store?.close();
      for (const ending of ['', '.keys.json', '.mark.json'])
        rmSync(path.join(folder, `new.db${ending}`), { force: true });
    };
    return {
      of: `${String(rows)} rows`,
      pairs: 9,
      product: {
        before: () => {
          leave();
          store = newTown(sheet, 'new');
        },
        runs: 1,
        run: () => {
          if (store === null) throw new Error('there is no town');
          return importSheet(sheet, store);
        },
      },
      floor: { run: () => readAll(sheet.file) },
      end: leave,
    };
  },
};
