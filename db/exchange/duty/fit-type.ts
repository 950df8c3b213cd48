import { emWidth } from '../document/em-width.ts';

/** Type sizes a roster may be set in, points; 小五 (9 pt) is what offices print tables in, smaller is for the last try. */
const sizes_pt = [12, 11, 10.5, 10, 9.5, 9, 8.5, 8] as const;
/** Set when nothing fits on one page and the table flows over several. */
const FLOWING_pt = 10;
/** Millimetres of a typographic point. */
export const MM_PER_PT = 25.4 / 72;
/** Height of a line over the size of its type. */
const LEADING = 1.3;
/** Above and below the text of a cell with its line, millimetres. */
const CELL_PADDING_mm = 1;

/** A table as its height is guessed: for each row the number of lines by type size, and what else is on the page. */
export interface TableHeight {
  /** Lines the tallest cell of a row takes when the columns are set in this size. */
  readonly rows: (size_pt: number) => readonly number[];
  /** Millimetres left for the table after title, notes and signatures. */
  readonly room_mm: number;
}

/**
 * The largest type in which the table fits on one page, and the height its rows then have so that they fill it, at most
 * 9 mm. When none fits the rows are as high as they need be and the table flows on, its head repeated.
 */
export function fitType({ rows, room_mm }: TableHeight): {
  readonly size_pt: number;
  readonly row_mm: number;
  readonly fits: boolean;
} {
  for (const size_pt of sizes_pt) {
    const lines = rows(size_pt);
    const needed = lines.reduce((sum, count) => sum + rowHeight(count, size_pt), 0);
    if (needed > room_mm) continue;
    const spare = (room_mm - needed) / Math.max(1, lines.length);
    const least = rowHeight(1, size_pt);
    return { size_pt, row_mm: Math.min(MOST_ROW_mm, least + spare * SPARE_USED), fits: true };
  }
  return { size_pt: FLOWING_pt, row_mm: rowHeight(1, FLOWING_pt), fits: false };
}

/** Rows higher than this look empty. */
const MOST_ROW_mm = 9;
/** The guess of a browser's line breaks may be wrong; not all the room is given away. */
const SPARE_USED = 0.8;

const rowHeight = (lines: number, size_pt: number): number =>
  Math.max(1, lines) * size_pt * LEADING * MM_PER_PT + CELL_PADDING_mm;

/** Lines a text takes in a column: Chinese characters are an em wide, digits and letters a little over half. */
export function linesOf(text: string, width_mm: number, size_pt: number): number {
  const em_mm = size_pt * MM_PER_PT;
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((emWidth(line) * em_mm) / width_mm)), 0);
}
