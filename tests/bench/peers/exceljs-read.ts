import ExcelJS from 'exceljs';
import { report } from './report.ts';

// Reads the first sheet with exceljs' streaming reader, the one its users take for large files.
const reader = new ExcelJS.stream.xlsx.WorkbookReader(process.argv[2] ?? '', {
  sharedStrings: 'cache',
  styles: 'cache',
  worksheets: 'emit',
});
let rows = 0;
let characters = 0;
let damaged = 0;
for await (const sheet of reader) {
  for await (const row of sheet) {
    rows += 1;
    row.eachCell((cell) => {
      const text = cell.text;
      characters += text.length;
      if (text.includes('\ufffd')) damaged += 1;
    });
  }
  break;
}
process.stderr.write(`${damaged} cells hold U+FFFD\n`);
report({ rows, characters });
