import { emWidth } from '../../document/em-width.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { readRange, readRef, type CellRange } from './cell-ref.ts';
import { piecesOf } from './cell-text.ts';
import type { StyleBook } from './style-book.ts';

/** Where a sheet says nothing: width in characters, height and size of type in points. */
const usual = { width: 8.43, height: 15, size: 11 } as const;
/** Height of a line over the size of its type, and the room above and below all lines. */
const LINE = 1.3;
const PADDING_pt = 4;
/** Characters the edges of a cell take. */
const EDGES = 1;
/** No row of a workbook may be higher. */
const HIGHEST_pt = 409;

/**
 * Heights of filled rows. Where texts of a cell that wraps need more lines than the form has room for, the row grows;
 * no row becomes lower. Widths of type are estimates: the fonts are on another computer.
 */
export class RowHeights {
  readonly #columns: readonly { readonly min: number; readonly max: number; readonly width: number }[];
  readonly #defaults: { readonly width: number; readonly height: number };
  readonly #merges: readonly CellRange[];
  readonly #styles: StyleBook;

  constructor(root: XmlElement, styles: StyleBook) {
    const format = root.child('sheetFormatPr');
    const number = (element: XmlElement | undefined, name: string, other: number): number =>
      Number(element?.attribute(name) ?? other);
    this.#defaults = {
      width: number(format, 'defaultColWidth', number(format, 'baseColWidth', usual.width)),
      height: number(format, 'defaultRowHeight', usual.height),
    };
    this.#columns = (root.child('cols')?.elements('col') ?? []).map((column) => ({
      min: number(column, 'min', 0),
      max: number(column, 'max', 0),
      width: number(column, 'width', this.#defaults.width),
    }));
    this.#merges = (root.child('mergeCells')?.elements('mergeCell') ?? []).flatMap(
      (merge) => readRange(merge.attribute('ref') ?? '') ?? [],
    );
    this.#styles = styles;
  }

  /** Makes a filled row high enough. `from` is its number in the form as it came. */
  settle(row: XmlElement, from: number): void {
    const needs = row.elements('c').map((cell) => this.#needOf(cell, from));
    const needed = Math.min(HIGHEST_pt, Math.max(0, ...needs.map(({ height }) => height)));
    const isFixed = ['1', 'true'].includes(row.attribute('customHeight') ?? '');
    const now = Number(row.attribute('ht') ?? this.#defaults.height);
    if (needed <= now) return;
    // A program that opens the file makes other rows as high as they must be, but never looks into merged cells.
    if (isFixed || needs.some(({ height, isMerged }) => isMerged && height > now)) {
      row.set('ht', String(Math.ceil(needed)));
      row.set('customHeight', '1');
    } else row.set('ht', null);
  }

  #needOf(cell: XmlElement, row: number): { readonly height: number; readonly isMerged: boolean } {
    const none = { height: 0, isMerged: false };
    const column = readRef(cell.attribute('r') ?? '')?.column ?? 0;
    const style = cell.attribute('s');
    const inline = cell.child('is');
    if (inline === undefined || !this.#styles.wraps(style)) return none;
    const merge = this.#merges.find(({ from }) => from.row === row && from.column === column);
    // Over several rows there is room nobody here can judge.
    if (merge !== undefined && merge.to.row > row) return none;
    const text = piecesOf(inline)
      .map((piece) => piece.text())
      .join('');
    const size = this.#styles.typeSize(style) ?? usual.size;
    const width = this.#width(column, merge?.to.column ?? column) - EDGES;
    const lines = text
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil((emWidth(line) * 2 * size) / usual.size / width)),
        0,
      );
    return {
      height: lines < 2 ? 0 : lines * size * LINE + PADDING_pt,
      isMerged: merge !== undefined,
    };
  }

  #width(first: number, last: number): number {
    let sum = 0;
    for (let column = first; column <= last; column += 1) {
      const own = this.#columns.find(({ min, max }) => column >= min && column <= max);
      sum += own?.width ?? this.#defaults.width;
    }
    return Math.max(2, sum);
  }
}
