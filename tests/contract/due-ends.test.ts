import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgers } from '../../db/model/registry.ts';
import { createStore, practicePassphrase, type Caller, type Store } from '../../db/store/index.ts';
import { dueRowOf, isDue, waysOut, type DueOf, type WayOut } from './ways-out.ts';

const caller: Caller = { user: 'test', name: '测试', language: 'zh', seesMasked: true };
/** Later than every day a row of these tests is due by. */
const now = new Date('2026-12-21T02:00:00.000Z');
const days = { today: '2026-12-21', weekEnd: '2026-12-27' };

const dues = ledgers.flatMap((ledger) =>
  ledger.dues.map((due, place): DueOf & { readonly name: string } => ({
    ledger,
    due,
    place,
    name: `${ledger.id} ${due.field} ${due.label.zh}`,
  })),
);

/** Terms of what exists on and on: the next term takes the place of the one that ends, else the record is 注销. */
const renewed = [
  'building_chief term_end 任期届满',
  'safe_association term_end 促进会换届',
  'chamber term_to 商会换届',
  'partner_force agreed_to 协作协议到期',
];

/** Dues that end by what is entered on the record itself, each with a record of its own. */
const stored = dues.flatMap((of) => {
  const way = waysOut(of).find(({ kind }) => kind === 'entered' || kind === 'vacated');
  return way === undefined ? [] : [{ ...of, way, id: randomUUID() }];
});

let folder = '';
let store: Store;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zw-due-ends-'));
  const outcome = createStore({
    file: path.join(folder, 'town.db'),
    passphrase: practicePassphrase,
    now: () => now,
    town: { code: '441900121000', name: '虎门镇' },
    practice: true,
    kdfCost: 1024,
  });
  if (!outcome.ok) throw new Error(outcome.kind);
  store = outcome.store;
  for (const of of stored)
    store.bulk.add(of.ledger.id, [{ id: of.id, at: '2026-01-01T00:00:00.000Z', values: dueRowOf(of) }]);
  store.bulk.finish();
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('many ledgers say what is due, so that the loops below have looped', () => {
  expect(dues.length).toBeGreaterThan(50);
});

test.each(dues)('$name ends by something a clerk enters other than emptying the day', (of) => {
  expect(isDue(of, dueRowOf(of))).toBe(true);
  expect(waysOut(of)).not.toEqual([]);
});

test('nothing but terms that are renewed ends by 注销 of the record alone', () => {
  const alone = dues.filter((of) => waysOut(of).every(({ kind }) => kind === 'vacated'));
  expect(alone.map(({ name }) => name)).toEqual(renewed);
});

test.each(stored)('$name stands on the first page until then, and no longer', (of) => {
  const { id, way } = of;
  expect(standing(of)).toContain(id);

  const written = store.write({
    writeId: randomUUID(),
    caller,
    // The invented row lacks what a form asks for; what ends the due is filled and kept all the same.
    checked: true,
    writes: [ending(of, id, way)],
  });

  expect(written).toMatchObject({ ok: true });
  expect(standing(of)).not.toContain(id);
});

const ending = ({ ledger }: DueOf, id: string, way: WayOut) =>
  way.kind === 'entered'
    ? { ledger: ledger.id, id, op: 'update' as const, base: 1, values: way.values }
    : { ledger: ledger.id, id, op: 'remove' as const, base: 1, reason: '已撤销' };

/** Ids of the records due of one kind. */
const standing = ({ ledger, place }: DueOf): readonly string[] =>
  store.dues
    .rows({ ledger: ledger.id, place, span: { to: days.weekEnd }, limit: 500 }, caller)
    .map(({ id }) => id);
