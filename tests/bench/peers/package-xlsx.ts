import { statSync } from 'node:fs';
import exceljs from 'exceljs';
import { peopleIn } from './package-table.ts';

// What offices do today: the whole list as a workbook. Prints its cost and the size of the file.
const [lines = '', file = ''] = process.argv.slice(2);
const rows = [];
const names = new Set<string>();
for await (const { w } of peopleIn(lines)) {
  rows.push(w ?? {});
  for (const name of Object.keys(w ?? {})) names.add(name);
}
const before = process.cpuUsage();
const book = new exceljs.stream.xlsx.WorkbookWriter({ filename: file });
const sheet = book.addWorksheet('people');
sheet.addRow([...names]).commit();
for (const row of rows) sheet.addRow([...names].map((name) => row[name] ?? null)).commit();
sheet.commit();
await book.commit();
const { user, system } = process.cpuUsage(before);
const note = `the whole list, ${String(names.size)} columns; cannot be merged`;
process.stdout.write(
  `${JSON.stringify({ cpu_s: (user + system) / 1e6, bytes: statSync(file).size, note })}\n`,
);
