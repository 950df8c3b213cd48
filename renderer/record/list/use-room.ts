import { useLayoutEffect, useState, type RefObject } from 'react';

/** Width of a box, pixels, following the window; 0 until it is known, and kept while the box is hidden. */
export function useRoom(box: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const read = (): void => {
      if (element.clientWidth > 0) setRoom(element.clientWidth);
    };
    read();
    const watch = new ResizeObserver(read);
    watch.observe(element);
    return () => {
      watch.disconnect();
    };
  }, [box]);
  return room;
}
