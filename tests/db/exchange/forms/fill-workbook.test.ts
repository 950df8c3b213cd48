import { Buffer } from 'node:buffer';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { openOfficeFile } from '../../../../db/exchange/forms/package/office-file.ts';
import { packOfficeFile } from '../../../../db/exchange/forms/package/pack-office-file.ts';
import { checkWorkbook, fillWorkbook } from '../../../../db/exchange/forms/workbook/fill-workbook.ts';
import type { FormSource } from '../../../../db/exchange/forms/form-source.ts';
import { fixedSource, namesOf } from './fixed-source.ts';
import { workbookParts, zipOf, type Parts } from './superior-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    姓名: i === 0 ? "=cmd|' /C calc'!A0" : `<张&三${String(i)}>`,
    性别: i % 2 === 0 ? '男性' : '女性',
    身份证号: '441900199001011238',
    出生日期: { text: '1990-01-01', day: '1990-01-01' },
    电话: '',
  }));

async function fill(source: FormSource, changed: Parts = {}) {
  const office = await openOfficeFile(await zipOf({ ...workbookParts, ...changed }));
  const parts = await fillWorkbook(office, { places: [], source, rows: [] });
  return { parts, sheet: String(parts.get(SHEET)), packed: await packOfficeFile(parts) };
}

