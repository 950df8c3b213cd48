import { practiceSteps } from '../../db/practice/index.ts';
import type { PracticeMaker, Town } from './session/store-door.ts';

/** Longest stretch of work between two looks at what the window asks. */
const SLICE_ms = 30;

/** Makes practice towns in slices, so that the window is answered while a town grows. */
export function practiceMakerFor(town: Town): PracticeMaker {
  return {
    town,
    async fill(store, size, job) {
      let sliceStarted = performance.now();
      for (const { done, total } of practiceSteps(store, size)) {
        if (!job.progress(done, total)) return false;
        if (performance.now() - sliceStarted < SLICE_ms) continue;
        await job.breathe();
        sliceStarted = performance.now();
      }
      return true;
    },
  };
}
