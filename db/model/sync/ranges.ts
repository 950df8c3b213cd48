import type { Ranges } from './sync-node.ts';

/** Round numbers as ranges: sorted, joined where they touch. */
export function joined(ranges: Ranges): Ranges {
  const out: (readonly [number, number])[] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const before = out.at(-1);
    if (before !== undefined && first <= before[1] + 1)
      out[out.length - 1] = [before[0], Math.max(before[1], last)];
    else out.push([first, last]);
  }
  return out;
}

/** What is not in joined ranges from 1 up to `upTo`. */
export function gapsUpTo(ranges: Ranges, upTo: number): Ranges {
  const gaps: (readonly [number, number])[] = [];
  let next = 1;
  for (const [first, last] of ranges) {
    if (first > next && next <= upTo) gaps.push([next, Math.min(first - 1, upTo)]);
    next = last + 1;
  }
  if (next <= upTo) gaps.push([next, upTo]);
  return gaps;
}
