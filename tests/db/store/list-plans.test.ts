import { afterEach, expect, test, vi } from 'vitest';
import type { PageQuery } from '../../../db/store/index.ts';
import { Connection, type Bound } from '../../../db/store/open/connection.ts';
import { clerk, newStore, rawFile } from './fixture.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** How SQLite carries out the choosing of rows for these pages, one line for each step. */
function plansOf(...queries: readonly PageQuery[]): readonly string[] {
  const { store, options } = newStore({ practice: true });
  store.bulk.add(
    'dweller',
    Array.from({ length: 4500 }, (_, i) => ({
      id: `d${i}`,
      at: '2026-01-01T00:00:00.000Z',
      values: { name: `张${i}`, number: `N${i}`, age: i % 80, home: `p${i % 9}` },
    })),
  );
  store.bulk.finish();
  const asked: (readonly [string, readonly Bound[]])[] = [];
  const rows = vi.spyOn(Connection.prototype, 'rows');
  for (const query of queries) expect(store.page(query, clerk).rows.length).toBeGreaterThan(0);
  for (const [sql, ...bound] of rows.mock.calls) if (sql.includes('$place')) asked.push([sql, bound]);
  store.close();
  expect(asked.length).toBeGreaterThanOrEqual(queries.length);
  const raw = rawFile(options);
  const details = asked.flatMap(([sql, bound]) =>
    raw
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...bound)
      .map((row) => (typeof row === 'object' && row !== null && 'detail' in row ? String(row.detail) : '')),
  );
  raw.close();
  return details;
}

test('an indexed sort reads its index and sorts nothing, on the first page and in the middle', () => {
  const first = { ledger: 'dweller', where: {}, sort: 'name', limit: 50 };
  const plan = plansOf(
    first,
    { ...first, sort: '-age' },
    { ...first, offset: 4100 },
    { ...first, sort: '-age', offset: 4100 },
  );
  expect(plan.filter((line) => line.includes('dweller_by_name_py')).length).toBeGreaterThan(2);
  expect(plan.filter((line) => line.includes('dweller_by_age')).length).toBeGreaterThan(2);
  expect(plan.filter((line) => line.includes('TEMP B-TREE'))).toEqual([]);
  const choosing = plan.filter((line) => /(SCAN|SEARCH) dweller/.test(line));
  expect(choosing.length).toBeGreaterThan(5);
  expect(choosing.every((line) => line.includes('USING INDEX dweller_by_'))).toBe(true);
});

test('an indexed filter with its sort reads the combined index only', () => {
  const query = { ledger: 'dweller', where: { home: 'p3' }, sort: 'name', limit: 50 };
  const plan = plansOf(query, { ...query, sort: '-name' });
  const choosing = plan.filter((line) => /(SCAN|SEARCH) dweller /.test(line));
  expect(choosing.length).toBe(2);
  expect(choosing.every((line) => line.includes('dweller_by_home__name_py (home=?'))).toBe(true);
});

test('after a bulk load the planner knows what `PRAGMA optimize` would tell it, of indexes without rows nothing', () => {
  const { store, options } = newStore({ practice: true });
  const people = Array.from({ length: 300 }, (_, i) => ({
    id: `d${i}`,
    at: '2026-01-01T00:00:00.000Z',
    values: { name: `张${i}`, age: i % 80 },
  }));
  store.bulk.add('dweller', people);
  store.bulk.finish();
  store.close();
  const known = statistics(options);
  expect(known.filter((line) => line.startsWith('dweller')).length).toBeGreaterThan(5);
  expect(known.filter((line) => line.startsWith('place|'))).toEqual([]);

  const raw = rawFile(options);
  raw.exec('DELETE FROM sqlite_stat1');
  raw.close();
  const optimized = rawFile(options);
  optimized.exec('PRAGMA optimize=0x10002');
  optimized.close();
  expect(statistics(options)).toEqual(known);
});

/** Of all tables but one, which loses the mark of the load once all is counted. */
function statistics(options: { readonly file: string; readonly passphrase: string }): readonly string[] {
  const raw = rawFile(options);
  const lines = raw
    .prepare("SELECT concat_ws('|', tbl, idx, stat) FROM sqlite_stat1 WHERE tbl <> 'meta' ORDER BY 1")
    .pluck()
    .all();
  raw.close();
  return lines.map(String);
}
