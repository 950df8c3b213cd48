import { describe, expect, test } from 'vitest';
import { openOfficeFile } from '../../../../db/exchange/forms/package/office-file.ts';
import { checkWorkbook, fillWorkbook } from '../../../../db/exchange/forms/workbook/fill-workbook.ts';
import { fixedSource, namesOf } from './fixed-source.ts';
import { workbookParts, zipOf, type Parts } from './superior-workbook.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const OTHER = 'xl/worksheets/sheet3.xml';

const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ 姓名: `张${String(i)}`, 性别: '女性' }));

const text = (ref: string, value: string, style = '') =>
  `<c r="${ref}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;

const sheetOf = (rows: string, behind = '') =>
  `<worksheet xmlns="${main}" xmlns:r="${rel}"><sheetData>${rows}</sheetData>${behind}</worksheet>`;

const relationsOf = (...targets: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="${pack}/relationships">${targets
    .map(
      ([type, target], i) =>
        `<Relationship Id="rId${String(i + 1)}" Type="${rel}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/** The workbook of the superior filled with five people: two rows come in below its three ruled ones. */
async function fill(changed: Parts, count = 5): Promise<ReadonlyMap<string, Buffer>> {
  const office = await openOfficeFile(await zipOf({ ...workbookParts, ...changed }));
  return fillWorkbook(office, { places: [], source: fixedSource('list', people(count)), rows: [] });
}

