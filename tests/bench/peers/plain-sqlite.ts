import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

// The plain way of most office programs: one SQLite table without encryption, change log or search index, searched
// with LIKE, through the driver that comes with Node. Prints milliseconds of each call as one JSON line.
const [file = '', workFile = ''] = process.argv.slice(2);
const work = z
  .object({ searches: z.array(z.string()), ids: z.array(z.string()), rounds: z.int(), middle: z.int() })
  .parse(JSON.parse(readFileSync(workFile, 'utf8')));
const db = new DatabaseSync(file);
db.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536');

const search = db.prepare(
  'SELECT id, name FROM person WHERE name LIKE ?1 OR doc_no LIKE ?1 OR phone LIKE ?1 OR residence_address LIKE ?1 LIMIT 50',
);
const firstPage = db.prepare('SELECT * FROM person ORDER BY name LIMIT 100');
const middlePage = db.prepare('SELECT * FROM person ORDER BY name LIMIT 100 OFFSET ?');
const save = db.prepare('UPDATE person SET remark = ? WHERE id = ?');

const timed = (calls: readonly (() => unknown)[]): number[] =>
  calls.map((call) => {
    const start_ms = performance.now();
    call();
    return performance.now() - start_ms;
  });
const repeat = (call: () => unknown): (() => unknown)[] => Array.from({ length: work.rounds }, () => call);

const result = {
  search: timed(work.searches.map((text) => () => search.all(`%${text}%`))),
  firstPage: timed(repeat(() => firstPage.all())),
  middlePage: timed(repeat(() => middlePage.all(work.middle))),
  save: timed(work.ids.map((id, i) => () => save.run(`核实 ${String(i)} ${String(Date.now())}`, id))),
};
db.close();
process.stdout.write(`${JSON.stringify(result)}\n`);
