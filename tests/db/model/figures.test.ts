import { expect, test } from 'vitest';
import { changeOf, pointsOf, shareOf } from '../../../db/model/figures/change.ts';
import { changeText, formulaText, numberText } from '../../../db/model/figures/figure-text.ts';
import { measuresOf, whereIn } from '../../../db/model/figures/number-where.ts';
import { periodAfter, periodAt, periodName, periodOf, yearBefore } from '../../../db/model/figures/period.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { both, fieldsOf, type Where } from '../../../db/model/where.ts';

const isSet = (field: string): boolean => field === 'kinds';

test.each<[Where, Where, Where]>([
  [{ a: '1' }, { b: '2' }, { a: '1', b: '2' }],
  [{ a: ['1', '2'] }, { a: ['2', '3'] }, { a: '2' }],
  [{ a: ['1', '2'] }, { a: '3' }, { a: [] }],
  [{ a: ['1', '2', '3'] }, { a: { not: ['2'] } }, { a: ['1', '3'] }],
  [{ a: { blank: false } }, { a: '1' }, { a: '1' }],
  [{ a: { blank: true } }, { a: '1' }, { a: [] }],
  [{ a: { from: '1' } }, { a: { to: '2' } }, { a: { from: '1', to: '2' } }],
  [{ a: { from: '1' } }, { a: { from: '2' } }, { a: { and: [{ from: '1' }, { from: '2' }] } }],
  [{ a: null }, { a: '1' }, { a: { and: [null, '1'] } }],
  [
    { a: { and: [{ from: '1' }, { from: '2' }], to: '9' } },
    { a: { to: '8' } },
    { a: { and: [{ to: '9' }, { from: '1' }, { from: '2' }, { to: '8' }] } },
  ],
  [{ kinds: ['1'] }, { kinds: ['2'] }, { kinds: { and: [['1'], ['2']] } }],
])('%j and %j hold together as %j', (a, b, joined) => {
  expect(both(a, b, isSet)).toEqual(joined);
});

test('the fields of a filter are also those it compares with, and those of ledgers that link here', () => {
  expect(fieldsOf({ 'b.c': { and: [{ some: { d: 1 } }, { none: { e: { notAfter: 'f' } } }] } })).toEqual([
    'b.c',
    'b.d',
    'b.e',
    'b.f',
  ]);
  expect(fieldsOf({ $removed: true, a: { notAfter: 'b' }, c: { and: [{ after: 'd' }, 'x'] } })).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('people nobody looked at for 30 days are those of 31 days ago and earlier, on the day it is asked', () => {
  const stale = measuresOf(ledgerOf('person'), '2026-03-02').find(({ id }) => id === 'stale_30');
  expect(stale?.where).toEqual({ checked_on: { to: '2026-01-30' } });
});

test('mediators are of the age they have completed, also when born on a leap day', () => {
  const bands = (today: string) =>
    measuresOf(ledgerOf('mediator'), today).flatMap(({ id, where }) =>
      id.startsWith('age_') ? [where['birth_date']] : [],
    );
  expect(bands('2026-11-27')).toEqual([
    { from: '1990-11-28' },
    { from: '1980-11-28', to: '1990-11-27' },
    { from: '1970-11-28', to: '1980-11-27' },
    { to: '1970-11-27' },
    { blank: true },
  ]);
  expect(bands('2028-02-29')[0]).toEqual({ from: '1992-03-01' });
});

test('marks of a period are its days in what is asked of other ledgers, and nothing without one', () => {
  const visited = measuresOf(ledgerOf('liaison_visit'), '2026-03-02').find(
    ({ id }) => id === 'visited.numerator',
  );
  if (visited === undefined) throw new Error('no such measure');
  expect(visited).toMatchObject({ ledger: 'household', per: null });
  expect(whereIn(visited, { from: '2026-02-01', to: '2026-02-28' })).toEqual({
    'liaison_visit.household': { some: { visited_at: { from: '2026-02-01', to: '2026-02-28' } } },
  });
  expect(whereIn(visited, null)).toEqual({ 'liaison_visit.household': { some: {} } });
});

test('periods have their days, their neighbours and their names', () => {
  expect(periodOf('2026-02')).toMatchObject({ kind: 'month', from: '2026-02-01', to: '2026-02-28' });
  expect(periodOf('2026-Q4')).toMatchObject({ kind: 'quarter', from: '2026-10-01', to: '2026-12-31' });
  expect(periodOf('2024')).toMatchObject({ kind: 'year', from: '2024-01-01', to: '2024-12-31' });
  expect([periodOf('2026-13'), periodOf('2026-Q5'), periodOf('')]).toEqual([null, null, null]);
  const january = periodAt('month', '2026-01-31');
  expect([periodAfter(january, -1).id, yearBefore(january).id]).toEqual(['2025-12', '2025-01']);
  const spring = periodAt('quarter', '2026-05-04');
  expect([spring.id, periodAfter(spring, -2).id, yearBefore(spring).id]).toEqual([
    '2026-Q2',
    '2025-Q4',
    '2025-Q2',
  ]);
  expect(periodName(spring, 'zh')).toBe('2026年第2季度');
});

test('nothing before is no base, never a division by nothing', () => {
  expect(changeText(changeOf(5, 0), 'zh')).toBe('无基数');
  expect(changeText(changeOf(0, 0), 'zh')).toBe('无基数');
  expect(changeText(pointsOf(0.5, shareOf(0, 0)), 'zh')).toBe('无基数');
  expect(changeText(pointsOf(shareOf(0, 0), 0.5), 'zh')).toBe('无基数');
  expect(numberText({ kind: 'rate', digits: 0 }, shareOf(0, 0))).toBe('—');
});

test('a rate is written out with its counts, several of them in brackets', () => {
  const closed = { label: '已结案', unit: '宗', count: 1120 };
  const accepted = { label: '已受理', unit: '宗', count: 1260 };
  const cleared = { label: '已消除', unit: '份', count: 2 };
  expect(formulaText('88.9%', { numerator: [closed], denominator: [accepted] }, 'zh')).toBe(
    '88.9%＝已结案 1,120 宗÷已受理 1,260 宗',
  );
  expect(formulaText('—', { numerator: [closed, cleared], denominator: [accepted] }, 'en')).toBe(
    '— = (已结案 1,120 宗 + 已消除 2 份) ÷ 已受理 1,260 宗',
  );
});

test('changes and numbers are written as offices write them', () => {
  expect(changeText(changeOf(3, 4), 'zh')).toBe('−25.0%');
  expect(changeText(changeOf(4, 4), 'zh')).toBe('0.0%');
  expect(changeText(pointsOf(0.9, 0.85), 'zh')).toBe('+5.0个百分点');
  expect(numberText({ kind: 'sum', digits: 2 }, 1_234_567_89)).toBe('1,234,567.89');
  expect(numberText({ kind: 'sum', digits: 2, isWhole: true }, 167_00)).toBe('167');
  expect(numberText({ kind: 'rate', digits: 0 }, 0.9678)).toBe('96.8%');
  expect(numberText({ kind: 'ratio', digits: 0 }, 1061.25)).toBe('1,061.3');
});
