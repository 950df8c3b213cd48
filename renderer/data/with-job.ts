import type { Payload } from '../../electron/contract/calls.ts';

type Job = Payload<'job'>;

/** The jobs with one of them newer. */
export function withJob(jobs: readonly Job[], job: Job): readonly Job[] {
  const others = jobs.filter((other) => other.id !== job.id);
  return [job, ...others].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}
