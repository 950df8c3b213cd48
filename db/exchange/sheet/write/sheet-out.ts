import type { CellStyle, NumberStyle } from './cell-styles.ts';

/**
 * A cell to write: text, number, a day (`YYYY-MM-DD`), a number shown by thousands or as per cent (0.5 is 50.0%), or a text
 * with a look of its own. Empty text = no cell.
 */
export type CellOut =
  | string
  | number
  | { readonly day: string }
  | { readonly number: number; readonly style: NumberStyle }
  | { readonly text: string; readonly style: CellStyle };

/** A column: width in characters of the default font, and whether Excel should treat typing in it as text. */
export interface ColumnOut {
  readonly width: number;
  readonly isText?: boolean;
}

/** A list of allowed texts for a range of rows in one column. `source` is a formula: a quoted list or a range. */
export interface ChoiceList {
  readonly column: number;
  readonly source: string;
}

/** One sheet of a workbook; rows are pulled as they are written, so memory does not grow with them. */
export interface SheetOut {
  readonly name: string;
  readonly columns: readonly ColumnOut[];
  readonly frozenRows: number;
  readonly choices?: readonly ChoiceList[];
  readonly isFiltered?: boolean;
  /** Columns that stand on paper, from the first; the others are for programs. Default all. */
  readonly printedColumns?: number;
  /** Ranges shown as one cell, `A1:C1`; the value stands in the first. */
  readonly merged?: readonly string[];
  /** Heights of rows in points, by their number from 1; others are as high as their text. */
  readonly heights?: Readonly<Record<number, number>>;
  /** Of sheets that draw their own lines, as forms do: how they go onto paper. Default: as lists do (`page-xml.ts`). */
  readonly print?: PrintOut;
  readonly rows: Iterable<readonly CellOut[]> | AsyncIterable<readonly CellOut[]>;
}

/** How a sheet with lines of its own goes onto paper: all columns on the page, as many pages as it takes. */
export interface PrintOut {
  readonly paper: 'A4' | 'A3';
  readonly isLandscape: boolean;
  /** Rows repeated at the top of every page, counted from 1. Default: the frozen ones. */
  readonly repeated?: readonly [first: number, last: number];
  /** Left of the page numbers at the foot. */
  readonly foot: string;
  /** `&P` and `&N` stand for page and pages. */
  readonly pages: string;
}
