import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CountingDriver } from './counting-driver.ts';
import { forgetPages, pagesReadBy } from './page-reads.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const driver = new CountingDriver();
let folder: string;
let database: Database.Database;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'ratchet-'));
  database = new Database(path.join(folder, 'some.db'));
  // As the product's: nobody else is looked for in the file.
  for (const setting of ['locking_mode=EXCLUSIVE', 'journal_mode=WAL']) database.pragma(setting);
  database.exec('CREATE TABLE search_key (key INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO search_key VALUES (?, ?)');
  database.transaction(() => {
    for (let i = 1; i <= 5000; i += 1) insert.run(i, 'x'.repeat(100));
  })();
});

afterEach(() => {
  driver.plant(null);
  database.close();
  rmSync(folder, { recursive: true });
});

/** What some work executed and was given. */
function countsOf(work: () => unknown): { readonly statements: number; readonly rows: number } {
  const before = driver.counts();
  work();
  const { statements, rows } = driver.counts();
  return { statements: statements - before.statements, rows: rows - before.rows };
}

describe('the driver is counted', () => {
  const three = 'SELECT * FROM search_key WHERE key <= 3';

  test.each([
    { call: 'all', work: () => database.prepare(three).all(), statements: 1, rows: 3 },
    { call: 'get', work: () => database.prepare(three).get(), statements: 1, rows: 1 },
    {
      call: 'get without an answer',
      work: () => database.prepare('SELECT 1 WHERE 0').get(),
      statements: 1,
      rows: 0,
    },
    { call: 'iterate', work: () => [...database.prepare(three).iterate()], statements: 1, rows: 3 },
    { call: 'run', work: () => database.prepare('DELETE FROM search_key').run(), statements: 1, rows: 0 },
    { call: 'exec', work: () => database.exec('BEGIN; SELECT 1; COMMIT;'), statements: 3, rows: 0 },
    { call: 'pragma', work: () => database.pragma('user_version'), statements: 1, rows: 1 },
  ])('through $call', ({ work, statements, rows }) => {
    expect(countsOf(work)).toEqual({ statements, rows });
  });

  test('through an iteration that is left half-way, which is closed', () => {
    const counts = countsOf(() => {
      for (const _row of database.prepare(three).iterate()) break;
      database.exec('DELETE FROM search_key');
    });

    expect(counts).toEqual({ statements: 2, rows: 1 });
  });

  test('with one statement more where one is planted, and no row', () => {
    driver.plant(/search_key/);

    const planted = countsOf(() => database.prepare(three).all());
    const other = countsOf(() => database.prepare('SELECT 1').all());

    expect({ planted, other }).toEqual({
      planted: { statements: 2, rows: 3 },
      other: { statements: 1, rows: 1 },
    });
  });

  test('by the texts of its statements', () => {
    driver.takeSources();
    database.prepare('SELECT 7').all();

    expect([...driver.takeSources()]).toEqual(['SELECT 7']);
    expect(driver.takeSources().size).toBe(0);
  });
});

describe.skipIf(process.platform !== 'linux')('pages are counted', () => {
  const pagesOf = (sql: string): number => pagesReadBy(() => database.prepare(sql).all()).pages;

  test('the same each time, though SQLite has seen them before', () => {
    forgetPages(database);
    const sql = 'SELECT count(text) FROM search_key';

    // The first reads the head of the file, which is then held.
    const [, ...pages] = [0, 1, 2, 3].map(() => pagesOf(sql));

    // 5000 rows of 100 bytes fill at least 125 pages of 4096.
    expect(pages[0]).toBeGreaterThan(125);
    expect(new Set(pages).size).toBe(1);
  });

  test('few for a row by its key', () => {
    forgetPages(database);

    const pages = pagesOf('SELECT text FROM search_key WHERE key = 4000');

    expect(pages).toBeGreaterThan(0);
    expect(pages).toBeLessThan(5);
  });
});
