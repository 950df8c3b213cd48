import { randomUUID } from 'node:crypto';
import type { PageQuery } from '../../store/api.ts';
import { type BenchTown, onTown, townPaths } from './bench-town.ts';
import { defineBenchmark } from './benchmark.ts';
import { type Figure, type Sample, sampled, timed } from './measure.ts';

const PAGE_ROWS = 100;
const TARGET = { limit: 30 } as const;

interface ListCase {
  readonly name: string;
  readonly query: Pick<PageQuery, 'ledger' | 'where' | 'sort'>;
}

const caseNames = [
  'person.by-name',
  'person.by-name-descending',
  'person.of-village',
  'person.of-grid',
  'person.women',
  'person.born-from',
  'room.by-name',
  'residence.newest',
  'unit.of-village',
  'issue.open',
] as const;

/**
 * First pages and pages in the middle of lists with indexed filters and sorts, a hundred rows each with their texts;
 * and the first jump into the middle after a write that made the store forget the list.
 */
export const listBenchmark = defineBenchmark({
  name: 'list',
  dependsOn: [...townPaths, 'db/cli/bench/list-bench.ts', 'db/model/fields', 'db/store/migrate'],
  full: { people: 1_000_000, rounds: 40 },
  small: { people: 1000, rounds: 2 },
  figures: () => [
    ...caseNames.flatMap((name) => ['first', 'middle', 'total'].map((part) => `list.${name}.${part}`)),
    'list.person.by-name.first-jump',
  ],
  run: ({ people, rounds }, place) =>
    onTown(people, place, (town) => [...lists(town, rounds), firstJump(town, rounds)]),
});

function firstJump(town: BenchTown, rounds: number): Figure {
  const { store, caller } = town;
  const query = { ledger: 'person', where: {}, sort: 'name', limit: PAGE_ROWS };
  const offset = Math.floor(store.total('person', {}).total / 2);
  const id = store.page({ ...query, limit: 1 }, caller).rows[0]?.id ?? '';
  const name = store.get('person', id, caller)?.values['name'] ?? '';
  const samples = Array.from({ length: rounds }, (_, i) => {
    const values = { name: i % 2 === 0 ? `${String(name)}一` : name };
    const writes = [{ ledger: 'person', id, op: 'update' as const, values }];
    if (!store.write({ writeId: randomUUID(), caller, writes }).ok) throw new Error('a save was refused');
    return timed([() => store.page({ ...query, offset: offset + i * PAGE_ROWS }, caller)]);
  });
  return sampled('list.person.by-name.first-jump', samples.flat(), {
    target: TARGET,
    note: `to row ${offset} of a list the store remembers nothing of`,
  });
}

function lists(town: BenchTown, rounds: number): readonly Figure[] {
  return casesOf(town).flatMap(({ name, query }) => {
    const { total, exact } = town.store.total(query.ledger, query.where);
    const size = `${exact ? '' : 'at least '}${total} rows`;
    const middle = Math.floor(total / 2);
    const pagesAt = (offsetOf: (round: number) => number): readonly Sample[] =>
      pages(
        town,
        { ...query, limit: PAGE_ROWS },
        Array.from({ length: rounds }, (_, i) => offsetOf(i)),
      );
    const first = pagesAt(() => 0);
    const jumps = pagesAt((i) => middle + ((i * PAGE_ROWS) % Math.max(1, middle - PAGE_ROWS)));
    const count = timedCount(town, query);
    return [
      sampled(`list.${name}.first`, first, { target: TARGET, note: size }),
      sampled(`list.${name}.middle`, jumps, { target: TARGET, note: `pages from row ${middle} on, ${size}` }),
      sampled(`list.${name}.total`, count, { note: 'the count, asked for after the rows' }),
    ];
  });
}

function casesOf({ store, caller }: BenchTown): readonly ListCase[] {
  const village =
    store.page({ ledger: 'division', where: { level: '5' }, sort: 'code', limit: 1, fields: [] }, caller)
      .rows[0]?.id ?? '';
  const grid =
    store.page({ ledger: 'grid', where: {}, sort: 'code', limit: 1, fields: [] }, caller).rows[0]?.id ?? '';
  const queries: Readonly<Record<(typeof caseNames)[number], ListCase['query']>> = {
    'person.by-name': { ledger: 'person', where: {}, sort: 'name' },
    'person.by-name-descending': { ledger: 'person', where: {}, sort: '-name' },
    'person.of-village': { ledger: 'person', where: { village }, sort: 'name' },
    'person.of-grid': { ledger: 'person', where: { grid }, sort: 'name' },
    'person.women': { ledger: 'person', where: { sex: '2' }, sort: 'name' },
    'person.born-from': {
      ledger: 'person',
      where: { birth_date: { from: '1990-01-01', to: '1999-12-31' } },
      sort: 'birth_date',
    },
    'room.by-name': { ledger: 'room', where: {}, sort: 'name' },
    'residence.newest': { ledger: 'residence', where: {}, sort: '-from_day' },
    'unit.of-village': { ledger: 'unit', where: { village }, sort: 'name' },
    'issue.open': { ledger: 'issue', where: { status: '40' }, sort: '-reported_at' },
  };
  return caseNames.map((name) => ({ name, query: queries[name] }));
}

function pages(
  { store, caller }: BenchTown,
  query: Omit<PageQuery, 'offset'>,
  offsets: readonly number[],
): readonly Sample[] {
  return timed(offsets.map((offset) => () => store.page({ ...query, offset }, caller)));
}

const timedCount = ({ store }: BenchTown, { ledger, where }: ListCase['query']): readonly Sample[] =>
  timed(Array.from({ length: 5 }, () => () => store.total(ledger, where)));
