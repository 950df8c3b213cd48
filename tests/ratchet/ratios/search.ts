import path from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import { searchQueries } from '../../../db/cli/bench/search-queries.ts';
import type { Contest, Place, RatioGroup } from '../group.ts';
import { copyTown, openTown, townOver } from '../towns.ts';
import { bareTable, openBare } from './bare-database.ts';
import { cellOf, peopleOf } from './people.ts';

const QUERIES = 30;
const LIMIT = 50;
/** Rows the floor reads of an answer, as many as the product asks a ledger for at first. */
const FLOOR_ROWS = 12;

/** The search box against probes of plain SQLite: one index of keys, one table of words, the rows found. */
export const searchRatio: RatioGroup = {
  name: 'ratio.search',
  kind: 'ratio',
  floor: 'a key probed at both ends or words matched, and the rows read, in plain SQLite',
  means: 'The search box answers more slowly.',
  prepare,
};

function prepare({ folder }: Place): Contest {
  const store = openTown(copyTown('large', folder));
  const town = townOver(store, 'large');
  const texts = searchQueries(town, QUERIES).map(({ text }) => text);
  const floor = openBare(path.join(folder, 'floor.db'));
  fill(floor, peopleOf(town));
  const probe = prober(floor);
  return {
    of: `${String(QUERIES)} queries of every kind`,
    product: { run: () => texts.map((text) => store.search(text, LIMIT, town.caller)) },
    floor: { run: () => texts.map(probe) },
    end: () => {
      store.close();
      floor.close();
    },
  };
}

const COLUMNS = ['name', 'doc_no', 'phone', 'birth_date', 'residence_address'] as const;

function fill(database: Database.Database, people: ReturnType<typeof peopleOf>): void {
  const rows = people.map(({ values }) => COLUMNS.map((column) => cellOf(values[column])));
  bareTable(database, 'person', { columns: COLUMNS, indexed: [], rows });
  const keys = rows.flatMap(([, code, phone], i) =>
    [code, phone].flatMap((key) =>
      typeof key === 'string' ? [[key, i + 1] as const, [reversed(key), i + 1] as const] : [],
    ),
  );
  bareTable(database, 'probe', {
    columns: ['key', 'person'],
    indexed: [],
    rows: keys.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  });
  database.exec('CREATE INDEX probe_key ON probe (key, person)');
  database.exec("CREATE VIRTUAL TABLE word USING fts5 (words, content='', detail=none); BEGIN");
  const insert = database.prepare('INSERT INTO word (rowid, words) VALUES (?, ?)');
  for (const [i, [name, , , , address]] of rows.entries())
    insert.run(i + 1, [...pairs(String(name)), ...pairs(String(address))].join(' '));
  database.exec('COMMIT');
}

function prober(database: Database.Database): (text: string) => number {
  const byKey = database.prepare('SELECT person FROM probe WHERE key >= ? AND key < ? LIMIT ?').pluck();
  const byWord = database.prepare('SELECT rowid FROM word WHERE word MATCH ? LIMIT ?').pluck();
  const row = database.prepare('SELECT * FROM person WHERE rid = ?');
  return (text) => {
    const words = pairs(text.replaceAll(' ', ''));
    const found = /^[\da-zA-Z]+$/.test(text)
      ? [text, reversed(text)].flatMap((key) => byKey.all(key, `${key}\u{10ffff}`, FLOOR_ROWS))
      : byWord.all(words.map((word) => `"${word}"`).join(' '), FLOOR_ROWS);
    for (const rid of found.slice(0, FLOOR_ROWS)) row.get(rid);
    return found.length;
  };
}

const reversed = (text: string): string => [...text].toReversed().join('');

/** Two characters each, overlapping; a text of one as it is. */
function pairs(text: string): readonly string[] {
  const characters = [...text.replace(/[^\p{L}\p{N}]/gu, '')];
  return characters.length < 2
    ? characters
    : characters.slice(1).map((next, i) => `${characters[i] ?? ''}${next}`);
}
