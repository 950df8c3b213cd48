import type { CellOut } from '../../../sheet/write/sheet-out.ts';
import { ministryText, type MinistryNumber } from './ministry-data.ts';

/** A number of the table as a cell that Excel can go on reckoning with; cases with people are one text, as on paper. */
export function numberCell(number: MinistryNumber): CellOut {
  if (number.kind === 'count') return { number: number.value, style: 'count' };
  if (number.kind === 'wan') return { number: number.value, style: 'hundredths' };
  if (number.kind === 'share' && number.value !== null) return { number: number.value, style: 'share' };
  return { text: ministryText(number), style: 'amount' };
}
