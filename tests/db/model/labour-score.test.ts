import { describe, expect, test } from 'vitest';
import { codeTableById } from '../../../db/model/codes/code-tables.ts';
import type { Values } from '../../../db/model/field-kind.ts';
import { labourItemFields, labourItemNames } from '../../../db/model/ledgers/dispute/labour-items.ts';
import { shippedScale } from '../../../db/model/ledgers/dispute/labour-scale.ts';
import { labourScore } from '../../../db/model/ledgers/dispute/labour-score.ts';
import { scaleOn } from '../../../db/model/ledgers/dispute/labour-values.ts';

const score = (values: Values, byHand = 0) => labourScore(values, shippedScale, byHand);

describe('the score of a labour risk', () => {
  test('is nothing for a firm nothing is known of, and 100 for one with everything wrong', () => {
    expect(score({})).toMatchObject({ score: 0, grade: '1', vetoes: [] });
    const all = labourItemNames.map((name) => [
      name,
      labourItemFields[name].kind === 'yes-no' ? true : 99_999_999_900,
    ]);
    expect(score(Object.fromEntries(all))).toMatchObject({ score: 100, grade: '4' });
  });

  test('gives half the points from the lower threshold on, all from the upper one on', () => {
    // The power drop is kept in tenths of a percent, money in fen.
    const cases: readonly [Values, number][] = [
      [{ power_drop: 299 }, 0],
      [{ power_drop: 300 }, 4],
      [{ power_drop: 500 }, 7],
      [{ owed_amount: 9_999_999 }, 0],
      [{ owed_amount: 10_000_000 }, 4],
      [{ is_stopped: true }, 6],
      [{ is_stopped: false }, 0],
    ];
    for (const [values, points] of cases) expect([values, score(values).score]).toEqual([values, points]);
  });

  test('adds points given by hand, within 0 and 100', () => {
    expect(score({ wage_months: 2 }, 20)).toMatchObject({ score: 34, grade: '2' });
    expect(score({ wage_months: 2 }, -30).score).toBe(0);
  });

  test('is red with a veto, whatever the points', () => {
    expect(score({ is_unreachable: true })).toMatchObject({ grade: '1', vetoes: [] });
    expect(score({ is_unreachable: true, wage_months: 1 })).toMatchObject({
      grade: '4',
      vetoes: ['法人失联且欠薪'],
    });
    expect(score({ is_stopped: true, owed_people: 9 }).grade).toBe('1');
    expect(score({ is_stopped: true, owed_people: 10 })).toMatchObject({
      grade: '4',
      vetoes: ['停产且欠薪10人以上'],
    });
  });

  test('goes up a grade exactly at its threshold', () => {
    const firm = { wage_months: 2, owed_people: 30 };
    expect(score(firm, 5)).toMatchObject({ score: 29, grade: '1' });
    expect(score(firm, 6)).toMatchObject({ score: 30, grade: '2' });
    expect(score(firm, 26)).toMatchObject({ score: 50, grade: '3' });
    expect(score({ ...firm, owed_amount: 100_000_000, is_unreachable: null }, 30)).toMatchObject({
      score: 62,
    });
  });
});

test('a firm is judged by the rows of the day, and by the shipped scale while there are none', () => {
  const row = { item: 'complaints', weight: 40, half_from: null, full_from: 100 };
  const rows = {
    indicators: [
      { ...row, valid_from: '2026-06-01', valid_to: '2026-06-30' },
      { ...row, weight: 60, valid_from: '2026-07-01', valid_to: null },
    ],
    vetoes: [],
    grades: [],
  };
  const on = (day: string) => labourScore({ complaints: 1 }, scaleOn(day, rows, shippedScale)).score;
  expect([on('2026-05-31'), on('2026-06-30'), on('2026-07-01')]).toEqual([2, 40, 60]);
});

test('the shipped weights make 100 points and name every indicator of the form and of the code table', () => {
  expect(shippedScale.indicators.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  expect(shippedScale.indicators.map(({ item }) => item)).toEqual(labourItemNames);
  const table = codeTableById.get('labour_item');
  expect(table?.items.map(({ code }) => code)).toEqual(labourItemNames);
  expect(table?.items.map(({ name }) => name)).toEqual(
    labourItemNames.map((name) => labourItemFields[name].label.zh),
  );
});
