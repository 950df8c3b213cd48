import { randomBytes } from 'node:crypto';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { craftXlsx, refusalOf, scratchFolder, strings, worksheet } from './crafted-xlsx.ts';

const good = worksheet('<row r="1"><c t="inlineStr"><is><t>姓名</t></is></c></row>');

function place(name = 'a.xlsx'): string {
  return path.join(scratchFolder(onTestFinished), name);
}

describe('a file that is no workbook is refused by name', () => {
  test('when it is missing', async () => expect(await refusalOf(place())).toBe('no-file'));
  test('when it is text called .xlsx', async () => {
    const file = place();
    writeFileSync(file, '姓名,电话\n');
    expect(await refusalOf(file)).toBe('not-a-sheet');
  });
  test('when it is an old .xls, with the advice to save it anew', async () => {
    const file = place('a.xls');
    writeFileSync(file, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]));
    expect(await refusalOf(file)).toBe('old-excel');
  });
  test('when it is protected by a password', async () => {
    const file = place();
    const name = Buffer.from('EncryptedPackage', 'utf16le');
    writeFileSync(
      file,
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), name, Buffer.alloc(90)]),
    );
    expect(await refusalOf(file)).toBe('encrypted');
  });
  test('when it is a zip of something else', async () => {
    const file = place();
    await craftXlsx(file, { parts: { '_rels/.rels': '<Relationships/>' } });
    expect(await refusalOf(file)).toBe('not-a-sheet');
  });
  test('when it is empty or random', async () => {
    const file = place();
    writeFileSync(file, '');
    expect(await refusalOf(file)).toBe('not-a-sheet');
    writeFileSync(file, Buffer.concat([Buffer.from('PK\u0003\u0004'), randomBytes(5000)]));
    expect(await refusalOf(file)).toBe('damaged');
  });
});

