import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { craftXlsx, readRows, scratchFolder, strings, worksheet, type Craft } from './crafted-xlsx.ts';

async function cellsOf(craft: Craft): Promise<(readonly string[])[]> {
  const file = path.join(scratchFolder(onTestFinished), 'a.xlsx');
  await craftXlsx(file, craft);
  return (await readRows(file)).map((r) => r.cells);
}
const styles = (...xfs: readonly string[]): string =>
  `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="0.00E+00"/><numFmt numFmtId="172" formatCode="[Red]#,##0;&quot;days&quot;0"/><numFmt numFmtId="173" formatCode="[h]:mm:ss"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`;

describe('a cell of a workbook', () => {
  test('is read from shared strings with rich text joined and phonetic guides left out', async () => {
    const rich =
      '<r><t>张</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 伟</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh>';
    expect(
      await cellsOf({
        stringsXml: strings('<t>姓名</t>', rich, '<t/>', '<t>a&lt;b&gt;&amp;&#x4E2D;&#20013;</t>'),
        sheetXml: worksheet(
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>',
        ),
      }),
    ).toEqual([['姓名', '张 伟', '', 'a<b>&中中']]);
  });

  test('is read from inline and formula strings, with escaped control characters', async () => {
    expect(
      await cellsOf({
        sheetXml: worksheet(
          '<row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><t>乙</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>甲_x000A_乙</v></c><c r="C1" t="inlineStr"><is><t><![CDATA[<丙>]]></t></is></c></row>',
        ),
      }),
    ).toEqual([['甲乙', '甲\n乙', '<丙>']]);
  });

  test('keeps its column when empty cells are left out, and counts on when references are missing', async () => {
    expect(
      await cellsOf({
        sheetXml: worksheet(
          '<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="5"><c r="AB5"><v>28</v></c><c><v>29</v></c></row>',
        ),
      }),
    ).toEqual([
      ['1', '', '3'],
      [...Array.from({ length: 27 }, () => ''), '28', '29'],
    ]);
  });

  test('shows days and times by its number format in the 1900 and the 1904 system', async () => {
    const craft = {
      stylesXml: styles(
        '<xf numFmtId="0"/>',
        '<xf numFmtId="14"/>',
        '<xf numFmtId="170"/>',
        '<xf numFmtId="22"/>',
        '<xf numFmtId="171"/>',
        '<xf numFmtId="172"/>',
        '<xf numFmtId="173"/>',
        '<xf numFmtId="31"/>',
      ),
      sheetXml: worksheet(
        '<row r="1"><c s="0"><v>45000</v></c><c s="1"><v>45000</v></c><c s="2"><v>45000</v></c><c s="3"><v>45000.354166666664</v></c><c s="4"><v>45000</v></c><c s="5"><v>45000</v></c><c s="6"><v>0.5</v></c><c s="7"><v>59</v></c><c s="1"><v>61</v></c></row>',
      ),
    };
    expect(await cellsOf(craft)).toEqual([
      [
        '45000',
        '2023-03-15',
        '2023-03-15',
        '2023-03-15 08:30',
        '45000',
        '45000',
        '12:00',
        '1900-02-28',
        '1900-03-01',
      ],
    ]);
    const since1904 = await cellsOf({ ...craft, workbookPr: '<workbookPr date1904="1"/>' });
    expect(since1904[0]?.[1]).toBe('2027-03-16');
  });

  test('holds a number as it was meant, and a number too long for a number cell as damaged', async () => {
    expect(
      await cellsOf({
        sheetXml: worksheet(
          '<row r="1"><c><v>13900001234</v></c><c><v>0.1</v></c><c><v>12.300000000000001</v></c><c><v>1.2E-7</v></c><c><v>4.41900199001011E+17</v></c><c><v>441900199001011234</v></c><c><v>441900900101123</v></c><c><v>-5</v></c><c t="n"><v>1E3</v></c></row>',
        ),
      }),
    ).toEqual([
      [
        '13900001234',
        '0.1',
        '12.3',
        '0.00000012',
        '4.41900199001011E+17',
        '4.41900199001011E+17',
        '441900900101123',
        '-5',
        '1000',
      ],
    ]);
  });

  test('is TRUE or FALSE, an ISO day, or a marked formula error', async () => {
    const file = path.join(scratchFolder(onTestFinished), 'a.xlsx');
    await craftXlsx(file, {
      sheetXml: worksheet(
        '<row r="3"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2026-11-23T00:00:00</v></c><c t="e"><f>VLOOKUP(1)</f><v>#N/A</v></c></row>',
      ),
    });
    expect(await readRows(file)).toEqual([
      { row: 3, cells: ['TRUE', 'FALSE', '2026-11-23', '#N/A'], faults: [3] },
    ]);
  });

  test('is found when the parts lie elsewhere, carry prefixes, or the zip is in 64-bit form', async () => {
    const sheetXml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf({ sheetPart: 'data/blatt.xml', sheetXml, zip64: true })).toEqual([['甲']]);
  });
});

test('a character of three bytes survives a buffer edge at any of its bytes', async () => {
  // Stored, not deflated: pieces are then cut at fixed places of the file, whatever stands there.
  const folder = scratchFolder(onTestFinished);
  const filler = '中文姓名曾单𠮷龘'.repeat(6000);
  let looked = 0;
  for (let shift = 0; shift < 8; shift += 1) {
    const text = 'x'.repeat(shift) + filler;
    const file = path.join(folder, `${shift}.xlsx`);
    const cells = Array.from({ length: 30 }, (_, i) => text.slice(i * 1500, (i + 1) * 1500).toWellFormed());
    const rows = cells.map(
      (c, i) => `<row r="${i + 1}"><c t="inlineStr"><is><t>${c}</t></is></c><c t="s"><v>${i}</v></c></row>`,
    );
    for (const stored of [true, false]) {
      await craftXlsx(file, {
        stored,
        sheetXml: worksheet(rows.join('')),
        stringsXml: strings(...cells.map((c) => `<t>${c}</t>`)),
      });
      const read = await readRows(file);
      expect(read.map((r) => r.cells)).toEqual(cells.map((c) => [c, c]));
      looked += read.length;
    }
  }
  expect(looked).toBe(8 * 2 * 30);
});
