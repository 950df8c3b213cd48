import { readRange, writeRange, type CellRange } from './cell-ref.ts';

/** A part of a sheet that is repeated, and what becomes of it. Rows are those of the form as it came. */
export interface Stretch {
  /** Rows marked to be repeated. */
  readonly first: number;
  readonly last: number;
  /** Last row of the ruled empty rows below that are used before any is added; `last` when there are none. */
  readonly lastRuled: number;
  /** Times the marked rows stand there afterwards; at least 1. */
  readonly copies: number;
  /** Rows added below `lastRuled`. */
  readonly added: number;
}

/** Where the rows of a sheet go when rows are added: what a spreadsheet program does when a clerk inserts rows. */
export class RowShift {
  readonly stretches: readonly Stretch[];

  constructor(stretches: readonly Stretch[]) {
    this.stretches = stretches;
  }

  get isNone(): boolean {
    return this.stretches.every(({ added }) => added === 0);
  }

  /** New number of a row. */
  row(row: number): number {
    return this.stretches.reduce((now, { lastRuled, added }) => (row > lastRuled ? now + added : now), row);
  }

  /**
   * New last row of a range: one that reaches to the end of a repeated part grows with it. `except` is the part a
   * formula stands in, whose own row it does not leave.
   */
  end(first: number, last: number, except?: Stretch): number {
    return this.stretches.reduce((now, stretch) => {
      const isWithin = stretch === except && first >= stretch.first && last <= stretch.last;
      return last >= stretch.lastRuled && !isWithin ? now + stretch.added : now;
    }, last);
  }

  /** A cell that stays one cell, a range that grows where it must. */
  range({ from, to }: CellRange): CellRange {
    const isCell = from.row === to.row && from.column === to.column;
    const last = isCell ? this.row(to.row) : this.end(from.row, to.row);
    return { from: { ...from, row: this.row(from.row) }, to: { ...to, row: last } };
  }

  /** Ranges of a rule (conditional format, allowed values): one on the marked rows holds for all of their copies. */
  ruled(range: CellRange): readonly CellRange[] {
    const of = this.stretches.find(({ first, last }) => range.from.row >= first && range.to.row <= last);
    if (of === undefined) return [this.range(range)];
    const [from, to] = [this.row(range.from.row), this.row(range.to.row)];
    const height = of.last - of.first + 1;
    const slots = Math.max(of.copies, (of.lastRuled - of.first + 1) / height);
    if (height === 1) return [moved(range, from, to + slots - 1)];
    return Array.from({ length: slots }, (_, copy) => moved(range, from + copy * height, to + copy * height));
  }

  /** A list of ranges as an attribute holds it (`A1:B2 D4`). */
  list(text: string, isRule: boolean): string {
    return text
      .split(/\s+/u)
      .flatMap((part) => {
        const range = readRange(part);
        if (range === null) return [part];
        return (isRule ? this.ruled(range) : [this.range(range)]).map(writeRange);
      })
      .join(' ');
  }
}

const moved = (range: CellRange, from: number, to: number): CellRange => ({
  from: { ...range.from, row: from },
  to: { ...range.to, row: to },
});
