import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isImportable } from '../../db/exchange/sheet/import/match-columns.ts';
import { exportList } from '../../db/exchange/sheet/export/export-list.ts';
import { startImport } from '../../db/exchange/sheet/import/import-sheet.ts';
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
      const answer = await startImport({
        store,
        ledger,
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
    },
    60_000,
  );
}
