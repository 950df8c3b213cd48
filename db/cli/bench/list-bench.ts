import { randomUUID } from 'node:crypto';
import type { PageQuery } from '../../store/api.ts';
import type { BenchTown } from './bench-town.ts';
import { type Figure, type Sample, sampled, timed } from './measure.ts';

const ROUNDS = 40;
const PAGE_ROWS = 100;
const TARGET = { limit: 30 } as const;

interface ListCase {
  readonly name: string;
  readonly query: Pick<PageQuery, 'ledger' | 'where' | 'sort'>;
}

/**
 * First pages and pages in the middle of lists with indexed filters and sorts, a hundred rows each with their texts;
 * and the first jump into the middle after a write that made the store forget the list.
 */
export function listBench(town: BenchTown): readonly Figure[] {
  return [...lists(town), firstJump(town)];
}

function firstJump(town: BenchTown): Figure {
  const { store, caller } = town;
  const query = { ledger: 'person', where: {}, sort: 'name', limit: PAGE_ROWS };
  const offset = Math.floor(store.total('person', {}).total / 2);
  const id = store.page({ ...query, limit: 1 }, caller).rows[0]?.id ?? '';
  const name = store.get('person', id, caller)?.values['name'] ?? '';
  const samples = Array.from({ length: ROUNDS }, (_, i) => {
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

function lists(town: BenchTown): readonly Figure[] {
  return casesOf(town).flatMap(({ name, query }) => {
    const { total, exact } = town.store.total(query.ledger, query.where);
    const size = `${exact ? '' : 'at least '}${total} rows`;
    const middle = Math.floor(total / 2);
    const first = pages(town, { ...query, limit: PAGE_ROWS }, () => 0);
    const jumps = pages(
      town,
      { ...query, limit: PAGE_ROWS },
      (i) => middle + ((i * PAGE_ROWS) % Math.max(1, middle - PAGE_ROWS)),
    );
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
  return [
    { name: 'person.by-name', query: { ledger: 'person', where: {}, sort: 'name' } },
    { name: 'person.by-name-descending', query: { ledger: 'person', where: {}, sort: '-name' } },
    { name: 'person.of-village', query: { ledger: 'person', where: { village }, sort: 'name' } },
    { name: 'person.of-grid', query: { ledger: 'person', where: { grid }, sort: 'name' } },
    { name: 'person.women', query: { ledger: 'person', where: { sex: '2' }, sort: 'name' } },
    {
      name: 'person.born-from',
      query: {
        ledger: 'person',
        where: { birth_date: { from: '1990-01-01', to: '1999-12-31' } },
        sort: 'birth_date',
      },
    },
    { name: 'room.by-name', query: { ledger: 'room', where: {}, sort: 'name' } },
    { name: 'residence.newest', query: { ledger: 'residence', where: {}, sort: '-from_day' } },
    { name: 'unit.of-village', query: { ledger: 'unit', where: { village }, sort: 'name' } },
    { name: 'issue.open', query: { ledger: 'issue', where: { status: '40' }, sort: '-reported_at' } },
  ];
}

function pages(
  { store, caller }: BenchTown,
  query: Omit<PageQuery, 'offset'>,
  offsetOf: (round: number) => number,
): readonly Sample[] {
  return timed(
    Array.from({ length: ROUNDS }, (_, i) => () => store.page({ ...query, offset: offsetOf(i) }, caller)),
  );
}

const timedCount = ({ store }: BenchTown, { ledger, where }: ListCase['query']): readonly Sample[] =>
  timed(Array.from({ length: 5 }, () => () => store.total(ledger, where)));
