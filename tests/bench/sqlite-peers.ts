import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { type BenchTown, onTown } from '../../db/cli/bench/bench-town.ts';
import { defineBenchmark } from '../../db/cli/bench/benchmark.ts';
import { type Figure, sampled, timed } from '../../db/cli/bench/measure.ts';
import { searchBenchmark } from '../../db/cli/bench/search-bench.ts';
import { searchQueries } from '../../db/cli/bench/search-queries.ts';
import { runPeer } from './run-peer.ts';

const FIELDS = [
  'name',
  'doc_no',
  'sex',
  'birth_date',
  'phone',
  'residence_address',
  'checked_on',
  'remark',
] as const;
const PAGE_ROWS = 500;
/** What LIKE can be asked: it knows neither pinyin nor initials. */
const COMPARABLE: readonly string[] = [
  'whole name',
  'part of name',
  'id number tail',
  'phone tail',
  'address fragment',
];

const shape = z.object({
  search: z.array(z.number()),
  firstPage: z.array(z.number()),
  middlePage: z.array(z.number()),
  save: z.array(z.number()),
});

/** The same people in one plain SQLite table, asked and changed the plain way, beside the product in the same run. */
export const sqlitePeers = defineBenchmark({
  name: 'sqlite-peers',
  dependsOn: [
    ...searchBenchmark.dependsOn,
    'tests/bench/peers/plain-sqlite.ts',
    'tests/bench/run-peer.ts',
    'tests/bench/sqlite-peers.ts',
  ],
  full: { people: 1_000_000, searches: 60, rounds: 20, saves: 200 },
  small: { people: 1000, searches: 10, rounds: 2, saves: 5 },
  figures: () => [
    'peer.search.this product',
    ...['search', 'list.first', 'list.middle', 'save'].map((name) => `peer.${name}.plain SQLite`),
  ],
  run: (size, place) => onTown(size.people, place, (town) => comparedWithPlain(town, size)),
});

interface PeersSize {
  readonly searches: number;
  readonly rounds: number;
  readonly saves: number;
}

function comparedWithPlain(town: BenchTown, { searches, rounds, saves }: PeersSize): readonly Figure[] {
  const { store, caller, folder } = town;
  const file = plainTable(town);
  // Every third kind of query is one LIKE can be asked.
  const texts = searchQueries(town, searches * 5)
    .filter((q) => COMPARABLE.includes(q.kind))
    .slice(0, searches)
    .map((q) => q.text);
  const ids = store
    .page({ ledger: 'person', where: {}, limit: saves, fields: [] }, caller)
    .rows.map((row) => row.id);
  const middle = Math.floor(town.people / 2);
  const workFile = path.resolve(folder, 'peer-work.json');
  writeFileSync(workFile, JSON.stringify({ searches: texts, ids, rounds, middle }));
  const answer = runPeer('plain-sqlite', [file, workFile]);
  const ours = sampled(
    'peer.search.this product',
    timed(texts.map((text) => () => store.search(text, 50, caller))),
    {
      note: 'encrypted, all ledgers',
    },
  );
  if (answer === null) return [ours];
  const plain = shape.parse(answer);
  const note = 'node:sqlite, plain table, LIKE over four columns, not encrypted, no change log';
  return [
    ours,
    wallOnly('peer.search.plain SQLite', plain.search, note),
    wallOnly('peer.list.first.plain SQLite', plain.firstPage, 'index on name'),
    wallOnly('peer.list.middle.plain SQLite', plain.middlePage, `OFFSET ${middle}`),
    wallOnly(
      'peer.save.plain SQLite',
      plain.save,
      'one UPDATE, synchronous=FULL, no change record, no search index',
    ),
  ];
}

function wallOnly(name: string, walls: readonly number[], note: string): Figure {
  return sampled(
    name,
    walls.map((wall_ms) => ({ wall_ms })),
    { note },
  );
}

/** All people with the columns a plain program would keep, written once and kept. */
function plainTable({ store, caller, folder, people }: BenchTown): string {
  const file = path.resolve(folder, `plain-${String(people)}.db`);
  if (existsSync(file)) return file;
  const half = `${file}.half`;
  rmSync(half, { force: true });
  const db = new DatabaseSync(half);
  db.exec(
    `PRAGMA synchronous=OFF; CREATE TABLE person (id TEXT PRIMARY KEY, ${FIELDS.map((f) => `${f} TEXT`).join(', ')}); BEGIN`,
  );
  const insert = db.prepare(`INSERT INTO person VALUES (?${', ?'.repeat(FIELDS.length)})`);
  let after: string | null = null;
  do {
    const page = store.page(
      { ledger: 'person', where: {}, limit: PAGE_ROWS, fields: FIELDS, ...(after === null ? {} : { after }) },
      caller,
    );
    for (const { id, texts } of page.rows) insert.run(id, ...FIELDS.map((name) => texts[name] ?? null));
    after = page.next;
  } while (after !== null);
  db.exec('COMMIT; CREATE INDEX person_name ON person (name); CREATE INDEX person_doc_no ON person (doc_no)');
  db.close();
  renameSync(half, file);
  return file;
}
