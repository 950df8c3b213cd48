import type { Progress } from '../../../db/store/api.ts';
import { Stopped, type JobContext, type JobPhase } from './jobs.ts';

/** Longest stretch of work between two looks at what the window asks. */
const SLICE_ms = 30;

/** How far long work is, and in which of its parts where it has several. */
type Told = Progress & { readonly phase?: JobPhase };

/**
 * Does the slices of long work one by one and lets waiting calls be answered between them; stops when told to, also before
 * the first: a job begins after its asker was answered, and the file may have been closed since. Whoever gives the steps drops
 * them when it was stopped. A new part is heard of before it begins: its first slice may be long.
 */
export async function runSteps<R>(
  steps: Generator<Told, R, undefined>,
  job: Pick<JobContext, 'progress' | 'breathe' | 'isCancelled'> & Partial<Pick<JobContext, 'phase'>>,
): Promise<R | Stopped> {
  if (job.isCancelled()) return new Stopped();
  let sliceStarted_ms = performance.now();
  let at: JobPhase | undefined;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    const { done, total, phase } = step.value;
    const isNewPart = phase !== at;
    at = phase;
    if (phase !== undefined && isNewPart) job.phase?.(phase, total);
    if (!job.progress(done, total)) return new Stopped();
    if (!isNewPart && performance.now() - sliceStarted_ms < SLICE_ms) continue;
    await job.breathe();
    // Cancelled while others had their turn: the file may be about to be closed.
    if (job.isCancelled()) return new Stopped();
    sliceStarted_ms = performance.now();
  }
}
