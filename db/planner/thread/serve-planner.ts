import type { MessagePort } from 'node:worker_threads';
import { type Engine, startEngine } from '../linear/engine.ts';
import { officeProblem } from '../generate/office-problem.ts';
import { planRoster } from '../office/plan-roster.ts';
import type { PlannerData, PlannerMessage, PlanTask } from './messages.ts';

/** Simplex iterations of a warm-up: a quarter of a second. */
const WARM_UP_BUDGET = 400;

/** Answers one task with progress and a roster, inside a planning thread. */
export function servePlanner(port: MessagePort, data: PlannerData): void {
  const stop = new Int32Array(data.stop);
  const say = (message: PlannerMessage): void => {
    port.postMessage(message);
  };
  const engine = startEngine();
  if (data.isAhead) void warmUp(engine);
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

/** Any month will do; nobody sees it. */
async function warmUp(engine: Promise<Engine>): Promise<void> {
  const office = { staff: 10, seed: 1, month: '2026-01', shifts: 'two', hasPatrol: false } as const;
  await planRoster(officeProblem(office), { engine, budget: WARM_UP_BUDGET });
}
