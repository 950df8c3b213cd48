import { columnName, columnNumber } from './cell-ref.ts';
import type { RowShift, Stretch } from './row-shift.ts';

/**
 * Words of a formula (ECMA-376 18.17): texts, sheet names with their mark, names of table columns, cells, whole rows,
 * names and functions, numbers, everything else letter by letter.
 */
const words =
  /"(?:[^"]|"")*"|(?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!|\[[^\]]*\]|(?<from>\$?[A-Za-z]{1,3}\$?\d{1,7})(?::(?<to>\$?[A-Za-z]{1,3}\$?\d{1,7}))?(?![\p{L}\p{N}_.(!])|(?<first>\$?\d{1,7}):(?<last>\$?\d{1,7})(?![\p{L}\p{N}_.(!])|[\p{L}_\\][\p{L}\p{N}_.\\?]*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[\s\S]/gu;

/** One end of a reference as written; `column` is empty in whole rows. */
interface Point {
  readonly column: string;
  readonly isColumnFixed: boolean;
  readonly row: number;
  readonly isRowFixed: boolean;
}

/** New ends of a reference; `to` is `null` for a single cell. */
type Move = (from: Point, to: Point | null) => readonly [Point, Point | null];

/** The formula with its references moved; `moveOn` is given the sheet written before one, `null` = the formula's own. */
function moveRefs(formula: string, moveOn: (sheet: string | null) => Move | null): string {
  let sheet: string | null = null;
  let out = '';
  for (const match of formula.matchAll(words)) {
    const [whole] = match;
    const { from, to, first, last } = match.groups ?? {};
    const move = moveOn(sheet);
    sheet = null;
    if (isSheetMark(whole)) sheet = plainSheet(whole);
    const start = from ?? first;
    const end = to ?? last;
    out +=
      start === undefined || move === null
        ? whole
        : written(move(point(start), end === undefined ? null : point(end)));
  }
  return out;
}

function point(text: string): Point {
  const parts = /^(\$?)([A-Za-z]*)(\$?)(\d+)$/u.exec(text) ?? [];
  const [, sign = '', column = '', sign2 = '', row = '0'] = parts;
  // In whole rows (`$1:$3`) the only sign is the row's.
  const isRowFixed = column === '' ? sign === '$' : sign2 === '$';
  return { column, isColumnFixed: column !== '' && sign === '$', row: Number(row), isRowFixed };
}

function written([from, to]: readonly [Point, Point | null]): string {
  const one = ({ column, isColumnFixed, row, isRowFixed }: Point): string =>
    `${isColumnFixed ? '$' : ''}${column}${isRowFixed ? '$' : ''}${String(row)}`;
  return to === null ? one(from) : `${one(from)}:${one(to)}`;
}

const isSheetMark = (whole: string): boolean => whole.length > 1 && whole.endsWith('!');

const plainSheet = (mark: string): string => {
  const name = mark.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Where a formula stands and which sheet's rows moved. */
export interface FormulaPlace {
  /** Sheet the formula stands on; `null` = on none (a defined name). */
  readonly home: string | null;
  /** Sheet whose rows moved. */
  readonly moved: string;
  readonly shift: RowShift;
  /** Repeated part the formula itself stands in. */
  readonly within?: Stretch | undefined;
}

/** The formula after rows were added to a sheet; references to other sheets stay. */
export function shiftFormula(formula: string, { home, moved, shift, within }: FormulaPlace): string {
  return moveRefs(formula, (sheet) => {
    const on = sheet ?? home;
    if (on === null || !isSame(on, moved)) return null;
    return (from, to) => [
      { ...from, row: shift.row(from.row) },
      to && { ...to, row: shift.end(from.row, to.row, within) },
    ];
  });
}

/** The formula as it reads so far down and to the right: what has no `$` goes along, as when a cell is filled down. */
export function fillDown(formula: string, rows: number, columns = 0): string {
  if (rows === 0 && columns === 0) return formula;
  const go = (end: Point): Point => ({
    ...end,
    row: end.isRowFixed ? end.row : Math.max(1, end.row + rows),
    column:
      end.isColumnFixed || end.column === ''
        ? end.column
        : columnName(Math.max(1, columnNumber(end.column) + columns)),
  });
  return moveRefs(formula, () => (from, to) => [go(from), to && go(to)]);
}

/** True when the formula names the sheet. */
export function namesSheet(formula: string, sheet: string): boolean {
  return [...formula.matchAll(words)].some(
    ([whole]) => isSheetMark(whole) && isSame(plainSheet(whole), sheet),
  );
}

/** True when the formula uses one of these names (of cells or of tables, in small letters), or makes references from texts. */
export function usesName(formula: string, names: ReadonlySet<string>): boolean {
  return [...formula.matchAll(words)].some(
    ([whole]) => whole.toUpperCase() === 'INDIRECT' || names.has(whole.toLowerCase()),
  );
}
