import type { Input } from '../../../electron/contract/calls.ts';
import type { Sheet } from './stage.ts';

/** The call that runs a sheet, as trial or for good. A repeated call with the same batch starts nothing twice. */
export function startRun(
  sheet: Sheet,
  run: { readonly batch: string; readonly dryRun: boolean },
): Input<'import.start'> {
  return {
    ...run,
    ledger: sheet.ledger.id,
    file: sheet.file.token,
    sheet: sheet.inspected.sheet,
    mapping: sheet.inspected.columns.map(({ index }) => ({ index, field: sheet.mapping[index] ?? null })),
  };
}
