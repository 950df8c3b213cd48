import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { defineLedger } from '../../../db/model/define-ledger.ts';
import { integer } from '../../../db/model/fields/integer.ts';
import { link } from '../../../db/model/fields/link.ts';
import { text } from '../../../db/model/fields/text.ts';
import { words } from '../../../db/model/localized.ts';
import { checkNumbering } from '../../../db/model/number-spec.ts';
import { makeRegistry } from '../../../db/model/registry.ts';
import type { Store } from '../../../db/store/index.ts';
import { clerk, newStore, save } from './fixture.ts';

const office = defineLedger({
  id: 'office',
  revision: 1,
  area: 'base',
  label: words('机构', 'Offices'),
  counter: words('个', 'offices'),
  source: 'fixture',
  fields: { sign: text({ label: words('简称', 'Mark'), max: 10, required: true }) },
  title: ['sign'],
  sections: [{ label: words('基本', 'Basic'), fields: ['sign'] }],
  list: ['sign'],
  naturalKey: ['sign'],
  sort: 'sign',
});
const file = defineLedger({
  id: 'file',
  revision: 1,
  area: 'base',
  label: words('案件', 'Files'),
  counter: words('宗', 'files'),
  source: 'fixture',
  fields: {
    office: link({ label: words('机构', 'Office'), ledger: 'office' }),
    year: integer({ label: words('年', 'Year') }),
    mark: text({ label: words('简称', 'Mark'), max: 10, automatic: true }),
    serial: integer({ label: words('序号', 'Number'), automatic: true }),
    file_no: text({ label: words('案号', 'File number'), max: 40, automatic: true }),
  },
  title: ['file_no'],
  sections: [{ label: words('基本', 'Basic'), fields: ['office', 'year', 'mark', 'serial', 'file_no'] }],
  list: ['file_no'],
  naturalKey: ['file_no'],
  sort: 'file_no',
  indexes: [['office', 'year', 'serial']],
  fill: (row) => ({
    ...row,
    file_no: row['serial'] ? `${String(row['mark'])}${String(row['year'])}-${String(row['serial'])}` : null,
  }),
  numbering: {
    field: 'serial',
    within: ['office', 'year'],
    mark: { link: 'office', from: 'sign', to: 'mark' },
  },
});
const registry = makeRegistry([
  { no: 101, ledger: office },
  { no: 102, ledger: file },
]);

function started(): Store {
  const { store } = newStore({ registry });
  for (const sign of ['虎', '长'])
    save(store, { ledger: 'office', id: sign, op: 'create', values: { sign } });
  return store;
}

const add = (store: Store, id: string, values: Record<string, string | number | null>) =>
  save(store, { ledger: 'file', id, op: 'create', values });
const numberOf = (store: Store, id: string) => store.get('file', id, clerk)?.values['file_no'];

test('numbers run by office and year, with the mark of the office', () => {
  const store = started();
  for (const id of ['a', 'b']) add(store, id, { office: '虎', year: 2026 });
  add(store, 'c', { office: '长', year: 2026 });
  add(store, 'd', { office: '虎', year: 2027 });
  expect(['a', 'b', 'c', 'd'].map((id) => numberOf(store, id))).toEqual([
    '虎2026-1',
    '虎2026-2',
    '长2026-1',
    '虎2027-1',
  ]);
  expect(store.checkAll()).toMatchObject({ ok: true, findings: [] });
  store.close();
});

test('several of one request are numbered in their order, and a repeated request takes no number', () => {
  const store = started();
  const request = {
    writeId: 'once',
    caller: clerk,
    writes: ['a', 'b'].map((id) => ({
      ledger: 'file',
      id,
      op: 'create' as const,
      values: { office: '虎', year: 2026 },
    })),
  };
  store.write(request);
  store.write(request);
  add(store, 'c', { office: '虎', year: 2026 });
  expect(['a', 'b', 'c'].map((id) => numberOf(store, id))).toEqual(['虎2026-1', '虎2026-2', '虎2026-3']);
  store.close();
});

