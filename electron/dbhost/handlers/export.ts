import path from 'node:path';
import { exportList } from '../../../db/exchange/sheet/export/export-list.ts';
import { ledgerOf } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import { Stopped } from '../jobs/jobs.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';

/** Sheets out. */
export function createExportHandlers({ jobs, now }: Desk): HandlersOf<'export'> {
  return {
    'export.start': ({ ledger, where, ...input }, { store, caller }) => {
      const definition = ledgerOf(ledger);
      // Sensitive classes never enter a general export (data law 9).
      if (definition.sensitive) return new Refusal('refused', 'sensitive');
      const request = { store, caller, ledger: definition, where: toWhere(where), now, ...defined(input) };
      const job = jobs.start('export', async ({ progress }) => {
        const outcome = await exportList(request, progress);
        // The window shows the name; it knows the file by the token it was given.
        return outcome.ok ? { rows: outcome.rows, file: path.basename(outcome.file) } : new Stopped();
      });
      return { job: job.id };
    },
  };
}
