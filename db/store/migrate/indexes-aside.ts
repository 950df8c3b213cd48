import { z } from 'zod';
import type { Connection } from '../open/connection.ts';
import type { Steps } from '../steps.ts';
import type { LedgerPlan } from './ledger-plan.ts';

/** Key in `meta` under which the indexes are noted that are set aside: a JSON text of their statements by name. */
const NOTE = 'indexes-aside';

/** New records that make it worth while. */
const FEWEST_CREATED = 10_000;
/** Records of a ledger of which that many are still few: its lists are read without these indexes meanwhile. */
const MOST_THERE = 100_000;
/** Share of the new ones among all: building the indexes anew must not cost more than it saves. */
const LEAST_SHARE = 0.9;

/** Threads SQLite may sort with beside the one that reads the table; nothing else of an import runs any more. */
const SORTING_THREADS = 1;

const noteShape = z.record(z.string(), z.string());

/** How full a ledger is while an import fills it. */
export interface Filling {
  /** Records of it, the new ones among them. */
  readonly there: number;
  readonly created: number;
  /** Perhaps still to come; as far as the sheet tells, so it may be wrong. */
  readonly coming: number;
}

/** Whether so many records come that making ready for them pays. */
export const isMany = ({ created, coming }: Filling): boolean => created + coming >= FEWEST_CREATED;

/** Statements of the indexes that are set aside, by name. */
export function indexesAside(connection: Connection): Readonly<Record<string, string>> {
  const note = connection.text('SELECT value FROM meta WHERE key = ?', NOTE);
  return note === null ? {} : noteShape.parse(JSON.parse(note));
}

/**
 * Sets the indexes aside that only sort and filter lists of a ledger about to be filled: entering each row in each of
 * them costs five times as much as building them sorted at the end. Ids, natural keys and links keep theirs. Noted in
 * the same transaction, so that a file left by a crash gets them back when it is opened. Nothing happens
 * unless nearly all records of the ledger are new and it is still small.
 */
export function setIndexesAside(
  connection: Connection,
  plan: LedgerPlan,
  { there, created, coming }: Filling,
): void {
  if (there > MOST_THERE || created + coming < (there + coming) * LEAST_SHARE) return;
  const isDone = plan.indexes.some((index) => index.name in indexesAside(connection));
  if (isDone) return;
  const aside = plan.indexes.filter((index) => index.use === 'list');
  connection.transaction(() => {
    const note = { ...indexesAside(connection), ...Object.fromEntries(aside.map((i) => [i.name, i.sql])) };
    connection.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', NOTE, JSON.stringify(note));
    for (const { name } of aside) connection.raw.exec(`DROP INDEX IF EXISTS ${name}`);
  });
}

/** Builds what is set aside, one index a slice. Nothing is lost when it is not done to its end. */
export function* restoreIndexesSteps(connection: Connection): Steps<void> {
  const aside = Object.entries(indexesAside(connection));
  if (aside.length === 0) return;
  connection.raw.pragma(`threads=${String(SORTING_THREADS)}`);
  for (const [done, [name, sql]] of aside.entries()) {
    yield { done, total: aside.length };
    connection.transaction(() => {
      const there = connection.number("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?", name);
      if (there === null) connection.raw.exec(sql);
    });
  }
  connection.raw.pragma('threads=0');
  connection.run('DELETE FROM meta WHERE key = ?', NOTE);
}
