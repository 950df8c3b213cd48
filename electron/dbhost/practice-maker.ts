import { practiceSteps, rememberMade } from '../../db/practice/index.ts';
import { Stopped } from './jobs/jobs.ts';
import { runSteps } from './jobs/run-steps.ts';
import type { PracticeMaker, Town } from './session/store-door.ts';

/** Makes practice towns in slices, so that the window is answered while a town grows. */
export function practiceMakerFor(town: Town): PracticeMaker {
  return {
    town,
    fill: async (store, options, job) => {
      if ((await runSteps(practiceSteps(store, options), job)) instanceof Stopped) return false;
      rememberMade(store, options);
      return true;
    },
  };
}
