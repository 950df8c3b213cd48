import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Gives the focus to the box when its step changes: the button that led on is gone, and without a mouse the way would
 * begin anew at the top of the window. The first step leaves the focus where it is.
 */
export function useStepFocus(step: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const { activeElement } = document;
    const isTaken = activeElement !== null && box.current?.contains(activeElement) === true;
    if (!isTaken) box.current?.focus({ preventScroll: true });
  }, [step]);
  return box;
}
