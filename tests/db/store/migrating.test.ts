import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defineLedger, type AnyLedger } from '../../../db/model/define-ledger.ts';
import { integer } from '../../../db/model/fields/integer.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import { schemaVersion } from '../../../db/migrations/index.ts';
import type { Step } from '../../../db/migrations/step.ts';
import { openStore } from '../../../db/store/index.ts';
import { migrate } from '../../../db/store/migrate/migrate.ts';
import { schemaSql } from '../../../db/store/migrate/schema-sql.ts';
import { Connection } from '../../../db/store/open/connection.ts';
import {
  addDweller,
  clerk,
  created,
  dweller,
  fixtureRegistry,
  newFolder,
  newStore,
  opened,
  optionsIn,
  place,
  rawFile,
  save,
} from './fixture.ts';

/** Of a step that no program has yet. */
const nextVersion = schemaVersion + 10;

const floor = integer({ label: words('楼层', 'Floor'), since: 2, indexed: true });
const nickname = text({
  label: words('小名', 'Nickname'),
  max: 20,
  name: true,
  since: 2,
  indexed: true,
  search: true,
});

/** The dweller ledger one revision later, with two more fields. */
const laterDweller: AnyLedger = {
  ...dweller,
  revision: 2,
  fields: { ...dweller.fields, floor, nickname },
  sections: [...dweller.sections, { label: words('更多', 'More'), fields: ['floor', 'nickname'] }],
};
const shed = defineLedger({
  id: 'shed',
  revision: 1,
  area: 'base',
  label: words('棚屋', 'Sheds'),
  counter: words('间', 'sheds'),
  source: 'fixture',
  fields: { code: text({ label: words('编号', 'Code'), max: 9 }) },
  title: ['code'],
  sections: [{ label: words('基本', 'Basic'), fields: ['code'] }],
  list: ['code'],
  naturalKey: ['code'],
  sort: 'code',
});
const laterRegistry = makeRegistry([
  { no: 101, ledger: laterDweller },
  { no: 102, ledger: place },
  { no: 103, ledger: shed },
]);

test('an older file gets new columns, indexes and ledgers after a dated backup, and keeps its rows', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟', age: 30 }));
  store.close();
  const later = { ...options, registry: laterRegistry };
  const migrated = opened(later);
  expect(migrated.notices.map((notice) => notice.code)).toEqual(['migrated']);
  expect(migrated.backups().map((backup) => backup.reason)).toEqual(['migration']);
  expect(migrated.get('dweller', 'd1', clerk)?.values).toMatchObject({ name: '张伟', age: 30, floor: null });
  save(migrated, { ledger: 'dweller', id: 'd1', op: 'update', values: { floor: 3, nickname: '阿伟' } });
  save(migrated, { ledger: 'shed', id: 's1', op: 'create', values: { code: 'S1' } });
  expect(migrated.search('awei', 5, clerk).hits.map((hit) => hit.id)).toEqual(['d1']);
  expect(migrated.checkAll().findings).toEqual([]);
  migrated.close();
  const again = opened(later);
  expect(again.notices).toEqual([]);
  again.close();
  const backup = opened({ ...options, file: migrated.backups()[0]?.file ?? '' });
  expect(backup.counts()).toEqual({ dweller: 1, place: 0 });
  backup.close();
});

test('a file whose own tables are not those of the program is refused with its backups, not with a crash', () => {
  const { store, options } = newStore();
  store.backup('test');
  store.close();
  const raw = rawFile(options);
  raw.exec('ALTER TABLE lineage RENAME COLUMN started_at TO begun_at');
  raw.close();

  const outcome = openStore(options);

  expect(outcome).toMatchObject({ ok: false, kind: 'migration-failed' });
  expect(!outcome.ok && outcome.backups.length).toBe(1);
});

test('a file written by a later revision is refused by the earlier program', () => {
  const folder = newFolder();
  created({ ...optionsIn(folder), registry: laterRegistry }).close();
  expect(openStore(optionsIn(folder))).toMatchObject({
    ok: false,
    kind: 'from-newer-program',
    details: { ledger: 'dweller', found: 2, known: 1 },
  });
});

