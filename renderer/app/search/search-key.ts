/** What a key does in the box: a new place of the cursor, `choose`, `open`, `close`, or nothing. */
export function searchKey(
  key: string,
  { at, count, isOpen }: { readonly at: number; readonly count: number; readonly isOpen: boolean },
): number | 'choose' | 'open' | 'close' | null {
  if (key === 'Escape') return 'close';
  if (!isOpen) return key === 'ArrowDown' ? 'open' : null;
  // Also before there is an answer: the first of it is meant.
  if (key === 'Enter') return 'choose';
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at + count - 1) % count;
    default:
      return null;
  }
}
