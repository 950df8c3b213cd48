import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { RosterProblem } from '../../roster/problem.ts';
import type { Roster } from '../../roster/roster.ts';
import type { PlanOptions } from '../plan-options.ts';
import type { PlannerData, PlannerMessage, PlanTask } from './messages.ts';

/** How long a stopped solver may take to come back by itself; HiGHS looks up only now and then. */
const GRACE_MS = 500;

/** A planning thread failed: the roster could not be planned, nothing else is touched. */
export class PlanFailed extends Error {
  constructor(reason: string) {
    super(`the planner failed: ${reason}`);
    this.name = 'PlanFailed';
  }
}

/** One thread for one plan. It may wait a while for its task, warmed up. */
export class PlanningThread {
  readonly #stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  readonly #worker: Worker;
  #failure: PlanFailed | null = null;
  #standing: Roster | null = null;
  #settle: ((outcome: Roster | PlanFailed) => void) | null = null;
  #onProgress: PlanOptions['onProgress'];
  #isPastGrace = false;

  /** `isAhead`: its task comes later. */
  constructor(isAhead: boolean) {
    const data: PlannerData = { stop: this.#stop, isAhead };
    this.#worker = new Worker(workerFile(), { workerData: data, execArgv: [] });
    this.#worker.on('message', (message: PlannerMessage) => {
      this.#take(message);
    });
    this.#worker.on('error', (cause) => {
      this.#fail(new PlanFailed(cause instanceof Error ? cause.message : String(cause)));
    });
    this.#worker.on('exit', (code) => {
      this.#fail(new PlanFailed(`its thread ended with code ${String(code)}`));
    });
    this.#worker.unref();
  }

  /** Plans, and ends the thread. */
  async plan(problem: RosterProblem, options: PlanOptions): Promise<Roster> {
    const { budget, timeLimit_s, signal, onProgress } = options;
    this.#onProgress = onProgress;
    const task: PlanTask = {
      problem,
      options: { ...(budget !== undefined && { budget }), ...(timeLimit_s !== undefined && { timeLimit_s }) },
    };
    const onAbort = (): void => {
      this.#keep();
    };
    this.#worker.ref();
    try {
      const outcome = new Promise<Roster | PlanFailed>((resolve) => (this.#settle = resolve));
      if (this.#failure) throw this.#failure;
      this.#worker.postMessage(task);
      signal?.addEventListener('abort', onAbort, { once: true });
      if (signal?.aborted === true) onAbort();
      const roster = await outcome;
      if (roster instanceof PlanFailed) throw roster;
      return roster;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      await this.end();
    }
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  /** Asks the thread to stop; one that does not look up in time is left, and its last roster is the answer. */
  #keep(): void {
    Atomics.store(new Int32Array(this.#stop), 0, 1);
    setTimeout(() => {
      this.#isPastGrace = true;
      if (this.#standing) this.#settle?.(this.#standing);
    }, GRACE_MS).unref();
  }

  #take(message: PlannerMessage): void {
    if (message.kind === 'progress') this.#onProgress?.(message.progress);
    if (message.kind === 'done') this.#settle?.(message.roster);
    if (message.kind === 'failed') this.#fail(new PlanFailed(message.message));
    if (message.kind !== 'standing') return;
    this.#standing = message.roster;
    if (this.#isPastGrace) this.#settle?.(message.roster);
  }

  #fail(failure: PlanFailed): void {
    this.#failure ??= failure;
    this.#settle?.(failure);
  }
}

/** The bundler puts the thread's file beside each program; unbundled, Node runs the source. */
function workerFile(): string {
  const here = import.meta.url;
  const name = here.endsWith('.ts') ? '../planner-worker.ts' : 'planner-worker.cjs';
  return fileURLToPath(new URL(name, here));
}
