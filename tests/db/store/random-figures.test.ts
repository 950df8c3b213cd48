import { randomUUID } from 'node:crypto';
import { fc } from '../../fixtures/fc.ts';
import { expect, test } from 'vitest';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { choice } from '../../../db/model/fields/choice.ts';
import { day } from '../../../db/model/fields/day.ts';
import { instant } from '../../../db/model/fields/instant.ts';
import { money } from '../../../db/model/fields/money.ts';
import { multiChoice } from '../../../db/model/fields/multi-choice.ts';
import { text } from '../../../db/model/fields/text.ts';
import { yesNo } from '../../../db/model/fields/yes-no.ts';
import { figureOf } from '../../../db/model/figures/figure-of.ts';
import { numberWhere, type Measure } from '../../../db/model/figures/number-where.ts';
import { words } from '../../../db/model/localized.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import type { Where } from '../../../db/model/where.ts';
import { restoreBackup, type RecordWrite, type Store } from '../../../db/store/index.ts';
import { clerk, opened, rawFile } from './fixture.ts';
import { newNode, reopen, send, type Node } from './sync/exchange.ts';

/** A ledger with every kind of field that makes lines, sums and periods. */
const visit = defineLedger({
  id: 'visit',
  revision: 1,
  area: 'base',
  label: words('走访', 'Visits'),
  counter: words('次', 'visits'),
  source: 'fixture',
  fields: {
    number: text({ label: words('编号', 'Number'), max: 20, search: true, code: true }),
    name: text({ label: words('对象', 'Whom'), max: 20, suggest: true }),
    state: choice({ label: words('状态', 'State'), table: 'issue_status' }),
    kinds: multiChoice({ label: words('类别', 'Kinds'), table: 'person_kind' }),
    urgent: yesNo({ label: words('紧急', 'Urgent') }),
    fee: money({ label: words('费用', 'Fee') }),
    at: instant({ label: words('时间', 'At') }),
    due: day({ label: words('期限', 'Due') }),
    note: text({ label: words('备注', 'Note'), max: 20 }),
  },
  title: ['number'],
  sections: [
    {
      label: words('基本', 'Basic'),
      fields: ['number', 'name', 'state', 'kinds', 'urgent', 'fee', 'at', 'due', 'note'],
    },
  ],
  list: ['number'],
  naturalKey: ['number'],
  sort: '-at',
  period: 'at',
});
const registry = makeRegistry([{ no: 103, ledger: visit }]);

