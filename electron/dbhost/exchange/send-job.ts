import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { answerChild } from '../../../db/exchange/sync/answer.ts';
import {
  sendPackage,
  type SendOrder,
  type SendProgress,
  type SendResult,
} from '../../../db/exchange/sync/send.ts';
import type { SyncNode } from '../../../db/model/sync/sync-node.ts';
import type { Language } from '../../contract/calls.ts';
import type { exportResult } from '../../contract/exchange-calls.ts';
import type { Frozen } from '../../contract/serve.ts';
import type { JobContext, JobEnd } from '../jobs/jobs.ts';
import { endOf } from './told.ts';

/** What of an order the window decides; the rest comes from the job. */
export type Sending = Omit<SendOrder, 'signal' | 'onProgress'>;

/** Writes a package for a peer onto a drive, and says so only when it was read back. */
export async function sendJob(
  node: SyncNode,
  { order, language }: { readonly order: Sending; readonly language: Language },
  job: JobContext,
): Promise<JobEnd> {
  await clearWork(order);
  const result = await sendPackage(node, { ...order, ...watched(job) });
  return result.ok ? { ...shownResult(result) } : endOf(result, language);
}

/** Writes the receipt for a child, and what goes down to it. */
export async function answerJob(
  node: SyncNode,
  { order, language }: { readonly order: Sending & { readonly peer: string }; readonly language: Language },
  job: JobContext,
): Promise<JobEnd> {
  await clearWork(order);
  const answer = await answerChild(node, { ...order, ...watched(job) });
  if (!answer.ok) return endOf(answer, language);
  const { receipt, code, down } = answer;
  return { receipt: shownResult(receipt), code, down: down === null ? null : shownResult(down) };
}

/** Encrypted parts a crash has left; one job of the exchange runs at a time. */
const clearWork = ({ workFolder }: Sending): Promise<void> =>
  rm(workFolder, { recursive: true, force: true });

const watched = (job: JobContext): Pick<SendOrder, 'signal' | 'onProgress'> => ({
  signal: job.signal,
  onProgress: (progress: SendProgress) => {
    job.phase(progress.phase);
    job.progress(progress.done_bytes, progress.phase === 'packing' ? 0 : progress.total_bytes);
  },
});

/** The window shows names; where the medium was mounted is nobody's business. */
export const fileName = (file: string): string => path.win32.basename(file);

function shownResult({ sent, leftOut }: SendResult): Frozen<z.infer<typeof exportResult>> {
  const { digest, kind, file, bytes, to, from, counts, verified } = sent;
  return {
    digest,
    kind,
    file: fileName(file),
    bytes,
    number: to,
    from,
    counts,
    verified,
    leftOut,
    isSafeToRemove: true,
  };
}
