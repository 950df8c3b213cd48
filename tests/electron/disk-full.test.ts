import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDigit } from '../../db/model/fields/gb11643.ts';
import { openStore } from '../../db/store/index.ts';
import { endOfJob, newId, openTown, passphrase, type Desk } from './data-process-fixture.ts';

const PEOPLE = 50_000;
/** Rows judged and written in one go; see docs/import-export.md. */
const CHUNK_ROWS = 2000;

/** Exit code of a shell line; the paths in it are ours. */
const asRoot = (line: string): number | null => spawnSync('sh', ['-c', line]).status;

let folder = '';
let isMounted = false;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'zw-full-'));
  isMounted = process.getuid?.() === 0 && asRoot(`mount -t tmpfs -o size=36m tmpfs ${folder}`) === 0;
});

afterAll(() => {
  if (isMounted) asRoot(`umount -l ${folder}`);
  rmSync(folder, { recursive: true, force: true });
});

const idNumber = (i: number): string => {
  const digits = `999${String(100 + Math.floor(i / 900))}19800101${String(i % 900).padStart(3, '0')}`;
  return digits + checkDigit(digits);
};

async function peopleSheet(desk: Desk): Promise<string> {
  const villages = await desk.value('record.page', { ledger: 'division', where: { level: '5' }, limit: 1 });
  const village = villages.rows[0]?.texts['code'] ?? '';
  const lines = Array.from({ length: PEOPLE }, (_, i) => `曾${i}伟,${idNumber(i)},户籍,${village}`);
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'zw-sheet-')), '人员.csv');
  writeFileSync(file, ['姓名,公民身份号码,人口类别,村社区', ...lines].join('\n'));
  return file;
}

test('an import that fills the disk stops with a plain sentence, keeps whole chunks, and goes on when there is room', async (context) => {
  if (!isMounted) {
    context.skip('no small disk can be mounted here');
    return;
  }
  const desk = await openTown(folder);
  const file = await peopleSheet(desk);
  const batch = newId();
  const { columns } = await desk.value('import.inspect', { ledger: 'person', file });
  const mapping = columns.map(({ index, field }) => ({ index, field }));
  const input = { batch, ledger: 'person', file, mapping, dryRun: false };

  const stopped = await endOfJob(desk, (await desk.value('import.start', input)).job);

  expect(stopped).toMatchObject({ state: 'failed', failure: { code: 'storage', kind: 'disk-full' } });
  const people = async (): Promise<number> =>
    (await desk.value('record.total', { ledger: 'person', where: {} })).total;
  const kept = await people();
  expect(kept).toBeGreaterThan(0);
  expect(kept % CHUNK_ROWS).toBe(0);
  expect(kept).toBeLessThan(PEOPLE);
  const [unfinished] = await desk.value('batch.list', {});
  expect(unfinished).toMatchObject({ id: batch, finishedAt: null, undoneAt: null, resumable: true });

  expect(asRoot(`mount -o remount,size=400m ${folder}`)).toBe(0);
  const resumed = await endOfJob(desk, (await desk.value('import.resume', { batch, file })).job);

  expect(resumed).toMatchObject({ state: 'done', result: { read: PEOPLE, created: PEOPLE, rejected: 0 } });
  expect(await people()).toBe(PEOPLE);
  await desk.close();
  const outcome = openStore({ file: desk.file, passphrase, now: () => new Date() });
  if (!outcome.ok) throw new Error(outcome.kind);
  expect(outcome.store.checkAll().findings).toEqual([]);
  outcome.store.close();
}, 120_000);
