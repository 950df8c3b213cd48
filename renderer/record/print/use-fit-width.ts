import { useLayoutEffect, useState, type RefObject } from 'react';

/** Space left and right of a page, pixels. */
const MARGIN = 48;
/** A page wider than this is no longer read at a glance. */
const WIDEST_PORTRAIT = 900;
const WIDEST_LANDSCAPE = 1270;

/** Width at which a page fits the box, following the window. `isShown` = there are pages, so the dialog has its box. */
export function useFitWidth(
  box: RefObject<HTMLElement | null>,
  { isLandscape, isShown }: { readonly isLandscape: boolean; readonly isShown: boolean },
): number {
  const widest = isLandscape ? WIDEST_LANDSCAPE : WIDEST_PORTRAIT;
  const [width, setWidth] = useState(widest);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || !isShown) return;
    const read = (): void => {
      setWidth(Math.min(widest, element.clientWidth - MARGIN));
    };
    read();
    const watch = new ResizeObserver(read);
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [box, widest, isShown]);
  return width;
}
