import { isRiskyText } from '../../sheet/write/neutral-text.ts';
import { fillPieces, onlyToken } from '../fill-text.ts';
import type { FormRow, FormSource, FormValue } from '../form-source.ts';
import { newElement, type XmlElement } from '../xml/xml-tree.ts';
import { piecesOf, plainInline } from './cell-text.ts';
import type { StyleBook } from './style-book.ts';

/** Characters a cell may hold; a file with more is called damaged. */
const LONGEST_TEXT = 32_767;
const DAY_MS = 86_400_000;
/** Day numbers before 1 March 1900 are off by one (Lotus heritage); such days are written as text. */
const FIRST_SAFE_DAY = '1900-03-01';

/** What filling a cell works with. */
export interface CellContext {
  readonly source: FormSource;
  readonly styles: StyleBook;
  readonly is1904: boolean;
}

/**
 * Fills a cell of a form from its marked text. A cell that holds one token only gets a real number or day, or becomes
 * empty; every other value is an inline text and can never be a formula.
 */
export function fillCell(
  cell: XmlElement,
  { inline, rows }: { readonly inline: XmlElement; readonly rows: readonly FormRow[] },
  context: CellContext,
): void {
  const pieces = piecesOf(inline).map((piece) => piece.text());
  const only = onlyToken(pieces.join(''));
  if (only !== null && fillTyped(cell, context.source.value(only, rows), context)) return;
  const filled = inline.clone();
  const texts = fillPieces(pieces, escaping(context.source), rows);
  for (const [i, piece] of piecesOf(filled).entries()) setPiece(piece, texts[i] ?? '');
  putText(cell, filled, context.styles);
}

/** True when the value went in as a number or a day, or was empty. Cells the form has as text take text. */
function fillTyped(cell: XmlElement, value: FormValue, { styles, is1904 }: CellContext): boolean {
  const style = cell.attribute('s');
  if (value.text === '') {
    putNothing(cell);
    return true;
  }
  if (styles.isText(style)) return false;
  if (value.number !== null) {
    putNumber(cell, value.number);
    return true;
  }
  const serial = value.day === null ? null : serialOf(value.day, is1904);
  if (serial === null) return false;
  if (!styles.isDate(style)) cell.set('s', styles.variant(style, 'day') ?? null);
  putNumber(cell, serial);
  return true;
}

function serialOf(day: string, is1904: boolean): number | null {
  if (day < (is1904 ? '1904-01-02' : FIRST_SAFE_DAY)) return null;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (Date.parse(`${day}T00:00:00Z`) - epoch) / DAY_MS;
}

function putNothing(cell: XmlElement): void {
  cell.set('t', null);
  cell.children = [];
}

function putNumber(cell: XmlElement, number: number): void {
  const value = newElement(cell.prefix, 'v');
  value.setText(String(number));
  cell.set('t', null);
  cell.children = [value];
}

function putText(cell: XmlElement, inline: XmlElement, styles: StyleBook): void {
  const text = piecesOf(inline)
    .map((piece) => piece.text())
    .join('');
  if (text === '') {
    putNothing(cell);
    return;
  }
  if (isRiskyText(text)) cell.set('s', styles.variant(cell.attribute('s'), 'quoted') ?? null);
  cell.set('t', 'inlineStr');
  cell.children = [
    text.length > LONGEST_TEXT ? plainInline(cell.prefix, text.slice(0, LONGEST_TEXT)) : inline,
  ];
}

function setPiece(piece: XmlElement, text: string): void {
  if (text === piece.text()) return;
  piece.set('xml:space', 'preserve');
  piece.setText(text);
}

/** `_x0041_` in a value would be read as a letter: the format writes its underscore as `_x005F_`. */
const escaping = (source: FormSource): FormSource => ({
  value: (inner, rows) => {
    const value = source.value(inner, rows);
    return { ...value, text: value.text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_') };
  },
  holds: (inner, rows) => source.holds(inner, rows),
  repeated: (name, rows) => source.repeated(name, rows),
  needsRow: (inner) => source.needsRow(inner),
});
