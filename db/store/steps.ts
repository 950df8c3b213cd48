import type { Progress } from './api.ts';
import { guarded } from './storage-error.ts';

/** Long work in slices: yields how far it is between two of them, returns its outcome. Dropping it stops the work. */
export type Steps<R, P extends Progress = Progress> = Generator<P, R, undefined>;

/** Does all slices at once; `null` when `goOn` said `false` between two of them. */
export function drained<R, P extends Progress>(steps: Steps<R, P>, goOn: (progress: P) => boolean): R | null {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (!goOn(step.value)) return null;
  }
}

/** Does all slices at once and tells each; its outcome. */
export function finished<R, P extends Progress>(
  steps: Steps<R, P>,
  tell: (progress: P) => void = () => undefined,
): R {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    tell(step.value);
  }
}

/** The same slices, with failures of the storage let out as `StorageError`. */
export function* guardedSteps<R, P extends Progress>(steps: Steps<R, P>): Steps<R, P> {
  for (;;) {
    const step = guarded(() => steps.next());
    if (step.done === true) return step.value;
    yield step.value;
  }
}

/** Steps of work there is none of. */
export function* noSteps<R>(result: R): Steps<R> {
  yield* [];
  return result;
}
