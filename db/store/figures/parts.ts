import type { Measure } from '../../model/figures/number-where.ts';
import type { Row } from '../open/connection.ts';
import type { Where } from '../../model/where.ts';

/** Some measures of one period, counted in one pass. */
export interface Part {
  readonly where: Where;
  /** Places of its numbers in the question, and which of its measures each is. */
  readonly places: readonly { readonly span: number; readonly measure: number; readonly number: number }[];
  readonly measures: readonly Pick<Measure, 'where' | 'sum'>[];
}

/** Rows with the same value of the lines' field, with the numbers of the part's measures. */
export interface Group {
  readonly line: Row[string];
  readonly numbers: readonly number[];
}
