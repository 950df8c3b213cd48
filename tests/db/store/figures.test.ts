import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterEach, expect, test, vi } from 'vitest';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { choice } from '../../../db/model/fields/choice.ts';
import { day } from '../../../db/model/fields/day.ts';
import { instant } from '../../../db/model/fields/instant.ts';
import { text } from '../../../db/model/fields/text.ts';
import { measuresOf } from '../../../db/model/figures/number-where.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import type { FigureQuestion, Store } from '../../../db/store/index.ts';
import { ColumnFile } from '../../../db/store/figures/columns/column-file.ts';
import { Connection } from '../../../db/store/open/connection.ts';
import {
  addDweller,
  addPlace,
  change,
  clerk,
  dweller,
  newStore,
  opened,
  place,
  rawFile,
  save,
} from './fixture.ts';
import { newNode, send } from './sync/exchange.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const count = { id: 'count', where: {}, per: null, sum: null } as const;
const ages = { id: 'sum.age', where: {}, per: null, sum: 'age' } as const;

const byHome: FigureQuestion = {
  ledger: 'dweller',
  where: {},
  by: 'home',
  spans: [null],
  measures: [count, ages],
};

/** Home → [people, sum of their ages]. */
function homes(store: Store): Readonly<Record<string, readonly number[]>> {
  const { lines } = store.figures(byHome);
  return Object.fromEntries(lines.map(({ key, numbers }) => [String(key), numbers[0] ?? []]));
}

function settled(): ReturnType<typeof newStore> {
  const made = newStore();
  save(
    made.store,
    addPlace('p1', { code: 'A1', road: '人民路' }),
    addPlace('p2', { code: 'A2', road: '银龙路' }),
  );
  save(
    made.store,
    addDweller('d1', { name: '张伟', age: 30, home: 'p1' }),
    addDweller('d2', { name: '李梅', age: 20, home: 'p1' }),
    addDweller('d3', { name: '王强', age: 50 }),
  );
  return made;
}

test('figures follow a new record, a change, a removal and their undoing', () => {
  const { store } = settled();
  expect(homes(store)).toEqual({ p1: [2, 50], null: [1, 50] });
  save(store, addDweller('d4', { name: '陈静', age: 7, home: 'p2' }));
  expect(homes(store)).toEqual({ p1: [2, 50], p2: [1, 7], null: [1, 50] });
  const moved = save(store, change('d2', { home: 'p2' })).records[0]?.change ?? '';
  expect(homes(store)).toEqual({ p1: [1, 30], p2: [2, 27], null: [1, 50] });
  save(store, change('d1', { note: '不计' }), change('d3', { age: 51 }));
  expect(homes(store)).toEqual({ p1: [1, 30], p2: [2, 27], null: [1, 51] });
  const gone =
    save(store, { ledger: 'dweller', id: 'd3', op: 'remove', reason: '误录' }).records[0]?.change ?? '';
  expect(homes(store)).toEqual({ p1: [1, 30], p2: [2, 27] });
  expect(store.undo(gone, 'u-1', clerk).ok).toBe(true);
  expect(store.undo(moved, 'u-2', clerk).ok).toBe(true);
  expect(homes(store)).toEqual({ p1: [2, 50], p2: [1, 7], null: [1, 51] });
  store.close();
});

test('figures follow an import while it is held, and its taking back', () => {
  const { store } = settled();
  store.batches.start({ id: 'b-1', kind: 'import', ledger: 'dweller', label: 'a.csv' }, null);
  const people = Array.from({ length: 5 }, (_, i) =>
    addDweller(`i${i}`, { name: `住户${i}`, age: 10, home: 'p2' }),
  );
  const write = { writeId: 'w-1', caller: clerk, writes: people, batch: 'b-1', checked: true, held: true };
  expect(homes(store)).toEqual({ p1: [2, 50], null: [1, 50] });
  expect(store.write(write).ok).toBe(true);
  expect(homes(store)['p2']).toEqual([5, 50]);
  store.settle('b-1');
  expect(store.undoBatch('b-1', clerk)).toMatchObject({ undone: 5 });
  expect(homes(store)).toEqual({ p1: [2, 50], null: [1, 50] });
  store.close();
});

