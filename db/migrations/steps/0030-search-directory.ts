import type { Step } from '../step.ts';

/**
 * Changes nothing by itself: the table is made and filled by the program that opens the file. The number keeps programs out
 * that do not keep the directory: what they wrote would not be found any more.
 */
export const searchDirectory: Step = {
  version: 30,
  note: 'The search index is asked through a directory of the ledgers that can answer, which every writer must keep',
  changesRowsOf: [],
  up: () => undefined,
};
