import { describe, expect, test } from 'vitest';
import { usualScale } from '../../db/model/inspection/grade.ts';
import {
  changesOf,
  checkKey,
  readCheck,
  withMark,
  withNote,
  withRestPassed,
  type Sheet,
} from '../../renderer/screens/inspection/check-state.ts';

const item = (no: number, isMajor = false) => ({
  no,
  group: '消防',
  wording: `第${no}项`,
  remedy: '',
  basis: '',
  isMajor,
  points: isMajor ? 5 : 1,
});
const sheet: Sheet = {
  list: 'l',
  title: '检查表',
  items: [item(1), item(2), item(3, true)],
  scale: usualScale,
  terms: { ordinary: 7, major: 3 },
};
const values = { checked_at: '2026-11-26T02:00:00.000Z' };

describe('ticking a check list', () => {
  test('reads what stands in the record and writes the same back', () => {
    const kept = {
      ...values,
      passed_items: '1',
      failed_items: '2',
      other_items: '3',
      item_notes: '2：没有压力',
    };
    expect(changesOf(readCheck(kept), sheet, kept)).toMatchObject({
      passed_items: '1',
      failed_items: '2',
      other_items: '3',
      item_notes: '2：没有压力',
    });
  });

  test('grades only when every item is ticked; until then it counts points', () => {
    const half = withMark(readCheck(values), 3, 'failed');
    expect(changesOf(half, sheet, values)).toEqual({
      passed_items: null,
      failed_items: '3',
      other_items: null,
      item_notes: null,
      points: 5,
    });
    expect(changesOf(withRestPassed(half, sheet.items), sheet, values)).toMatchObject({
      passed_items: '1、2',
      grade: '3',
      next_check: '2026-12-03',
      result: '3',
    });
  });

  test('keeps a conclusion that says how a hazard was handled, and takes it back when nothing is wrong', () => {
    const failed = withRestPassed(withMark(readCheck(values), 1, 'failed'), sheet.items);
    expect(changesOf(failed, sheet, { ...values, result: '4' })).toMatchObject({ result: '4' });
    const passed = withMark(failed, 1, 'passed');
    expect(changesOf(passed, sheet, { ...values, result: '4' })).toMatchObject({ result: '1', points: 0 });
  });

  test('drops the note of an item that is in order after all', () => {
    const failed = withNote(withMark(readCheck(values), 1, 'failed'), 1, '缺灭火器');
    expect(changesOf(failed, sheet, values)).toMatchObject({ item_notes: '1：缺灭火器' });
    expect(changesOf(withMark(failed, 1, 'passed'), sheet, values)).toMatchObject({ item_notes: null });
  });

  test('is done by keys', () => {
    expect(checkKey('2', false)).toEqual({ do: 'mark', mark: 'failed' });
    expect(checkKey('Y', false)).toEqual({ do: 'mark', mark: 'passed' });
    expect(checkKey('Delete', false)).toEqual({ do: 'mark', mark: null });
    expect(checkKey('ArrowDown', false)).toEqual({ do: 'move', by: 1 });
    expect(checkKey('Tab', false)).toBeNull();
    expect([checkKey('2', true), checkKey('Enter', true)]).toEqual([null, { do: 'move', by: 1 }]);
  });
});