test('figures follow a package of another office', () => {
  const [here, there] = [newNode('441900-city'), newNode('441900121-town')];
  save(there.store, addPlace('p1', { code: 'A1', road: '人民路' }));
  save(there.store, addDweller('d1', { name: '张伟', number: 'N1', age: 30, home: 'p1' }));
  expect(homes(here.store)).toEqual({});
  send(there, here);
  expect(homes(here.store)).toEqual({ p1: [1, 30] });
  here.store.close();
  there.store.close();
});

test('the smallest lines stand together, and all of them are counted', () => {
  const { store } = newStore();
  const places = Array.from({ length: 6 }, (_, i) => addPlace(`p${i}`, { code: `C${i}`, road: `路${i}` }));
  save(store, ...places);
  const people = places.flatMap((_, p) =>
    Array.from({ length: p + 1 }, (__, i) =>
      addDweller(`d${p}-${i}`, { name: '张伟', age: 1, home: `p${p}` }),
    ),
  );
  save(store, ...people, addDweller('nowhere', { name: '张伟' }));
  const { lines, others, total } = store.figures({ ...byHome, most: 3 });
  // As their list is sorted, the empty one last.
  expect(lines.map(({ key }) => key)).toEqual(['p3', 'p4', 'p5', null]);
  expect(others).toEqual([[6, 6]]);
  expect(total).toEqual([[22, 21]]);
  const rest = store.rows('dweller', { home: { blank: false, not: ['p3', 'p4', 'p5'] } });
  expect(rest.length).toBe(6);
  store.close();
});

test('a record with several codes stands in the line of each, and once in the total', () => {
  const { store } = newStore();
  save(
    store,
    addDweller('d1', { name: '张伟', kinds: ['01', '02'] }),
    addDweller('d2', { name: '李梅', kinds: ['02'] }),
    addDweller('d3', { name: '王强' }),
  );
  const { lines, total } = store.figures({ ...byHome, by: 'kinds', measures: [count] });
  expect(lines.map(({ key, numbers }) => [key, numbers[0]?.[0]])).toEqual([
    ['01', 1],
    ['02', 2],
    [null, 1],
  ]);
  expect(total).toEqual([[3]]);
  store.close();
});

const visit = defineLedger({
  id: 'visit',
  revision: 1,
  area: 'base',
  label: words('走访', 'Visits'),
  counter: words('次', 'visits'),
  source: 'fixture',
  fields: {
    name: text({ label: words('对象', 'Whom'), max: 20, suggest: true }),
    state: choice({ label: words('状态', 'State'), table: 'issue_status' }),
    at: instant({ label: words('时间', 'At') }),
    due: day({ label: words('期限', 'Due') }),
    done: instant({ label: words('完成', 'Done') }),
  },
  title: ['name'],
  sections: [{ label: words('基本', 'Basic'), fields: ['name', 'state', 'at', 'due', 'done'] }],
  list: ['name'],
  naturalKey: [],
  sort: '-at',
  period: 'at',
});
const withVisits = makeRegistry([
  { no: 101, ledger: dweller },
  { no: 102, ledger: place },
  { no: 103, ledger: visit },
]);

function visits(...rows: readonly Readonly<Record<string, string>>[]): ReturnType<typeof newStore> {
  const made = newStore({ registry: withVisits });
  save(
    made.store,
    ...rows.map((values) => ({ ledger: 'visit', id: randomUUID(), op: 'create' as const, values })),
  );
  return made;
}

const october = { from: '2026-10-01', to: '2026-10-31' };

test('a month begins and ends at midnight in China, in figures and in lists', () => {
  const { store } = visits(
    { name: '九月', at: '2026-09-30T15:59:59.999Z' },
    { name: '十月初', at: '2026-09-30T16:00:00.000Z' },
    { name: '十月末', at: '2026-10-31T15:59:59.999Z' },
    { name: '十一月', at: '2026-10-31T16:00:00.000Z' },
  );
  const measures = measuresOf(visit, '2026-11-23');
  const { total } = store.figures({ ledger: 'visit', where: {}, by: null, spans: [october, null], measures });
  expect(total).toEqual([[2], [4]]);
  const listed = store.page({ ledger: 'visit', where: { at: october }, limit: 10 }, clerk).rows;
  expect(new Set(listed.map(({ texts }) => texts['name']))).toEqual(new Set(['十月初', '十月末']));
  store.close();
});

