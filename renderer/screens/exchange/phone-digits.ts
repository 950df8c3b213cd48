/** Groups of a receipt code as it is read out: twelve digits and two that check them (`docs/package-format.md`). */
const groups = [4, 4, 4, 2];
const codeDigits = 14;

/** Digits of what was typed or pasted, full-width ones too, no more than a code has. */
export function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/g, '').slice(0, codeDigits);
}

/** Digits as the screen shows them: 1234 5678 9012 34. */
export function grouped(digits: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const length of groups) {
    parts.push(digits.slice(from, from + length));
    from += length;
  }
  return parts.filter((part) => part !== '').join(' ');
}

/** Whether the code is complete and can be asked about. */
export const isCompleteCode = (digits: string): boolean => digits.length === codeDigits;

/**
 * Place of the cursor in the grouped text that leaves as many digits in front of it as `before` has: typing in the middle
 * of a code must not throw the cursor to its end.
 */
export function cursorAfter(before: string): number {
  const text = grouped(digitsOf(before));
  return text.length;
}
