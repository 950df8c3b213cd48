import type { GridApi } from 'ag-grid-community';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { isPageCovered } from '../../ui/index.ts';
import type { Row } from './use-rows.ts';

/**
 * When the list comes into sight again (its record was closed), the keyboard is back on the row it left. Returns the way
 * back for menus and dialogs of the list, whose own opener may be gone.
 */
export function useFocusReturn(root: RefObject<HTMLElement | null>, api: GridApi<Row> | null): () => void {
  const last = useRef<ReturnType<GridApi<Row>['getFocusedCell']>>(null);
  const back = useCallback(() => {
    if (last.current === null || api === null || api.isDestroyed() || isPageCovered()) return;
    if (isIdle(document.activeElement, root.current))
      api.setFocusedCell(last.current.rowIndex, last.current.column);
  }, [root, api]);
  useEffect(() => {
    if (root.current === null || api === null) return;
    const note = (): void => {
      last.current = api.getFocusedCell() ?? last.current;
    };
    api.addEventListener('cellFocused', note);
    const seen = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) back();
    });
    seen.observe(root.current);
    return () => {
      seen.disconnect();
      if (!api.isDestroyed()) api.removeEventListener('cellFocused', note);
    };
  }, [root, api, back]);
  // What is closed lets go of the focus only after this.
  return useCallback(() => void setTimeout(back, 0), [back]);
}

/** True when the keyboard is nowhere in particular: on the page or on the panel that has just come into sight. */
const isIdle = (focused: Element | null, list: Element | null): boolean =>
  focused === null || focused === document.body || (focused !== list && focused.contains(list));
