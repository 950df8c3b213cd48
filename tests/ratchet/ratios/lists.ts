import path from 'node:path';
import type { Contest, Place, RatioGroup } from '../group.ts';
import { copyTown, openTown, townOver } from '../towns.ts';
import { bareTable, openBare } from './bare-database.ts';
import { cellOf, peopleOf } from './people.ts';

const PAGE_ROWS = 100;
/** Pages of one run: from the beginning, and from the middle on. */
const PAGES = 10;

/** Pages of a list against the same rows selected by an index. */
export const listRatio: RatioGroup = {
  name: 'ratio.list',
  kind: 'ratio',
  floor: 'the same rows and columns selected by an index in plain SQLite',
  means: 'A page of a list comes more slowly.',
  prepare,
};

function prepare({ folder }: Place): Contest {
  const store = openTown(copyTown('large', folder));
  const town = townOver(store, 'large');
  const people = peopleOf(town);
  const columns = Object.keys(people[0]?.values ?? {}).slice(0, 12);
  const floor = openBare(path.join(folder, 'floor.db'));
  bareTable(floor, 'person', {
    columns: ['place', ...columns],
    indexed: ['place'],
    rows: people.map(({ values }) => [
      cellOf(values['name']),
      ...columns.map((column) => cellOf(values[column])),
    ]),
  });
  const select = floor.prepare('SELECT * FROM person ORDER BY place LIMIT ? OFFSET ?');
  const middle = Math.floor(people.length / 2);
  const offsets = Array.from({ length: PAGES }, (_, i) => (i % 2) * middle + i * PAGE_ROWS);
  const query = { ledger: 'person', where: {}, sort: 'name', limit: PAGE_ROWS };
  return {
    of: `${String(PAGES)} pages of ${String(PAGE_ROWS)} people`,
    product: { run: () => offsets.map((offset) => store.page({ ...query, offset }, town.caller)) },
    floor: { run: () => offsets.map((offset) => select.all(PAGE_ROWS, offset)) },
    end: () => {
      store.close();
      floor.close();
    },
  };
}
