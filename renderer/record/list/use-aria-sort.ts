import { useEffect } from 'react';

/**
 * Says on a column head how the list is sorted by it; `null` = cannot be sorted by it. The head with the role belongs to
 * the grid, which does not know that the data process sorts and takes the word away whenever columns change.
 */
export function useAriaSort(head: HTMLElement, order: 'ascending' | 'descending' | 'none' | null): void {
  useEffect(() => {
    if (order === null) return;
    const say = (): void => {
      if (head.getAttribute('aria-sort') !== order) head.setAttribute('aria-sort', order);
    };
    say();
    const watch = new MutationObserver(say);
    watch.observe(head, { attributes: true, attributeFilter: ['aria-sort'] });
    return () => {
      watch.disconnect();
    };
  }, [head, order]);
}
