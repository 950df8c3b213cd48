import { expect, test } from 'vitest';
import { readAnchors, withNumbers, withoutNumbers } from '../../electron/main/printing/page-numbers.ts';

const mark = (text: string): string => `\uE000${text}\uE001`;
const html = `目录 ${mark('start:item-1')}${mark('tail:item-1')} ${mark('start:item-2')}${mark('tail:item-2')} 共${mark('last')}页 ${mark('numbers:item-2')}`;

/** A PDF of pages in a nested tree with named destinations, as Chromium writes one. */
function pdf(dests: Readonly<Record<string, number>>): Uint8Array {
  const objects = [
    '<</Type /Catalog\n/Pages 2 0 R\n/Dests 8 0 R>>',
    '<</Type /Pages\n/Count 4\n/Kids [3 0 R 6 0 R]>>',
    '<</Type /Pages\n/Count 2\n/Kids [4 0 R 5 0 R]>>',
    '<</Type /Page\n/Contents 9 0 R>>',
    '<</Type /Page>>',
    '<</Type /Page>>',
    '<</Type /Font>>',
    `<<${Object.entries(dests)
      .map(([name, page]) => `/${name} [${String([4, 5, 6][page] ?? 7)} 0 R /XYZ 0 0 0]`)
      .join('\n')}>>`,
    '<</Length 20>> stream\n/Root 99 0 R endobj\nendstream',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${String(at + 1)} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}trailer\n<</Size ${String(objects.length + 1)}\n/Root 1 0 R>>\nstartxref\n${String(start)}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

test('anchors are read with the pages they fall on, through a nested page tree; those of no page are left out', () => {
  const anchors = readAnchors(pdf({ 'item-1': 0, 'item-1-end': 1, 'item-2': 2, lost: 9 }));
  expect([...anchors]).toEqual([
    ['item-1', 0],
    ['item-1-end', 1],
    ['item-2', 2],
  ]);
});

test('numbers begin with 1 on the first part, ranges are told, and each page of a part gets its number', () => {
  const anchors = new Map([
    ['item-1', 2],
    ['item-1-end', 2],
    ['item-2', 3],
    ['item-2-end', 5],
  ]);
  expect(withNumbers(html, anchors)).toBe(
    '目录 1 2-4 共4页 ' +
      [0, 1, 2]
        .map(
          (at) =>
            `<div class="page-no" style="top:calc(${String(at)} * var(--sheet))">${String(at + 2)}</div>`,
        )
        .join(''),
  );
});

test('the first layout has room for the numbers and none on the pages', () => {
  expect(withoutNumbers(html)).toBe('目录 0000 0000 共00页 ');
});

test('a part on no page, and a file that is no such PDF, are mistakes', () => {
  expect(() => withNumbers(html, new Map([['item-1', 0]]))).toThrow('is on no page');
  expect(() => readAnchors(Buffer.from('no pdf'))).toThrow('no cross-reference table');
});
