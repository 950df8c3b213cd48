import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordDocument } from '../../db/exchange/document/record-document.ts';
import { exportList } from '../../db/exchange/sheet/export/export-list.ts';
import { startImport } from '../../db/exchange/sheet/import/import-sheet.ts';
import { ledgers, makeRegistry } from '../../db/model/registry.ts';
import { createStore, openStore, type Caller, type Store } from '../../db/store/index.ts';
import { noticeBoard } from '../fixtures/notice-board.ledger.ts';

// The worked example of docs/architecture.md: one definition file and one registry line, nothing else.
const shipped = ledgers.map((ledger, i) => ({ no: i + 1, ledger }));
const registry = makeRegistry([...shipped, { no: 4000, ledger: noticeBoard }]);
const caller: Caller = { user: 'test', name: '测试', language: 'zh', seesMasked: true };
const now = (): Date => new Date('2026-11-23T08:00:00.000Z');
const village = randomUUID();

let folder = '';
let store: Store;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'add-a-ledger-'));
  const file = path.join(folder, 'town.db');
  const common = { file, passphrase: 'a long passphrase', now };
  const town = { code: '441900121000', name: '虎门镇' };
  // A town that has been at work before the ledger came: the next start adds the table.
  const before = createStore({
    ...common,
    town,
    practice: false,
    kdfCost: 1024,
    registry: makeRegistry(shipped),
  });
  if (!before.ok) throw new Error(before.kind);
  const made = before.store.write({
    writeId: randomUUID(),
    caller,
    writes: [
      {
        ledger: 'division',
        id: village,
        op: 'create',
        values: { code: '441900121001', name: '虎门寨社区居民委员会', level: '6' },
      },
    ],
    checked: true,
  });
  if (!made.ok) throw new Error(made.problem.code);
  before.store.close();
  const after = openStore({ ...common, registry });
  if (!after.ok) throw new Error(after.kind);
  store = after.store;
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the worked example in the documentation is the file this test uses', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../docs/architecture.md'), 'utf8');
  const file = readFileSync(path.join(import.meta.dirname, '../fixtures/notice-board.ledger.ts'), 'utf8');
  const plain = (code: string): string =>
    code
      .replace(/^import .*$/gm, '')
      .replace(/\s+/g, '')
      .replaceAll(',}', '}')
      .replaceAll(',)', ')');
  const example = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? '';

  expect(plain(example).length).toBeGreaterThan(400);
  expect(plain(example)).toBe(plain(file));
});

test('a file of the time before gets the table at its next start, after a backup', () => {
  expect(store.notices.map((notice) => notice.code)).toContain('migrated');
  expect(store.backups()).toHaveLength(1);
  expect(store.counts()['notice_board']).toBe(0);
  expect(store.counts()['division']).toBe(1);
});

test('a record is checked, saved, found by initials, changed, traced and taken back', () => {
  const id = randomUUID();
  const refused = store.write({
    writeId: randomUUID(),
    caller,
    writes: [{ ledger: 'notice_board', id, op: 'create', values: { village } }],
  });
  expect(refused).toMatchObject({
    ok: false,
    problem: { code: 'invalid', findings: [{ field: 'name', code: 'required' }] },
  });

  const values = { name: '东门公告栏', village, state: '02' };
  const saved = store.write({
    writeId: randomUUID(),
    caller,
    writes: [{ ledger: 'notice_board', id, op: 'create', values }],
  });
  expect(saved.ok).toBe(true);
  expect(store.search('dmggl', 10, caller).hits.map((hit) => hit.id)).toEqual([id]);
  expect(store.related('division', village, caller).map((group) => [group.ledger, group.total])).toEqual([
    ['notice_board', 1],
  ]);

  store.write({
    writeId: randomUUID(),
    caller,
    writes: [{ ledger: 'notice_board', id, op: 'update', values: { name: '西门公告栏' }, base: 1 }],
  });
  const [latest] = store.history('notice_board', id, caller).filter((change) => change.op === 'update');
  expect(latest?.texts['name']).toEqual(['东门公告栏', '西门公告栏']);
  expect(store.undo(latest?.change ?? '', randomUUID(), caller).ok).toBe(true);
  expect(store.get('notice_board', id, caller)?.title).toBe('东门公告栏');
});

test('its sheet goes in, comes out with its own headers, and its record prints', async () => {
  const sheet = path.join(folder, '公告栏.csv');
  writeFileSync(sheet, '名称,所在村（社区）,使用状态\n南门公告栏,441900121001,\n北门公告栏,没有的村,\n');
  const answer = await startImport({
    store,
    ledger: noticeBoard,
    caller,
    batch: randomUUID(),
    file: sheet,
    dryRun: false,
    now,
  });
  if (!answer.ok) throw new Error(answer.refusal.code);
  expect(answer.value.result).toMatchObject({ read: 2, created: 1, rejected: 1 });
  expect(answer.value.result.errors).toMatchObject([{ row: 3, column: '所在村（社区）', code: 'link-none' }]);

  const file = path.join(folder, 'out.csv');
  const where = { name: { starts: '南门' } };
  const fields = ['name', 'village'];
  await exportList({ store, ledger: noticeBoard, caller, where, fields, format: 'csv', file, now });
  expect(readFileSync(file, 'utf8')).toContain('南门公告栏');

  const id = store.findByKey('notice_board', { name: '南门公告栏', village })?.id ?? '';
  const page = recordDocument({
    store,
    ledger: noticeBoard,
    id,
    caller,
    ledgers: registry.ledgers,
    now,
  });
  expect(page?.html).toContain('南门公告栏');
  expect(page?.html).toContain('虎门寨社区居民委员会');
});

test('the whole file still holds together', () => {
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
});
