import type { FormPlace } from '../../../model/forms/form-mapping.ts';
import { findTokens, readToken, type FormToken } from '../../../model/forms/form-token.ts';
import type { FormProblem } from '../form-problem.ts';
import { newElement, parseXml, type XmlDocument, type XmlElement } from '../xml/xml-tree.ts';
import { readRef, writeRef, type CellRange, type CellRef } from './cell-ref.ts';
import { inlineText, piecesOf, plainInline } from './cell-text.ts';
import { pivotPlaces } from './pivots.ts';
import { tableHeads } from './table-heads.ts';
import type { WorkbookFile } from './workbook-file.ts';

/** A cell with tokens. */
export interface MarkedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** The text with its looks. */
  readonly inline: XmlElement;
}

/** Rows of a sheet that are repeated; `name` is `null` for rows of a list that are marked by their tokens alone. */
export interface MarkedRows {
  readonly first: number;
  readonly last: number;
  readonly name: string | null;
}

/** A sheet that has marks, read and not yet changed. */
export interface MarkedSheet {
  readonly name: string;
  readonly part: string;
  readonly document: XmlDocument;
  readonly cells: readonly MarkedCell[];
  readonly repeated: readonly MarkedRows[];
}

/** All sheets with marks, and what is wrong with the marks as such; names are not looked up here. */
export interface MarkedWorkbook {
  readonly sheets: readonly MarkedSheet[];
  readonly problems: readonly FormProblem[];
}

/** Finds the marks of a workbook: tokens in its own texts, and those of the form set by clicking. */
export function readMarks(
  file: WorkbookFile,
  places: readonly FormPlace[],
  needsRow: (inner: string) => boolean,
): MarkedWorkbook {
  const problems: FormProblem[] = [];
  const placed = new Set<FormPlace>();
  const sheets = file.sheets.flatMap(({ name, part }): MarkedSheet[] => {
    const own = places.filter(({ at }) => at.slice(0, at.lastIndexOf('!')) === name);
    for (const place of own) placed.add(place);
    const document = parseXml(file.parts.get(part) ?? Buffer.alloc(0));
    completeRefs(document.root);
    problems.push(...own.flatMap((place) => putPlace(document.root, place)));
    const drawn = pivotPlaces(file.parts, part);
    const cells = markedCells(document.root, file.strings).filter((cell) => !isIn(cell, drawn));
    if (cells.length === 0) return [];
    const heads = tableHeads(file.parts, part);
    const named = cells.filter((cell) => isIn(cell, heads));
    problems.push(...named.map((cell) => problem(`${name}!${writeRef(cell)}`, 'table-head', cell.text)));
    const { repeated, wrong } = repeatedRows(cells, needsRow);
    problems.push(...wrong.map((problem) => ({ ...problem, at: `${name}!${problem.at}` })));
    return [{ name, part, document, cells, repeated }];
  });
  const lost = places.filter((place) => !placed.has(place));
  problems.push(...lost.map(({ at, text }) => problem(at, 'no-such-place', text)));
  return { sheets, problems };
}

const isIn = ({ row, column }: CellRef, ranges: readonly CellRange[]): boolean =>
  ranges.some(
    ({ from, to }) => row >= from.row && row <= to.row && column >= from.column && column <= to.column,
  );

const problem = (at: string, code: FormProblem['code'], token: string): FormProblem => ({
  at,
  code,
  token,
  nearest: [],
});

/** Some programs leave out the numbers of rows and cells that follow one another; they are written in. */
function completeRefs(root: XmlElement): void {
  let row = 0;
  for (const element of root.child('sheetData')?.elements('row') ?? []) {
    row = Number(element.attribute('r') ?? row + 1);
    if (element.attribute('r') === undefined) element.set('r', String(row));
    let column = 0;
    for (const cell of element.elements('c')) {
      column = readRef(cell.attribute('r') ?? '')?.column ?? column + 1;
      if (cell.attribute('r') === undefined) cell.set('r', writeRef({ row, column }));
    }
  }
}

/** Writes a clicked mark into its cell; a cell the file does not have yet is made. */
function putPlace(root: XmlElement, { at, text }: FormPlace): readonly FormProblem[] {
  const ref = readRef(at.slice(at.lastIndexOf('!') + 1));
  const data = root.child('sheetData');
  if (ref === null || data === undefined) return [problem(at, 'no-such-place', text)];
  const cell = cellAt(rowAt(data, ref.row), ref);
  if (cell.child('f') !== undefined) return [problem(at, 'formula-there', text)];
  cell.set('t', 'inlineStr');
  cell.children = [plainInline(cell.prefix, text)];
  return [];
}

