import type { Value } from '../../model/field-kind.ts';
import type { Measure } from '../../model/figures/number-where.ts';
import type { Span } from '../../model/figures/period.ts';
import type { Where } from './lists.ts';

/** A table of figures: lines by the values of a field, for some periods, several numbers each. */
export interface FigureQuestion {
  readonly ledger: string;
  /** Records the figures are of; all of them must be current ones. */
  readonly where: Where;
  /** Field whose values make the lines; `null`: only the total is asked for. */
  readonly by: string | null;
  /** Periods; `null` = the records as they stand. A measure without a period field is the same in all. */
  readonly spans: readonly (Span | null)[];
  readonly measures: readonly Measure[];
  /** Lines wanted at most; the fullest ones are taken. Left out: all. Sets of codes always have all. */
  readonly most?: number;
}

/** Numbers in the order of the question: by period, then by measure. */
export type FigureNumbers = readonly (readonly number[])[];

/** One value of the field: code, id or text, true or false; `null`: empty. */
export interface FigureLine {
  readonly key: Exclude<Value, number | readonly string[]>;
  readonly numbers: FigureNumbers;
}

export interface FigureAnswer {
  /** Over all records, each counted once, also where a record stands in several lines. */
  readonly total: FigureNumbers;
  /** Lines that have a record in any period: codes in their order, records as their list is sorted, texts the fullest first; empty last. */
  readonly lines: readonly FigureLine[];
  /** All filled values that have no line of their own; `null` when every one has. */
  readonly others: FigureNumbers | null;
}
