import { calendarOf } from '../../../db/duty/file-calendar.ts';
import { dutyCalendarDay } from '../../../db/model/ledgers/duty-calendar-day.ts';
import { ledgers } from '../../../db/model/registry.ts';
import { Refusal } from '../../contract/serve.ts';
import { defined } from '../defined.ts';
import { Stopped } from '../jobs/jobs.ts';
import { runSteps } from '../jobs/run-steps.ts';
import type { Desk, HandlersOf } from './desk.ts';

/** Deadlines that were given out before the holiday calendar changed. */
export function createDeadlineHandlers(desk: Desk): HandlersOf<'deadline'> {
  return {
    'deadline.look': async (question, { store, caller }) => {
      const found = await runSteps(store.deadlines.lookSteps(defined(question), caller), unhurried);
      if (found instanceof Stopped) throw new Error('a look was stopped, which nobody can');
      const isIdle = question.all !== true && found.count === 0 && found.days?.length !== 0;
      if (isIdle) store.deadlines.settle();
      const calendar = calendarOf(store);
      const days = found.days?.map((one) => ({ ...one, name: calendar.nameOf(one.day) })) ?? null;
      return { ...found, days };
    },
    'deadline.move': ({ batch, ...question }, { store, caller }) => {
      if (store.batches.get(batch, caller) !== null) return new Refusal('conflict', 'batch-exists');
      const job = desk.jobs.start('deadlines', async (context) => {
        const end = await runSteps(store.deadlines.moveSteps(batch, defined(question), caller), context);
        tellMoved(desk);
        return end instanceof Stopped ? end : { ...end, batch };
      });
      return { job: job.id };
    },
    'deadline.keep': (_input, { store }) => {
      store.deadlines.settle();
      desk.changed(dutyCalendarDay.id);
      return {};
    },
  };
}

/** Tells the window that deadlines of cases moved, or moved back. */
export function tellMoved(desk: Desk): void {
  for (const { id, workflow } of ledgers) {
    if (workflow === undefined) continue;
    desk.changed(id);
    desk.changed(workflow.steps);
  }
  desk.changed(dutyCalendarDay.id);
}

/** A look is no job: nobody stops it, and it lets others have their turn. */
const unhurried = {
  progress: () => true,
  isCancelled: () => false,
  breathe: () => new Promise<void>((resolve) => setImmediate(resolve)),
} as const;
