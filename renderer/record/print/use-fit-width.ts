import { useEffect, useState, type RefObject } from 'react';

/** Space left and right of a page, pixels. */
const MARGIN = 48;
/** A page wider than this is no longer read at a glance. */
const WIDEST_PORTRAIT = 900;
const WIDEST_LANDSCAPE = 1270;

/** Width at which a page fits the box, following the window. */
export function useFitWidth(box: RefObject<HTMLElement | null>, isLandscape: boolean): number {
  const widest = isLandscape ? WIDEST_LANDSCAPE : WIDEST_PORTRAIT;
  const [width, setWidth] = useState(widest);
  useEffect(() => {
    if (box.current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.min(widest, entry.contentRect.width - MARGIN));
    });
    watch.observe(box.current);
    return () => {
      watch.disconnect();
    };
  }, [box, widest]);
  return width;
}
