import type { OpeningProgress, OpenOutcome } from '../../../db/store/api.ts';
import { Stopped, type JobContext } from '../jobs/jobs.ts';
import { runSteps } from '../jobs/run-steps.ts';

/** An opening that has begun, and the first it told: the file is to be put in order before it is open. */
export interface Opening {
  readonly steps: Generator<OpeningProgress, OpenOutcome, undefined>;
  readonly first: OpeningProgress;
}

/** Goes on with an opening, telling how far it is. Stopped or failed, it takes back what was not finished and lets go of the file. */
export async function bringUp({ steps, first }: Opening, job: JobContext): Promise<OpenOutcome | Stopped> {
  let outcome: OpenOutcome | Stopped = new Stopped();
  try {
    outcome = await runSteps(goingOn({ steps, first }), job);
    return outcome;
  } finally {
    if (outcome instanceof Stopped) drop(steps);
  }
}

function* goingOn({ steps, first }: Opening): Opening['steps'] {
  yield first;
  return yield* steps;
}

/** Ends work between two slices: what it has begun is taken back on its way out. */
function drop(steps: Iterator<OpeningProgress, unknown, undefined>): void {
  steps.return?.();
}
