import { readFileSync } from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isWider, widthFor } from '../../../db/exchange/sheet/write/column-width.ts';
import type { SheetOut } from '../../../db/exchange/sheet/write/sheet-out.ts';
import { writeWorkbook } from '../../../db/exchange/sheet/write/write-workbook.ts';
import { scratchFolder } from './crafted-xlsx.ts';

const sheet = (widths: readonly number[], more: Partial<SheetOut> = {}): SheetOut => ({
  name: "人口's",
  columns: widths.map((width) => ({ width })),
  frozenRows: 1,
  rows: [['甲', '乙']],
  ...more,
});

async function written(...sheets: readonly SheetOut[]) {
  const file = path.join(scratchFolder(onTestFinished), 'a.xlsx');
  await writeWorkbook(file, sheets);
  const zip = new PizZip(readFileSync(file));
  const part = (name: string): string => zip.file(name)?.asText() ?? '';
  return { main: part('xl/workbook.xml'), first: part('xl/worksheets/sheet1.xml') };
}

describe('a sheet on paper', () => {
  test('stands upright on A4 with all its columns, lines, its head on every page and page numbers', async () => {
    const { main, first } = await written(sheet([12, 20]));
    expect(first).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(first).toContain(
      '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="portrait"/>',
    );
    expect(first).toContain('gridLines="1"');
    expect(first).toContain('&amp;P / &amp;N');
    expect(main).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'人口''s'!$1:$1</definedName>`,
    );
  });

  test('lies when it is wider, and goes over several pages with its first column when it could not be read', async () => {
    expect((await written(sheet([70, 70]))).first).toContain('orientation="landscape"');
    const { main, first } = await written(sheet([100, 100, 100]));
    expect(first).not.toContain('fitToPage');
    expect(first).toContain('pageOrder="overThenDown"');
    expect(main).toContain(`'人口''s'!$A:$A,'人口''s'!$1:$1<`);
  });

  test('leaves out columns that are for programs, also when it says how wide it is', async () => {
    const { main, first } = await written(sheet([40, 200], { printedColumns: 1 }));
    expect(main).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'人口''s'!$A:$A</definedName>`,
    );
    expect(first).toContain('orientation="portrait"');
  });

  test('with lines of its own has the paper, the foot and the repeated rows it says, merged cells and heights', async () => {
    const { main, first } = await written(
      sheet([200, 200], {
        merged: ['A1:B1'],
        heights: { 1: 30 },
        print: { paper: 'A3', isLandscape: true, repeated: [2, 3], foot: '1号楼 & 2号楼', pages: '第 &P 页' },
        rows: [
          [{ text: '甲', style: 'formTitle' }],
          [
            { text: '', style: 'name' },
            { number: 3, style: 'count' },
          ],
        ],
      }),
    );
    expect(first).toContain(
      '<pageSetup paperSize="8" fitToWidth="1" fitToHeight="0" orientation="landscape"/>',
    );
    expect(first).not.toContain('gridLines');
    expect(first).toContain('&amp;L&amp;9 1号楼 &amp;&amp; 2号楼&amp;R&amp;9第 &amp;P 页');
    expect(first).toContain('<row r="1" ht="30" customHeight="1">');
    expect(first).toContain('</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>');
    expect(main).toContain(`'人口''s'!$2:$3<`);
  });

  test('has no names when nothing is repeated', async () => {
    expect((await written(sheet([10], { frozenRows: 0 }))).main).not.toContain('definedNames');
  });
});

test('a column is as wide as its texts, within bounds, and a longer text wraps', () => {
  expect(widthFor([])).toBeLessThan(10);
  expect(widthFor(['性别', '东方社区居民委员会'])).toBe(21);
  expect(widthFor(['长'.repeat(100)])).toBe(44);
  expect(widthFor(['一\n二二二二'])).toBe(11);
  expect(isWider('长'.repeat(30), 44)).toBe(true);
  expect(isWider('长'.repeat(20), 44)).toBe(false);
  expect(isWider('1234567890'.repeat(3), 44)).toBe(false);
});
