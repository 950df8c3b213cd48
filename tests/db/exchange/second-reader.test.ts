import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as xlsx from '@e965/xlsx';
import { fc } from '../../fixtures/fc.ts';
import { expect, onTestFinished, test } from 'vitest';
import { writeWorkbook } from '../../../db/exchange/sheet/write/write-workbook.ts';
import { readRows, scratchFolder } from './crafted-xlsx.ts';

/** Characters that occur in registers, and those that break readers: three and four bytes, markup, escapes. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...Array.from('曾单张伟𠮷龘，。（）0123456789Xx&<>"\'_x000A_ab')),
    minLength: 1,
    maxLength: 40,
  }),
  fc.integer({ min: -1_000_000, max: 999_999_999 }).map(String),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 30 });

test('every cell of a workbook of another program is read as a second reader reads it', async () => {
  const folder = scratchFolder(onTestFinished);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(table, fc.boolean(), async (rows, isShared) => {
      const file = path.join(folder, 'a.xlsx');
      const book = xlsx.utils.book_new();
      xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '人口');
      writeFileSync(
        file,
        xlsx.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: isShared, compression: true }),
      );
      compared += await compare(file);
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(1000);
});

test('every cell of our own workbooks is read by a second reader as it was written', async () => {
  const folder = scratchFolder(onTestFinished);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const file = path.join(folder, 'a.xlsx');
      await writeWorkbook(file, [{ name: '人口', columns: [], frozenRows: 1, rows }]);
      compared += await compare(file);
    }),
    { numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(1000);
});

test('20,000 rows of Chinese text agree with the second reader in every cell', async () => {
  const file = path.join(scratchFolder(onTestFinished), 'a.xlsx');
  const rows = Array.from({ length: 20_000 }, (_, i) => [
    `曾${'祺'.repeat(i % 7)}𠮷${i}`,
    `东莞市虎门镇第${i}号`,
    i,
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '人口');
  writeFileSync(
    file,
    xlsx.write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }),
  );
  expect(await compare(file)).toBe(60_000);
});

/** Compares cell by cell and returns how many were compared. */
async function compare(file: string): Promise<number> {
  const book = xlsx.read(readFileSync(file), { dense: true, raw: true });
  const other = book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? [];
  const ours = await readRows(file);
  let compared = 0;
  const ourCells = new Map(
    ours.flatMap((r) => r.cells.map((c, i) => [`${r.row}:${i}`, c] as const)).filter(([, c]) => c !== ''),
  );
  for (const [r, cells] of other.entries()) {
    for (const [c, theirs] of (cells ?? []).entries()) {
      const text = theirs?.v === undefined ? '' : String(theirs.v).replace(/\r\n?/g, '\n');
      expect(ourCells.get(`${r + 1}:${c}`) ?? '').toBe(text);
      ourCells.delete(`${r + 1}:${c}`);
      if (text !== '') compared += 1;
    }
  }
  expect([...ourCells]).toEqual([]);
  return compared;
}
