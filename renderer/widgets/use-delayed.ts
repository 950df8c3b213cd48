import { useCallback, useEffect, useRef } from 'react';

/** Runs `action` once calls have paused for `delay_ms`; the last arguments win, nothing runs after unmounting. */
export function useDelayed<A extends readonly unknown[]>(
  delay_ms: number,
  action: (...args: A) => Promise<void> | void,
): (...args: A) => void {
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useCallback(
    (...args: A) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        void latest.current(...args);
      }, delay_ms);
    },
    [delay_ms],
  );
}
