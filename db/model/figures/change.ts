/** How a number stands to the one before: 环比, 同比. */
export type Change =
  | { readonly kind: 'no-base' }
  /** Share of the base: 0.12 is twelve per cent more. */
  | { readonly kind: 'ratio'; readonly ratio: number }
  /** For rates, which are compared in percentage points (百分点): 0.012 is 1.2 points. */
  | { readonly kind: 'points'; readonly points: number };

/** Change of a count or a sum. Nothing, or nothing known, before: there is no base, and no per cent of it. */
export function changeOf(now: number | null, base: number | null): Change {
  if (now === null || base === null || base === 0) return { kind: 'no-base' };
  return { kind: 'ratio', ratio: (now - base) / base };
}

/** Change of a rate; a rate of nothing is no base. */
export const pointsOf = (now: number | null, base: number | null): Change =>
  now === null || base === null ? { kind: 'no-base' } : { kind: 'points', points: now - base };

/** A share; `null` where there is nothing to take a share of. */
export const shareOf = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;
