import type { SuppressHeaderKeyboardEventParams } from 'ag-grid-community';
import { useEffect, useRef } from 'react';
import type { Row } from './use-rows.ts';

/** What the keys of a column head do. */
export interface HeadActions {
  readonly sort: () => void;
  readonly filter: () => void;
}

/** Keys of a head that has the focus: Enter sorts, Alt+Down opens the filter, as in a spreadsheet. */
export function useHeadKeys(head: HTMLElement, actions: HeadActions): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = event.target === head ? headKey(event) : null;
      if (key === null) return;
      event.preventDefault();
      newest.current[key]();
    };
    head.addEventListener('keydown', onKey);
    return () => {
      head.removeEventListener('keydown', onKey);
    };
  }, [head]);
}

/** Tells the grid to leave these keys alone; Alt+Down would go to the rows. */
export const isHeadKey = ({ event }: SuppressHeaderKeyboardEventParams<Row>): boolean =>
  headKey(event) !== null;

function headKey({ key, altKey, ctrlKey, shiftKey }: KeyboardEvent): keyof HeadActions | null {
  if (ctrlKey || shiftKey) return null;
  if (key === 'Enter' && !altKey) return 'sort';
  return key === 'ArrowDown' && altKey ? 'filter' : null;
}
