import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { Contest, Place, RatioGroup } from '../group.ts';
import { copyTown, openTown, townOver } from '../towns.ts';
import { bareTable, openBare } from './bare-database.ts';
import { cellOf, type Person, peopleOf } from './people.ts';

const SAVES = 100;

/** Saves against the least that a script would do by hand, as durably. */
export const saveRatio: RatioGroup = {
  name: 'ratio.save',
  kind: 'ratio',
  floor:
    'the row read and updated, its former values logged, two keys replaced: one transaction of plain SQLite, synchronous=FULL',
  means: 'Saving takes longer.',
  prepare,
};

/** One value after the other, so that every save changes something. */
type NextPhone = () => string;

function prepare({ folder }: Place): Contest {
  const store = openTown(copyTown('large', folder));
  const town = townOver(store, 'large');
  const { caller } = town;
  const people = peopleOf(town);
  const floor = openBare(path.join(folder, 'floor.db'));
  const stride = Math.floor(people.length / SAVES);
  const ids = people.filter((_, i) => i % stride === 0).map(({ id }) => id);
  let saved = 0;
  const phone: NextPhone = () => `154${String(10_000_000 + (saved += 1))}`;
  const saveBare = bareSave(floor, people, phone);
  return {
    of: `${String(ids.length)} saves of a phone number and a remark`,
    pairs: 25,
    product: {
      runs: 2,
      run: () => {
        for (const id of ids) {
          const values = { phone: phone(), remark: `核实${String(saved)}` };
          const writes = [{ ledger: 'person', id, op: 'update' as const, values }];
          if (!store.write({ writeId: randomUUID(), caller, writes }).ok)
            throw new Error('a save was refused');
        }
      },
    },
    floor: { runs: 6, run: () => ids.map(saveBare) },
    end: () => {
      store.close();
      floor.close();
    },
  };
}

/** Fills the bare tables and tells how a person is saved in them. */
function bareSave(
  database: Database.Database,
  people: readonly Person[],
  phone: NextPhone,
): (id: string) => void {
  const columns = Object.keys(people[0]?.values ?? {});
  bareTable(database, 'person', {
    columns: ['id', ...columns],
    indexed: ['id', 'phone'],
    rows: people.map(({ id, values }) => [id, ...columns.map((column) => cellOf(values[column]))]),
  });
  const keys = people.flatMap(({ values }, i) => {
    const key = cellOf(values['phone']);
    return typeof key === 'string' ? [[key, i + 1] as const, [reversed(key), i + 1] as const] : [];
  });
  bareTable(database, 'probe', { columns: ['key', 'person'], indexed: ['key'], rows: keys });
  database.exec('CREATE TABLE log (seq INTEGER PRIMARY KEY, person TEXT, was TEXT)');
  const begin = database.prepare('BEGIN IMMEDIATE');
  const read = database.prepare('SELECT * FROM person WHERE id = ?');
  const update = database.prepare('UPDATE person SET phone = ?, remark = ? WHERE id = ?');
  const log = database.prepare('INSERT INTO log VALUES (NULL, ?, ?)');
  const forget = database.prepare('DELETE FROM probe WHERE key = ? AND person = ?');
  const enter = database.prepare('INSERT INTO probe VALUES (NULL, ?, ?)');
  const commit = database.prepare('COMMIT');
  return (id) => {
    begin.run();
    const was: unknown = read.get(id);
    const [rid, old] = was instanceof Object ? [Reflect.get(was, 'rid'), Reflect.get(was, 'phone')] : [];
    const next = phone();
    update.run(next, `核实${next}`, id);
    log.run(id, JSON.stringify(was));
    for (const key of typeof old === 'string' ? [old, reversed(old)] : []) forget.run(key, rid);
    for (const key of [next, reversed(next)]) enter.run(key, rid);
    commit.run();
  };
}

const reversed = (text: string): string => [...text].toReversed().join('');
