/** All of some counts by ledger together. */
export const sumOfCounts = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
