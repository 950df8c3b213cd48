import { Random } from '../generate/random.ts';
import type { MemberShape } from './member-shape.ts';
import type { Prices } from './run-costs.ts';
import { type MemberSearch, OFF, type Row, type Schedule, ScheduleSearch } from './schedule-search.ts';

/** Halvings of the price of a unit; prices are small whole numbers and sums of them, so this tells them apart. */
const TRIALS = 16;
/** A schedule this near to its bound is as good as the cheapest: costs are whole. */
const NEAR = 0.5;
/** Shares of the largest price that are added at random when equal prices let all work jump in or out at once. */
const NOISE = [0, 0.01, 0.05, 0.25] as const;

/**
 * The search of a member whose horizon is too long for counting minutes: they are priced instead, and the price is halved
 * until the minutes fit. Finds good schedules, not always the cheapest; the bound holds all the same (Lagrange).
 */
export class PricedSearch implements MemberSearch {
  readonly shape: MemberShape;
  readonly counted = null;
  readonly #search: ScheduleSearch;
  readonly #lengths: ReadonlyMap<number, number>;
  #lastUnit = 0;

  constructor(shape: MemberShape) {
    this.shape = shape;
    this.#search = new ScheduleSearch({
      ...shape,
      lengths: shape.lengths.map(() => 0),
      minUnits: 0,
      maxUnits: 0,
    });
    this.#lengths = new Map(shape.shifts.map((shift, at) => [shift, shape.lengths[at] ?? 0]));
  }

  best(prices: Prices): Schedule | null {
    const free = this.#search.best(prices);
    if (!free) return null;
    if (this.#excess(free.row) === 0) return { ...free, cost: priceOf(free.row, prices) };
    let bound = free.bound;
    for (const noise of NOISE) {
      const found = this.#halve(noisy(prices, noise));
      if (noise === 0) bound = Math.max(bound, found.bound);
      if (found.row) return { row: found.row, cost: priceOf(found.row, prices), bound };
    }
    const exact = new ScheduleSearch(this.shape).best(prices);
    return exact && { ...exact, bound };
  }

  /** Raises or lowers the price of a unit between too much and too little work. */
  #halve(prices: Prices): { readonly row: Row | null; readonly bound: number } {
    const bracket = new Bracket(2 * largest(prices.values), this.#lastUnit);
    let row: Row | null = null;
    let cost = Infinity;
    let bound = -Infinity;
    for (let trial = 0; trial < TRIALS && cost >= bound + NEAR; trial += 1) {
      const { unit } = bracket;
      const found = this.#search.best(this.#charged(prices, unit));
      if (!found) break;
      bound = Math.max(bound, found.cost - unit * (unit > 0 ? this.shape.maxUnits : this.shape.minUnits));
      const excess = this.#excess(found.row);
      const price = priceOf(found.row, prices);
      if (excess === 0 && price < cost) {
        [row, cost] = [found.row, price];
        this.#lastUnit = unit;
      }
      // Work that fits may still be too dear: on towards the free price.
      bracket.narrow(excess > 0 || (excess === 0 && unit < 0));
    }
    return { row, bound };
  }

  #charged({ values, shiftCount }: Prices, unit: number): Prices {
    const lengths = Array.from({ length: shiftCount }, (_, shift) => (this.#lengths.get(shift) ?? 0) * unit);
    return { values: values.map((value, cell) => value + (lengths[cell % shiftCount] ?? 0)), shiftCount };
  }

  /** Units over the most (positive) or under the least (negative). */
  #excess(row: Row): number {
    const units = row.reduce((sum, shift) => sum + (shift === OFF ? 0 : (this.#lengths.get(shift) ?? 0)), 0);
    return Math.max(0, units - this.shape.maxUnits) + Math.min(0, units - this.shape.minUnits);
  }
}

/** Where the price of a unit lies; begins with a guess and looks near it before it halves. */
class Bracket {
  #low: number;
  #high: number;
  #unit: number;
  #isGuess = true;

  constructor(highest: number, guess: number) {
    this.#low = -highest;
    this.#high = highest;
    this.#unit = Math.max(-highest, Math.min(highest, guess));
  }

  get unit(): number {
    return this.#unit;
  }

  narrow(isTooCheap: boolean): void {
    const step = (this.#high - this.#low) / 32;
    if (isTooCheap) this.#low = this.#unit;
    else this.#high = this.#unit;
    const near = this.#unit + (isTooCheap ? step : -step);
    this.#unit = this.#isGuess ? near : (this.#low + this.#high) / 2;
    this.#isGuess = false;
  }
}

function noisy(prices: Prices, share: number): Prices {
  if (share === 0) return prices;
  const random = new Random(1);
  const most = share * largest(prices.values);
  return { ...prices, values: prices.values.map((value) => value + most * (random.next() - 0.5)) };
}

function largest(values: Float64Array): number {
  let most = 1;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
}

function priceOf(row: Row, { values, shiftCount }: Prices): number {
  return row.reduce(
    (sum, shift, day) => sum + (shift === OFF ? 0 : (values[day * shiftCount + shift] ?? 0)),
    0,
  );
}
