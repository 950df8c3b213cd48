import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CheckFinding } from '../../../db/store/index.ts';
import { addDweller, addPlace, change, clerk, newStore, opened, rawFile, save } from './fixture.ts';

/** A store with some history, closed. */
function storeWithHistory(): ReturnType<typeof newStore>['options'] {
  const { store, options } = newStore();
  save(store, addPlace('p1', { code: 'A1', road: '人民路' }));
  for (let i = 0; i < 40; i += 1)
    save(store, addDweller(`d${i}`, { name: `张${i}`, number: `N${i}`, home: 'p1' }));
  save(store, change('d1', { age: 5, note: 'x' }), change('d2', { name: '李四' }));
  save(store, { ledger: 'dweller', id: 'd3', op: 'remove', reason: '迁出' });
  store.close();
  return options;
}

/** Findings after tampering with the file behind the store's back. */
function findingsAfter(...sql: readonly string[]): readonly CheckFinding[] {
  const options = storeWithHistory();
  const raw = rawFile(options);
  raw.pragma('foreign_keys=OFF');
  for (const statement of sql) expect(raw.prepare(statement).run().changes).toBeGreaterThan(0);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  const store = opened(options);
  const { findings } = store.checkAll();
  store.close();
  return findings;
}

const codesOf = (findings: readonly CheckFinding[]): readonly string[] => [
  ...new Set(findings.map((one) => one.code)),
];

test('an untouched file passes', () => {
  const store = opened(storeWithHistory());
  const steps: string[] = [];
  const report = store.checkAll((_done, _total, step) => {
    steps.push(step);
    return true;
  });
  expect(report).toEqual({ ok: true, findings: [], cancelled: false });
  expect(new Set(steps)).toEqual(new Set(['integrity', 'change-chain', 'records', 'search']));
  expect(store.checkAll(() => false)).toMatchObject({ ok: false, cancelled: true });
  store.close();
});

test('a row edited behind the log is named', () => {
  const fields: readonly (readonly [string, string])[] = [
    ['never changed since it was entered', "UPDATE dweller SET note = 'planted' WHERE id = 'd7'"],
    ['changed once', "UPDATE dweller SET age = 99 WHERE id = 'd1'"],
  ];
  for (const [what, sql] of fields) {
    const findings = findingsAfter(sql);
    expect([what, findings.map((one) => [one.code, one.ledger])]).toEqual([
      what,
      [['change-mismatch', 'dweller']],
    ]);
  }
});

test('a row deleted or added behind the log is named', () => {
  expect(codesOf(findingsAfter("DELETE FROM dweller WHERE id = 'd9'"))).toContain('change-mismatch');
  const added = findingsAfter(
    "INSERT INTO dweller (id, version, created_at, updated_at, name, name_py) VALUES ('dx', 1, '', '', '假', 'jia')",
  );
  expect(added.filter((one) => one.record === 'dx').map((one) => one.code)).toEqual([
    'change-mismatch',
    'search-missing',
  ]);
});

test('a removal undone behind the log is named', () => {
  const findings = findingsAfter(
    "UPDATE dweller SET removed_at = NULL, removed_reason = NULL WHERE id = 'd3'",
  );
  expect(findings.some((one) => one.code === 'change-mismatch' && one.record === 'd3')).toBe(true);
});

test('a missing and an extra search entry are named', () => {
  const options = storeWithHistory();
  const raw = rawFile(options);
  const rid = Number(raw.prepare("SELECT rid FROM dweller WHERE id = 'd5'").pluck().get());
  raw.exec(`DELETE FROM dweller_words WHERE rowid = ${rid}`);
  raw.exec(
    `DELETE FROM search_key WHERE rid = (SELECT rid FROM dweller WHERE id = 'd6') AND kind = 1 AND ledger = 101`,
  );
  raw.exec("INSERT INTO dweller_words (rowid, words) VALUES (5000, '张三')");
  raw.close();
  const store = opened(options);
  const { findings } = store.checkAll();
  expect(findings.filter((one) => one.code === 'search-missing').map((one) => one.record)).toEqual([
    'd5',
    'd6',
  ]);
  store.close();
  const other = storeWithHistory();
  const again = rawFile(other);
  again.exec("INSERT INTO dweller_words (rowid, words) VALUES (5000, '张三')");
  again.exec("INSERT INTO search_key VALUES (3, 101, 'GHOST', 4)");
  again.close();
  const second = opened(other);
  expect(codesOf(second.checkAll().findings)).toEqual(['search-extra']);
  second.close();
});

test('any tampering with the log breaks its chain', () => {
  const tamperings = [
    "UPDATE change_log SET fields = replace(fields, '5', '6') WHERE op = 'update' AND record = 'd1'",
    'DELETE FROM change_log WHERE seq = (SELECT max(seq) FROM change_log)',
    'UPDATE write_log SET at = at + 1 WHERE no = 5',
    "UPDATE author SET user = 'somebody else'",
    "UPDATE change_log SET reason = 'other' WHERE op = 'remove'",
    'UPDATE change_log SET digest = zeroblob(16) WHERE seq = 4',
  ];
  for (const sql of tamperings)
    expect([sql, codesOf(findingsAfter(sql))]).toEqual([sql, expect.arrayContaining(['change-chain'])]);
});

