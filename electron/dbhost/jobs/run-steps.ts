import type { Progress } from '../../../db/store/api.ts';
import { Stopped, type JobContext } from './jobs.ts';

/** Longest stretch of work between two looks at what the window asks. */
const SLICE_ms = 30;

/**
 * Does the slices of long work one by one and lets waiting calls be answered between them; stops when told to, also before
 * the first: a job begins after its asker was answered, and the file may have been closed since.
 */
export async function runSteps<R>(
  steps: Generator<Progress, R, undefined>,
  job: Pick<JobContext, 'progress' | 'breathe' | 'isCancelled'>,
): Promise<R | Stopped> {
  if (job.isCancelled()) return new Stopped();
  let sliceStarted_ms = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (!job.progress(step.value.done, step.value.total)) return new Stopped();
    if (performance.now() - sliceStarted_ms < SLICE_ms) continue;
    await job.breathe();
    // Cancelled while others had their turn: the file may be about to be closed.
    if (job.isCancelled()) return new Stopped();
    sliceStarted_ms = performance.now();
  }
}
