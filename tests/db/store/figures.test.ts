import { randomUUID } from 'node:crypto';
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
  isLarge: true,
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

test('figures of a large ledger are answered by their index alone, and no list is read through it', () => {
  const { store, options } = visits({ name: '张伟', state: '10', at: '2026-10-10T00:00:00.000Z' });
  const asked = vi.spyOn(Connection.prototype, 'rows');
  const measures = measuresOf(visit, '2026-11-23').map((one) => ({ ...one, where: { state: ['10', '20'] } }));
  store.figures({ ledger: 'visit', where: {}, by: 'name', spans: [october], measures });
  store.page({ ledger: 'visit', where: { state: '10' }, limit: 10 }, clerk);
  store.page({ ledger: 'visit', where: { at: october }, sort: 'at', limit: 10 }, clerk);
  const statements = asked.mock.calls.filter(([sql]) => sql.includes('visit'));
  store.close();
  const raw = rawFile(options);
  const plans = statements.map(([sql, ...bound]) =>
    JSON.stringify(raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound)),
  );
  raw.close();
  expect(plans.length).toBeGreaterThanOrEqual(3);
  expect(plans[0]).toMatch(/USING COVERING INDEX visit_figures_/);
  expect(plans.slice(1).filter((plan) => plan.includes('visit_figures_'))).toEqual([]);
});

test('other figures of a new version get an index of their own, and the old one goes', () => {
  const { options, store } = visits({ name: '张伟' });
  store.close();
  const name = text({ label: words('对象', 'Whom'), max: 20 });
  const without = { ...visit, revision: 2, fields: { ...visit.fields, name } };
  const registry = makeRegistry([
    { no: 101, ledger: dweller },
    { no: 102, ledger: place },
    { no: 103, ledger: without },
  ]);
  const again = opened({ ...options, registry });
  expect(again.checkAll().findings).toEqual([]);
  again.close();
  const raw = rawFile(options);
  const names = raw
    .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'visit_figures_%'")
    .pluck()
    .all();
  raw.close();
  expect(names.length).toBe(1);
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
