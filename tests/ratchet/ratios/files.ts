import path from 'node:path';
import { practicePassphrase } from '../../../db/store/index.ts';
import { rawFile } from '../../fixtures/raw-file.ts';
import type { RatioGroup } from '../group.ts';
import { copyTown, openTown } from '../towns.ts';
import { mkdirSync } from 'node:fs';

/**
 * The check of a whole town, against a script that has SQLite check the same file and reads every row. SQLite's check alone is
 * all C, the product's mostly JavaScript: their ratio says as much of the machine as of the product.
 */
export const checkRatio: RatioGroup = {
  name: 'ratio.check-rows',
  kind: 'ratio',
  floor: 'PRAGMA integrity_check of the same file, and every row of it read, written and parsed as JSON',
  means: 'The check of a file takes longer.',
  prepare: ({ folder }) => {
    const store = openTown(copyTown('small', folder));
    const beside = path.join(folder, 'beside');
    mkdirSync(beside);
    const raw = rawFile({ file: copyTown('small', beside), passphrase: practicePassphrase });
    const everyTable = raw
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
      .pluck()
      .all()
      .map((name) => raw.prepare(`SELECT * FROM "${String(name)}"`));
    return {
      of: 'the whole small town',
      product: { run: () => store.checkAll() },
      floor: {
        run: () => {
          raw.pragma('integrity_check');
          for (const table of everyTable) for (const row of table.iterate()) JSON.parse(JSON.stringify(row));
        },
      },
      end: () => {
        store.close();
        raw.close();
      },
    };
  },
};

/** Opening the file of a town, against opening it and reading its schema. */
export const openRatio: RatioGroup = {
  name: 'ratio.open',
  kind: 'ratio',
  floor: 'deriving the key, opening the file and reading its schema',
  means: 'The program starts more slowly.',
  prepare: ({ folder }) => {
    const file = copyTown('large', folder);
    return {
      of: 'one opening, and closing again',
      pairs: 15,
      product: { run: () => openTown(file).close(), runs: 2 },
      floor: { run: () => rawFile({ file, passphrase: practicePassphrase }).close(), runs: 3 },
    };
  },
};
