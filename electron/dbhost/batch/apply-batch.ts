import { ledgerOf } from '../../../db/model/registry.ts';
import type { RecordWrite, Store, WriteOutcome } from '../../../db/store/api.ts';
import { Stopped, type JobContext, type JobEnd } from '../jobs/jobs.ts';
import { problemAnswer } from '../handlers/write-answer.ts';
import type { BatchChange } from './preview-batch.ts';
import { selectedIds } from './selected-ids.ts';

/** Rows of one transaction: large enough to be fast, small enough that other calls wait no longer than a blink. */
const CHUNK = 100;
const MOST_NAMED = 200;

interface Counts {
  updated: number;
  unchanged: number;
  rejected: number;
}

/** What of a chunk could not be changed. */
interface Rejected {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
}

/**
 * Writes the same values to many records, chunk by chunk; a row that cannot be changed is named and left alone.
 * What is written before a crash or a cancel stays, belongs to the batch, and can be taken back with it.
 */
export async function applyBatch(
  store: Store,
  change: BatchChange & { readonly batch: string },
  job: JobContext,
): Promise<JobEnd> {
  const { batch, ledger, caller } = change;
  const counts: Counts = { updated: 0, unchanged: 0, rejected: 0 };
  const rejected: Rejected[] = [];
  const label = ledgerOf(ledger).label[caller.language];
  store.batches.start({ id: batch, kind: 'batch-change', ledger, label }, { counts: { ...counts } });
  const ids = await selectedIds(store, change, job.breathe);
  for (let from = 0; from < ids.length; from += CHUNK) {
    const chunk = ids.slice(from, from + CHUNK);
    for (const refused of writeChunk(store, { ...change, ids: chunk, from }, counts)) {
      if (rejected.length < MOST_NAMED) rejected.push(refused);
    }
    store.batches.update(batch, { counts: { ...counts } }, false);
    if (!job.progress(from + chunk.length, ids.length)) break;
    await job.breathe();
  }
  store.batches.update(batch, { counts: { ...counts } }, true);
  const result = { ...counts, batch, errors: rejected };
  return job.isCancelled() ? new Stopped(result) : result;
}

interface Chunk extends BatchChange {
  readonly batch: string;
  readonly ids: readonly string[];
  readonly from: number;
}

/** The whole chunk in one transaction; when one row stands in the way, each row by itself. */
function writeChunk(store: Store, chunk: Chunk, counts: Counts): readonly Rejected[] {
  const writes = chunk.ids.map((id) => updateOf(store, chunk, id)).filter((write) => write !== null);
  counts.rejected += chunk.ids.length - writes.length;
  if (writes.length === 0) return [];
  const together = writeAll(store, chunk, { writes, name: `${String(chunk.from)}` });
  if (together.ok) {
    count(together, counts);
    return [];
  }
  return writes.flatMap((write) => {
    const alone = writeAll(store, chunk, { writes: [write], name: write.id });
    count(alone, counts);
    if (alone.ok) return [];
    const { failure } = problemAnswer(alone.problem, chunk.ledger, chunk.caller);
    const title = store.get(chunk.ledger, write.id, chunk.caller)?.title ?? '';
    return [{ id: write.id, title, kind: failure.kind }];
  });
}

function updateOf(store: Store, { ledger, values, caller }: Chunk, id: string): RecordWrite | null {
  const record = store.get(ledger, id, caller);
  return record === null ? null : { ledger, id, op: 'update', values, base: record.version };
}

/** The write id is made of the batch and the place in it, so that nothing is written twice whatever is repeated. */
function writeAll(
  store: Store,
  { batch, caller }: Chunk,
  { writes, name }: { readonly writes: readonly RecordWrite[]; readonly name: string },
): WriteOutcome {
  return store.write({ writeId: `${batch}/${name}`, caller, writes, batch });
}

function count(outcome: WriteOutcome, counts: Counts): void {
  if (!outcome.ok) counts.rejected += 1;
  else for (const record of outcome.records) counts[record.change === null ? 'unchanged' : 'updated'] += 1;
}
