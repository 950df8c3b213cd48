import { numberText } from '../../model/figures/figure-text.ts';
import type { Indicator } from '../../model/figures/indicators.ts';
import type { CellOut, PrintOut } from '../sheet/write/sheet-out.ts';

/** A number of statistics as a cell that Excel can go on reckoning with; a dash where there is none. */
export function numberCell(
  { kind, digits, isWhole }: Pick<Indicator, 'kind' | 'digits' | 'isWhole'>,
  value: number | null,
): CellOut {
  if (value === null) return amountCell(numberText({ kind, digits }, value));
  if (kind === 'rate') return { number: value, style: 'share' };
  if (kind === 'ratio') return { number: value, style: 'tenths' };
  // Held in the smallest unit, see `FieldKind.digits`.
  return { number: value / 10 ** digits, style: isWhole ? 'count' : 'hundredths' };
}

/** Title of a column. */
export const headCell = (text: string): CellOut => ({ text, style: 'head' });
/** Title above a table. */
export const titleCell = (text: string): CellOut => ({ text, style: 'title' });
/** Sentence that may run over several lines. */
export const noteCell = (text: string): CellOut => ({ text, style: 'note' });
/** Name of a line. */
export const nameCell = (text: string): CellOut => ({ text, style: 'name' });
/** Unit of a line. */
export const unitCell = (text: string): CellOut => ({ text, style: 'word' });
/** A change or a dash, which stands to the right as numbers do. */
export const amountCell = (text: string): CellOut => ({ text, style: 'amount' });

/** How tables of figures go onto paper. */
export const figurePaper = (foot: string): PrintOut => ({
  paper: 'A4',
  isLandscape: false,
  foot,
  pages: '&P / &N',
});
