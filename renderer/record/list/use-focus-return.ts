import type { GridApi } from 'ag-grid-community';
import { useEffect, type RefObject } from 'react';
import type { Row } from './use-rows.ts';

/** When the list comes into sight again (its record was closed), the keyboard is back on the row it left. */
export function useFocusReturn(root: RefObject<HTMLElement | null>, api: GridApi<Row> | null): void {
  useEffect(() => {
    if (root.current === null || api === null) return;
    let last: ReturnType<GridApi<Row>['getFocusedCell']> = null;
    const note = (): void => {
      last = api.getFocusedCell() ?? last;
    };
    api.addEventListener('cellFocused', note);
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting !== true || last === null || api.isDestroyed()) return;
      if (isIdle(document.activeElement, root.current)) api.setFocusedCell(last.rowIndex, last.column);
    });
    seen.observe(root.current);
    return () => {
      seen.disconnect();
      if (!api.isDestroyed()) api.removeEventListener('cellFocused', note);
    };
  }, [root, api]);
}

/** True when the keyboard is nowhere in particular: on the page or on the panel that has just come into sight. */
const isIdle = (focused: Element | null, list: Element | null): boolean =>
  focused === null || focused === document.body || (focused !== list && focused.contains(list));
