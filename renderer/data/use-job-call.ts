import { useCallback, useState } from 'react';
import type { CallName, Input, Output } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { ask } from './ask.ts';
import { failureOf } from './job-failure.ts';
import { useAction } from './use-action.ts';
import { useJob } from './use-window.ts';
import type { Job } from './window-data.ts';

/** Calls that begin a job and answer its id. */
type JobCall = {
  [N in CallName]: Output<N> extends { readonly job: string } ? N : never;
}[CallName];

/** Long work begun by a button. */
export interface JobAction<N extends JobCall> {
  readonly start: (input: Input<N>) => Promise<void>;
  /** It was begun, though nothing may be known of it yet. */
  readonly isBegun: boolean;
  readonly job: Job | null;
  /** Being begun, or on its way. */
  readonly isBusy: boolean;
  /** Why it was not begun, or how it ended badly. */
  readonly failure: Failure | null;
  /** Stops it; what is done by then stays. */
  readonly cancel: () => void;
}

/** One call that begins a job, with what a button, a progress panel and a notice need. */
export function useJobCall<N extends JobCall>(call: N): JobAction<N> {
  const { run, isBusy, failure } = useAction(call);
  const [id, setId] = useState<string | null>(null);
  const job = useJob(id);
  const start = useCallback(
    async (input: Input<N>) => {
      const started: { readonly job: string } | null = await run(input);
      if (started !== null) setId(started.job);
    },
    [run],
  );
  const isRunning = id !== null && (job === null || job.state === 'running');
  return {
    start,
    isBegun: id !== null,
    job,
    isBusy: isBusy || isRunning,
    failure: failure ?? (job === null ? null : failureOf(job)),
    cancel: () => {
      if (id !== null) void ask('job.cancel', { job: id });
    },
  };
}
