/**
 * True for what a spreadsheet leaves of a long number it took for a quantity: `4.419E+17`, `4.41900199003071E+17`.
 * Its last digits are gone, so it must never be stored as an identifier. `1E5` without a plus is a room or a model.
 */
export const isDamagedNumber = (text: string): boolean => /^\d(?:\.\d+)?E\+\d{1,2}$/i.test(text.trim());

/**
 * Makes an identifier out of what sheets hold: half-width, upper-case, without blanks, hyphens, the apostrophe
 * that forces text in a cell, quotation marks, or the `.0` some programs put behind a number.
 */
export function cleanIdentifier(text: string): string {
  return text
    .replace(/[\s\u00a0\u200b-\u200f\u202a-\u202e\u3000\ufeff'’‘`"“”]/g, '')
    .replace(/\.0+$/, '')
    .toUpperCase();
}
