import type { BatchInfo, Caller, Store } from '../../../db/store/api.ts';
import { z } from 'zod';
import { dutyCalendarDay } from '../../../db/model/ledgers/duty-calendar-day.ts';
import { Refusal } from '../../contract/serve.ts';
import { applyBatch } from '../batch/apply-batch.ts';
import { previewBatch } from '../batch/preview-batch.ts';
import type { Selection } from '../batch/selected-ids.ts';
import { Stopped, type JobContext, type JobEnd } from '../jobs/jobs.ts';
import { runSteps } from '../jobs/run-steps.ts';
import { tellMoved } from './deadline.ts';
import type { Desk, HandlersOf } from './desk.ts';
import { toWhere } from './to-where.ts';

const LISTED_BATCHES = 100;
/** What importer and batch change both keep with a batch. */
const kept = z.object({ counts: z.record(z.string(), z.number()) });

/** The same change to many records, and taking whole batches back. */
export function createBatchHandlers(desk: Desk): HandlersOf<'batch'> {
  return {
    'batch.preview': async ({ ledger, selection, values }, { store, caller }) =>
      await previewBatch(store, { ledger, selection: toSelection(selection), values, caller }),
    'batch.apply': ({ batch, ledger, selection, values }, { store, caller }) => {
      if (store.batches.get(batch, caller) !== null) return new Refusal('conflict', 'batch-exists');
      const change = { batch, ledger, selection: toSelection(selection), values, caller };
      const carryOut = async (context: JobContext): Promise<JobEnd> => {
        const end = await applyBatch(store, change, context);
        desk.changed(ledger);
        return end;
      };
      return { job: desk.jobs.start('batch-change', carryOut, ledger).id };
    },
    'batch.list': (_input, { store, caller }) =>
      store.batches.list(LISTED_BATCHES, caller).map(describeBatch),
    'batch.undo': ({ batch }, { store, caller }) => {
      const info = store.batches.get(batch, caller);
      if (info === null) return new Refusal('not-found', 'batch');
      if (info.undoneAt !== null) return new Refusal('refused', 'already-undone');
      const carryOut = async (context: JobContext): Promise<JobEnd> => {
        const end = await undoBatch({ store, caller, batch }, context);
        desk.changed(info.ledger);
        // Moved deadlines are a batch of the calendar: it is the cases that go back.
        if (info.ledger === dutyCalendarDay.id) tellMoved(desk);
        return end;
      };
      return { job: desk.jobs.start('undo-batch', carryOut, info.ledger).id };
    },
  };
}

type WireSelection = Parameters<HandlersOf<'batch'>['batch.preview']>[0]['selection'];

const toSelection = (selection: WireSelection): Selection =>
  'where' in selection ? { where: toWhere(selection.where) } : selection;

async function undoBatch(
  { store, caller, batch }: { readonly store: Store; readonly caller: Caller; readonly batch: string },
  context: JobContext,
): Promise<JobEnd> {
  const outcome = await runSteps(store.undoBatchSteps(batch, caller), context);
  if (outcome instanceof Stopped) return outcome;
  if (outcome.ok) return { undone: outcome.undone, kept: outcome.kept };
  if (outcome.problem === 'cancelled') return new Stopped();
  return outcome.problem === 'already-undone'
    ? new Refusal('refused', 'already-undone')
    : new Refusal('not-found', 'batch');
}

function describeBatch(info: BatchInfo) {
  const { state, ...rest } = info;
  const parsed = kept.safeParse(state);
  return {
    ...rest,
    resumable: info.kind === 'import' && info.finishedAt === null && info.undoneAt === null,
    counts: parsed.success ? parsed.data.counts : {},
  };
}
