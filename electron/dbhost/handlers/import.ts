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
import type { Caller, Store } from '../../../db/store/api.ts';
import { StorageError } from '../../../db/store/index.ts';
import type { Refusal as SheetRefusal } from '../../../db/exchange/sheet/read/sheet-refused.ts';
import { writeTemplate } from '../../../db/exchange/sheet/template/write-template.ts';
import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import { Stopped, type JobContext, type JobEnd } from '../jobs/jobs.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { isClosed } from './known-names.ts';

/** An import and where it goes. */
interface ImportOf {
  readonly store: Store;
  readonly batch: string;
  readonly ledger: string;
}

/** Sheets in. */
export function createImportHandlers(desk: Desk): HandlersOf<'import'> {
  const refusedRows = refusedRowsOf();

  const run = (
    kind: 'import' | 'dry-run',
    of: ImportOf,
    work: (progress: ImportProgress) => Promise<SheetAnswer<ImportOutcome>>,
  ): { job: string } => {
    const carryOut = async (context: JobContext): Promise<JobEnd> => {
      const answer = await work(context.progress);
      if (kind === 'import') desk.changed(of.ledger);
      if (!answer.ok) return sheetRefusal(answer.refusal);
      const { result, failures, cancelled } = answer.value;
      refusedRows.keep(of, failures);
      return cancelled ? new Stopped({ ...result }) : { ...result };
    };
    return { job: desk.jobs.start(kind, carryOut, of.ledger).id };
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
      if (!dryRun && store.batches.get(input.batch, caller) !== null)
        return new Refusal('conflict', 'batch-exists');
      const request = { store, caller, ledger: definition, dryRun, now: desk.now, ...defined(input) };
      const of = { store, batch: input.batch, ledger };
      return run(dryRun ? 'dry-run' : 'import', of, (progress) => startImport(request, progress));
    },
    'import.resume': ({ batch, file }, { store, caller }) => {
      const info = store.batches.get(batch, caller);
      const ledger = info === null ? undefined : ledgerById.get(info.ledger);
      if (ledger === undefined) return new Refusal('not-found', 'batch');
      const request = { store, caller, ledger, batch, file, now: desk.now };
      return run('import', { store, batch, ledger: ledger.id }, (progress) =>
        resumeImport(request, progress),
      );
    },
    'import.saveErrors': async ({ batch, file }, { store, caller }) => {
      const failures = refusedRows.of(store, batch, caller);
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
  const unkept = new Map<string, { readonly ledger: string; readonly failures: Failures }>();
  return {
    keep({ store, batch, ledger }: ImportOf, failures: Failures): void {
      if (failures.count === 0) return;
      try {
        store.batches.keepRefused({ id: batch, ledger }, failures.packed());
      } catch (error) {
        if (!(error instanceof StorageError)) throw error;
        unkept.set(batch, { ledger, failures });
      }
    },
    of(store: Store, batch: string, caller: Caller): Failures | null {
      const blocks = store.batches.refused(batch, caller);
      if (blocks !== null) return Failures.unpacked(blocks);
      const left = unkept.get(batch);
      return left === undefined || isClosed(left.ledger, caller) ? null : left.failures;
    },
  };
}
