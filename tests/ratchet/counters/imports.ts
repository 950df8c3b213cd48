import { statSync } from 'node:fs';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { importSheet, newTown, peopleSheet } from '../sheets.ts';
import { withTown } from '../towns.ts';
import { counter } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';

/** What importing a sheet asks of the file, and checking a whole town. */
export const importCounters: CounterGroup = {
  name: 'import',
  kind: 'counter',
  measure: ({ folder, driver }) => importFigures(folder, driver),
};

async function importFigures(folder: string, driver: CountingDriver): Promise<readonly Measured[]> {
  const sheet = await peopleSheet(folder, 'small');
  const store = newTown(sheet, 'new');
  try {
    const before = driver.counts();
    const rows = await importSheet(sheet, store);
    const after = driver.counts();
    store.checkpoint();
    const of = `${String(rows)} rows imported`;
    return [
      counter('import.statements', after.statements - before.statements, {
        unit: 'statements',
        of,
        means: 'An import asks more of the file.',
      }),
      counter('import.rows', after.rows - before.rows, { unit: 'rows', of, means: 'An import reads more.' }),
      counter('import.bytes', statSync(store.info.file).size, {
        unit: 'bytes',
        of: `the town behind ${of}`,
        means: 'The same people take more room.',
      }),
    ];
  } finally {
    store.close();
  }
}

/** What `zw check` of a whole town asks of its file. */
export const checkCounters: CounterGroup = {
  name: 'check',
  kind: 'counter',
  measure: ({ folder, driver }) =>
    withTown('small', folder, ({ store }) => {
      const before = driver.counts();
      const { findings } = store.checkAll();
      if (findings.length > 0) throw new Error(`the town is damaged: ${JSON.stringify(findings[0])}`);
      const after = driver.counts();
      const of = 'the whole small town checked';
      return [
        counter('check.statements', after.statements - before.statements, {
          unit: 'statements',
          of,
          means: 'The check of a file asks more of it.',
        }),
        counter('check.rows', after.rows - before.rows, { unit: 'rows', of, means: 'The check reads more.' }),
      ];
    }),
};
