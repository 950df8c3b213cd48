import type { Language } from '../../../model/localized.ts';
import { widthFor } from '../write/column-width.ts';
import type { CellOut } from '../write/sheet-out.ts';
import { writeWorkbook } from '../write/write-workbook.ts';
import type { Failures, FailedRow } from './failures.ts';
import { problemTitles } from './match-columns.ts';

/** Rows whose texts say how wide the columns must be. */
const MEASURED_ROWS = 300;

/**
 * Writes the refused rows to a workbook with the titles of the original sheet, bad cells coloured, and a last column
 * saying what is wrong. Corrected, it can be imported as it is: the last column is passed over. Returns its rows.
 */
export async function writeErrors(failures: Failures, file: string, language: Language): Promise<number> {
  const isNote = (title: string): boolean => Object.values<string>(problemTitles).includes(title);
  const kept = failures.headers.flatMap((title, index) => (isNote(title) ? [] : [{ title, index }]));
  const header: CellOut[] = [...kept.map((k) => k.title), problemTitles[language]].map((text) => ({
    text,
    style: 'header',
  }));
  const cellsOf = (row: FailedRow): CellOut[] => [
    ...kept.map(({ index }): CellOut => {
      const text = row.cells[index] ?? '';
      // An empty cell has to exist to show its colour; a blank reads as empty again.
      return row.problems.some((p) => p.column === index)
        ? { text: text === '' ? ' ' : text, style: 'bad' }
        : text;
    }),
    { text: problemText(row, language), style: 'note' },
  ];
  const begun = firstOf(failures.rows(), MEASURED_ROWS);
  const widths = kept.map(({ title, index }) =>
    widthFor([title, ...begun.map((row) => row.cells[index] ?? '')]),
  );
  await writeWorkbook(file, [
    {
      name: language === 'zh' ? '未导入的行' : 'Rows not imported',
      columns: [...widths.map((width) => ({ width, isText: true })), { width: 60 }],
      frozenRows: 1,
      rows: (function* () {
        yield header;
        for (const row of failures.rows()) yield cellsOf(row);
      })(),
    },
  ]);
  return failures.count;
}

function firstOf(rows: Iterable<FailedRow>, most: number): readonly FailedRow[] {
  const taken: FailedRow[] = [];
  for (const row of rows) {
    if (taken.length === most) break;
    taken.push(row);
  }
  return taken;
}

function problemText(row: FailedRow, language: Language): string {
  const place = language === 'zh' ? `原第 ${String(row.row)} 行：` : `Row ${String(row.row)}: `;
  const [colon, semicolon] = language === 'zh' ? ['：', '；'] : [': ', '; '];
  return (
    place +
    row.problems.map((p) => (p.title === '' ? p.reason : `${p.title}${colon}${p.reason}`)).join(semicolon)
  );
}
