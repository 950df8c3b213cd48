import { openSheet } from '../../../db/exchange/sheet/read/open-sheet.ts';
import { report } from './report.ts';

// Reads the first sheet with the product's own reader, cell by cell, and keeps nothing.
const sheet = await openSheet(process.argv[2] ?? '');
let rows = 0;
let characters = 0;
for await (const piece of sheet.rows()) {
  for (const row of piece.rows) {
    rows += 1;
    for (const cell of row.cells) characters += cell?.length ?? 0;
  }
}
sheet.close();
report({ rows, characters });
