import type { SyncNode } from '../../../db/model/sync/sync-node.ts';
import type { SyncStore } from '../../../db/store/api/sync.ts';
import { Refusal } from '../../contract/serve.ts';
import type { JobContext, JobEnd, Jobs } from '../jobs/jobs.ts';
import type { Session } from '../session/session.ts';
import { breathingNode } from './breathing-node.ts';

const kinds = ['package-export', 'take-in', 'answer'] as const;

/** What a job of the exchange is started with. */
export interface ExchangeWork {
  readonly kind: (typeof kinds)[number];
  readonly sync: SyncStore;
  readonly work: (node: SyncNode, job: JobContext) => Promise<JobEnd>;
}

/** Starts a job of the exchange; one at a time, since two would take the same numbers. */
export function startExchange(
  { jobs, session }: { readonly jobs: Jobs; readonly session: Session },
  { kind, sync, work }: ExchangeWork,
): { job: string } | Refusal {
  if (isExchanging(jobs)) return new Refusal('refused', 'busy');
  const job = jobs.start(kind, async (context) => {
    try {
      return await work(breathingNode(sync, context), context);
    } finally {
      session.publish();
    }
  });
  return { job: job.id };
}

/** True while a job of the exchange runs. */
export const isExchanging = (jobs: Jobs): boolean =>
  jobs.list().some(({ state, kind }) => state === 'running' && kinds.some((one) => one === kind));
