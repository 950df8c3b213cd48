/** A cell by column and row, both counted from 1. */
export interface CellRef {
  readonly column: number;
  readonly row: number;
}

/** 28 → `AB`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `AB` → 28. */
export const columnNumber = (name: string): number =>
  [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** `B3`, also with `$`; `null` = no cell. */
export function readRef(text: string): CellRef | null {
  const parts = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/u.exec(text.trim());
  return parts === null ? null : { column: columnNumber(parts[1] ?? ''), row: Number(parts[2]) };
}

export const writeRef = ({ column, row }: CellRef): string => `${columnName(column)}${String(row)}`;

/** A rectangle of cells, ends included. */
export interface CellRange {
  readonly from: CellRef;
  readonly to: CellRef;
}

/** `A1:H8`, or one cell; `null` = neither. */
export function readRange(text: string): CellRange | null {
  const [first = '', second = first] = text.split(':');
  const [from, to] = [readRef(first), readRef(second)];
  return from === null || to === null ? null : { from, to };
}

export function writeRange({ from, to }: CellRange): string {
  const [first, last] = [writeRef(from), writeRef(to)];
  return first === last ? first : `${first}:${last}`;
}