test('the last writes cut off together with their rows are noticed by the mark', () => {
  const options = storeWithHistory();
  const raw = rawFile(options);
  raw.pragma('foreign_keys=OFF');
  raw.exec(`DELETE FROM change_log WHERE seq = (SELECT max(seq) FROM change_log);
    DELETE FROM write_log WHERE no = (SELECT max(no) FROM write_log);
    UPDATE dweller SET removed_at = NULL, removed_reason = NULL, version = 1 WHERE id = 'd3';`);
  raw.close();
  const store = opened(options);
  expect(store.notices.map((notice) => notice.code)).toEqual(['wal-lost']);
  expect(codesOf(store.checkAll().findings)).toContain('rolled-back');
  store.close();
});

test('a dangling link and an unknown table are named', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张', home: 'nowhere' }));
  expect(store.checkAll().findings).toEqual([
    { code: 'foreign-key', ledger: 'dweller', record: 'd1', detail: 'home → nowhere' },
  ]);
  store.close();
  const raw = rawFile(options);
  raw.exec('CREATE TABLE stray (a INTEGER)');
  raw.close();
  const again = opened(options);
  expect(codesOf(again.checkAll().findings)).toContain('schema-drift');
  again.close();
});

test('a flipped byte anywhere in the file is found, or the file does not open', () => {
  const options = storeWithHistory();
  const whole = readFileSync(options.file);
  let found = 0;
  const trials = 24;
  for (let i = 0; i < trials; i += 1) {
    const at = 100 + Math.floor(((whole.length - 200) * i) / trials);
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(options.file, bytes);
    if (isNoticed(options)) found += 1;
  }
  expect(found).toBe(trials);
});

function isNoticed(options: ReturnType<typeof storeWithHistory>): boolean {
  try {
    const store = opened(options);
    const { ok } = store.checkAll();
    try {
      store.close();
    } catch {
      return true;
    }
    return !ok;
  } catch {
    return true;
  }
}

test('attachments are encrypted, found by content, and missed or damaged ones are named', () => {
  const { store, folder } = newStore();
  const bytes = Buffer.from('一张照片的内容'.repeat(100));
  const info = store.attachments.put(bytes, '照片.jpg', 'image/jpeg');
  expect(store.attachments.put(bytes, 'other.jpg', 'image/jpeg')).toEqual(info);
  expect(Buffer.from(store.attachments.read(info.hash, clerk) ?? []).equals(bytes)).toBe(true);
  expect(store.attachments.read('../../etc/passwd', clerk)).toBeNull();
  expect(store.checkAll().ok).toBe(true);
  const [sub = ''] = readdirSync(path.join(folder, 'town.db-files'));
  const file = path.join(folder, 'town.db-files', sub, info.hash);
  const kept = readFileSync(file);
  expect(kept.includes(Buffer.from('照片'))).toBe(false);
  kept.writeUInt8(kept.readUInt8(50) ^ 1, 50);
  writeFileSync(file, kept);
  expect(store.attachments.read(info.hash, clerk)).toBeNull();
  expect(codesOf(store.checkAll().findings)).toEqual(['attachment-damaged']);
  rmSync(file);
  expect(codesOf(store.checkAll().findings)).toEqual(['attachment-missing']);
  store.attachments.put(bytes, '照片.jpg', 'image/jpeg');
  expect(store.checkAll().ok).toBe(true);
  store.close();
});

test('a record without its words is named although the next one has the same', () => {
  const { store, options } = newStore();
  for (let i = 0; i < 5; i += 1) save(store, addDweller(`d${i}`, { name: '张伟', number: `N${i}` }));
  store.close();
  const raw = rawFile(options);
  raw.exec(
    "DELETE FROM dweller_words WHERE rowid = 3; INSERT INTO dweller_words (rowid, words) VALUES (3, '别的')",
  );
  raw.close();
  const damaged = opened(options);
  expect(damaged.checkAll().findings).toMatchObject([{ code: 'search-missing', record: 'd2' }]);
  damaged.close();
});

test('an index that lost an entry is named', () => {
  const options = storeWithHistory();
  const raw = rawFile(options);
  raw.unsafeMode(true).pragma('writable_schema=ON');
  const sql = String(
    raw.prepare("SELECT sql FROM sqlite_master WHERE name = 'dweller_by_name_py'").pluck().get(),
  );
  // The index is filled under another condition, so that one row has no entry in it.
  raw.exec("UPDATE sqlite_master SET sql = sql || ' AND id <> ''d9''' WHERE name = 'dweller_by_name_py'");
  raw.close();
  const again = rawFile(options);
  again.exec('REINDEX dweller_by_name_py');
  again.unsafeMode(true);
  again.pragma('writable_schema=ON');
  again.prepare("UPDATE sqlite_master SET sql = ? WHERE name = 'dweller_by_name_py'").run(sql);
  again.close();
  const store = opened(options);
  expect(store.checkAll().findings).toMatchObject([
    { code: 'integrity', ledger: 'dweller', detail: expect.stringContaining('missing from index') },
  ]);
  store.close();
});

test('records written while a check goes on are no finding', () => {
  const store = opened(storeWithHistory());
  const steps = store.checkSteps();
  let slice = 0;
  let round = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      expect(step.value).toEqual({ ok: true, findings: [], cancelled: false });
      break;
    }
    slice += 1;
    // Not behind every slice: each write waits for the disk.
    if (slice % 5 !== 0) continue;
    round += 1;
    save(store, addDweller(`new${round}`, { name: `王${round}`, number: `W${round}` }));
    save(store, change('d4', { name: `李${round}`, number: `L${round}` }));
    if (round > 1) save(store, { ledger: 'dweller', id: `new${round - 1}`, op: 'remove', reason: '迁出' });
  }
  expect(round).toBeGreaterThan(10);
  store.close();
});