describe('a workbook that was tampered with is refused', () => {
  test('when it is cut off at any place', async () => {
    const file = place();
    await craftXlsx(file, {
      sheetXml: worksheet('<row><c><v>1</v></c></row>'.repeat(5000)),
      stringsXml: strings('<t>a</t>'),
    });
    const whole = readFileSync(file);
    for (let part = 1; part < 20; part += 1) {
      writeFileSync(file, whole);
      truncateSync(file, Math.floor((whole.length * part) / 20));
      expect(await refusalOf(file)).toBe('damaged');
    }
  });
  test('when a byte of its data is changed', async () => {
    const file = place();
    await craftXlsx(file, {
      sheetXml: worksheet(
        `<row><c t="inlineStr"><is><t>${randomBytes(20_000).toString('hex')}</t></is></c></row>`,
      ),
    });
    const bytes = readFileSync(file);
    const at = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x20, at);
    writeFileSync(file, bytes);
    expect(await refusalOf(file)).toMatch(/damaged|cell-too-long/);
  });
  test('when its sheet ends in the middle of a row', async () => {
    const file = place();
    await craftXlsx(file, { sheetXml: worksheet('<row><c><v>1</v></c></row>').replace(/<\/row>.*$/, '') });
    expect(await refusalOf(file)).toBe('damaged');
  });
  test('when an end tag is missing', async () => {
    const file = place();
    await craftXlsx(file, { sheetXml: worksheet('<row><c><v>1</v></row><row></row>') });
    expect(await refusalOf(file)).toBe('damaged');
  });
  test('when it declares entities', async () => {
    const file = place();
    await craftXlsx(file, { sheetXml: `<!DOCTYPE x [<!ENTITY a "b">]>${good}` });
    expect(await refusalOf(file)).toBe('has-doctype');
  });
  test('when it holds macros', async () => {
    const file = place('a.xlsx');
    const macro =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    await craftXlsx(file, { sheetXml: good, contentTypes: macro });
    expect(await refusalOf(file)).toBe('has-macros');
    await craftXlsx(file, { sheetXml: good, parts: { 'xl/vbaProject.bin': 'x' } });
    expect(await refusalOf(file)).toBe('has-macros');
  });
  test('when two parts have one name', async () => {
    const file = place();
    await craftXlsx(file, { sheetXml: good, parts: { 'XL/worksheets/SHEET1.xml': good } });
    expect(await refusalOf(file)).toBe('damaged');
  });
  test('when a part would leave the folder', async () => {
    const file = place();
    await craftXlsx(file, { sheetXml: good, parts: { 'xl/aaaaaaaa.xml': 'x' } });
    writeFileSync(
      file,
      readFileSync(file).toString('latin1').replaceAll('xl/aaaaaaaa.xml', '../../../../a.xml'.slice(0, 15)),
      'latin1',
    );
    expect(await refusalOf(file)).toBe('damaged');
  });
  test('when it has too many parts, columns, or too long a cell', async () => {
    const file = place();
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/p${i}.xml`, 'x']));
    await craftXlsx(file, { sheetXml: good, parts: many });
    expect(await refusalOf(file)).toBe('too-large');
    await craftXlsx(file, { sheetXml: worksheet('<row r="1"><c r="XFD1"><v>1</v></c></row>') });
    expect(await refusalOf(file)).toBe('too-many-columns');
    await craftXlsx(file, { sheetXml: worksheet('<row r="2000000"><c><v>1</v></c></row>') });
    expect(await refusalOf(file)).toBe('damaged');
    await craftXlsx(file, {
      sheetXml: worksheet(`<row r="1"><c t="str"><v>${'x'.repeat(400_000)}</v></c></row>`),
    });
    expect(await refusalOf(file)).toBe('cell-too-long');
  });
  test('when its elements are nested without end, or a tag is', async () => {
    const file = place();
    await craftXlsx(file, { sheetXml: worksheet('<a>'.repeat(100_000)) });
    expect(await refusalOf(file)).toBe('damaged');
    await craftXlsx(file, { sheetXml: worksheet(`<row a="${'x'.repeat(5_000_000)}"/>`) });
    expect(await refusalOf(file)).toBe('damaged');
    await craftXlsx(file, { sheetXml: worksheet(`<row ${'x'.repeat(5_000_000)}/>`) });
    expect(await refusalOf(file)).toBe('damaged');
  });
});

describe('a zip bomb', () => {
  test('of two hundred megabytes in less than one is refused from its directory, in little time and memory', async () => {
    const file = place();
    const row = Buffer.from('<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(20_000));
    const sheet = Buffer.concat([
      Buffer.from('<worksheet><sheetData>'),
      ...Array.from({ length: 200 }, () => row),
      Buffer.from('</sheetData></worksheet>'),
    ]);
    await craftXlsx(file, { parts: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(sheet.length / statSync(file).size).toBeGreaterThan(200);
    const before = process.memoryUsage().rss;
    expect(await refusalOf(file)).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });
  test('that lies about its size is found while it is unpacked', async () => {
    const file = place();
    const sheet = Buffer.concat([
      Buffer.from('<worksheet><sheetData>'),
      Buffer.alloc(60 * 1024 * 1024, ' '),
      Buffer.from('</sheetData></worksheet>'),
    ]);
    await craftXlsx(file, { parts: { 'xl/worksheets/sheet1.xml': sheet } });
    const bytes = readFileSync(file);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(sheet.length);
    const lie = Buffer.alloc(4);
    lie.writeUInt32LE(1000);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 4)) lie.copy(bytes, at);
    writeFileSync(file, bytes);
    expect(await refusalOf(file)).toBe('damaged');
  });
  test('made of shared strings is stopped before it fills the memory', async () => {
    const file = place();
    const one = `<si><t>${'长'.repeat(30_000)}</t></si>`;
    const many = Buffer.from(`<sst>${one.repeat(300)}</sst>`);
    await craftXlsx(file, { sheetXml: good, parts: { 'xl/sharedStrings.xml': many } });
    // Below the size from which the ratio counts: read, as any workbook with long notes is.
    expect(await refusalOf(file)).toBe(null);
    copyFileSync(file, `${file}.copy`);
    await craftXlsx(file, {
      sheetXml: good,
      parts: { 'xl/sharedStrings.xml': Buffer.from(`<sst>${one.repeat(1000)}</sst>`) },
    });
    expect(await refusalOf(file)).toBe('too-large');
  });
});
