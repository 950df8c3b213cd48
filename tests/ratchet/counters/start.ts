import { firstPage } from '../../../db/cli/bench/day-bench.ts';
import type { Measured } from '../figure.ts';
import type { CounterGroup } from '../group.ts';
import { copyTown, openTown, townOver } from '../towns.ts';
import { type Asked, askedBy, askedFigures, counter } from './asked.ts';
import type { CountingDriver } from './counting-driver.ts';
import { forgetPages } from './page-reads.ts';

/** What the start asks of the file: opening it, and the first page of the day. */
export const startCounters: CounterGroup = {
  name: 'start',
  kind: 'counter',
  measure: ({ folder, driver }) => startFigures(copyTown('large', folder), driver),
};

function startFigures(file: string, driver: CountingDriver): readonly Measured[] {
  // Bring it up once, as after an update of the program: what is counted is the start of the next morning.
  openTown(file).close();
  driver.takeSources();
  const opened: { asked: Asked; store: ReturnType<typeof openTown> } = openCounted(file, driver);
  const { store, asked } = opened;
  try {
    const touched = tablesIn(driver.takeSources(), tablesOf(driver));
    forgetPages(driver.connection());
    const town = townOver(store, 'large');
    driver.takeSources();
    const page = askedBy(driver, () => firstPage(town));
    const touchedByPage = tablesIn(driver.takeSources(), tablesOf(driver));
    const again = askedBy(driver, () => firstPage(town));
    const of = 'one opening';
    return [
      ...askedFigures('start.open', asked, { of, means: 'Opening the file of a town asks more of it.' }),
      counter('start.open.tables', touched, { unit: 'tables', of, means: 'Opening touches more tables.' }),
      ...askedFigures('start.day', page, {
        of: 'the first page of the day',
        means: 'The first page after the start asks more of the file.',
      }),
      counter('start.day.tables', touchedByPage, {
        unit: 'tables',
        of: 'the first page of the day',
        means: 'The first page after the start touches more tables.',
      }),
      ...askedFigures('start.day-again', again, {
        of: 'the first page once more, nothing changed',
        means: 'Coming back to the first page asks more of the file.',
      }),
    ];
  } finally {
    store.close();
  }
}

function openCounted(
  file: string,
  driver: CountingDriver,
): { readonly asked: Asked; readonly store: ReturnType<typeof openTown> } {
  const stores: ReturnType<typeof openTown>[] = [];
  const asked = askedBy(driver, () => stores.push(openTown(file)));
  const [store] = stores;
  if (store === undefined) throw new Error('the town was not opened');
  return { asked, store };
}

/** Names of all tables of the file. */
function tablesOf(driver: CountingDriver): ReadonlySet<string> {
  const rows: readonly unknown[] = driver
    .connection()
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all();
  return new Set(rows.map(String));
}

/** How many of the tables are named in these statements. */
function tablesIn(sources: ReadonlySet<string>, tables: ReadonlySet<string>): number {
  const words = new Set([...sources].flatMap((source) => source.match(/\w+/g) ?? []));
  return [...tables].filter((table) => words.has(table)).length;
}
