/** Looks of a cell; the index is the style number in `stylesXml` (sheet-xml.ts). */
export const cellStyles = [
  'plain',
  'header',
  'text',
  'day',
  'bad',
  'note',
  'required',
  'title',
  'percent',
  'grouped',
  'right',
] as const;
export type CellStyle = (typeof cellStyles)[number];

/**
 * A cell to write: text, number, a day (`YYYY-MM-DD`), a number shown by thousands or as per cent (0.5 is 50.0%), or a text
 * with a look of its own. Empty text = no cell.
 */
export type CellOut =
  | string
  | number
  | { readonly day: string }
  | { readonly number: number; readonly style: 'percent' | 'grouped' }
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
  readonly rows: Iterable<readonly CellOut[]> | AsyncIterable<readonly CellOut[]>;
}
