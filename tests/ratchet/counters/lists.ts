import type { BenchTown } from '../../../db/cli/bench/bench-town.ts';
import type { Where } from '../../../db/store/api.ts';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { withTown } from '../towns.ts';
import { askedBy, askedFigures } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';
import { forgetPages } from './page-reads.ts';

const PAGE_ROWS = 100;

/** What a page of a list asks of the file, and its count. */
export const listCounters: CounterGroup = {
  name: 'list',
  kind: 'counter',
  measure: ({ folder, driver }) => withTown('large', folder, (town) => listFigures(town, driver)),
};

function listFigures(town: BenchTown, driver: CountingDriver): readonly Measured[] {
  const { store, caller } = town;
  const of = (level: Where, ledger: string): string =>
    store.page({ ledger, where: level, sort: 'code', limit: 1, fields: [] }, caller).rows[0]?.id ?? '';
  const village = of({ level: '5' }, 'division');
  const grid = of({}, 'grid');
  const middle = Math.floor(store.total('person', {}).total / 2);
  const person = { ledger: 'person', where: {}, sort: 'name', limit: PAGE_ROWS };
  forgetPages(driver.connection());
  const page = (name: string, query: Parameters<typeof store.page>[0], means: string): readonly Measured[] =>
    askedFigures(
      `list.${name}`,
      askedBy(driver, () => filled(store.page(query, caller).rows)),
      { of: `a page of ${String(PAGE_ROWS)} rows`, means },
    );
  return [
    ...page('first', person, 'The first page of a list asks more of the file.'),
    ...page('jump', { ...person, offset: middle }, 'A jump into the middle of a list asks more.'),
    ...page('next', { ...person, offset: middle + PAGE_ROWS }, 'Going on from page to page asks more.'),
    ...page(
      'sorted',
      {
        ...person,
        where: { birth_date: { from: '1980-01-01', to: '1999-12-31' } },
        sort: '-birth_date',
      },
      'A list sorted by its filter asks more.',
    ),
    ...page('filtered', { ...person, where: { village } }, 'A list filtered by a village asks more.'),
    ...page('scanned', { ...person, where: { sex: '2' } }, 'A list filtered by what has no index asks more.'),
    ...page(
      'cases',
      { ledger: 'issue', where: {}, sort: '-reported_at', limit: PAGE_ROWS },
      'The list of cases asks more.',
    ),
    ...askedFigures(
      'list.counted',
      askedBy(driver, () => [
        store.total('person', {}, caller),
        store.total('person', { grid }, caller),
        store.total('person', { sex: '2' }, caller),
      ]),
      { of: 'three counts', means: 'Counting a list asks more of the file.' },
    ),
  ];
}

/** @throws when a page is empty: then nothing was measured */
function filled<T>(rows: readonly T[]): readonly T[] {
  if (rows.length === 0) throw new Error('the page is empty');
  return rows;
}
