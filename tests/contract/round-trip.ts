import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isImportable } from '../../db/exchange/sheet/import/match-columns.ts';
import { exportList } from '../../db/exchange/sheet/export/export-list.ts';
import { codeSources, startImport } from '../../db/exchange/sheet/import/import-sheet.ts';
import { readSheet } from '../../db/exchange/sheet/import/read-sheet.ts';
import { serveReader, type ReaderTask } from '../../db/exchange/sheet/import/serve-reader.ts';
import type { AnyLedger } from '../../db/model/define-ledger.ts';
import { ledgers } from '../../db/model/registry.ts';
import { practiceDay } from '../fixtures/practice-day.ts';
import { generatePractice, practiceTown } from '../../db/practice/index.ts';
import { createStore, practicePassphrase, type Caller, type Store } from '../../db/store/index.ts';

const caller: Caller = { user: 'test', name: '测试', language: 'zh', seesMasked: true };
const now = (): Date => new Date(`${practiceDay}T08:00:00.000Z`);

/**
 * Forms of superior offices are files, no office stands above a practice town to answer it, and sensitive ledgers never
 * enter a sheet.
 */
const drawn = ledgers.filter(
  ({ id, sensitive }) =>
    !['form_template', 'issue_reply', 'liaison_opinion_reply', 'dispute_reply'].includes(id) && !sensitive,
);

/**
 * Tests for every ledger of a small town: its export changes nothing when it is imported again. Each format has a test
 * file of its own, so that they run side by side.
 */
export function testRoundTrips(format: 'xlsx' | 'csv'): void {
  let folder = '';
  let store: Store;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'round-trip-'));
    const outcome = createStore({
      file: path.join(folder, 'town.db'),
      passphrase: practicePassphrase,
      now,
      town: { code: practiceTown, name: '虎门镇' },
      practice: true,
    });
    if (!outcome.ok) throw new Error(outcome.kind);
    store = outcome.store;
    generatePractice(store, { people: 1000, seed: 7, today: practiceDay });
  }, 120_000);

  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(drawn.map((ledger) => [ledger.id, ledger] as const))(
    'the export of %s changes nothing when it is imported again',
    async (_, ledger) => {
      const fields = Object.entries(ledger.fields).flatMap(([name, f]) => (isImportable(f) ? [name] : []));
      const file = path.join(folder, `${ledger.id}.${format}`);
      const exported = await exportList({ store, ledger, caller, where: {}, fields, format, file, now });
      if (!exported.ok) throw new Error(exported.problem);
      expect(exported.rows).toBeGreaterThan(0);
      const changes = store.counts();
      const here = readHere(ledger);
      const answer = await startImport({
        store,
        ledger: here,
        caller,
        batch: randomUUID(),
        file,
        dryRun: false,
        now,
      });
      if (!answer.ok) throw new Error(answer.refusal.code);
      const { errors, ...counts } = answer.value.result;
      expect(errors).toEqual([]);
      expect(counts).toMatchObject({
        read: exported.rows,
        created: 0,
        updated: 0,
        unchanged: exported.rows,
        rejected: 0,
      });
      expect(store.counts()).toEqual(changes);
      const task = {
        file,
        sheet: null,
        mapping: null,
        codes: codeSources(store, caller),
        language: caller.language,
        today: practiceDay,
        chunkRows: 2000,
      } as const;
      const read: unknown[] = [];
      for await (const event of readSheet({ ...task, ledger: here })) read.push(event);
      expect(read.length).toBeGreaterThan(1);
      expect(await saidByReader({ ...task, ledger: ledger.id, credit: read.length })).toEqual([
        ...read,
        { kind: 'end' },
      ]);
    },
    60_000,
  );
}

/**
 * A ledger the registry does not hold, so that its sheet is read in this thread: one thread for each of some 280 imports
 * would spend its time loading the registry. What a thread would have said is compared below.
 */
const readHere = (ledger: AnyLedger): AnyLedger => ({ ...ledger });

/** What the reading thread says of a sheet, through a real port but without a thread of its own. */
async function saidByReader(task: ReaderTask): Promise<readonly unknown[]> {
  const { port1, port2 } = new MessageChannel();
  const said: unknown[] = [];
  const closed = new Promise((resolve) => port2.once('close', resolve));
  port2.on('message', (message) => said.push(message));
  await serveReader(port1, task);
  await closed;
  return said;
}
