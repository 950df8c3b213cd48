import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { endOfJob, newId, openTown, passphrase, startDesk, type Desk } from './data-process-fixture.ts';

/** Imports (or tries) a sheet whose only row is refused; gives the batch. */
async function refusedImport(desk: Desk, name: string, dryRun = false): Promise<string> {
  const file = path.join(desk.folder, `${name}.csv`);
  writeFileSync(
    file,
    `\ufeff姓名,证件种类,公民身份号码,人口类别\n${name},身份证,441900199003071239,户籍人口\n`,
  );
  const batch = newId();
  const { columns } = await desk.value('import.inspect', { ledger: 'person', file });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  const started = await desk.value('import.start', { batch, ledger: 'person', file, mapping, dryRun });
  expect(await endOfJob(desk, started.job)).toMatchObject({ state: 'done', result: { rejected: 1 } });
  return batch;
}

test('refused rows can still be saved after a restart, of a trial run too, and those of old imports are forgotten', async () => {
  const first = await openTown();
  const oldest = await refusedImport(first, '最早');
  const batches: string[] = [];
  for (const name of ['甲', '乙', '丙', '丁']) batches.push(await refusedImport(first, name));
  batches.push(await refusedImport(first, '试运行', true));
  await first.close();

  const desk = await startDesk(first.folder);
  await desk.value('session.unlock', { passphrase });
  for (const batch of batches) {
    const file = path.join(desk.folder, `${batch}.xlsx`);
    expect(await desk.value('import.saveErrors', { batch, file })).toEqual({ rows: 1 });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  }
  const gone = await desk.ask('import.saveErrors', { batch: oldest, file: path.join(desk.folder, 'x.xlsx') });
  expect(gone).toMatchObject({ ok: false, failure: { code: 'not-found', kind: 'batch' } });
  await desk.close();
});
