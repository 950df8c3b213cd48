import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FormRow, FormSource } from '../form-source.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import { readRange, readRef, writeRange, writeRef, type CellRange, type CellRef } from './cell-ref.ts';
import { fillCell, type CellContext } from './fill-cell.ts';
import { fillDown, shiftFormula } from './formula-refs.ts';
import type { MarkedCell, MarkedRows, MarkedSheet } from './read-marks.ts';
import { RowHeights } from './row-heights.ts';
import { RowShift, type Stretch } from './row-shift.ts';
import { lastRuledRow, type RowsByNumber } from './ruled-rows.ts';
import { unshareFormulas } from './shared-formulas.ts';

/** Rows filled at a stretch: some ten milliseconds. */
const TURN_ROWS = 50;

/** A part to be repeated with the records it is repeated for. */
interface Part {
  readonly stretch: Stretch;
  readonly records: readonly FormRow[];
  /** Columns of a label beside all of the rows, merged from the marked row down: it stands there once. */
  readonly beside: readonly CellRange[];
}

/**
 * Fills one sheet in place and answers where its rows went. `rows` are the records around every token: the one record
 * a form is filled with, or none.
 */
export async function fillSheet(
  sheet: MarkedSheet,
  rows: readonly FormRow[],
  context: CellContext,
): Promise<RowShift> {
  const data = sheet.document.root.child('sheetData');
  if (data === undefined) return new RowShift([]);
  const parts = planParts(sheet, rows, context.source);
  const shift = new RowShift(parts.map(({ stretch }) => stretch));
  if (parts.length > 0) unshareFormulas(sheet.document.root);
  const filling = new SheetFilling(sheet, shift, context);
  const filled: (XmlElement | string)[] = [];
  for (const child of data.children) {
    const number = typeof child === 'string' || child.name !== 'row' ? null : Number(child.attribute('r'));
    if (typeof child === 'string' || number === null) {
      filled.push(child);
      continue;
    }
    const part = parts.find(({ stretch }) => number >= stretch.first && number <= stretch.lastRuled);
    if (part === undefined) filled.push(filling.row(child, { to: shift.row(number), down: 0, rows }));
    else if (number === part.stretch.first)
      for await (const row of filling.part(part, rows)) filled.push(row);
  }
  data.children = filled;
  copyMerges(sheet.document.root, shift);
  return shift;
}

function planParts(sheet: MarkedSheet, rows: readonly FormRow[], source: FormSource): readonly Part[] {
  const { root } = sheet.document;
  const byNumber = rowsByNumber(root);
  const merges = (root.child('mergeCells')?.elements('mergeCell') ?? []).map(
    (cell) => cell.attribute('ref') ?? '',
  );
  const marked = new Set(sheet.cells.map(({ row }) => row));
  return sheet.repeated.map(({ first, last, name }: MarkedRows): Part => {
    const records = source.repeated(name ?? '', rows);
    const ruling = { merges, isMarked: (row: number) => marked.has(row) };
    const lastRuled = first === last ? lastRuledRow(first, byNumber, ruling) : last;
    const copies = Math.max(records.length, 1);
    const height = last - first + 1;
    const added = Math.max(0, (copies - 1) * height - (lastRuled - last));
    const beside = merges
      .flatMap((text) => readRange(text) ?? [])
      .filter(({ from, to }) => from.row >= first && from.row <= last && to.row > last);
    return { records, beside, stretch: { first, last, lastRuled, copies, added } };
  });
}

const rowsByNumber = (root: XmlElement): RowsByNumber =>
  new Map((root.child('sheetData')?.elements('row') ?? []).map((row) => [Number(row.attribute('r')), row]));

/** Where a row goes: its new number, how far below its original, the records around it. */
interface Target {
  readonly to: number;
  readonly down: number;
  readonly rows: readonly FormRow[];
  readonly within?: Stretch;
  readonly beside?: readonly CellRange[];
}

class SheetFilling {
  readonly #sheet: MarkedSheet;
  readonly #shift: RowShift;
  readonly #context: CellContext;
  readonly #heights: RowHeights;
  readonly #byNumber: RowsByNumber;
  readonly #cells: ReadonlyMap<string, MarkedCell>;

  constructor(sheet: MarkedSheet, shift: RowShift, context: CellContext) {
    this.#sheet = sheet;
    this.#shift = shift;
    this.#context = context;
    this.#heights = new RowHeights(sheet.document.root, context.styles);
    this.#byNumber = rowsByNumber(sheet.document.root);
    this.#cells = new Map(sheet.cells.map((cell) => [writeRef(cell), cell]));
  }

