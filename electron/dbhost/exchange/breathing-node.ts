import type { SyncNode } from '../../../db/model/sync/sync-node.ts';
import type { SyncStore } from '../../../db/store/api/sync.ts';
import { Stopped, type JobContext } from '../jobs/jobs.ts';
import { runSteps } from '../jobs/run-steps.ts';

/** What a long exchange needs of its job. */
export type Breathing = Pick<JobContext, 'breathe' | 'isCancelled'>;

/**
 * The store as a node whose long answers let other calls be answered in between: the store itself answers at once, and a
 * million rows at once are half a minute.
 */
export function breathingNode(sync: SyncStore, job: Breathing): SyncNode {
  async function* withPauses(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) {
      yield chunk;
      await job.breathe();
    }
  }
  return {
    facts: sync.facts,
    documents: sync.documents,
    receipts: sync.receipts,
    files: {
      info: (hash) => sync.files.info(hash),
      content: async (hash) => {
        await job.breathe();
        return sync.files.content(hash);
      },
      keep: async (content, of) => {
        sync.files.keep(content, of);
        await job.breathe();
      },
    },
    outgoing: {
      ...sync.outgoing,
      preview: async (selection) => {
        const preview = await runSteps(sync.previewSteps(selection), { ...job, progress: () => true });
        // A preview half made is of no use to anybody; the asker sees the signal of the job.
        return preview instanceof Stopped ? { ledgers: {}, attachments: [] } : preview;
      },
      lines: (...given) => withPauses(sync.outgoing.lines(...given)),
      giveBack: (...given) => withPauses(sync.outgoing.giveBack(...given)),
    },
    incoming: {
      ...sync.incoming,
      apply: async (...given) => {
        sync.incoming.apply(...given);
        await job.breathe();
      },
      tryWaiting: async (arrival) => {
        const isMore = sync.incoming.tryWaiting(arrival);
        await job.breathe();
        return isMore;
      },
    },
  };
}
