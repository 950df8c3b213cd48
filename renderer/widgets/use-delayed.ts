import { useCallback, useEffect, useRef } from 'react';

/** What becomes of a call that still waits when the component goes: a question is dropped, entries must not be lost. */
type AtEnd = 'drop' | 'run';

/** Runs `action` once calls have paused for `delay_ms`; the last arguments win. */
export function useDelayed<A extends readonly unknown[]>(
  delay_ms: number,
  action: (...args: A) => Promise<void> | void,
  atEnd: AtEnd = 'drop',
): (...args: A) => void {
  const timer = useRef<number | undefined>(undefined);
  const waiting = useRef<A | null>(null);
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  const run = useCallback(() => {
    const args = waiting.current;
    waiting.current = null;
    if (args !== null) void latest.current(...args);
  }, []);
  useEffect(
    () => () => {
      window.clearTimeout(timer.current);
      if (atEnd === 'run') run();
    },
    [atEnd, run],
  );
  return useCallback(
    (...args: A) => {
      window.clearTimeout(timer.current);
      waiting.current = args;
      timer.current = window.setTimeout(run, delay_ms);
    },
    [delay_ms, run],
  );
}
