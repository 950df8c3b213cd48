import { Refusal } from '../../contract/serve.ts';
import { Stopped, type JobContext, type JobEnd } from '../jobs/jobs.ts';
import { runSteps } from '../jobs/run-steps.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** Lines shown before somebody decides; the number says how many more there are. */
const MOST_LINES = 100;

/** A look nobody waits for as a job: other calls are answered between its slices, and it is never stopped. */
const unattended = {
  progress: () => true,
  isCancelled: () => false,
  breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
};

/** Reckoning anew after rules kept as data have changed. */
export function createReckoningHandlers(desk: Desk): HandlersOf<'reckoning'> {
  return {
    'reckoning.look': async ({ ledger }, { store, caller }) => {
      const steps = store.reckoning.lookSteps(ledger, { lines: MOST_LINES }, caller);
      const found = await runSteps(steps, unattended);
      if (found instanceof Stopped) throw new Error('nobody stops this look');
      return found;
    },
    'reckoning.apply': ({ batch, ledger }, { store, caller }) => {
      if (store.batches.get(batch, caller) !== null) return new Refusal('conflict', 'batch-exists');
      const [first, ...others] = store.reckoning.ledgersOf(ledger, caller);
      if (first === undefined) return new Refusal('not-found', 'record');
      const carryOut = async (context: JobContext): Promise<JobEnd> => {
        const end = await runSteps(store.reckoning.applySteps(batch, ledger, caller), context);
        for (const changed of [first, ...others]) desk.changed(changed);
        return end instanceof Stopped ? end : { updated: end.changed, batch };
      };
      return { job: desk.jobs.start('batch-change', carryOut, first).id };
    },
  };
}
