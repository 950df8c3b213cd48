import { useEffect, useRef } from 'react';
import { isPageCovered } from '../ui/index.ts';
import { shellCommand } from './shell-keys.ts';
import type { ShellCommand } from './shell-keys.ts';

/** What the shell does although a dialog is open. */
const worksOverDialogs: ReadonlySet<ShellCommand['do']> = new Set(['lock', 'help']);

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
      // Behind a dialog no tab may go: the entries of the dialog would go with it.
      if (isPageCovered() && !worksOverDialogs.has(command.do)) {
        event.preventDefault();
        return;
      }
      event.preventDefault();
      newest.current(command);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
