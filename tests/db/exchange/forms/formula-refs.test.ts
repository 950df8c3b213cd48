import { describe, expect, test } from 'vitest';
import { fillDown, namesSheet, shiftFormula } from '../../../../db/exchange/forms/workbook/formula-refs.ts';
import { RowShift } from '../../../../db/exchange/forms/workbook/row-shift.ts';

/** Row 5 repeated ten times: nine rows added below it. */
const shift = new RowShift([{ first: 5, last: 5, lastRuled: 5, copies: 10, added: 9 }]);
const moved = (formula: string, home: string | null = '花名册') =>
  shiftFormula(formula, { home, moved: '花名册', shift });

describe('after rows were added a formula', () => {
  test.each([
    ['SUM(D5:D5)', 'SUM(D5:D14)'],
    ['sum($D$5:$D$6)', 'sum($D$5:$D$15)'],
    ['A1+A5+A6', 'A1+A5+A15'],
    ['SUM(A:A)+SUM(5:6)+SUM($7:$7)', 'SUM(A:A)+SUM(5:15)+SUM($16:$16)'],
    ['"A6"&A6&"说""A6"""', '"A6"&A15&"说""A6"""'],
    ['汇总!A6+花名册!A6', '汇总!A6+花名册!A15'],
    ["'花名册'!$B$6", "'花名册'!$B$15"],
    ['LOG10(A6)+A6_数+表1[列6]+X6Y', 'LOG10(A15)+A6_数+表1[列6]+X6Y'],
    ['#REF!+A6*1E6', '#REF!+A15*1E6'],
    ['IF(A6>6,TRUE,6.6)', 'IF(A15>6,TRUE,6.6)'],
  ])('%s becomes %s', (before, after) => {
    expect(moved(before)).toBe(after);
  });

  test('on another sheet follows only what names the sheet', () => {
    expect(moved("A6+花名册!A6+'花名册'!A5:B6", '汇总')).toBe("A6+花名册!A15+'花名册'!A5:B15");
    expect(moved('A6', null)).toBe('A6');
  });

  test('of the repeated row itself keeps to its row', () => {
    const [within] = shift.stretches;
    const place = { home: '花名册', moved: '花名册', shift, within };
    expect(shiftFormula('SUM(B5:F5)/$G$6', place)).toBe('SUM(B5:F5)/$G$15');
  });
});

test('filling down moves what is not fixed', () => {
  expect(fillDown('SUM(B5:F5)/$G$15+H$4', 3)).toBe('SUM(B8:F8)/$G$15+H$4');
  expect(fillDown('A1+$A1+A$1', 1, 2)).toBe('C2+$A2+C$1');
});

test('a formula names a sheet only where it refers to it', () => {
  expect(namesSheet("'花名册'!A1", '花名册')).toBe(true);
  expect(namesSheet('"花名册!A1"', '花名册')).toBe(false);
});
