import type { AnyField } from '../../db/model/define-ledger.ts';
import { groupDigits } from '../text/index.ts';

/** Text of a field as it is read in lists and pages; what is copied, printed or exported keeps the plain text. */
export function shownText(field: AnyField, text: string): string {
  if (field.isQuantity !== true) return text;
  return groupDigits(field.hasCounts === true ? text.replace(/\.0+$/, '') : text);
}
