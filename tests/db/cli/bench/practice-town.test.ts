import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type BenchTown, onTown } from '../../../../db/cli/bench/bench-town.ts';
import type { BenchPlace } from '../../../../db/cli/bench/benchmark.ts';
import { searchQueries } from '../../../../db/cli/bench/search-queries.ts';
import { scanMismatches } from '../../../../db/cli/bench/search-scan.ts';

// The figures of correctness of the benchmarks that need a practice town, on a small one. The others are plain tests
// already: tests/db/planner (rules broken in months and years, cores unproven, public instances), tests/db/city
// (rows changed by the same rows again).

const folder = mkdtempSync(path.join(os.tmpdir(), 'zw-bench-'));
const place: BenchPlace = {
  folder,
  context: {
    language: 'zh',
    environment: {},
    now: () => new Date('2026-11-23T08:00:00Z'),
    say: () => undefined,
    progress: () => undefined,
    readStdin: () => '',
  },
};
const PEOPLE = 1000;
const QUERIES = 300;
/** Of the search box. */
const HITS = 50;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Hardly any two of them made from one record. */
const queriesOf = (town: BenchTown) => searchQueries(town, QUERIES, QUERIES + 1);

/** Street and house number of every home, as 人民路1002号. */
function homesOf({ store, caller }: BenchTown): readonly string[] {
  const query = { ledger: 'room', where: {}, limit: 500, fields: [] } as const;
  const homes = new Set<string>();
  let after: string | null = null;
  do {
    const page = store.page({ ...query, ...(after === null ? {} : { after }) }, caller);
    for (const { id } of page.rows) {
      const address = String(store.get('room', id, caller)?.values['name'] ?? '');
      const home = /(?:社区|村)?(\p{Script=Han}+\d+)号/u.exec(address)?.[1];
      if (home !== undefined) homes.add(home);
    }
    after = page.next;
  } while (after !== null);
  return [...homes];
}

test('queries of every kind find what a scan of every record finds', async () => {
  const mismatches = await onTown(PEOPLE, place, (town) =>
    scanMismatches(
      town,
      queriesOf(town).map(({ text }) => text),
    ),
  );

  expect(mismatches).toEqual([]);
});

test('a query finds the record it was made from, or tells that its ledger has more', async () => {
  const missed = await onTown(PEOPLE, place, (town) =>
    queriesOf(town).filter(({ text, ledger, id }) => {
      const { hits, more } = town.store.search(text, HITS, town.caller);
      return !more.includes(ledger) && !hits.some((hit) => hit.id === id);
    }),
  );

  expect(missed).toEqual([]);
});

test('a home is found by its street and number, written with 号 and without', async () => {
  const { homes, mismatches } = await onTown(PEOPLE, place, (town) => {
    const found = homesOf(town);
    return {
      homes: found,
      mismatches: scanMismatches(
        town,
        found.flatMap((home) => [`${home}号`, home]),
      ),
    };
  });

  expect(homes.length).toBeGreaterThan(50);
  expect(mismatches).toEqual([]);
});

test('the check finds nothing wrong in a practice town', async () => {
  const report = await onTown(PEOPLE, place, ({ store }) => store.checkAll());

  expect(report).toMatchObject({ ok: true, findings: [] });
});
