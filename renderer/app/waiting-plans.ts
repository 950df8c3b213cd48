import { ask } from '../data/index.ts';
import type { Job } from '../data/index.ts';

/** Jobs that may have left a roster behind; it waits in the memory of the data process, without its tab and under the lock. */
export const endedPlans = (jobs: readonly Job[]): readonly Job[] =>
  jobs.filter(({ kind, state }) => kind === 'duty-plan' && state !== 'running');

/** Whether one of these rosters is still neither kept nor thrown away. */
export async function isPlanWaiting(plans: readonly Job[]): Promise<boolean> {
  const proposals = await Promise.all(plans.map(({ id }) => ask('duty.proposal', { job: id })));
  return proposals.some((reply) => reply.ok && reply.value !== null);
}
