import type { Value } from '../../../model/field-kind.ts';
import type { ReasonCode } from '../../../model/reasons.ts';
import type { Refusal } from '../read/sheet-refused.ts';

/** Which field a column of the sheet fills; `null` = leave the column out. `index` is 0-based. */
export interface ColumnMapping {
  readonly index: number;
  readonly field: string | null;
}

/** Name by which a column holding record ids is mapped; every ledger has the column `id`, so no field can take it. */
export const idColumn = 'id';

/** One bad cell, as the clerk is told (`importError` of the contract). */
export interface ImportError {
  /** 1-based row in the sheet. */
  readonly row: number;
  /** Title of the column; the field's label when the sheet has no such column, empty for the row as a whole. */
  readonly column: string;
  readonly field: string | null;
  /** What the cell holds, at most 100 characters. */
  readonly value: string;
  readonly code: string;
  readonly reason: string;
}

/** Outcome of an import or a dry run (`importResult` of the contract). */
export interface ImportResult {
  readonly batch: string;
  readonly read: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** The first 500; all are in the workbook of failures. */
  readonly errors: readonly ImportError[];
}

/** What a public function of this room answers: its value, or why the file as a whole was refused. */
export type SheetAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** A problem of one row before it has words: `column` is the 0-based column, −1 when the sheet has none for it. */
export interface RowProblem {
  readonly column: number;
  readonly field: string | null;
  readonly code: ReasonCode;
  readonly args: Readonly<Record<string, string | number>> | null;
}

/** What the header row said. */
export interface SheetHead {
  /** 1-based. */
  readonly headerRow: number;
  /** Titles by 0-based column. */
  readonly headers: readonly string[];
  /** Field by 0-based column, `null` = not read. */
  readonly fields: readonly (string | null)[];
}

/**
 * One row after all work that needs no database. `given` holds, by column, the value of each cell: `undefined` for an
 * empty cell (leave the stored value alone), `null` for the word `（清空）`, the cell's text for links and the id.
 */
export interface MappedRow {
  readonly row: number;
  readonly given: readonly (Value | undefined)[];
  /**
   * What the ledger makes of the given values when the row becomes a new record: other fields (birth day from id
   * number) and given ones in another form.
   */
  readonly derived: Readonly<Record<string, Value>>;
  /** Cells that cannot be read: the row is refused in any case. */
  readonly unreadable: readonly RowProblem[];
  /** Broken rules if the row becomes a new record. */
  readonly broken: readonly RowProblem[];
  /** The cells as they stand in the sheet, joined by `cellSeparator`. One string crosses threads cheaper than many. */
  readonly raw: string;
}

/** U+001F, which no cell can hold: XML forbids it and CSV cells with it are refused by every field kind. */
export const cellSeparator = '\u001f';
