import type { SearchResult } from '../../store/api.ts';
import type { BenchTown } from './bench-town.ts';
import { type Figure, sampled, timedCall } from './measure.ts';
import { scanMismatches } from './search-scan.ts';
import { queryKinds, searchQueries } from './search-queries.ts';

const QUERIES = 300;
/** Hits the search box asks for. */
const LIMIT = 50;
/** A frame of a 60 Hz screen: an answer within it is felt as none. */
const TARGET = { limit: 16 } as const;
/** Towns up to this size are also searched row by row, to see that nothing is missing. */
const LARGEST_SCANNED = 20_000;

/** 300 mixed queries over the whole town, warm; on a small town also compared with a scan of every record. */
export function searchBench(town: BenchTown): readonly Figure[] {
  const { store, caller, people } = town;
  const queries = searchQueries(town, QUERIES);
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
    ),
  );
  const found: Figure = {
    name: 'search.missed',
    value: missed,
    unit: 'count',
    n: QUERIES,
    target: { limit: 0 },
    note: 'queries that did not find the record they were made from',
  };
  return [all, ...kinds, found, ...(people > LARGEST_SCANNED ? [] : [comparison(town)])];
}

function comparison(town: BenchTown): Figure {
  const queries = searchQueries(town, QUERIES);
  return {
    name: 'search.mismatches',
    value: scanMismatches(
      town,
      queries.map((q) => q.text),
    ).length,
    unit: 'count',
    n: QUERIES,
    target: { limit: 0 },
    note: `queries whose hits differ from a scan of every record, ${town.people} people`,
  };
}
