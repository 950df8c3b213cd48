import { useContext, useEffect, useRef, type RefObject } from 'react';
import { ActiveTabContext } from '../../app/navigation.ts';
import { isPageCovered, isPopupOpen } from '../../ui/index.ts';

/** Keys of a record that is being read: F2 edits, Esc goes back to where it was opened from. */
export function usePageKeys(
  isReading: boolean,
  actions: { readonly edit: () => void; readonly leave: () => void },
): RefObject<HTMLDivElement | null> {
  const root = useRef<HTMLDivElement>(null);
  const isActive = useContext(ActiveTabContext);
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const page = root.current;
    if (!isReading || page === null) return;
    // Opened again, a page that stayed behind other tabs gets its keys back; walking along the tabs keeps the focus there.
    const isOnStrip = (document.activeElement?.closest('[role=tablist]') ?? null) !== null;
    if (isActive && !isOnStrip && !page.contains(document.activeElement)) page.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'F2') latest.current.edit();
      if (event.key === 'Escape' && !isPageCovered() && !isPopupOpen()) latest.current.leave();
    };
    page.addEventListener('keydown', onKey);
    return () => {
      page.removeEventListener('keydown', onKey);
    };
  }, [isReading, isActive]);
  return root;
}
