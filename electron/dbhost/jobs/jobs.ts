import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Failure } from '../../contract/failure.ts';
import { Refusal } from '../../contract/serve.ts';
import type { job as jobShape } from '../../contract/shapes.ts';

/** A long job as the window sees it. */
type Job = z.infer<typeof jobShape>;
export type JobKind = Job['kind'];
export type JobPhase = Exclude<Job['phase'], null>;

/** What the work of a job is given. */
export interface JobContext {
  readonly id: string;
  /** Tells how far it is; `false` = the user wants it stopped. May be called at every row. */
  readonly progress: (done: number, total: number) => boolean;
  readonly isCancelled: () => boolean;
  /** Aborted when the user wants it stopped; for work that listens. */
  readonly signal: AbortSignal;
  /** Says what it is at; `progress` then counts anew, up to `total` where that is known beforehand. */
  readonly phase: (phase: JobPhase, total?: number) => void;
  /** Lets waiting calls be answered; called between chunks of synchronous work. */
  readonly breathe: () => Promise<void>;
}

/** A job that stopped because it was told to; `result` is what it had done by then. */
export class Stopped {
  readonly result: Readonly<Record<string, unknown>> | null;
  constructor(result: Readonly<Record<string, unknown>> | null = null) {
    this.result = result;
  }
}

/** How a job ended: its result, an expected refusal, or stopped. */
export type JobEnd = Readonly<Record<string, unknown>> | Refusal | Stopped;

/** Long work of the data process. */
export interface Jobs {
  /** `ledger`: whose records its result may name. */
  start(kind: JobKind, work: (context: JobContext) => Promise<JobEnd>, ledger?: string): Job;
  get(id: string): Job | null;
  /** Ledger a job is about; `null` for none. */
  ledgerOf(id: string): string | null;
  list(): readonly Job[];
  cancel(id: string): void;
  /** Resolves when a job has ended, however; at once for one that is not known. */
  ended(id: string): Promise<void>;
  /** Work runs that somebody asked for; what the program does by itself gives way and is no reason to wait. */
  isBusy(): boolean;
  /** Stops everything and resolves when all have ended. */
  cancelAll(): Promise<void>;
}

/** Begun by the program itself, and again at the next opening where it was stopped. */
const givingWay: readonly JobKind[] = ['figures'];
/** Five reports a second are smooth to the eye and cost nothing. */
const REPORT_EVERY_ms = 200;
const MOST_KEPT = 50;

/** What the registry needs from its process. */
export interface JobParts {
  readonly publish: (job: Job, ledger: string | null) => void;
  readonly toFailure: (error: unknown, kind: string) => Failure;
  readonly now: () => Date;
}

interface Running {
  job: Job;
  readonly ledger: string | null;
  readonly stop: AbortController;
  lastReport_ms: number;
  ended: Promise<void>;
}

/** An empty registry. */
export function createJobs(parts: JobParts): Jobs {
  const runs = new Map<string, Running>();

  function show(run: Running, change: Partial<Job>): void {
    run.job = { ...run.job, ...change };
    run.lastReport_ms = performance.now();
    parts.publish(run.job, run.ledger);
  }

  function contextOf(run: Running): JobContext {
    return {
      id: run.job.id,
      progress(done, total) {
        if (performance.now() - run.lastReport_ms >= REPORT_EVERY_ms) show(run, { done, total });
        else run.job = { ...run.job, done, total };
        return !run.stop.signal.aborted;
      },
      isCancelled: () => run.stop.signal.aborted,
      signal: run.stop.signal,
      phase(phase, total = 0) {
        if (run.job.phase !== phase) show(run, { phase, done: 0, total });
      },
      breathe: () => new Promise((resolve) => setImmediate(resolve)),
    };
  }

  async function carryOut(run: Running, work: (context: JobContext) => Promise<JobEnd>): Promise<void> {
    try {
      // The asker gets the job's id before the first report of it.
      await new Promise((resolve) => setImmediate(resolve));
      const end = await work(contextOf(run));
      if (end instanceof Stopped) show(run, { state: 'cancelled', result: end.result && { ...end.result } });
      else if (end instanceof Refusal) show(run, { state: 'failed', failure: end.failure });
      else show(run, { state: 'done', result: { ...end } });
    } catch (error) {
      show(run, { state: 'failed', failure: parts.toFailure(error, run.job.kind) });
    }
  }

  const running = (): readonly Running[] => [...runs.values()].filter((run) => run.job.state === 'running');

  return {
    start(kind, work, ledger) {
      const run = newRun(kind, ledger ?? null, parts.now());
      runs.set(run.job.id, run);
      run.ended = carryOut(run, work);
      forgetOldest(runs);
      return run.job;
    },
    get: (id) => runs.get(id)?.job ?? null,
    ledgerOf: (id) => runs.get(id)?.ledger ?? null,
    list: () => [...runs.values()].map((run) => run.job).toReversed(),
    cancel(id) {
      runs.get(id)?.stop.abort();
    },
    ended: (id) => runs.get(id)?.ended ?? Promise.resolve(),
    isBusy: () => running().some(({ job }) => !givingWay.includes(job.kind)),
    async cancelAll() {
      const open = running();
      for (const run of open) run.stop.abort();
      await Promise.all(open.map((run) => run.ended));
    },
  };
}

function newRun(kind: JobKind, ledger: string | null, now: Date): Running {
  const job = newJob(kind, now);
  return { job, ledger, stop: new AbortController(), lastReport_ms: 0, ended: Promise.resolve() };
}

function newJob(kind: JobKind, now: Date): Job {
  const startedAt = now.toISOString();
  return {
    id: randomUUID(),
    kind,
    state: 'running',
    done: 0,
    total: 0,
    phase: null,
    startedAt,
    result: null,
    failure: null,
  };
}

function forgetOldest(runs: Map<string, Running>): void {
  const ended = [...runs].filter(([, run]) => run.job.state !== 'running');
  for (const [id] of ended.slice(0, Math.max(0, runs.size - MOST_KEPT))) runs.delete(id);
}
