import { useEffect, useState, type RefObject } from 'react';

/** Number of the page in the middle of the view, from 1. */
export function useCurrentPage(box: RefObject<HTMLElement | null>, pages: number): number {
  const [page, setPage] = useState(1);
  useEffect(() => {
    const scroll = box.current;
    if (scroll === null || pages === 0) return;
    const read = (): void => {
      const share = (scroll.scrollTop + scroll.clientHeight / 2) / scroll.scrollHeight;
      setPage(Math.min(pages, Math.max(1, Math.ceil(share * pages))));
    };
    scroll.addEventListener('scroll', read, { passive: true });
    return () => {
      scroll.removeEventListener('scroll', read);
    };
  }, [box, pages]);
  return page;
}
