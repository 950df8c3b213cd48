import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { missingCharacters } from '../../electron/main/printing/missing-glyphs.ts';

/** A PDF as Chromium writes one: a page with this content, a font of one-byte codes and one of two-byte codes. */
function pdfOf(content: string, more = ''): Uint8Array {
  const stream = (no: number, dictionary: string, text: string): Buffer => {
    const packed = deflateSync(Buffer.from(text, 'latin1'));
    return Buffer.concat([
      Buffer.from(
        `\n${String(no)} 0 obj\n<<${dictionary}/Filter /FlateDecode\n/Length ${String(packed.length)}>> stream\n`,
        'latin1',
      ),
      packed,
      Buffer.from('\nendstream\nendobj', 'latin1'),
    ]);
  };
  const map = (width: string, lines: string) =>
    `/CIDInit begincmap\n1 begincodespacerange\n<00${width}> <FF${width}>\nendcodespacerange\n${lines}\nendcmap`;
  return Buffer.concat([
    Buffer.from('%PDF-1.4', 'latin1'),
    Buffer.from(
      '\n2 0 obj\n<</Type /Page /Resources <</Font <</F4 4 0 R\n/F5 5 0 R>>>>>>\nendobj\n4 0 obj\n<</Type /Font /Subtype /Type3 /ToUnicode 6 0 R>>\nendobj\n5 0 obj\n<</Type /Font /Subtype /Type0 /ToUnicode 7 0 R>>\nendobj',
      'latin1',
    ),
    stream(6, '', map('', '1 beginbfchar\n<6E> <5F20>\nendbfchar')),
    stream(7, '', map('00', '1 beginbfrange\n<0044> <0046> <4E3D>\nendbfrange')),
    stream(8, '', content),
    Buffer.from(more, 'latin1'),
  ]);
}

const html = '<style>p{}</style><p class="rare">张丽\u{2A6A5}，A</p>';

describe('characters that are printed as boxes', () => {
  test('are named by what the PDF writes beside glyph 0, one code or two bytes long', () => {
    const content =
      '/F4 14 Tf <6E> Tj /Span<</ActualText <FEFFD869DEA5> >> BDC <00> Tj EMC ' +
      '/F5 14 Tf <0044> Tj /Span<</ActualText <FEFFE81E> >> BDC 1 0 Td <0000> Tj EMC';
    expect(missingCharacters(pdfOf(content), html)).toEqual(['\u{2A6A5}', '\uE81E']);
  });

  test('are those of the document no font has where the PDF does not name them', () => {
    const content = '/NonStruct <</MCID 0 >>BDC /F4 14 Tf <6E> Tj <00> Tj /F5 14 Tf <0044> Tj EMC';
    expect(missingCharacters(pdfOf(content), html)).toEqual(['\u{2A6A5}']);
    expect(missingCharacters(pdfOf('/F5 14 Tf <00440000004500> Tj'), html)).toContain('\u{2A6A5}');
  });

  test('are none where no glyph 0 is drawn, whatever stands in codes and texts', () => {
    const content =
      '/F5 14 Tf <01000044> Tj /F4 14 Tf <6E> Tj /Span<</ActualText (fi) >> BDC <6E> Tj EMC /Span<</ActualText <FEFF0000> >> BDC <6E> Tj EMC';
    expect(missingCharacters(pdfOf(content), html)).toEqual([]);
  });

  test('are no selectors of variants and no joiners', () => {
    const content = '/F4 14 Tf /Span<</ActualText <FEFF845BDB40DD00> >> BDC <00> Tj EMC';
    expect(missingCharacters(pdfOf(content), html)).toEqual(['葛']);
  });

  test('are looked for in forms, not in pictures', () => {
    const inner = '/F4 14 Tf /Span<</ActualText <FEFFD869DEA5> >> BDC <00> Tj EMC';
    const object = (subtype: string) =>
      `\n9 0 obj\n<</Type /XObject /Subtype /${subtype} /Group <</Type /Group>> /Length ${String(inner.length)}>> stream\n${inner}\nendstream\nendobj`;
    expect(missingCharacters(pdfOf('', object('Form')), html)).toEqual(['\u{2A6A5}']);
    expect(missingCharacters(pdfOf('', object('Image')), html)).toEqual([]);
  });
});
