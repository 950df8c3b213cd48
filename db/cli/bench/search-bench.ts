import type { SearchResult } from '../../store/api.ts';
import { type BenchTown, onTown, townPaths } from './bench-town.ts';
import { defineBenchmark } from './benchmark.ts';
import { type Figure, mustBeNone, sampled, timedCall } from './measure.ts';
import { scanMismatches } from './search-scan.ts';
import { queryKinds, searchQueries } from './search-queries.ts';

/** Hits the search box asks for. */
const LIMIT = 50;
/** Asked of all queries together, ms: half a frame of a 60 Hz screen. */
const TARGET = { limit: 8 } as const;
/** Asked of each kind of query, ms: a frame. */
const TARGET_OF_A_KIND = { limit: 16 } as const;

/** Mixed queries over the whole town, warm; on a small town also compared with a scan of every record. */
export const searchBenchmark = defineBenchmark({
  name: 'search',
  dependsOn: [
    ...townPaths,
    'db/cli/bench/search-bench.ts',
    'db/cli/bench/search-queries.ts',
    'db/cli/bench/search-scan.ts',
    'db/model/derive',
    'db/store/search',
  ],
  // 20,000 people can be searched row by row.
  full: { people: 1_000_000, scanned: 20_000, queries: 300 },
  small: { people: 1000, scanned: 1000, queries: 60 },
  figures: () => [
    'search.mismatches',
    'search.all',
    ...queryKinds.map((kind) => `search.${kind}`),
    'search.missed',
  ],
  run: async ({ people, scanned, queries }, place) => [
    await onTown(Math.min(scanned, people), place, (town) => comparedWithScan(town, queries)),
    ...(await onTown(people, place, (town) => searchFigures(town, queries))),
  ],
});

/** What so many queries take, and how many of them miss the record they were made from. */
function searchFigures(town: BenchTown, count: number): readonly Figure[] {
  const { store, caller, people } = town;
  const queries = searchQueries(town, count);
  // Warm: every page that is needed has been read once, as in an office after the first minutes of the day.
  for (const { text } of queries) store.search(text, LIMIT, caller);
  let missed = 0;
  const samples = queries.map(({ kind, text, ledger, id }) => {
    let answer: SearchResult = { hits: [], more: [], ms: 0 };
    const sample = timedCall(() => (answer = store.search(text, LIMIT, caller)));
    if (!answer.more.includes(ledger) && !answer.hits.some((hit) => hit.id === id)) missed += 1;
    return { kind, sample };
  });
  const all = sampled(
    'search.all',
    samples.map((s) => s.sample),
    { target: TARGET, note: `${people} people, ${LIMIT} hits` },
  );
  const kinds = queryKinds.map((kind) =>
    sampled(
      `search.${kind}`,
      samples.filter((s) => s.kind === kind).map((s) => s.sample),
      { target: TARGET_OF_A_KIND },
    ),
  );
  const note = 'queries that did not find the record they were made from';
  return [all, ...kinds, mustBeNone('search.missed', missed, { n: count, note })];
}

/** How many of so many queries find other records than a scan of all of them. */
function comparedWithScan(town: BenchTown, count: number): Figure {
  const texts = searchQueries(town, count).map(({ text }) => text);
  const note = `queries whose hits differ from a scan of every record, ${town.people} people`;
  return mustBeNone('search.mismatches', scanMismatches(town, texts).length, { n: count, note });
}
