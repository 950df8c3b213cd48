import type { MessagePort } from 'node:worker_threads';
import { startEngine } from '../linear/engine.ts';
import { planRoster } from '../office/plan-roster.ts';
import type { PlannerData, PlannerMessage, PlanTask } from './messages.ts';

/** Answers one task with progress and a roster, inside a planning thread. */
export function servePlanner(port: MessagePort, data: PlannerData): void {
  const stop = new Int32Array(data.stop);
  const say = (message: PlannerMessage): void => {
    port.postMessage(message);
  };
  const engine = startEngine();
  port.once('message', ({ problem, options }: PlanTask) => {
    planRoster(problem, {
      ...options,
      engine,
      isAborted: () => Atomics.load(stop, 0) !== 0,
      onProgress: (progress) => {
        say({ kind: 'progress', progress });
      },
      onStanding: (roster) => {
        say({ kind: 'standing', roster });
      },
    }).then(
      (roster) => {
        say({ kind: 'done', roster });
      },
      (error: unknown) => {
        say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      },
    );
  });
}
