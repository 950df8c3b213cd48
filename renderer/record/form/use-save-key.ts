import { useEffect, useRef, type RefObject } from 'react';
import { isPageCovered } from '../../ui/index.ts';

/** Ctrl+S saves the form that is shown wherever the focus is, also after a click beside the fields. */
export function useSaveKey(form: RefObject<HTMLElement | null>, save: () => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isSave = event.key === 's' && (event.ctrlKey || event.metaKey);
      if (!isSave || event.defaultPrevented || event.isComposing) return;
      // The form of a hidden tab takes no room.
      const isShown = form.current !== null && form.current.offsetParent !== null;
      if (!isShown || isPageCovered()) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [form]);
}
