/** Rows counted while a package is applied. */
export interface Tally {
  accepted: number;
  changed: number;
  conflicts: number;
}

export const newTally = (): Tally => ({ accepted: 0, changed: 0, conflicts: 0 });
