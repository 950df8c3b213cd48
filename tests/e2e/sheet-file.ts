import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';

/** Texts of the first sheet of a workbook, row by row, read by another program than our own reader. */
export function sheetRows(file: string): string[][] {
  const book = read(readFileSync(file));
  const [sheet] = Object.values(book.Sheets);
  if (sheet === undefined) throw new Error(`${file} has no sheet`);
  return utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
}
