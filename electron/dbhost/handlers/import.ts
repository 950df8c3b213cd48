import { ledgerById, ledgerOf } from '../../../db/model/registry.ts';
import { Failures } from '../../../db/exchange/sheet/import/failures.ts';
import {
  resumeImport,
  startImport,
  type ImportOutcome,
  type ImportProgress,
} from '../../../db/exchange/sheet/import/import-sheet.ts';
import { idColumn, type SheetAnswer } from '../../../db/exchange/sheet/import/import-types.ts';
import { inspectSheet } from '../../../db/exchange/sheet/import/inspect-sheet.ts';
import { writeErrors } from '../../../db/exchange/sheet/import/write-errors.ts';
import type { Store } from '../../../db/store/api.ts';
import { StorageError } from '../../../db/store/index.ts';
import type { Refusal as SheetRefusal } from '../../../db/exchange/sheet/read/sheet-refused.ts';
import { writeTemplate } from '../../../db/exchange/sheet/template/write-template.ts';
import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import { Stopped, type JobContext, type JobEnd } from '../jobs/jobs.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** Sheets in. */
export function createImportHandlers(desk: Desk): HandlersOf<'import'> {
  const refusedRows = refusedRowsOf();

  const run = (
    kind: 'import' | 'dry-run',
    of: { readonly store: Store; readonly batch: string; readonly ledger: string },
    work: (progress: ImportProgress) => Promise<SheetAnswer<ImportOutcome>>,
  ): { job: string } => {
    const job = desk.jobs.start(kind, async (context: JobContext): Promise<JobEnd> => {
      const answer = await work(context.progress);
      if (kind === 'import') desk.changed(of.ledger);
      if (!answer.ok) return sheetRefusal(answer.refusal);
      const { result, failures, cancelled } = answer.value;
      refusedRows.keep(of.store, of.batch, failures);
      return cancelled ? new Stopped({ ...result }) : { ...result };
    });
    return { job: job.id };
  };

  return {
    'import.inspect': async ({ ledger, ...input }) => {
      const answer = await inspectSheet({ ledger: ledgerOf(ledger), ...defined(input) });
      return answer.ok ? answer.value : sheetRefusal(answer.refusal);
    },
    'import.start': ({ ledger, dryRun, ...input }, { store, caller }) => {
      const definition = ledgerOf(ledger);
      const isKnown = (field: string | null): boolean =>
        field === null || field === idColumn || Object.hasOwn(definition.fields, field);
      if (!input.mapping.every(({ field }) => isKnown(field)))
        return new Refusal('invalid-input', 'unknown-field');
      if (!dryRun && store.batches.get(input.batch) !== null) return new Refusal('conflict', 'batch-exists');
      const request = { store, caller, ledger: definition, dryRun, now: desk.now, ...defined(input) };
      const of = { store, batch: input.batch, ledger };
      return run(dryRun ? 'dry-run' : 'import', of, (progress) => startImport(request, progress));
    },
    'import.resume': ({ batch, file }, { store, caller }) => {
      const info = store.batches.get(batch);
      const ledger = info === null ? undefined : ledgerById.get(info.ledger);
      if (ledger === undefined) return new Refusal('not-found', 'batch');
      const request = { store, caller, ledger, batch, file, now: desk.now };
      return run('import', { store, batch, ledger: ledger.id }, (progress) =>
        resumeImport(request, progress),
      );
    },
    'import.saveErrors': async ({ batch, file }, { store, caller }) => {
      const failures = refusedRows.of(store, batch);
      if (failures === null) return new Refusal('not-found', 'batch');
      return { rows: await writeErrors(failures, file, caller.language) };
    },
    'import.template': async ({ ledger, file }, { store, caller }) => {
      await writeTemplate({ store, ledger: ledgerOf(ledger), file, caller });
      return {};
    },
  };
}

/** A file that is refused as a whole. */
function sheetRefusal({ code, details }: SheetRefusal): Refusal {
  return new Refusal('exchange', code, details);
}

/**
 * Keeps the refused rows of an import in the encrypted file, so that they can still be saved after a restart. Where
 * that fails (no room left) they are kept in memory until the program ends; the import itself is done either way.
 */
function refusedRowsOf() {
  const unkept = new Map<string, Failures>();
  return {
    keep(store: Store, batch: string, failures: Failures): void {
      if (failures.count === 0) return;
      try {
        store.batches.keepRefused(batch, failures.packed());
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        unkept.set(batch, failures);
      }
    },
    of(store: Store, batch: string): Failures | null {
      const blocks = store.batches.refused(batch);
      return blocks === null ? (unkept.get(batch) ?? null) : Failures.unpacked(blocks);
    },
  };
}
