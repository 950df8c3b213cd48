import { describe, expect, test } from 'vitest';
import { gradeOf, nextCheckOf, scaleOf, usualScale } from '../../../db/model/inspection/grade.ts';
import { readItemNumbers, writeItemNumbers } from '../../../db/model/inspection/item-numbers.ts';
import { readyLists } from '../../../db/model/inspection/ready-lists/index.ts';
import { checkRow } from '../../../db/model/derive/row-check.ts';
import { checkItem } from '../../../db/model/ledgers/inspection/check-item.ts';
import { checkList } from '../../../db/model/ledgers/inspection/check-list.ts';
import { inspection } from '../../../db/model/ledgers/inspection/inspection.ts';
import { twoCheckers } from '../../../db/model/ledgers/inspection/two-checkers.ts';
import { patrolRollup } from '../../../db/model/ledgers/inspection/patrol-rollup.ts';
import { matchColumns } from '../../../db/exchange/sheet/import/match-columns.ts';

describe('numbers of check items', () => {
  test('are read in the spellings of offices and written in one', () => {
    for (const text of ['1-3、11', '11，1至3', '第1-3项 第11项', '1，2，3；11', '３、2、１、11'])
      expect([text, readItemNumbers(text)]).toEqual([text, [1, 2, 3, 11]]);
    expect(writeItemNumbers([11, 3, 2, 1])).toBe('1-3、11');
    expect(writeItemNumbers([4, 5])).toBe('4、5');
    expect(writeItemNumbers([])).toBeNull();
    expect(readItemNumbers('')).toEqual([]);
  });

  test('are refused when a text says something else', () => {
    for (const text of ['无', '3-1', '0', '1、a', '201'])
      expect([text, readItemNumbers(text)]).toEqual([text, null]);
  });
});

test('an order by one inspector alone is warned of, a check without one is not', () => {
  const found = (checkers: string, result: string) =>
    twoCheckers({ checkers, result }, { today: '2026-11-27' }).map(({ field, level }) => [field, level]);
  expect(found('张三', '3')).toEqual([['checkers', 'warning']]);
  expect(found('张三、李四', '3')).toEqual([]);
  expect(found('张三', '1')).toEqual([]);
});

describe('an inspection', () => {
  const row = { passed_items: '1-4', failed_items: '7、6', other_items: '5' };

  test('counts its items by result, and counts anew when they change', () => {
    expect(inspection.fill(row)).toMatchObject({
      failed_items: '6、7',
      passed_count: 4,
      failed_count: 2,
      other_count: 1,
    });
  });

  test('is refused when an item has two results or its numbers cannot be read', () => {
    const reasons = (values: Record<string, string>) =>
      checkRow(inspection, { ...row, ...values }, { today: '2026-11-26' })
        .filter((f) => f.code === 'rule-broken')
        .map((f) => f.field);
    expect(reasons({})).toEqual([]);
    expect(reasons({ other_items: '4' })).toEqual(['other_items']);
    expect(reasons({ failed_items: '楼梯' })).toEqual(['failed_items']);
  });
});

describe('a grade', () => {
  test('follows the points, and a major hazard makes it orange at least', () => {
    const grades = [0, 2, 3, 7, 8, 14, 15].map((points) => gradeOf(points, false, usualScale));
    expect(grades).toEqual(['1', '1', '2', '2', '3', '3', '4']);
    expect(gradeOf(0, true, usualScale)).toBe('3');
  });

  test('takes points and intervals of the check list before the usual ones', () => {
    const scale = scaleOf({ yellow_from: 1, green_days: 30 });
    expect(gradeOf(1, false, scale)).toBe('2');
    expect(nextCheckOf('2026-01-31', '1', scale)).toBe('2026-03-02');
    expect(nextCheckOf('2026-01-31', '2', scale)).toBe('2026-02-14');
  });
});

test('the shipped check lists are good records with items numbered without a gap', () => {
  expect(readyLists.map(({ items }) => items.length)).toEqual([23, 14, 17, 11]);
  for (const { values, items } of readyLists) {
    expect(checkRow(checkList, values, { today: '2026-11-26' })).toEqual([]);
    expect(items.map((item) => item['item_no'])).toEqual(items.map((_, i) => i + 1));
    for (const item of items) {
      expect(checkRow(checkItem, { list: 'x', ...item }, { today: '2026-11-26' })).toEqual([]);
      expect(item['basis']).not.toBe('');
    }
  }
});

test('the sheet of a patrol app finds the fields of the roll-up by the titles offices use', () => {
  const titles = [
    '日期',
    '工号',
    '网格员',
    '社区',
    '对象类别',
    '巡查数',
    '照片',
    '发现问题数',
    '当场整改数',
    '上报数',
  ];
  expect(matchColumns(patrolRollup, titles)).toEqual([
    'patrolled_on',
    'worker',
    'worker_name',
    'village',
    'object_kind',
    'object_count',
    'photo_count',
    'problem_count',
    'fixed_count',
    'reported_count',
  ]);
});
