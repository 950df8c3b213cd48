/** One row of a sheet or of a CSV file, every cell as text. */
export interface SheetRow {
  /** 1-based row as the spreadsheet program numbers it; for CSV the record number (line breaks inside quotes aside). */
  readonly row: number;
  /** Text by 0-based column; empty cells are empty text, trailing ones are left out. */
  readonly cells: readonly string[];
  /** Columns holding a formula error such as `#N/A`, whose text is in `cells`. */
  readonly faults: readonly number[] | null;
}
