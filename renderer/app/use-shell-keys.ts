import { useEffect, useRef } from 'react';
import { shellCommand } from './shell-keys.ts';
import type { ShellCommand } from './shell-keys.ts';

/** Hands the keys of the shell to `run`, wherever the focus is. */
export function useShellKeys(run: (command: ShellCommand) => void): void {
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const command = shellCommand(event);
      if (command === null || event.defaultPrevented) return;
      event.preventDefault();
      newest.current(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
