/** Sorted copy without repetition: the one form in which a set of codes is kept, so that equal sets are equal texts. */
export const sortedSet = (codes: readonly string[]): readonly string[] => [...new Set(codes)].toSorted();