test('two days of a record are compared in China, a moment with a day by its day', () => {
  const { store } = visits(
    { name: '按期', due: '2026-10-10', done: '2026-10-10T15:59:00.000Z' },
    { name: '超期', due: '2026-10-10', done: '2026-10-10T16:01:00.000Z' },
    { name: '未完成', due: '2026-10-10' },
  );
  const names = (where: FigureQuestion['where']) =>
    store.rows('visit', where).map(({ values }) => values['name']);
  expect(names({ done: { notAfter: 'due' } })).toEqual(['按期']);
  expect(names({ done: { after: 'due' } })).toEqual(['超期']);
  expect(names({ due: { notAfter: 'done' } })).toEqual(['按期', '超期']);
  expect(names({ name: { not: ['按期', '超期'] } })).toEqual(['未完成']);
  expect(names({ name: { and: [['按期', '超期'], { not: '按期' }] } })).toEqual(['超期']);
  expect(() => store.rows('visit', { done: { notAfter: 'name' } })).toThrow('cannot be filtered by name');
  store.close();
});

/** Columns are made of two records on, and rows changed since are read from the table while they are fewer. */
const withColumns = { registry: withVisits, columnsFrom: 2 } as const;

function manyVisits(): ReturnType<typeof newStore> {
  const made = newStore(withColumns);
  const names = ['张伟', '张伟', '李梅', '王强'];
  save(made.store, ...names.map((name, i) => addVisit(`v${i}`, { name, at: '2026-10-10T00:00:00.000Z' })));
  return made;
}

const addVisit = (id: string, values: Readonly<Record<string, string>>) => ({
  ledger: 'visit',
  id,
  op: 'create' as const,
  values,
});

const byName: FigureQuestion = { ledger: 'visit', where: {}, by: 'name', spans: [null], measures: [count] };
const names = (store: Store) =>
  Object.fromEntries(store.figures(byName).lines.map(({ key, numbers }) => [key, numbers[0]?.[0]]));

test('many records are counted from columns, and of the table only what was changed since is read', () => {
  const { store } = manyVisits();
  expect(names(store)).toEqual({ 张伟: 2, 李梅: 1, 王强: 1 });
  save(store, { ledger: 'visit', id: 'v0', op: 'update', values: { name: '李梅' } });
  const asked = vi.spyOn(Connection.prototype, 'rows');
  expect(names(store)).toEqual({ 张伟: 1, 李梅: 2, 王强: 1 });
  const ofTable = asked.mock.calls.filter(([sql]) => /\bvisit\b/.test(sql));
  expect(ofTable.map(([, rids]) => rids)).toEqual(['[1]']);
  expect(store.checkAll().findings).toEqual([]);
  store.close();
});

test('columns written by an older definition are made anew', () => {
  const { store, options } = manyVisits();
  names(store);
  store.close();
  const noSuggestions = { ...visit, revision: 2, fields: { ...visit.fields, name: plainName } };
  const later = makeRegistry([
    { no: 101, ledger: dweller },
    { no: 102, ledger: place },
    { no: 103, ledger: noSuggestions },
  ]);
  const columnsOf = () => {
    const raw = rawFile(options);
    const found = raw
      .prepare('SELECT DISTINCT field FROM figure_block WHERE ledger = 103 ORDER BY 1')
      .pluck();
    const fields = found.all();
    raw.close();
    return fields;
  };
  expect(columnsOf()).toEqual(['$current', 'at', 'name']);
  const again = opened({ ...options, registry: later });
  expect(again.figures({ ...byName, by: 'state' }).total).toEqual([[4]]);
  again.close();
  expect(columnsOf()).toEqual(['$current', 'at']);
});

const plainName = text({ label: words('对象', 'Whom'), max: 20 });

test('the index earlier versions counted by goes, and nothing else does', () => {
  const { store, options } = manyVisits();
  store.close();
  const raw = rawFile(options);
  raw.exec(
    'CREATE INDEX visit_figures_0a1b2c3d ON visit (name, removed_at) WHERE removed_at IS NULL AND rid > 0',
  );
  raw.close();
  const again = opened(options);
  expect(again.notices.map(({ code }) => code)).toContain('migrated');
  expect(names(again)).toEqual({ 张伟: 2, 李梅: 1, 王强: 1 });
  expect(again.checkAll().findings).toEqual([]);
  again.close();
});

