import { numberText } from '../../model/figures/figure-text.ts';
import type { Indicator } from '../../model/figures/indicators.ts';
import type { CellOut } from '../sheet/write/sheet-out.ts';

/** A number of statistics as a cell that Excel can go on reckoning with; a dash where there is none. */
export function numberCell(
  { kind, digits }: Pick<Indicator, 'kind' | 'digits'>,
  value: number | null,
): CellOut {
  if (value === null) return besideNumbers(numberText({ kind, digits }, value));
  if (kind === 'rate') return { number: value, style: 'percent' };
  // Held in the smallest unit, see `FieldKind.digits`.
  return digits === 0 ? { number: value, style: 'grouped' } : value / 10 ** digits;
}

/** Text in a column of numbers. */
export const besideNumbers = (text: string): CellOut => ({ text, style: 'right' });
/** Title of a column. */
export const headCell = (text: string): CellOut => ({ text, style: 'header' });
/** Title above a table. */
export const titleCell = (text: string): CellOut => ({ text, style: 'title' });
/** Sentence that may run over several lines. */
export const noteCell = (text: string): CellOut => ({ text, style: 'note' });