  /** The marked rows once for each record, then the ruled rows that were not needed; other work has its turn between. */
  async *part({ stretch, records, beside }: Part, around: readonly FormRow[]): AsyncGenerator<XmlElement> {
    const { first, last, lastRuled, copies } = stretch;
    const height = last - first + 1;
    const from = this.#shift.row(first);
    for (let copy = 0; copy < copies; copy += 1) {
      if (copy % TURN_ROWS === TURN_ROWS - 1) await nextTurn();
      const record = records[copy];
      for (let at = first; at <= last; at += 1) {
        const row = this.#byNumber.get(at);
        if (row === undefined) continue;
        const target = {
          to: from + copy * height + at - first,
          down: copy * height,
          within: stretch,
          ...(copy === 0 ? {} : { beside }),
        };
        // Without a record the marked rows stand there once, empty.
        yield record === undefined
          ? this.#emptied(row, { ...target, rows: [] })
          : this.row(row, { ...target, rows: [record, ...around] });
      }
    }
    for (let at = first + copies; at <= lastRuled; at += 1) {
      const row = this.#byNumber.get(at);
      if (row !== undefined)
        yield this.row(row, { to: this.#shift.row(at), down: 0, rows: [], within: stretch });
    }
  }

  row(row: XmlElement, target: Target): XmlElement {
    return this.#copy(row, target, (cell, marked) => {
      fillCell(cell, { inline: marked.inline, rows: target.rows }, this.#context);
    });
  }

  #emptied(row: XmlElement, target: Target): XmlElement {
    return this.#copy(row, target, empty);
  }

  #copy(row: XmlElement, target: Target, fill: (cell: XmlElement, marked: MarkedCell) => void): XmlElement {
    const copy = row.clone();
    if (copy.attribute('r') !== String(target.to)) copy.set('r', String(target.to));
    let isFilled = false;
    for (const cell of copy.elements('c')) {
      const ref = cell.attribute('r') ?? '';
      const marked = this.#cells.get(ref);
      const at = readRef(ref);
      if (isBeside(at, target)) empty(cell);
      else if (marked === undefined) this.#formula(cell, target);
      else fill(cell, marked);
      isFilled ||= marked !== undefined;
      if (at !== null && at.row !== target.to) cell.set('r', writeRef({ ...at, row: target.to }));
    }
    if (isFilled) this.#heights.settle(copy, Number(row.attribute('r')));
    return copy;
  }

  /** A formula goes along with its rows; its last value is no longer true and is left to the program that opens it. */
  #formula(cell: XmlElement, { down, within }: Target): void {
    const formula = cell.child('f');
    if (formula === undefined) return;
    dropValue(cell);
    if (this.#shift.stretches.length === 0) return;
    const { name } = this.#sheet;
    const text = formula.text();
    const place = { home: name, moved: name, shift: this.#shift, within };
    const moved = fillDown(shiftFormula(text, place), down);
    if (moved !== text) formula.setText(moved);
    const range = readRange(formula.attribute('ref') ?? '');
    if (range !== null) this.#array(formula, { cell, range, down });
  }

  /** Formulas of arrays name the cells they fill. One over several rows grows and needs no copies. */
  #array(
    formula: XmlElement,
    { cell, range, down }: { readonly cell: XmlElement; readonly range: CellRange; readonly down: number },
  ): void {
    const moved = this.#shift.range(range);
    if (down === 0) formula.set('ref', writeRange(moved));
    else if (range.from.row === range.to.row) formula.set('ref', writeRange(movedDown(moved, down)));
    else empty(cell);
  }
}

function empty(cell: XmlElement): void {
  cell.set('t', null);
  cell.children = [];
}

/** True under a label that was written once, beside all of the rows. */
const isBeside = (at: CellRef | null, { beside = [] }: Target): boolean =>
  at !== null && beside.some(({ from, to }) => at.column >= from.column && at.column <= to.column);

/** Takes the last value of a formula away, so that nobody reads an old figure beside new rows. */
export function dropValue(cell: XmlElement): void {
  cell.set('t', null);
  cell.children = cell.children.filter((child) => typeof child === 'string' || child.name !== 'v');
}

/** Merges go along with their rows, and stand again in every added copy of the marked rows. */
function copyMerges(root: XmlElement, shift: RowShift): void {
  const list = root.child('mergeCells');
  if (list === undefined) return;
  const copies = list.elements('mergeCell').flatMap((merge) => {
    const range = readRange(merge.attribute('ref') ?? '');
    if (range === null) return [merge];
    const of = shift.stretches.find(
      ({ first, lastRuled }) => range.from.row >= first && range.to.row <= lastRuled,
    );
    if (of === undefined || range.to.row > of.last) {
      // A merge of a ruled row stays in its row; others, also that of a label beside all of the rows, grow as ranges do.
      const isOfRow = of !== undefined && range.from.row === range.to.row;
      const down = isOfRow ? shift.row(of.first) - of.first : null;
      merge.set('ref', writeRange(down === null ? shift.range(range) : movedDown(range, down)));
      return [merge];
    }
    const height = of.last - of.first + 1;
    return Array.from({ length: of.copies }, (_, copy) => copy)
      .filter((copy) => copy === 0 || of.last + copy * height > of.lastRuled)
      .map((copy) => {
        const made = merge.clone();
        made.set('ref', writeRange(movedDown(range, shift.row(of.first) - of.first + copy * height)));
        return made;
      });
  });
  list.children = copies;
  list.set('count', String(copies.length));
}

const movedDown = ({ from, to }: CellRange, rows: number): CellRange => ({
  from: { ...from, row: from.row + rows },
  to: { ...to, row: to.row + rows },
});
