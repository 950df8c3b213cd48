/** Sorted and without repetition: the one form in which a set of codes is kept, so that equal sets are equal texts. */
export const sortedSet = (codes: readonly string[]): readonly string[] =>
  isSortedSet(codes) ? codes : [...new Set(codes)].toSorted();

/** True for codes in that form. */
export const isSortedSet = (codes: readonly string[]): boolean =>
  codes.every((code, i) => i === 0 || (codes[i - 1] ?? '') < code);
