import { useCallback, useRef, useState } from 'react';
import type { CallName, Input, Output } from '../../electron/contract/calls.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import { ask } from './ask.ts';

/** A call made by a button. */
export interface Action<N extends CallName> {
  /** Answers `null` when it failed (`failure` then says why), and at once while it is still running: a key pressed twice acts once. */
  readonly run: (input: Input<N>) => Promise<Output<N> | null>;
  readonly isBusy: boolean;
  readonly failure: Failure | null;
}

/** One call with what a button and its notice need: busy or not, and the last failure. */
export function useAction<N extends CallName>(call: N): Action<N> {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isRunning = useRef(false);
  const run = useCallback(
    async (input: Input<N>) => {
      if (isRunning.current) return null;
      isRunning.current = true;
      setBusy(true);
      setFailure(null);
      const reply = await ask(call, input);
      isRunning.current = false;
      setBusy(false);
      if (reply.ok) return reply.value;
      setFailure(reply.failure);
      return null;
    },
    [call],
  );
  return { run, isBusy, failure };
}
