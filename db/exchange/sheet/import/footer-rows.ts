/** Sums below or inside a sheet. */
const sums = /^(?:本页|本表|全镇|全市)?(?:合计|总计|小计|累计|共计)(?:数)?[:：]?$/;
/** Who filled a sheet in, and notes, below it: 填表人：…, 注：… */
const signatures =
  /^(?:(?:填表|制表|填报|审核|复核|经办|报送)(?:人|单位|日期|时间)?|单位负责人|分管领导|说明|备注|注)[:：]/;
/** A line of signatures has few cells; a record that begins with such words has more. */
const SIGNATURE_CELLS = 4;
/** Longer texts are notes only when they say so at once, and are not searched. */
const SUM_CHARACTERS = 12;

/**
 * True for a row that is no record: a sum, or the line of signatures and notes under the sheet. It is told by its first
 * filled cell, and left out as an empty row is.
 */
export function isFooter(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '')?.trim();
  if (first === undefined) return false;
  if (first.length <= SUM_CHARACTERS && sums.test(first.replaceAll(/\s/g, ''))) return true;
  return signatures.test(first) && cells.filter((cell) => cell.trim() !== '').length <= SIGNATURE_CELLS;
}
