import { checkDigit } from '../../db/model/fields/gb11643.ts';

/** Valid number of a man born on 1990-01-01 whom nobody can be: no division has an area code of 999000 or more. */
export function idNumber(sequence: number): string {
  const digits = `99900119900101${String(sequence * 2 + 1).padStart(3, '0')}`;
  return digits + checkDigit(digits);
}