describe('filling a workbook', () => {
  test('repeats the marked row for each record and uses ruled empty rows first', async () => {
    const { sheet } = await fill(fixedSource('list', people(5)));
    const rows = [...sheet.matchAll(/<row r="(\d+)"/gu)].map(([, row]) => Number(row));
    expect(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(sheet).toContain('<c r="A9" s="2" t="s"><v>16</v></c>');
    expect([...sheet.matchAll(/<c r="A\d" s="3"><v>(\d)<\/v>/gu)].map(([, no]) => no)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  test('leaves ruled rows that are not needed, and needs none of its own', async () => {
    const { sheet } = await fill(fixedSource('list', people(2)));
    expect([...sheet.matchAll(/<row /gu)]).toHaveLength(8);
    expect(sheet).toContain('<mergeCell ref="A7:C7"/>');
    expect(sheet).toContain('<c r="B6" s="3"/>');
  });

  test('moves everything that names a row below', async () => {
    const { sheet, parts } = await fill(fixedSource('list', people(5)));
    for (const piece of [
      '<dimension ref="A1:H10"/>',
      '<mergeCell ref="A9:C9"/>',
      '<mergeCell ref="G8:H8"/>',
      '<mergeCells count="9">',
      '<autoFilter ref="A3:H8"/>',
      'sqref="F4:F8"><cfRule',
      'sqref="C4:C8"><formula1>',
      '<hyperlink ref="E10"',
      '<brk id="9" max="16383" man="1"/>',
      '<f>COUNTA(B4:B8)</f>',
      '<f>SUM(F4:F8)/D9+LEN("F4:F6")</f>',
      '<f>IF(E8="","",YEAR(TODAY())-YEAR(E8))</f>',
      'topLeftCell="A4"',
      'activeCell="A10" sqref="A10"',
    ]) {
      expect(sheet).toContain(piece);
    }
    const main = String(parts.get('xl/workbook.xml'));
    expect(main).toContain('人员花名册!$A$1:$H$10<');
    expect(main).toContain('人员花名册!$A$3:$H$8<');
    expect(main).toContain('人员花名册!$1:$3<');
    expect(main).toContain('人员花名册!$D$9<');
    expect(main).toContain('<calcPr calcId="144525" fullCalcOnLoad="1"/>');
    expect(String(parts.get('xl/worksheets/sheet2.xml'))).toContain(
      '<c r="B1"><f>人员花名册!D9</f></c><c r="C1"><f>SUM(\'人员花名册\'!F4:F8)</f></c>',
    );
    expect(String(parts.get('xl/comments1.xml'))).toContain('ref="A10"');
    expect(String(parts.get('xl/drawings/vmlDrawing1.vml'))).toContain('<x:Row>9</x:Row>');
    expect(String(parts.get('xl/drawings/drawing1.xml'))).toContain('<xdr:row>9</xdr:row>');
    expect(parts.has('xl/calcChain.xml')).toBe(false);
  });

  test('passes every other part on byte for byte', async () => {
    const { parts } = await fill(fixedSource('list', people(5)));
    const untouched = [
      '_rels/.rels',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet3.xml',
      'xl/sharedStrings.xml',
      'xl/drawings/_rels/drawing1.xml.rels',
      'xl/media/image1.png',
      'docProps/app.xml',
    ];
    for (const name of untouched) expect(parts.get(name)).toEqual(Buffer.from(workbookParts[name] ?? ''));
    const sheet = String(parts.get(SHEET));
    const tail = (text: string) => text.slice(text.indexOf('<printOptions'), text.indexOf('<rowBreaks'));
    expect(tail(sheet)).toBe(tail(String(workbookParts[SHEET])));
    expect(tail(sheet)).toContain('orientation="landscape"');
    const columns = (text: string) => text.slice(text.indexOf('<cols>'), text.indexOf('<sheetData>'));
    expect(columns(sheet)).toBe(columns(String(workbookParts[SHEET])));
  });

  test('writes a value never as a formula and never as markup', async () => {
    const { sheet, packed } = await fill(fixedSource('list', people(5)));
    expect(sheet).not.toContain('<f>cmd');
    expect(sheet).toContain('&lt;张&amp;三1&gt;');
    const book = new ExcelJS.Workbook();
    // The types of exceljs know an older Buffer.
    await book.xlsx.load(packed as unknown as ArrayBuffer);
    const cell = book.getWorksheet('人员花名册')?.getCell('B4');
    expect(cell?.formula).toBeUndefined();
    expect(cell?.value).toEqual("=cmd|' /C calc'!A0");
    expect(book.getWorksheet('人员花名册')?.getCell('B5').value).toEqual('<张&三1>');
  });

  test('gives real numbers and days, keeps long numbers as text and empty values empty', async () => {
    const { packed } = await fill(fixedSource('list', people(5)));
    const book = new ExcelJS.Workbook();
    // The types of exceljs know an older Buffer.
    await book.xlsx.load(packed as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('人员花名册');
    expect(sheet?.getCell('A6').value).toBe(3);
    expect(sheet?.getCell('D6').value).toBe('441900199001011238');
    expect(sheet?.getCell('E6').value).toEqual(new Date(Date.UTC(1990, 0, 1)));
    expect(sheet?.getCell('E6').numFmt).toBe('yyyy"年"m"月"d"日"');
    expect(sheet?.getCell('G6').value).toBeNull();
    expect(sheet?.getRow(8).height).toBe(22);
    expect(sheet?.getCell('E2').value).toBe('填表日期：2026年11月26日');
  });

  test('keeps the looks of a title whose token is cut over two pieces', async () => {
    const { sheet } = await fill(fixedSource('list', people(1)));
    expect(sheet).toContain('<color rgb="FFFF0000"/></rPr><t xml:space="preserve">虎门镇</t>');
    expect(sheet).toContain('人员花名册</t></r></is>');
  });

  test('keeps the marked row, empty, when there are no records', async () => {
    const { sheet } = await fill(fixedSource('list', []));
    expect(sheet).toContain('<row r="4" spans="1:8" ht="22" customHeight="1"><c r="A4" s="3"></c>');
    expect(sheet).not.toContain('{姓名}');
  });

  test('names every unknown token with what was probably meant', async () => {
    const strings = String(workbookParts['xl/sharedStrings.xml'])
      .replace('{身份证号}', '{证件编码}')
      .replace('{填表人}', '{数:没有}');
    const office = await openOfficeFile(await zipOf({ ...workbookParts, 'xl/sharedStrings.xml': strings }));
    const { problems } = checkWorkbook(office, [], namesOf('list'));
    expect(problems.map(({ at, code, token }) => [at, code, token])).toEqual([
      ['人员花名册!D4', 'unknown-name-near', '证件编码'],
      ['人员花名册!A8', 'unknown-figure', '没有'],
    ]);
    expect(problems[0]?.nearest).toContain('证件号码');
  });

  test('fills a cell marked by hand, also one the file does not have', async () => {
    const office = await openOfficeFile(await zipOf(workbookParts));
    const places = [
      { at: '汇总!B3', text: '{姓名}' },
      { at: '汇总!D12', text: '{出生日期}' },
    ];
    const source = fixedSource('record', people(1));
    const parts = await fillWorkbook(office, { places, source, rows: source.repeated('', []) });
    const sheet = String(parts.get('xl/worksheets/sheet2.xml'));
    expect(sheet).toContain('<c r="B3"');
    expect(sheet).toMatch(/<c r="D12" s="\d+"><v>32874<\/v><\/c>/u);
    expect(String(parts.get('xl/styles.xml'))).toContain('formatCode="yyyy-mm-dd"');
    const wrong = checkWorkbook(
      office,
      [
        { at: '汇总!B1', text: '{姓名}' },
        { at: '没有!B1', text: '{姓名}' },
      ],
      namesOf('record'),
    );
    expect(wrong.problems.map(({ at, code }) => [at, code])).toContainEqual(['汇总!B1', 'formula-there']);
    expect(wrong.problems.map(({ at, code }) => [at, code])).toContainEqual(['没有!B1', 'no-such-place']);
  });

  test('repeats several rows for each record between the marks of a part', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet3 = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2">${cell('A2', '{#列表}姓名')}${cell('B2', '{姓名}')}</row><row r="3">${cell('A3', '性别')}${cell('B3', '{?性别=男性}☑{/}{^性别=男性}□{/}男{/列表}')}<c r="C3"><f>ROW(A2)*$A$5</f><v>1</v></c></row><row r="5"><c r="A5"><f>COUNTA(B2:B3)</f></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells><conditionalFormatting sqref="B2"><cfRule type="expression" priority="1"><formula>B2=1</formula></cfRule></conditionalFormatting></worksheet>`;
    const { parts } = await fill(fixedSource('list', people(3)), { 'xl/worksheets/sheet3.xml': sheet3 });
    const sheet = String(parts.get('xl/worksheets/sheet3.xml'));
    expect([...sheet.matchAll(/<row r="(\d+)"/gu)].map(([, row]) => row)).toEqual([
      '2',
      '3',
      '4',
      '5',
      '6',
      '7',
      '9',
    ]);
    expect([...sheet.matchAll(/<mergeCell ref="([^"]+)"/gu)].map(([, ref]) => ref)).toEqual([
      'A2:A3',
      'A4:A5',
      'A6:A7',
    ]);
    expect(sheet).toContain('sqref="B2 B4 B6"');
    expect([...sheet.matchAll(/[☑□]男/gu)].map(([text]) => text)).toEqual(['☑男', '□男', '☑男']);
    expect([...sheet.matchAll(/<f>([^<]+)/gu)].map(([, formula]) => formula)).toEqual([
      'ROW(A2)*$A$9',
      'ROW(A4)*$A$9',
      'ROW(A6)*$A$9',
      'COUNTA(B2:B7)',
    ]);
  });

  test('names parts that are not ended, overlap or begin nothing, and conditions that leave their cell', async () => {
    const wrong = async (text: string) => {
      const strings = String(workbookParts['xl/sharedStrings.xml']).replace('{序号}', () => text);
      const office = await openOfficeFile(await zipOf({ ...workbookParts, 'xl/sharedStrings.xml': strings }));
      return checkWorkbook(office, [], namesOf('list')).problems.map(({ code }) => code);
    };
    expect(await wrong('{#列表}')).toEqual(['unclosed']);
    expect(await wrong('{#列表}{#列表}{/}')).toEqual(['parts-overlap']);
    expect(await wrong('{/}')).toEqual(['unopened']);
    expect(await wrong('{?性别=男}')).toEqual(['needs-cells']);
    expect(await wrong('{#没有}{/}')).toContain('unknown-part');
    expect(await wrong('｛姓名｝')).toEqual([]);
  });
});
