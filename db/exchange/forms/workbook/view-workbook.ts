import type { OfficeFile } from '../package/office-file.ts';
import { parseXml, type XmlElement } from '../xml/xml-tree.ts';
import { readRange, readRef, writeRef, type CellRange } from './cell-ref.ts';
import { shownText } from './cell-text.ts';
import { readWorkbookFile, type WorkbookFile, type WorkbookSheet } from './workbook-file.ts';

/** A cell as the window shows it, where one can click. Cells hidden under a merge are left out. */
interface CellView {
  /** `工作表!B3` */
  readonly at: string;
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
  /** Formulas reckon for themselves and are not filled. */
  readonly isFormula: boolean;
}

/** A sheet as a plain grid. */
export interface SheetView {
  readonly name: string;
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly CellView[] }[];
  /** True when the sheet is longer or wider than what is shown. */
  readonly isCut: boolean;
}

/** Forms are marked at their top; what is further down is better marked in the file. */
const MOST_ROWS = 200;
const MOST_COLUMNS = 40;
const USUAL_WIDTH = 9;

/** The visible sheets of a workbook as grids. */
export function viewWorkbook(file: OfficeFile): readonly SheetView[] {
  const book = readWorkbookFile(file.parts);
  return book.sheets.filter(({ isHidden }) => !isHidden).map((sheet) => viewSheet(book, sheet));
}

function viewSheet(book: WorkbookFile, { name, part }: WorkbookSheet): SheetView {
  const { root } = parseXml(book.parts.get(part) ?? Buffer.alloc(0));
  const cells = cellsByRef(root);
  const merges = (root.child('mergeCells')?.elements('mergeCell') ?? []).flatMap((merge) => {
    const range = readRange(merge.attribute('ref') ?? '');
    return range === null ? [] : [range];
  });
  const refs = [...cells.keys()].flatMap((ref) => readRef(ref) ?? []);
  const ends = [...refs, ...merges.map(({ to }) => to)];
  const lastRow = Math.max(1, ...ends.map(({ row }) => row));
  const lastColumn = Math.max(1, ...ends.map(({ column }) => column));
  const size = { rows: Math.min(lastRow + 1, MOST_ROWS), columns: Math.min(lastColumn + 1, MOST_COLUMNS) };
  const rows = Array.from({ length: size.rows }, (_, i) => ({
    number: i + 1,
    cells: Array.from({ length: size.columns }, (__, j): CellView[] => {
      const at = { row: i + 1, column: j + 1 };
      const merge = merges.find((range) => isIn(range, at));
      if (merge !== undefined && (merge.from.row !== at.row || merge.from.column !== at.column)) return [];
      const cell = cells.get(writeRef(at));
      return [
        {
          at: `${name}!${writeRef(at)}`,
          text: cell === undefined ? '' : shownText(cell, book.strings),
          columns: merge === undefined ? 1 : Math.min(merge.to.column, size.columns) - at.column + 1,
          rows: merge === undefined ? 1 : Math.min(merge.to.row, size.rows) - at.row + 1,
          isFormula: cell?.child('f') !== undefined,
        },
      ];
    }).flat(),
  }));
  const isCut = lastRow >= MOST_ROWS || lastColumn >= MOST_COLUMNS;
  return { name, widths: widthsOf(root, size.columns), rows, isCut };
}

const isIn = ({ from, to }: CellRange, { row, column }: CellRange['from']): boolean =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column;

function cellsByRef(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const cells = new Map<string, XmlElement>();
  let row = 0;
  for (const element of root.child('sheetData')?.elements('row') ?? []) {
    row = Number(element.attribute('r') ?? row + 1);
    let column = 0;
    for (const cell of element.elements('c')) {
      column = readRef(cell.attribute('r') ?? '')?.column ?? column + 1;
      cells.set(writeRef({ row, column }), cell);
    }
  }
  return cells;
}

function widthsOf(root: XmlElement, count: number): readonly number[] {
  const usual = Number(root.child('sheetFormatPr')?.attribute('defaultColWidth') ?? USUAL_WIDTH);
  const widths = Array.from({ length: count }, () => usual);
  for (const column of root.child('cols')?.elements('col') ?? []) {
    const width = column.attribute('hidden') === '1' ? 0 : Number(column.attribute('width') ?? usual);
    const last = Math.min(Number(column.attribute('max')), count);
    for (let at = Number(column.attribute('min')); at <= last; at += 1) widths[at - 1] = width;
  }
  return widths;
}