const measures: readonly Measure[] = [
  { id: 'count', where: {}, per: 'at', sum: null },
  { id: 'sum.fee', where: {}, per: 'at', sum: 'fee' },
  { id: 'open', where: { state: ['10', '20'], urgent: true }, per: 'at', sum: null },
  { id: 'others', where: { state: { not: ['10'] }, kinds: ['01'] }, per: null, sum: null },
  { id: 'overdue', where: { due: { to: '2026-10-15' }, at: { notAfter: 'due' } }, per: 'at', sum: 'fee' },
];
const spans = [{ from: '2026-10-01', to: '2026-10-31' }, { from: '2026-09-01', to: '2026-09-30' }, null];

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const id = fc.constantFrom(...ids);
const which = fc.constantFrom('town' as const, 'city' as const);
const values = fc.record(
  {
    number: fc.constantFrom('N1', 'N2', 'N3', null),
    name: fc.constantFrom('张伟', '李梅', '王强', null),
    state: fc.constantFrom('10', '20', '90', null),
    kinds: fc.constantFrom(['01'], ['01', '02'], null),
    urgent: fc.constantFrom(true, false, null),
    fee: fc.constantFrom(0, 1250, 99, null),
    at: fc.constantFrom(
      '2026-09-30T15:59:59.999Z',
      '2026-09-30T16:00:00.000Z',
      '2026-10-31T16:00:00.000Z',
      null,
    ),
    due: fc.constantFrom('2026-09-30', '2026-10-15', '2026-10-16', null),
    note: fc.constantFrom('甲', '乙', null),
  },
  { requiredKeys: [] },
);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('create' as const), id, values, on: which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('update' as const), id, values, on: which }) },
  fc.record({ do: fc.constant('remove' as const), id, on: which }),
  fc.record({ do: fc.constant('restore' as const), id, on: which }),
  fc.record({ do: fc.constant('undo' as const), nth: fc.nat(30), on: which }),
  fc.record({
    do: fc.constant('import' as const),
    all: fc.array(values, { minLength: 1, maxLength: 4 }),
    on: which,
  }),
  fc.record({ do: fc.constant('take-back' as const), nth: fc.nat(5), on: which }),
  fc.record({ do: fc.constant('send' as const), on: which }),
  fc.record({ do: fc.constant('merge' as const), on: which }),
  fc.record({ do: fc.constant('reopen' as const), on: which }),
  fc.record({ do: fc.constant('update-program' as const), slices: fc.nat(2), on: which }),
  fc.record({ do: fc.constant('back-up' as const), on: which }),
  fc.record({ do: fc.constant('put-back' as const), on: which }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const bases: readonly Where[] = [{}, { urgent: false }, { note: { contains: '甲' }, name: { blank: false } }];

test(
  'whatever is written, undone, imported, exchanged, merged, restored and left half prepared, figures are what counting row by row gives',
  { timeout: 300_000 },
  () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        fc.constantFrom(1, 3, 6),
        (history, columnsFrom) => {
          const desk = openDesk(columnsFrom);
          for (const record of ids) carryOut(desk, { do: 'create', id: record, values: {}, on: 'town' }, 0);
          for (const [i, one] of history.entries()) {
            carryOut(desk, one, i);
            const { store } = desk[one.on].node;
            compared += compare(store, i);
          }
          for (const { node } of [desk.town, desk.city]) {
            const { findings } = node.store.checkAll();
            // A backup put back is told.
            expect(findings.filter(({ code }) => code !== 'rolled-back')).toEqual([]);
            node.store.close();
          }
        },
      ),
      { numRuns: Number(process.env['ZW_HISTORIES'] ?? 25) },
    );
    expect(compared).toBeGreaterThan(1000);
  },
);

/** Lines and numbers of every breakdown, each against the rows it opens; returns how many were compared. */
function compare(store: Store, turn: number): number {
  const base = bases[turn % bases.length] ?? {};
  const rows = (measure: Measure, of: Omit<Parameters<typeof numberWhere>[2], 'base'>): number => {
    const found = store.rows('visit', numberWhere(visit, measure, { base, ...of }));
    return measure.sum === null
      ? found.length
      : found.reduce((all, row) => all + Number(row.values[measure.sum ?? ''] ?? 0), 0);
  };
  let compared = 0;
  for (const by of [null, ...figureOf(visit).dimensions]) {
    const { total, lines } = store.figures({ ledger: 'visit', where: base, by, spans, measures });
    const ofLines = lines.map(({ key, numbers }) => ({ line: by === null ? null : { by, key }, numbers }));
    const counted = [{ line: null, numbers: total }, ...ofLines];
    for (const { line, numbers } of counted) {
      const wanted = spans.map((span) => measures.map((measure) => rows(measure, { span, line })));
      expect({ by, line, numbers }).toEqual({ by, line, numbers: wanted });
      compared += 1;
    }
  }
  return compared;
}

/** An office and what was done in it. */
interface Office {
  readonly node: Node;
  changes: string[];
  batches: string[];
  backup: string | null;
}

type Desk = Readonly<Record<'town' | 'city', Office>>;

function openDesk(columnsFrom: number): Desk {
  const office = (name: string): Office => ({
    node: newNode(name, { registry, columnsFrom }),
    changes: [],
    batches: [],
    backup: null,
  });
  return { town: office('441900121-town'), city: office('441900-city') };
}

