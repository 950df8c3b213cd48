import { failureCodes } from '../../electron/contract/failure.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { Job } from './window-data.ts';

/** Why a job failed, as a failure with a sentence; `null` when it did not. A code unknown here counts as a bug. */
export function failureOf(job: Pick<Job, 'failure'>): Failure | null {
  if (job.failure === null) return null;
  const { code, kind, details } = job.failure;
  return { code: failureCodes.find((known) => known === code) ?? 'bug', kind, details };
}
