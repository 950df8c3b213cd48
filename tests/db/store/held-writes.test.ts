import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Connection } from '../../../db/store/open/connection.ts';
import { openRaw } from '../../../db/store/open/cipher-client.ts';
import type { RecordWrite, Store } from '../../../db/store/index.ts';
import { addDweller, change, clerk, newFolder, newStore, opened, optionsIn, save } from './fixture.ts';

const BATCH = 'b-1';

/** One chunk of a batch, as an import writes it. */
function hold(store: Store, writeId: string, writes: readonly RecordWrite[]) {
  return store.write({
    writeId,
    caller: clerk,
    writes,
    batch: BATCH,
    checked: true,
    held: true,
    batchState: writeId,
  });
}

function withBatch() {
  const made = newStore();
  made.store.batches.start({ id: BATCH, kind: 'import', ledger: 'dweller', label: 'a.csv' }, null);
  return made;
}

/** What the file holds for somebody who opens it after the process was killed at this moment. */
function afterKill(file: string): {
  readonly people: number;
  readonly state: unknown;
  readonly isSound: boolean;
} {
  const copy = path.join(newFolder(), 'town.db');
  for (const end of ['', '-wal', '.keys.json', '.mark.json']) {
    if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
  }
  const store = opened({ ...optionsIn(path.dirname(copy)), file: copy });
  const state = store.batches.get(BATCH, clerk)?.state;
  const seen = { people: store.total('dweller', {}).total, state, isSound: store.checkAll().ok };
  store.close();
  return seen;
}

test('held writes are seen at once and survive a kill from the moment they are settled', () => {
  const { store, options } = withBatch();
  expect(hold(store, 'w-1', [addDweller('d1', { name: '曾伟' })]).ok).toBe(true);
  expect(
    hold(store, 'w-2', [addDweller('d2', { name: '单娜' }), addDweller('d3', { name: '曾娜' })]).ok,
  ).toBe(true);
  expect(store.total('dweller', {}).total).toBe(3);
  expect(store.search('zengna', 5, clerk).hits.map((hit) => hit.id)).toEqual(['d3']);
  expect(afterKill(options.file)).toEqual({ people: 0, state: null, isSound: true });
  store.settle(BATCH);
  expect(afterKill(options.file)).toEqual({ people: 3, state: 'w-2', isSound: true });
  expect(store.checkAll()).toMatchObject({ ok: true });
  store.close();
});

test('a write of somebody else makes durable what was held before it, and is no part of what is held after it', () => {
  const { store, options } = withBatch();
  hold(store, 'w-1', [addDweller('d1', { name: '曾伟' })]);
  save(store, addDweller('d2', { name: '单娜' }));
  expect(afterKill(options.file)).toEqual({ people: 2, state: 'w-1', isSound: true });
  hold(store, 'w-2', [addDweller('d3', { name: '曾娜' })]);
  store.preferences.set('clerk', 'language', 'en');
  expect(afterKill(options.file)).toEqual({ people: 3, state: 'w-2', isSound: true });
  hold(store, 'w-3', [addDweller('d4', { name: '曾明' })]);
  expect(existsSync(store.backup('manual'))).toBe(true);
  expect(afterKill(options.file)).toMatchObject({ people: 4, state: 'w-3' });
  store.close();
});

test('a refused held write takes back itself and nothing that was held before it', () => {
  const { store } = withBatch();
  hold(store, 'w-1', [addDweller('d1', { name: '曾伟', number: 'GD12345678' })]);
  const twice = [
    addDweller('d2', { name: '单娜' }),
    addDweller('d3', { name: '曾娜', number: 'GD12345678' }),
  ];
  expect(hold(store, 'w-2', twice)).toMatchObject({
    ok: false,
    problem: { code: 'key-taken', index: 1, holder: { id: 'd1' } },
  });
  expect(hold(store, 'w-2', twice.slice(0, 1)).ok).toBe(true);
  const mixed = [change('d1', { name: '曾大伟' }), addDweller('d1', { name: '某人' })];
  expect(hold(store, 'w-3', mixed)).toMatchObject({ ok: false, problem: { code: 'conflict', index: 1 } });
  expect(hold(store, 'w-3', mixed.slice(0, 1)).ok).toBe(true);
  store.settle(BATCH);
  expect(store.search('曾', 5, clerk).hits.map((hit) => hit.title)).toEqual(['曾大伟']);
  expect(store.total('dweller', {}).total).toBe(2);
  expect(store.checkAll()).toMatchObject({ ok: true });
  store.close();
});

test('a repeated held write returns its first outcome', () => {
  const { store } = withBatch();
  const first = hold(store, 'w-1', [addDweller('d1', { name: '曾伟' })]);
  expect(hold(store, 'w-1', [addDweller('d1', { name: '曾伟' })])).toEqual({ ...first, repeated: true });
  store.close();
});

test('closing makes durable what is held', () => {
  const { store, options } = withBatch();
  hold(store, 'w-1', [addDweller('d1', { name: '曾伟' })]);
  store.close();
  const again = opened(options);
  expect(again.notices).toEqual([]);
  expect(again.total('dweller', {}).total).toBe(1);
  again.close();
});

test('a held transaction whose commit fails is told to its holder, and stops nobody else', () => {
  const raw = openRaw({
    filename: path.join(newFolder(), 'plain.db'),
    key: new Uint8Array(32),
    mustExist: false,
  });
  const connection = new Connection(raw);
  // A reference checked at the commit is what can be made to fail there at will.
  raw.exec(`CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE child (parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)`);
  const told: string[] = [];
  const begun = () => ({ committed: () => told.push('committed'), lost: () => told.push('lost') });
  const orphan = () => connection.run('INSERT INTO child VALUES (7)');
  connection.hold('a', begun, orphan);
  connection.transaction(() => connection.run('INSERT INTO parent VALUES (1)'));
  expect(told).toEqual(['lost']);
  expect(connection.number('SELECT count(*) FROM parent')).toBe(1);
  expect(connection.number('SELECT count(*) FROM child')).toBe(0);
  expect(() => connection.hold('a', begun, orphan)).toThrow('FOREIGN KEY');
  connection.hold('a', begun, () => connection.run('INSERT INTO child VALUES (1)'));
  connection.hold('b', begun, orphan);
  expect(told).toEqual(['lost', 'committed']);
  expect(() => connection.settle('b')).toThrow('FOREIGN KEY');
  connection.settle('a');
  expect(connection.number('SELECT count(*) FROM child')).toBe(1);
  connection.close();
});

test('what is held is taken back as a whole when a part of it breaks', () => {
  const { store, options } = withBatch();
  hold(store, 'w-1', [addDweller('d1', { name: '曾伟' })]);
  const broken: RecordWrite = { ...addDweller('d2', { name: '单娜' }), ledger: 'nothing' };
  expect(() => hold(store, 'w-2', [broken])).toThrow('no ledger');
  expect(store.total('dweller', {}).total).toBe(0);
  expect(store.search('曾伟', 5, clerk).hits).toEqual([]);
  save(store, addDweller('d3', { name: '曾娜' }));
  expect(store.checkAll()).toMatchObject({ ok: true });
  expect(afterKill(options.file)).toEqual({ people: 1, state: null, isSound: true });
  store.close();
});
