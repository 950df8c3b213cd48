import type { FigureQuestion } from '../api.ts';
import type { Row } from '../open/connection.ts';
import type { Where } from '../../model/where.ts';

/** Some measures of one period, counted in one pass. */
export interface Part {
  readonly where: Where;
  /** Places of its numbers in the question. */
  readonly places: readonly { readonly span: number; readonly measure: number }[];
  readonly measures: FigureQuestion['measures'];
}

/** Rows with the same value of the lines' field, with the numbers of the part's measures. */
export interface Group {
  readonly line: Row[string];
  readonly numbers: readonly number[];
}