const add = (record: string, given: RecordWrite['values']): RecordWrite => ({
  ledger: 'visit',
  id: record,
  op: 'create',
  values: given ?? {},
});

function carryOut(desk: Desk, one: Step, turn: number): void {
  const office = desk[one.on];
  const written = writeOf(one);
  if (written !== null) {
    const outcome = office.node.store.write({ writeId: randomUUID(), caller: clerk, writes: [written] });
    if (outcome.ok) office.changes.push(...outcome.records.flatMap(({ change }) => change ?? []));
  } else if (one.do === 'send') send(office.node, desk[one.on === 'town' ? 'city' : 'town'].node);
  else if (one.do === 'import') importAll(office, one.all, turn);
  else takeBack(office, one);
}

/** What a clerk saves; `null` for everything else. */
function writeOf(one: Step): RecordWrite | null {
  switch (one.do) {
    case 'create':
      return add(one.id, one.values);
    case 'update':
      return { ledger: 'visit', id: one.id, op: 'update', values: one.values };
    case 'remove':
      return { ledger: 'visit', id: one.id, op: 'remove', reason: '试' };
    case 'restore':
      return { ledger: 'visit', id: one.id, op: 'restore' };
    default:
      return null;
  }
}

function takeBack(office: Office, one: Step): void {
  const { node, changes, batches } = office;
  switch (one.do) {
    case 'undo':
      node.store.undo(changes[one.nth % Math.max(1, changes.length)] ?? 'none.1', randomUUID(), clerk);
      break;
    case 'take-back':
      node.store.undoBatch(batches[one.nth % Math.max(1, batches.length)] ?? 'none', clerk);
      break;
    case 'merge':
      mergeFirst(node.store);
      break;
    case 'reopen':
      reopen(node);
      break;
    case 'update-program':
      updateProgram(node, one.slices);
      break;
    case 'back-up':
      office.backup = node.store.backup('manual');
      break;
    case 'put-back':
      putBack(office);
      break;
    default:
      throw new Error(`nobody does ${one.do}`);
  }
}

/** A held chunk, which is counted before and after it is settled. */
function importAll(
  { node: { store }, batches }: Office,
  all: readonly RecordWrite['values'][],
  turn: number,
): void {
  const batch = randomUUID();
  store.batches.start({ id: batch, kind: 'import', ledger: 'visit', label: 'a.csv' }, null);
  batches.push(batch);
  const writes = all.map((given) => add(randomUUID(), { ...given, number: null }));
  store.write({ writeId: randomUUID(), caller: clerk, writes, batch, checked: true, held: true });
  compare(store, turn + 1);
  store.settle(batch);
}

function mergeFirst(store: Store): void {
  const [twins] = store.sync.twins.list({ all: false, limit: 1 }, clerk);
  if (twins === undefined) return;
  const { older, younger } = twins;
  store.sync.twins.merge(
    { ledger: 'visit', keep: older.id, drop: younger.id },
    { writeId: randomUUID(), caller: clerk },
  );
}

/** Columns of other definitions are found at the start, and making them anew is left after some slices, or done to the end. */
function updateProgram(node: Office['node'], slices: number): void {
  node.store.close();
  const raw = rawFile(node.options);
  raw.exec("UPDATE figure_state SET layout = ''");
  raw.close();
  node.store = opened(node.options);
  const steps = node.store.prepareFiguresSteps();
  for (let i = 0; i < slices; i += 1) steps.next();
}

function putBack({ node, backup }: Office): void {
  if (backup === null) return;
  node.store.close();
  restoreBackup(node.options.file, backup, node.options.now());
  node.store = opened(node.options);
}

test('the ledger of these figures has lines, sums and a period of every kind', () => {
  const { dimensions, sums, period } = figureOf(visit);
  expect(dimensions).toEqual(['name', 'state', 'kinds', 'urgent']);
  expect([sums, period]).toEqual([['fee'], 'at']);
});
