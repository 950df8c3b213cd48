import { targetsOf } from '../package/relations.ts';
import { parseXml, writeXml, type XmlElement } from '../xml/xml-tree.ts';
import { readRange, writeRange } from './cell-ref.ts';
import { shiftFormula } from './formula-refs.ts';
import { shiftPivot } from './pivots.ts';
import type { RowShift } from './row-shift.ts';

/** A sheet whose rows moved. */
export interface MovedSheet {
  readonly name: string;
  readonly part: string;
  readonly shift: RowShift;
}

const formulaElements = new Set([
  'formula',
  'formula1',
  'formula2',
  'f',
  'calculatedColumnFormula',
  'totalsRowFormula',
]);
const rangeAttributes = new Set(['ref', 'sqref', 'activeCell', 'topLeftCell']);
/** Rules about cells hold for all copies of a repeated row; other ranges are places. */
const ruleElements = new Set(['conditionalFormatting', 'dataValidation', 'ignoredError', 'protectedRange']);

/** Everything of the sheet beside its cells and merges: rules, filters, links, breaks, print titles of the view. */
export function shiftSheetParts(root: XmlElement, { name, shift }: MovedSheet): void {
  const skipped = new Set(['sheetData', 'mergeCells']);
  for (const top of root.elements()) {
    if (skipped.has(top.name)) continue;
    for (const element of top.descendants()) {
      shiftRanges(element, shift);
      shiftFormulaIn(element, { home: name, moved: name, shift });
      if (element.name === 'hyperlink') shiftLocation(element, { name, shift });
      if (element.name === 'sqref') element.setText(shift.list(element.text(), true));
      if (element.name === 'brk' && top.name === 'rowBreaks') {
        const row = Number(element.attribute('id'));
        element.set('id', String(shift.end(row, row)));
      }
    }
  }
  for (const element of root.elements('dimension')) {
    const range = readRange(element.attribute('ref') ?? '');
    if (range !== null) element.set('ref', writeRange(shift.range(range)));
  }
}

function shiftRanges(element: XmlElement, shift: RowShift): void {
  if (element.name === 'dimension') return;
  for (const attribute of element.attributeNames()) {
    const value = rangeAttributes.has(attribute) ? element.attribute(attribute) : undefined;
    if (value === undefined) continue;
    const moved = shift.list(value, ruleElements.has(element.name));
    if (moved !== value) element.set(attribute, moved);
  }
}

type Place = Parameters<typeof shiftFormula>[1];

function shiftFormulaIn(element: XmlElement, place: Place): void {
  if (!formulaElements.has(element.name)) return;
  const text = element.text();
  const moved = shiftFormula(text, place);
  if (moved !== text) element.setText(moved);
}

/** A link to a place of the same workbook: `汇总!A1`. */
export function shiftLocation(
  element: XmlElement,
  { name, shift }: Pick<MovedSheet, 'name' | 'shift'>,
): void {
  const location = element.attribute('location');
  if (location === undefined) return;
  const moved = shiftFormula(location, { home: null, moved: name, shift });
  if (moved !== location) element.set('location', moved);
}

/** Parts that hang on the sheet and name its rows: comments and their boxes, tables, drawings, pivot tables, charts. */
export function shiftLinkedParts(parts: Map<string, Buffer>, sheet: MovedSheet): void {
  for (const { type, part } of targetsOf(parts, sheet.part)) {
    const content = parts.get(part);
    if (content === undefined) continue;
    if (type === 'comments' || type === 'threadedComment' || type === 'table') {
      parts.set(part, shiftRefs(content, sheet));
    } else if (type === 'vmlDrawing') parts.set(part, shiftBoxes(content, sheet.shift));
    else if (type === 'drawing') parts.set(part, shiftAnchors(content, sheet.shift));
    else if (type === 'pivotTable') parts.set(part, shiftPivot(content, sheet.shift));
  }
  for (const [part, content] of parts) {
    if (/^xl\/(charts|drawings)\/[^/]+\.xml$/u.test(part)) shiftReader(parts, { part, content }, sheet);
  }
}

function shiftRefs(content: Buffer, { name, shift }: MovedSheet): Buffer {
  const document = parseXml(content);
  for (const element of document.root.descendants()) {
    shiftRanges(element, shift);
    shiftFormulaIn(element, { home: name, moved: name, shift });
  }
  return writeXml(document);
}

/** A picture moves with the cell of its corner; it grows with its rows only where the form says it shall. */
function shiftAnchors(content: Buffer, shift: RowShift): Buffer {
  const document = parseXml(content);
  for (const anchor of document.root.descendants()) {
    if (anchor.name !== 'twoCellAnchor' && anchor.name !== 'oneCellAnchor') continue;
    const [from, to] = [anchor.child('from')?.child('row'), anchor.child('to')?.child('row')];
    const behaviour = anchor.attribute('editAs') ?? 'twoCell';
    if (from === undefined || behaviour === 'absolute') continue;
    const moved = movedAnchorRow(from, shift);
    if (to === undefined) continue;
    if (behaviour === 'oneCell') to.setText(String(Number(to.text()) + moved));
    else movedAnchorRow(to, shift);
  }
  return writeXml(document);
}

/** Rows of a drawing count from 0. Answers by how many rows it moved. */
function movedAnchorRow(element: XmlElement, shift: RowShift): number {
  const row = Number(element.text());
  const now = shift.row(row + 1) - 1;
  element.setText(String(now));
  return now - row;
}

/** Boxes of comments are old markup that need not be well-formed XML; their rows count from 0. */
function shiftBoxes(content: Buffer, shift: RowShift): Buffer {
  const down = (row: string): string => String(shift.row(Number(row) + 1) - 1);
  return Buffer.from(
    content
      .toString('utf8')
      .replace(/(<x:Row>\s*)(\d+)/gu, (_, head: string, row: string) => head + down(row))
      .replace(/(<x:Anchor>)([^<]*)/gu, (_, head: string, anchor: string) => {
        const numbers = anchor.split(',').map((part) => part.trim());
        return head + numbers.map((part, i) => (i === 2 || i === 6 ? down(part) : part)).join(', ');
      }),
    'utf8',
  );
}

/** Charts, and shapes that show what stands in a cell. */
function shiftReader(
  parts: Map<string, Buffer>,
  { part, content }: { readonly part: string; readonly content: Buffer },
  { name, shift }: MovedSheet,
): void {
  const document = parseXml(content);
  const place = { home: null, moved: name, shift };
  for (const element of document.root.descendants()) {
    shiftFormulaIn(element, place);
    const shown = element.attribute('textlink');
    if (shown !== undefined && shown !== '') element.set('textlink', shiftFormula(shown, place));
  }
  const written = writeXml(document);
  if (!written.equals(content)) parts.set(part, written);
}
