import type { Language } from '../../model/localized.ts';
import type { CellOut, SheetOut } from '../sheet/write/sheet-out.ts';
import { writeWorkbook } from '../sheet/write/write-workbook.ts';
import {
  amountCell,
  figurePaper,
  headCell,
  nameCell,
  noteCell,
  numberCell,
  titleCell,
  unitCell,
} from './figure-cells.ts';
import { inOrder, type FigureSheet, type SheetRow } from './figure-sheet.ts';
import { figureWords } from './figure-words.ts';

/** A table of figures as a workbook: what is on the screen, with numbers Excel can go on reckoning with. */
export async function writeFigureWorkbook(
  file: string,
  sheet: FigureSheet,
  language: Language,
): Promise<void> {
  const notes: SheetOut = {
    name: figureWords.definitions[language],
    columns: [{ width: 80 }],
    frozenRows: 0,
    print: figurePaper(sheet.title),
    rows: sheet.notes.map((text) => [noteCell(text)]),
  };
  await writeWorkbook(file, [
    tableOut(sheet.title, sheet, {
      rows: sheet.indicators,
      first: figureWords.indicator[language],
      language,
    }),
    ...(sheet.lines.length === 0
      ? []
      : [tableOut(sheet.byTitle, sheet, { rows: sheet.lines, first: sheet.byTitle, language })]),
    ...(sheet.notes.length === 0 ? [] : [notes]),
  ]);
}

function tableOut(
  name: string,
  sheet: FigureSheet,
  {
    rows,
    first,
    language,
  }: { readonly rows: readonly SheetRow[]; readonly first: string; readonly language: Language },
): SheetOut {
  const heads = [first, figureWords.unit[language], ...sheet.heads].map(headCell);
  return {
    name,
    columns: [{ width: 34 }, { width: 8 }, ...sheet.heads.map(() => ({ width: 14 }))],
    frozenRows: 3,
    print: { ...figurePaper([sheet.title, ...sheet.facts].join('　')), repeated: [3, 3] },
    rows: [[titleCell(sheet.title)], [sheet.facts.join('　')], heads, ...rows.map(cellsOf)],
  };
}

const cellsOf = (row: SheetRow): readonly CellOut[] => [
  nameCell(row.label),
  unitCell(row.unit),
  ...inOrder<CellOut>(row, ({ value }) => numberCell(row.indicator, value)).map((cell) =>
    typeof cell === 'string' ? amountCell(cell) : cell,
  ),
];