describe('a pivot table', () => {
  const parts = {
    [OTHER]: sheetOf(`<row r="3">${text('A3', '性别')}</row><row r="4">${text('A4', '{性别}')}</row>`),
    'xl/worksheets/_rels/sheet3.xml.rels': relationsOf(['pivotTable', '../pivotTables/pivotTable1.xml']),
    'xl/pivotTables/pivotTable1.xml': `<pivotTableDefinition xmlns="${main}" name="p" cacheId="1"><location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/></pivotTableDefinition>`,
    'xl/pivotCache/pivotCacheDefinition1.xml': `<pivotCacheDefinition xmlns="${main}"><cacheSource type="worksheet"><worksheetSource ref="A3:H6" sheet="人员花名册"/></cacheSource></pivotCacheDefinition>`,
    'xl/_rels/workbook.xml.rels': String(workbookParts['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      `<Relationship Id="rId9" Type="${rel}/pivotCacheDefinition" Target="pivotCache/pivotCacheDefinition1.xml"/></Relationships>`,
    ),
  };

  test('reads the added rows when the workbook is opened', async () => {
    const filled = await fill(parts);
    const cache = String(filled.get('xl/pivotCache/pivotCacheDefinition1.xml'));
    expect(cache).toContain('ref="A3:H8" sheet="人员花名册"');
    expect(cache).toContain('refreshOnLoad="1"');
  });

  test('shows marks of the rows it reads, which are none of its own', async () => {
    const sheet = String((await fill(parts)).get(OTHER));
    expect(sheet.match(/<row /gu)).toHaveLength(2);
    expect(sheet).toContain('{性别}');
  });

  test('moves down with the rows of the sheet it stands on', async () => {
    const filled = await fill({
      ...parts,
      [OTHER]: sheetOf(`<row r="1">${text('A1', '{姓名}')}</row><row r="4">${text('A4', '{性别}')}</row>`),
    });
    expect(String(filled.get('xl/pivotTables/pivotTable1.xml'))).toContain('<location ref="A7:B9"');
    expect(String(filled.get(OTHER))).toContain(`<c r="A8" t="inlineStr"><is><t>{性别}</t></is></c>`);
  });
});

test('old values go where a formula reads the form through a name, a table or a text', async () => {
  const cells = ['<c r="A1"><f>总人数*2</f><v>2</v></c>', '<c r="B1"><f>"总人数"&amp;1</f><v>3</v></c>'].join(
    '',
  );
  const value = async (row: string, more: Parts = {}) =>
    String((await fill({ [OTHER]: sheetOf(`<row r="1">${row}</row>`), ...more })).get(OTHER));
  expect(await value(cells)).not.toContain('<v>2</v>');
  expect(await value('<c r="A1"><f>"总人数"&amp;1</f><v>3</v></c>')).toContain('<v>3</v>');
  expect(await value('<c r="A1"><f>INDIRECT("人员花名册!D7")</f><v>4</v></c>')).not.toContain('<v>4</v>');
  const table = {
    'xl/worksheets/_rels/sheet1.xml.rels': relationsOf(
      ['drawing', '../drawings/drawing1.xml'],
      ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['comments', '../comments1.xml'],
      ['table', '../tables/table1.xml'],
    ),
    'xl/tables/table1.xml': `<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="A3:H6"><tableColumns count="1"><tableColumn id="1" name="姓名"><calculatedColumnFormula>人员花名册!D7</calculatedColumnFormula><totalsRowFormula>SUM(F4:F6)</totalsRowFormula></tableColumn></tableColumns></table>`,
  };
  expect(await value('<c r="A1"><f>COUNTA(表1[姓名])</f><v>5</v></c>', table)).not.toContain('<v>5</v>');
  const moved = String((await fill(table)).get('xl/tables/table1.xml'));
  expect(moved).toContain('ref="A3:H8"');
  expect(moved).toContain('人员花名册!D9<');
  expect(moved).toContain('SUM(F4:F8)<');
});

test('a mark in the head of a table is refused, as it would change the name of a column', async () => {
  const table = `<table xmlns="${main}" id="1" name="表1" displayName="表1" ref="A1:B3"><tableColumns count="2"/></table>`;
  const office = await openOfficeFile(
    await zipOf({
      ...workbookParts,
      [OTHER]: sheetOf(
        `<row r="1">${text('A1', '{填报单位}')}</row><row r="2">${text('A2', '{填表人}')}</row>`,
      ),
      'xl/worksheets/_rels/sheet3.xml.rels': relationsOf(['table', '../tables/table1.xml']),
      'xl/tables/table1.xml': table,
    }),
  );
  const { problems } = checkWorkbook(office, [], namesOf('list'));
  expect(problems.map(({ at, code }) => [at, code])).toEqual([['填表说明!A1', 'table-head']]);
});

test('a link on another sheet leads to the same cell', async () => {
  const links = '<hyperlinks><hyperlink ref="A1" location="人员花名册!A8"/></hyperlinks>';
  const filled = await fill({ [OTHER]: sheetOf(`<row r="1">${text('A1', '填表人')}</row>`, links) });
  expect(String(filled.get(OTHER))).toContain('location="人员花名册!A10"');
});

describe('a repeated row', () => {
  test('grows the label merged beside it, which is written once', async () => {
    const row = (no: number, label: string, mark: string) =>
      `<row r="${String(no)}">${label}<c r="B${String(no)}" s="3"${mark}</row>`;
    const sheet = sheetOf(
      [
        row(2, text('A2', '家庭成员', ' s="3"'), ' t="inlineStr"><is><t>{姓名}</t></is></c>'),
        row(3, '<c r="A3" s="3"/>', '/>'),
        `<row r="4">${text('A4', '备注')}</row>`,
      ].join(''),
    ).replace('</worksheet>', '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>');
    const filled = String((await fill({ [OTHER]: sheet })).get(OTHER));
    expect(filled).toContain('<mergeCells count="1"><mergeCell ref="A2:A6"/></mergeCells>');
    expect(filled.match(/家庭成员/gu)).toHaveLength(1);
    expect(filled).toContain('<c r="A7" t="inlineStr"><is><t>备注</t></is></c>');
  });

  test('gives each copy of a formula of an array cells of its own', async () => {
    const sheet = sheetOf(
      `<row r="2">${text('A2', '{姓名}')}<c r="B2"><f t="array" ref="B2">SUM(LEN(A2:A2))</f><v>1</v></c></row>`,
    );
    const filled = String((await fill({ [OTHER]: sheet }, 3)).get(OTHER));
    expect([...filled.matchAll(/ref="([A-Z]\d)">SUM\(LEN\((A\d)/gu)].map(([, ref, of]) => [ref, of])).toEqual(
      [
        ['B2', 'A2'],
        ['B3', 'A3'],
        ['B4', 'A4'],
      ],
    );
  });
});

describe('a picture', () => {
  const anchor = (behaviour: string) =>
    `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"><xdr:twoCellAnchor${behaviour}><xdr:from><xdr:col>6</xdr:col><xdr:row>4</xdr:row></xdr:from><xdr:to><xdr:col>7</xdr:col><xdr:row>8</xdr:row></xdr:to><xdr:sp textlink="人员花名册!$D$7"/></xdr:twoCellAnchor></xdr:wsDr>`;
  const rowsOf = async (behaviour: string) => {
    const filled = await fill({ 'xl/drawings/drawing1.xml': anchor(behaviour) });
    const drawing = String(filled.get('xl/drawings/drawing1.xml'));
    expect(drawing).toContain('textlink="人员花名册!$D$9"');
    return [...drawing.matchAll(/<xdr:row>(\d+)/gu)].map(([, row]) => Number(row));
  };

  test('grows with its rows, keeps its size or its place, as the form says', async () => {
    expect(await rowsOf('')).toEqual([4, 10]);
    expect(await rowsOf(' editAs="oneCell"')).toEqual([4, 8]);
    expect(await rowsOf(' editAs="absolute"')).toEqual([4, 8]);
  });
});

describe('the height of a filled row', () => {
  const long = '广东省东莞市虎门镇怀德社区金龙路四巷一千零二号八幢一层一百零六房';
  const heightsOf = async (rows: readonly string[], merges = ''): Promise<readonly string[]> => {
    const sheet = `<worksheet xmlns="${main}"><cols><col min="1" max="2" width="12" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData>${merges}</worksheet>`;
    const office = await openOfficeFile(await zipOf({ ...workbookParts, [OTHER]: sheet }));
    const source = fixedSource('record', [{ 姓名: long }]);
    const parts = await fillWorkbook(office, { places: [], source, rows: source.repeated('', []) });
    return String(parts.get(OTHER)).match(/<row [^>]*>/gu) ?? [];
  };
  const mark = (ref: string, style: number) => text(ref, '{姓名}', ` s="${String(style)}"`);

  test('grows with a text that wraps and does not shrink for one that does not', async () => {
    // Style 3 wraps, style 2 does not; 33 characters take six lines of a column of 12.
    const [wraps, plain, roomy] = await heightsOf([
      `<row r="1" ht="22" customHeight="1">${mark('A1', 3)}</row>`,
      `<row r="2" ht="22" customHeight="1">${mark('A2', 2)}</row>`,
      `<row r="3" ht="200" customHeight="1">${mark('A3', 3)}</row>`,
    ]);
    expect(Number(/ht="(\d+)"/u.exec(wraps ?? '')?.[1])).toBeGreaterThan(80);
    expect(plain).toContain('ht="22"');
    expect(roomy).toContain('ht="200"');
  });

  test('is left to the program that opens it where the form does not fix it, but for merged cells', async () => {
    const [free] = await heightsOf([`<row r="1" ht="14.4">${mark('A1', 3)}</row>`]);
    expect(free).not.toContain('ht=');
    const [merged] = await heightsOf(
      [`<row r="1" ht="14.4">${mark('A1', 3)}</row>`],
      '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    );
    expect(merged).toMatch(/ht="\d+" customHeight="1"/u);
  });
});
