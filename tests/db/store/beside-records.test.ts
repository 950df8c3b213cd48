import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { addDweller, clerk, newStore, opened, save } from './fixture.ts';

test('code tables are in the file, give names in both languages, and read what sheets say', () => {
  const { store } = newStore();
  const [zh, en] = [store.names('zh'), store.names('en')];
  expect(zh.codeName('sex', '1')).toBe('男性');
  expect(en.codeName('sex', '1')).not.toBe(zh.codeName('sex', '1'));
  expect(zh.codeOf('sex', '男')).toBe('1');
  expect(zh.codeName('sex', 'nothing')).toBeNull();
  expect(store.codes.list('zh').find((table) => table.id === 'sex')).toMatchObject({
    confidence: 'high',
    editable: false,
  });
  store.close();
});

test('an edited code table closes codes left out, keeps their names, and survives a restart', () => {
  const { store, options } = newStore();
  const table = store.codes.list('zh').find((one) => one.editable && one.items.length > 2);
  if (table === undefined) throw new Error('no editable table');
  const [first, second, ...rest] = table.items;
  if (first === undefined || second === undefined) throw new Error('too short');
  const items = [{ ...second, name: '改过的名称' }, ...rest, { code: 'ZZ', name: '新增项' }];
  const saved = store.codes.save(table.id, items, 'w-1', clerk);
  expect(saved.ok && saved.records.some((record) => record.id === `${table.id}/ZZ`)).toBe(true);
  expect(store.codes.save(table.id, items, 'w-1', clerk)).toEqual({ ...saved, repeated: true });
  expect(store.codes.save('sex', [], 'w-2', clerk)).toMatchObject({ ok: false });
  store.close();
  const again = opened(options);
  const names = again.names('zh');
  expect(names.codeName(table.id, first.code)).toBe(first.name);
  expect(names.codeEnd?.(table.id, first.code)).toBe('2026-11-23');
  expect(names.codeOf(table.id, '改过的名称')).toBe(second.code);
  expect(names.codeOf(table.id, '新增项')).toBe('ZZ');
  expect(again.checkAll().findings).toEqual([]);
  again.close();
});

test('preferences belong to one user and keep any small JSON', () => {
  const { store, options } = newStore();
  store.preferences.set('u1', 'view.dweller', { columns: ['name'], width: 3 });
  store.preferences.set('u1', 'view.place', [1, 2]);
  store.preferences.set('u1', 'language', 'en');
  store.preferences.set('u2', 'language', 'zh');
  store.preferences.set('u1', 'gone', 1);
  store.preferences.set('u1', 'gone', undefined);
  store.close();
  const again = opened(options);
  expect(again.preferences.get('u1', 'language')).toBe('en');
  expect(again.preferences.get('u1', 'gone')).toBeUndefined();
  expect(again.preferences.list('u1', 'view.')).toEqual([
    { key: 'view.dweller', value: { columns: ['name'], width: 3 } },
    { key: 'view.place', value: [1, 2] },
  ]);
  again.close();
});

test('a batch survives a crash with the progress that fits its rows', () => {
  const { store, options } = newStore();
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'dweller', label: 'a.xlsx' }, { row: 0 });
  store.write({
    writeId: 'w1',
    caller: clerk,
    batch: 'b1',
    batchState: { row: 1 },
    writes: [addDweller('d1', { name: '张' })],
  });
  const refused = store.write({
    writeId: 'w2',
    caller: clerk,
    batch: 'b1',
    batchState: { row: 2 },
    writes: [addDweller('d2', { age: 3 })],
  });
  expect(refused.ok).toBe(false);
  expect(store.batches.get('b1', clerk)).toMatchObject({ state: { row: 1 }, finishedAt: null });
  store.batches.update('b1', { row: 9 }, true);
  store.close();
  const again = opened(options);
  expect(again.batches.list(5, clerk)).toMatchObject([{ id: 'b1', state: { row: 9 }, label: 'a.xlsx' }]);
  expect(again.batches.get('b1', clerk)?.finishedAt).not.toBeNull();
  again.close();
});

test('a backup is encrypted, complete without the write-ahead log, and opens with the same passphrase', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  const file = store.backup('每日 backup');
  expect(path.basename(file)).toMatch(/^20261123T0200\d\dZ-backup\.db$/);
  expect(store.backups()).toMatchObject([{ file, reason: 'backup' }]);
  save(store, addDweller('d2', { name: '李娜' }));
  const copy = opened({ ...options, file });
  expect(copy.counts()['dweller']).toBe(1);
  expect(copy.checkAll().findings).toEqual([]);
  copy.close();
  store.close();
});

test('the SQLCipher copy opens with SQLCipher settings and its own passphrase only', () => {
  const { store, folder } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  const file = path.join(folder, 'copy.db');
  const passphrase = "it's 给市里的";
  store.saveSqlcipherCopy(file, passphrase, clerk);
  expect(() => {
    store.saveSqlcipherCopy(file, passphrase, clerk);
  }).toThrow('overwrite');
  expect(store.checkAll().ok).toBe(true);
  store.close();
  expect(readFileSync(file).includes(Buffer.from('张伟'))).toBe(false);
  const raw = new Database(file);
  raw.pragma("cipher='sqlcipher'");
  raw.pragma('legacy=4');
  raw.key(Buffer.from(passphrase, 'utf8'));
  expect(raw.prepare('SELECT name FROM dweller').pluck().all()).toEqual(['张伟']);
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  raw.close();
});

const sqlcipher = ['/usr/bin/sqlcipher', '/usr/local/bin/sqlcipher'].find((file) => existsSync(file));

test('the sqlcipher program reads the SQLCipher copy', (context) => {
  if (sqlcipher === undefined) {
    context.skip(
      'the sqlcipher program is not installed; the test above opens the copy with the same settings',
    );
    return;
  }
  const { store, folder } = newStore();
  save(store, addDweller('d1', { name: '张伟' }));
  const file = path.join(folder, 'copy.db');
  store.saveSqlcipherCopy(file, 'for the city', clerk);
  store.close();
  const shell = spawnSync(sqlcipher, [file], {
    input: "PRAGMA key = 'for the city';\nSELECT name FROM dweller;\n",
    encoding: 'utf8',
  });
  expect(shell.stdout).toContain('张伟');
});
