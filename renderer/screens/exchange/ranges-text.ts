import type { Say } from '../../text/index.ts';

/** Numbers of packages in rows: first and last of each. */
export type Ranges = readonly (readonly [number, number])[];

/** Ranges as offices write them: 1–14、16. */
export function rangesText(ranges: Ranges, comma: string): string {
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(comma);
}

/** Single numbers gathered into ranges. */
export function gathered(numbers: readonly number[]): Ranges {
  const ranges: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && number <= last[1] + 1) last[1] = Math.max(last[1], number);
    else ranges.push([number, number]);
  }
  return ranges;
}

/** What is held of a sender, and what is missing: 已收 1–14、16，缺 15. */
export function holdingsText(
  { holds, missing }: { readonly holds: Ranges; readonly missing: readonly number[] },
  t: Say,
): string {
  const held = rangesText(holds, t('list.comma'));
  const lacking = rangesText(gathered(missing), t('list.comma'));
  if (held === '')
    return lacking === '' ? t('exchange.holds.none') : t('exchange.holds.none-gap', { missing: lacking });
  return lacking === '' ? t('exchange.holds', { held }) : t('exchange.holds.gap', { held, missing: lacking });
}

/** Number of a package, and the earlier ones whose content it carries again: 第 15 包（含 13–14）. */
export function roundsText({ from, to }: { readonly from: number; readonly to: number }, t: Say): string {
  return from === to
    ? t('exchange.round', { number: String(to) })
    : t('exchange.rounds', { number: String(to), again: rangesText([[from, to - 1]], '') });
}