test('the number of an ended record is given to nobody else, and a refused record takes none', () => {
  const store = started();
  add(store, 'a', { office: '虎', year: 2026 });
  save(store, { ledger: 'file', id: 'a', op: 'remove', reason: '录错' });
  const refused = store.write({
    writeId: randomUUID(),
    caller: clerk,
    writes: [{ ledger: 'file', id: 'x', op: 'create', values: { office: '虎', year: 2026, nothing: 1 } }],
  });
  add(store, 'b', { office: '虎', year: 2026 });
  expect(refused.ok).toBe(false);
  expect(numberOf(store, 'b')).toBe('虎2026-2');
  store.close();
});

test('a number that comes with an old record stays, and the next goes on behind the highest', () => {
  const store = started();
  add(store, 'old', { office: '虎', year: 2026, serial: 40 });
  add(store, 'new', { office: '虎', year: 2026 });
  expect([numberOf(store, 'old'), numberOf(store, 'new')]).toEqual(['虎2026-40', '虎2026-41']);
  store.close();
});

test('no number is given while the office or year is not known, and a renamed office changes no number', () => {
  const store = started();
  add(store, 'a', { office: '虎', year: 2026 });
  add(store, 'b', { year: 2026 });
  save(store, { ledger: 'office', id: '虎', op: 'update', values: { sign: '虎门' } });
  save(store, { ledger: 'file', id: 'a', op: 'update', values: { year: 2026 } });
  expect([numberOf(store, 'a'), numberOf(store, 'b')]).toEqual(['虎2026-1', null]);
  store.close();
});

test('a number waits for the office and year it runs by', () => {
  const store = started();
  add(store, 'a', { office: '虎', year: 2026 });
  add(store, 'b', { year: 2026 });
  save(store, { ledger: 'file', id: 'b', op: 'update', values: { office: '虎' } });
  expect(numberOf(store, 'b')).toBe('虎2026-2');
  store.close();
});

test('what a number was given by is not edited, nor the number: it would stand twice or leave a gap', () => {
  const store = started();
  for (const id of ['a', 'b', 'c']) add(store, id, { office: '虎', year: 2026 });
  const edit = (values: Record<string, string | number>) =>
    store.write({
      writeId: randomUUID(),
      caller: clerk,
      writes: [{ ledger: 'file', id: 'c', op: 'update', values }],
    });
  for (const values of [{ office: '长' }, { year: 2027 }, { serial: 9 }])
    expect(edit(values)).toMatchObject({
      problem: { code: 'invalid', findings: [{ code: 'number-given' }] },
    });
  add(store, 'd', { office: '长', year: 2026 });
  expect(['c', 'd'].map((id) => numberOf(store, id))).toEqual(['虎2026-3', '长2026-1']);
  store.close();
});

test('rows an import has checked and holds are numbered too', () => {
  const store = started();
  store.batches.start({ id: 'b1', kind: 'import', ledger: 'file', label: '案件.xlsx' }, {});
  const values = { office: '虎', year: 2026 };
  store.write({
    writeId: randomUUID(),
    caller: clerk,
    batch: 'b1',
    checked: true,
    held: true,
    writes: ['a', 'b'].map((id) => ({ ledger: 'file', id, op: 'create' as const, values })),
  });
  store.settle('b1');
  expect(['a', 'b'].map((id) => numberOf(store, id))).toEqual(['虎2026-1', '虎2026-2']);
  store.close();
});

test('a definition whose number is no integer or has no index is refused with its name', () => {
  const numbering = { field: 'file_no', within: ['office'] };
  expect(() => checkNumbering({ ...file, numbering })).toThrow('ledger file: number file_no is no integer');
  expect(() => checkNumbering({ ...file, indexes: [] })).toThrow(
    'ledger file: number serial: no index begins with office, year, serial',
  );
});
