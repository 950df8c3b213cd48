import type { XmlElement } from '../xml/xml-tree.ts';
import { readRange, readRef } from './cell-ref.ts';

/** Rows of a sheet by their numbers. */
export type RowsByNumber = ReadonlyMap<number, XmlElement>;

/**
 * Last of the empty rows below a marked row that are ruled like it (same looks, same merges, no text): a form that was
 * sent with twenty empty lines is filled into these before any line is added. The row itself when there are none.
 */
export function lastRuledRow(
  row: number,
  rows: RowsByNumber,
  { merges, isMarked }: { readonly merges: readonly string[]; readonly isMarked: (row: number) => boolean },
): number {
  const marked = rows.get(row);
  let last = row;
  for (;;) {
    const next = rows.get(last + 1);
    if (marked === undefined || next === undefined || isMarked(last + 1) || !isEmptyCopy(next, marked))
      return last;
    if (mergesOf(merges, last + 1) !== mergesOf(merges, row)) return last;
    last += 1;
  }
}

/** A row without a single ruled cell is the space between two parts of the form, not a line to write on. */
function isEmptyCopy(row: XmlElement, marked: XmlElement): boolean {
  const own = cellsByColumn(row);
  const wanted = cellsByColumn(marked);
  const columns = new Set([...own.keys(), ...wanted.keys()]);
  const styleOf = (cell: XmlElement | undefined): string => cell?.attribute('s') ?? '0';
  if (![...own.values()].some((cell) => styleOf(cell) !== '0')) return false;
  return [...columns].every((column) => {
    const [cell, other] = [own.get(column), wanted.get(column)];
    if (styleOf(cell) !== styleOf(other)) return false;
    const hasFormula = cell?.child('f') !== undefined;
    if (hasFormula) return other?.child('f') !== undefined;
    return (cell?.text() ?? '') === '' && other?.child('f') === undefined;
  });
}

const cellsByColumn = (row: XmlElement): ReadonlyMap<number, XmlElement> =>
  new Map(row.elements('c').map((cell) => [readRef(cell.attribute('r') ?? '')?.column ?? 0, cell]));

/** Columns merged within a row, as a text to compare; a merge that leaves the row makes it like no other. */
function mergesOf(merges: readonly string[], row: number): string {
  return merges
    .flatMap((text) => {
      const range = readRange(text);
      if (range === null || range.to.row < row || range.from.row > row) return [];
      const isWithin = range.from.row === row && range.to.row === row;
      return [isWithin ? `${String(range.from.column)}-${String(range.to.column)}` : text];
    })
    .toSorted()
    .join(' ');
}