function rowAt(data: XmlElement, row: number): XmlElement {
  const number = (element: XmlElement): number => Number(element.attribute('r'));
  const known = data.elements('row').find((element) => number(element) === row);
  if (known !== undefined) return known;
  const made = newElement(data.prefix, 'row', { r: String(row) });
  const next = data.elements('row').find((element) => number(element) > row);
  data.children.splice(next === undefined ? data.children.length : data.children.indexOf(next), 0, made);
  return made;
}

function cellAt(row: XmlElement, ref: CellRef): XmlElement {
  const column = (cell: XmlElement): number => readRef(cell.attribute('r') ?? '')?.column ?? 0;
  const known = row.elements('c').find((cell) => column(cell) === ref.column);
  if (known !== undefined) return known;
  const style = row.attribute('s');
  const made = newElement(row.prefix, 'c', {
    r: writeRef(ref),
    ...(style === undefined ? {} : { s: style }),
  });
  const next = row.elements('c').find((cell) => column(cell) > ref.column);
  row.children.splice(next === undefined ? row.children.length : row.children.indexOf(next), 0, made);
  return made;
}

function markedCells(root: XmlElement, strings: readonly XmlElement[]): readonly MarkedCell[] {
  return (root.child('sheetData')?.elements('row') ?? []).flatMap((row) =>
    row.elements('c').flatMap((cell): MarkedCell[] => {
      const inline = inlineText(cell, strings);
      const text =
        inline === null
          ? ''
          : piecesOf(inline)
              .map((piece) => piece.text())
              .join('');
      const ref = readRef(cell.attribute('r') ?? '');
      if (inline === null || ref === null || findTokens(text).length === 0) return [];
      return [{ ...ref, text, inline }];
    }),
  );
}

/**
 * The one rule of repeated rows: what stands between `{#…}` and its end, both rows included; and in a list every row
 * whose tokens speak of its records.
 */
function repeatedRows(
  cells: readonly MarkedCell[],
  needsRow: (inner: string) => boolean,
): { readonly repeated: readonly MarkedRows[]; readonly wrong: readonly FormProblem[] } {
  const { parts, wrong } = explicitRows(cells);
  const isCovered = (row: number): boolean => parts.some(({ first, last }) => row >= first && row <= last);
  const alone = new Set(
    cells
      .filter(({ row, text }) => !isCovered(row) && findTokens(text).some(({ inner }) => needsRow(inner)))
      .map(({ row }) => row),
  );
  const repeated = [...parts, ...[...alone].map((row) => ({ first: row, last: row, name: null }))].toSorted(
    (one, other) => one.first - other.first,
  );
  return { repeated, wrong };
}

/** Parts begun and ended by marks; within one cell `{?…}` and `{/}` belong together. */
function explicitRows(cells: readonly MarkedCell[]): {
  readonly parts: readonly MarkedRows[];
  readonly wrong: readonly FormProblem[];
} {
  const parts: MarkedRows[] = [];
  const wrong: FormProblem[] = [];
  let open: { readonly row: number; readonly name: string; readonly at: string } | null = null;
  for (const cell of cells) {
    const at = writeRef(cell);
    for (const { inner, token } of rowMarks(cell.text)) {
      if (token.kind === 'repeat') {
        const isTaken = open !== null || parts.some(({ last }) => last >= cell.row);
        if (isTaken) wrong.push(problem(at, 'parts-overlap', inner));
        else open = { row: cell.row, name: token.name, at };
      } else if (token.kind === 'end') {
        if (open === null) wrong.push(problem(at, 'unopened', inner));
        else parts.push({ first: open.row, last: cell.row, name: open.name });
        open = null;
      } else wrong.push(problem(at, 'needs-cells', inner));
    }
  }
  if (open !== null) wrong.push(problem(open.at, 'unclosed', `#${open.name}`));
  return { parts, wrong };
}

/** Marks of a cell that reach beyond it: parts and their ends, and a condition the cell does not end. */
function rowMarks(text: string): readonly { readonly inner: string; readonly token: FormToken }[] {
  const marks: { readonly inner: string; readonly token: FormToken }[] = [];
  const conditions: (typeof marks)[number][] = [];
  for (const { inner } of findTokens(text)) {
    const token = readToken(inner);
    if (token.kind === 'if') conditions.push({ inner, token });
    else if (token.kind === 'repeat') marks.push({ inner, token });
    else if (token.kind === 'end' && conditions.pop() === undefined) marks.push({ inner, token });
  }
  return [...marks, ...conditions];
}