test('a field taken out of a definition stops the program with the ledger and field named', () => {
  const { store, options } = newStore();
  store.close();
  const fields = Object.fromEntries(Object.entries(dweller.fields).filter(([name]) => name !== 'note'));
  const without = makeRegistry([
    { no: 101, ledger: { ...dweller, fields } },
    { no: 102, ledger: place },
  ]);
  expect(() => openStore({ ...options, registry: without })).toThrow('ledger dweller, field note');
});

test('a migrated file has the same schema as a new one', () => {
  const { store, options } = newStore();
  store.close();
  opened({ ...options, registry: laterRegistry }).close();
  const fresh = newStore({ registry: laterRegistry });
  fresh.store.close();
  expect(shapeOf(options)).toEqual(shapeOf(fresh.options));
});

/** Columns of every table and every index, whatever order they came in. */
function shapeOf(options: typeof fresh): readonly string[] {
  const raw = rawFile(options);
  const rows = raw
    .prepare(
      `SELECT m.name || '.' || c.name || ' ' || c.type FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'
       UNION ALL SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1`,
    )
    .pluck()
    .all();
  raw.close();
  return rows.map(String);
}
const fresh = optionsIn('unused');

test('a frozen step runs once, and a step that loses rows is rolled back whole', () => {
  const { store, options } = newStore();
  save(store, addDweller('d1', { name: '张伟', note: 'old' }), addDweller('d2', { name: '李娜' }));
  store.close();
  const connection = new Connection(rawFile(options));
  const target = { registry: fixtureRegistry, schemaVersion: nextVersion };
  const careless: Step = {
    version: nextVersion,
    note: 'loses rows',
    changesRowsOf: [],
    up: (tools) => {
      tools.run("UPDATE dweller SET note = 'half done'");
      tools.run("DELETE FROM dweller WHERE id = 'd2'");
    },
  };
  expect(() => {
    migrate(connection, { ...target, steps: [careless] });
  }).toThrow('table dweller had 2 rows, now 1');
  expect(connection.rows('SELECT id, note FROM dweller ORDER BY id')).toEqual([
    { id: 'd1', note: 'old' },
    { id: 'd2', note: null },
  ]);
  let runs = 0;
  const careful: Step = {
    version: nextVersion,
    note: 'rewrites notes',
    changesRowsOf: [],
    up: (tools) => {
      runs += 1;
      tools.eachRow('dweller', (row) =>
        row['note'] === null ? null : { note: `${String(row['note'])} new` },
      );
    },
  };
  migrate(connection, { ...target, steps: [careful] });
  migrate(connection, { ...target, steps: [careful] });
  expect(runs).toBe(1);
  expect(connection.text("SELECT note FROM dweller WHERE id = 'd1'")).toBe('old new');
  expect(connection.number('PRAGMA user_version')).toBe(nextVersion);
  connection.close();
});

test('figures are counted anew after a frozen step, which rewrites rows without a word in the log', () => {
  const { store, options } = newStore({ columnsFrom: 1 });
  save(store, addDweller('d1', { name: '张伟', kinds: ['01'] }));
  const question = { ledger: 'dweller', where: {}, by: 'kinds', spans: [null] };
  const measures = [{ id: 'count', where: {}, per: null, sum: null }];
  const kinds = (from: typeof store) => from.figures({ ...question, measures }).lines.map(({ key }) => key);
  expect(kinds(store)).toEqual(['01']);
  store.close();
  const connection = new Connection(rawFile(options));
  const before = connection.number('PRAGMA user_version');
  const step: Step = {
    version: nextVersion,
    note: 'other kinds',
    changesRowsOf: [],
    up: (tools) => {
      tools.eachRow('dweller', () => ({ kinds: '["02"]' }));
    },
  };
  migrate(connection, { registry: fixtureRegistry, schemaVersion: nextVersion, steps: [step] });
  connection.pragma(`user_version=${String(before)}`);
  connection.close();
  const again = opened(options);
  expect(kinds(again)).toEqual(['02']);
  again.close();
});

test('the committed schema lock is what the ledgers give', () => {
  expect(readFileSync('db/migrations/schema.lock.sql', 'utf8')).toBe(schemaSql());
});
