import path from 'node:path';
import type { Contest, Place, RatioGroup } from '../group.ts';
import { copyTown, openTown, townOver } from '../towns.ts';
import { bareTable, openBare } from './bare-database.ts';
import { cellOf, peopleOf } from './people.ts';

const RECORDS = 100;
/** Rows the floor reads by their id for each page: the record, and as many as it is linked with. */
const POINTS = 10;

/** Pages of records against rows read by their id. */
export const recordRatio: RatioGroup = {
  name: 'ratio.record',
  kind: 'ratio',
  floor: `${String(POINTS)} rows read by their id in plain SQLite`,
  means: 'The page of a record opens more slowly.',
  prepare,
};

function prepare({ folder }: Place): Contest {
  const store = openTown(copyTown('large', folder));
  const town = townOver(store, 'large');
  const { caller } = town;
  const people = peopleOf(town, RECORDS * POINTS);
  const columns = Object.keys(people[0]?.values ?? {});
  const floor = openBare(path.join(folder, 'floor.db'));
  bareTable(floor, 'person', {
    columns: ['id', ...columns],
    indexed: ['id'],
    rows: people.map(({ id, values }) => [id, ...columns.map((column) => cellOf(values[column]))]),
  });
  const byId = floor.prepare('SELECT * FROM person WHERE id = ?');
  const ids = people.map(({ id }) => id);
  const opened = ids.slice(0, RECORDS);
  return {
    of: `${String(RECORDS)} pages opened`,
    product: {
      run: () =>
        opened.map((id) => [
          store.get('person', id, caller),
          store.related('person', id, caller),
          store.history('person', id, caller),
          store.openIntervals('residence', id, caller),
        ]),
    },
    floor: { run: () => ids.map((id) => byId.get(id)) },
    end: () => {
      store.close();
      floor.close();
    },
  };
}
