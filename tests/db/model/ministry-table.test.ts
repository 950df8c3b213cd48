import { expect, test } from 'vitest';
import type { Values } from '../../../db/model/field-kind.ts';
import { ministryTable } from '../../../db/model/ledgers/dispute/ministry-table.ts';

const known = { kinds: ['01', '02'], sources: ['10', '20'] };
const row = (more: Values = {}): Values => ({
  case_no: '（2026）虎人调字第1号',
  status: '70',
  source: '10',
  kind: '01',
  subjects: '1',
  party_count: 2,
  amount: 150_000,
  is_complex: false,
  result: '1',
  agreement_form: '2',
  performance: '1',
  ...more,
});

test('cases of a period are counted by kind, source, subject and form, with parties and money', () => {
  const table = ministryTable(
    [
      row(),
      row({ kind: '02', source: '20', agreement_form: '1', performance: '3' }),
      row({ result: '2', agreement_form: null, is_complex: true, court_result: '1' }),
    ],
    known,
  );
  expect(table).toMatchObject({
    total: 3,
    parties: 6,
    success: 2,
    complex: 1,
    amount: 450_000,
    bySource: { '10': 2, '20': 1 },
    byKind: { '01': 2, '02': 1 },
    bySubjects: { '1': 3 },
    byForm: { '1': 1, '2': 1 },
    performed: 1,
    confirmed: 1,
  });
  expect(table.balances.map(({ left, right }) => [left, right])).toEqual([
    [3, 3],
    [3, 3],
    [2, 2],
  ]);
  expect(table.balances.flatMap(({ cases }) => cases)).toEqual([]);
});

test('what was only registered or not accepted is no case of mediation', () => {
  expect(ministryTable([row({ status: '10' }), row({ status: '15' }), row()], known).total).toBe(1);
});

test('sums that do not balance name the cases: a code without a column, an agreement without its form', () => {
  const table = ministryTable(
    [row(), row({ case_no: '第7号', kind: '88' }), row({ case_no: '第8号', agreement_form: null })],
    known,
  );
  expect(table.balances).toEqual([
    { rule: 'kinds', left: 2, right: 3, cases: ['第7号'] },
    { rule: 'sources', left: 3, right: 3, cases: [] },
    { rule: 'forms', left: 2, right: 3, cases: ['第8号'] },
  ]);
});

test('what was prevented is counted in cases and people', () => {
  const table = ministryTable(
    [row({ prevented: '2', prevented_people: 3 }), row({ prevented: '2', prevented_people: 1 })],
    known,
  );
  expect(table.prevented).toEqual({ '2': { cases: 2, people: 4 } });
});