test('the check names a ledger whose columns say something else than its rows', () => {
  const { store, options } = manyVisits();
  names(store);
  store.close();
  const raw = rawFile(options);
  const { changes } = raw
    .prepare("UPDATE figure_block SET codes = x'0001010303' WHERE ledger = 103 AND field = 'name'")
    .run();
  raw.close();
  expect(changes).toBe(1);
  const again = opened(options);
  expect(again.checkAll().findings).toMatchObject([
    { code: 'integrity', ledger: 'visit', detail: 'figures hold another name of row 3' },
  ]);
  again.close();
});

test('figures are right, if slow, where there is no room for columns', () => {
  const { store } = manyVisits();
  const refusal = vi.spyOn(ColumnFile.prototype, 'keepCodes').mockImplementation(() => {
    throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
  });
  expect(names(store)).toEqual({ 张伟: 2, 李梅: 1, 王强: 1 });
  expect(refusal).toHaveBeenCalled();
  store.close();
});

test('what columns do not hold is asked of the table, and moments within a day of its rows', () => {
  const { store } = newStore(withColumns);
  save(
    store,
    addVisit('v0', {
      name: '早',
      at: '2026-10-10T01:00:00.000Z',
      due: '2026-10-10',
      done: '2026-10-10T02:00:00.000Z',
    }),
    addVisit('v1', {
      name: '晚',
      at: '2026-10-10T03:00:00.000Z',
      due: '2026-10-10',
      done: '2026-10-11T02:00:00.000Z',
    }),
  );
  const counted = (where: FigureQuestion['where']) =>
    store.figures({ ...byName, by: null, where }).total[0]?.[0];
  expect(counted({ at: { from: '2026-10-10T02:00:00.000Z' } })).toBe(1);
  expect(counted({ at: { from: '2026-10-10', to: '2026-10-10' } })).toBe(2);
  expect(counted({ at: '2026-10-10T01:00:00.000Z' })).toBe(1);
  expect(counted({ due: '2026-10-10' })).toBe(2);
  expect(counted({ done: { notAfter: 'due' } })).toBe(1);
  expect(counted({ name: { contains: '晚' }, due: { blank: false } })).toBe(1);
  expect(counted({ $removed: true })).toBe(0);
  store.close();
});

test('who may not open a sensitive ledger is told no numbers of it', () => {
  const secret = { ...visit, id: 'secret', sensitive: true };
  const registry = makeRegistry([{ no: 101, ledger: secret }]);
  const { store } = newStore({ registry });
  save(store, { ledger: 'secret', id: 's1', op: 'create', values: { name: '张伟', state: '10' } });
  const question = { ledger: 'secret', where: {}, by: 'state', spans: [null], measures: [count] };
  expect(store.figures(question, { ...clerk, seesSensitive: true }).total).toEqual([[1]]);
  expect(store.figures(question, { ...clerk, seesSensitive: false })).toEqual({
    total: [[0]],
    lines: [],
    others: null,
  });
  store.close();
});

test('a list opened from a number above the bound of counting says the exact number', () => {
  const { store } = newStore({ practice: true });
  const rows = Array.from({ length: 100_300 }, (_, i) => ({
    id: `d${i}`,
    at: '2026-01-01T00:00:00.000Z',
    values: { name: '张伟', age: 30 + (i % 1000 === 0 ? 1 : 0) },
  }));
  store.bulk.add('dweller', rows);
  store.bulk.finish();
  const where = { age: 30 };
  expect(store.total('dweller', where)).toEqual({ total: 100_000, exact: false });
  const { total } = store.figures({ ...byHome, where, by: null, measures: [count] });
  expect(total).toEqual([[100_199]]);
  expect(store.total('dweller', where)).toEqual({ total: 100_199, exact: true });
  save(store, change('d1', { age: 31 }));
  expect(store.total('dweller', where)).toEqual({ total: 100_000, exact: false });
  store.close();
});
