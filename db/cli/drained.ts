import type { Progress } from '../store/api.ts';
import type { Context } from './command.ts';

/** Does long work of the store slice by slice, telling how far it is. */
export function drained<R>(steps: Generator<Progress, R, undefined>, context: Pick<Context, 'progress'>): R {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    context.progress(step.value.done, step.value.total);
  }
}
