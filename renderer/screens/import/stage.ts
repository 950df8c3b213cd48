import type { AnyLedger } from '../../../db/model/define-ledger.ts';
import type { ColumnMapping, Inspected } from './column-mapping.ts';

/** A file the clerk chose. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
}

/** Everything known once a sheet has been read. */
export interface Sheet {
  readonly ledger: AnyLedger;
  readonly file: ChosenFile;
  readonly inspected: Inspected;
  readonly mapping: ColumnMapping;
  readonly isRemembered: boolean;
}

/** Where the import stands. Each stage keeps what is needed to go one step back. */
export type Stage =
  | { readonly at: 'file' }
  | { readonly at: 'columns'; readonly sheet: Sheet }
  | {
      readonly at: 'check' | 'import';
      readonly sheet: Sheet;
      /** Batch of the run; errors are saved by it. */
      readonly batch: string;
      readonly job: string;
    };

/** Number of a stage in the row of steps. */
export const stepOf: Readonly<Record<Stage['at'], number>> = { file: 0, columns: 1, check: 2, import: 3 };
