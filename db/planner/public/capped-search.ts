import type { Prices } from './run-costs.ts';
import { OFF, type Row, type Schedule, type MemberSearch } from './schedule-search.ts';

/** Prices tried for a shift over its cap before it is forbidden. */
const TRIALS = 10;

/**
 * A cheap schedule that keeps the caps on single shifts too. They are priced, not counted, in the search, so the result
 * may miss the cheapest; it is cheapest for the prices it was found with.
 */
export function bestWithinCaps(search: MemberSearch, prices: Prices): Schedule | null {
  const found = search.best(prices);
  if (!found || isWithinCaps(search, found.row)) return found;
  const surcharged = { ...prices, values: prices.values.slice() };
  const priced = new Set<number>();
  let row: Row | null = found.row;
  for (let shift = overCap(search, row); shift !== null; shift = overCap(search, row)) {
    // A shift that comes back over its cap when another was priced is given up, or the two could go on for ever.
    row = priced.has(shift) ? without(search, surcharged, shift) : withinCap(search, surcharged, shift);
    if (!row) return null;
    priced.add(shift);
  }
  return { cost: priceOf(row, prices), row, bound: found.bound };
}

/** Whether the row works no shift more often than the member may. */
export function isWithinCaps(search: MemberSearch, row: Row): boolean {
  return overCap(search, row) === null;
}

/** Raises the price of one shift by halving until its cap just holds; leaves the surcharge in the prices. */
function withinCap(search: MemberSearch, prices: Prices, shift: number): Row | null {
  const base = prices.values.slice();
  let [low, high] = [0, 2 * spread(base)];
  let best: { row: Row; surcharge: number } | null = null;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const surcharge = (low + high) / 2;
    charge({ prices, base, shift, surcharge });
    const row = search.best(prices)?.row;
    if (row && countOf(row, shift) <= capOf(search, shift)) {
      best = { row, surcharge };
      high = surcharge;
    } else low = surcharge;
  }
  if (!best) return without(search, prices, shift);
  charge({ prices, base, shift, surcharge: best.surcharge });
  return best.row;
}

function without(search: MemberSearch, prices: Prices, shift: number): Row | null {
  charge({ prices, base: prices.values.slice(), shift, surcharge: Infinity });
  return search.best(prices)?.row ?? null;
}

function charge({ prices, base, shift, surcharge }: Surcharge): void {
  for (let cell = shift; cell < base.length; cell += prices.shiftCount)
    prices.values[cell] = (base[cell] ?? 0) + surcharge;
}

/** First shift the row works more often than its cap allows. */
function overCap(search: MemberSearch, row: Row): number | null {
  return search.shape.shifts.find((shift) => countOf(row, shift) > capOf(search, shift)) ?? null;
}

function capOf({ shape }: MemberSearch, shift: number): number {
  return shape.most[shape.shifts.indexOf(shift)] ?? 0;
}

function countOf(row: Row, shift: number): number {
  return row.reduce((count, worked) => count + (worked === shift ? 1 : 0), 0);
}

function spread(prices: Float64Array): number {
  let most = 1;
  for (const price of prices) if (Number.isFinite(price)) most = Math.max(most, Math.abs(price));
  return most;
}

function priceOf(row: Row, { values, shiftCount }: Prices): number {
  return row.reduce(
    (sum, shift, day) => sum + (shift === OFF ? 0 : (values[day * shiftCount + shift] ?? 0)),
    0,
  );
}

interface Surcharge {
  readonly prices: Prices;
  readonly base: Float64Array;
  readonly shift: number;
  readonly surcharge: number;
}
