import { useRef } from 'react';

/** Runs `action` unless it is still running: a key pressed twice acts once. */
export function useAlone<A extends readonly unknown[]>(
  action: (...args: A) => Promise<void>,
): (...args: A) => Promise<void> {
  const isRunning = useRef(false);
  return async (...args) => {
    if (isRunning.current) return;
    isRunning.current = true;
    try {
      await action(...args);
    } finally {
      isRunning.current = false;
    }
  };
}
