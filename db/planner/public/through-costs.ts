import { dayAfterRest, isRunLong, type MemberShape, weekendsTouched } from './member-shape.ts';
import type { Prices } from './run-costs.ts';
import type { ScheduleSearch } from './schedule-search.ts';

/** What the cheapest schedule costs that works a certain shift, or has a certain run; ∞ where there is none. */
export interface ThroughCosts {
  /** Cost of the cheapest schedule of all. */
  readonly best: number;
  /** By cell, `day * shiftCount + shift`. */
  readonly cells: Float64Array;
  /** By run, `start * (maxRun + 1) + length`. */
  readonly runs: Float64Array;
}

/**
 * Cheapest schedules through every shift and every run of one member at given prices, by searching from both ends. Where
 * they exceed a bound on all rosters by more than a better roster could, the shift or run can be left out for good.
 */
export function throughCosts(search: ScheduleSearch, prices: Prices): ThroughCosts {
  search.search(prices);
  const outer = new OuterCosts(search);
  const { shape, runs } = search;
  const found = {
    best: outer.best,
    cells: new Float64Array(prices.values.length).fill(Infinity),
    runs: new Float64Array(shape.days * (shape.maxRun + 1)).fill(Infinity),
  };
  for (let start = 0; start < shape.days; start += 1) {
    const layers = runs.beginnings(start, prices);
    const ends = endCosts({ search, prices, start, layers, outer });
    for (let length = 1; length < layers.length; length += 1) {
      const day = start + length - 1;
      for (let at = 0; at < shape.shifts.length * runs.width; at += 1) {
        const begun = layers[length]?.[at] ?? Infinity;
        const cell = day * prices.shiftCount + (shape.shifts[Math.floor(at / runs.width)] ?? 0);
        lower(found.cells, cell, begun + (ends[length]?.[at] ?? Infinity));
        lower(
          found.runs,
          start * (shape.maxRun + 1) + length,
          begun + outer.at(start, length, at % runs.width),
        );
      }
    }
  }
  return found;
}

/** What lies before and after a run: the cheapest way to be rested at its start and to go on after it. */
class OuterCosts {
  readonly best: number;
  readonly #search: ScheduleSearch;
  readonly #wide: number;
  readonly #layer: number;
  readonly #backward: Float64Array;
  readonly #known = new Map<number, number>();

  constructor(search: ScheduleSearch) {
    const { shape } = search;
    this.#search = search;
    this.#wide = shape.maxWeekends + 1;
    this.#layer = (shape.maxUnits + 1) * this.#wide;
    this.#backward = new Float64Array((shape.days + 1) * this.#layer).fill(Infinity);
    this.#backward.fill(0, shape.days * this.#layer + shape.minUnits * this.#wide);
    for (let day = shape.days - 1; day >= 0; day -= 1) this.#fillDay(day);
    this.best = this.#backward[0] ?? Infinity;
  }

  /** Cost of everything around a run; ∞ when a run cannot end there. */
  at(start: number, length: number, units: number): number {
    const { shape } = this.#search;
    if (units === 0 || !isRunLong(shape, { start, length })) return Infinity;
    const key = (start * (shape.maxRun + 1) + length) * (this.#layer + 1) + units;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const cost = this.#cheapest(shape, { start, length, units });
    this.#known.set(key, cost);
    return cost;
  }

  #cheapest(
    shape: MemberShape,
    { start, length, units }: { start: number; length: number; units: number },
  ): number {
    const weekends = weekendsTouched({ start, length });
    const shift = units * this.#wide + weekends;
    const forward = this.#search.forward(start);
    const after = dayAfterRest(shape, { start, length }) * this.#layer + shift;
    let best = Infinity;
    for (let at = 0; at + shift < this.#layer; at += 1) {
      if ((at % this.#wide) + weekends >= this.#wide) continue;
      best = Math.min(best, (forward[at] ?? Infinity) + (this.#backward[after + at] ?? Infinity));
    }
    return best;
  }

  #fillDay(day: number): void {
    const from = day * this.#layer;
    for (let at = 0; at < this.#layer; at += 1)
      this.#backward[from + at] = this.#backward[from + this.#layer + at] ?? Infinity;
    for (const { units, weekends, next, cost } of this.#search.moves(day)) {
      const shift = units * this.#wide + weekends;
      for (let at = 0; at + shift < this.#layer; at += 1) {
        if ((at % this.#wide) + weekends >= this.#wide) continue;
        lower(
          this.#backward,
          from + at,
          cost + (this.#backward[next * this.#layer + at + shift] ?? Infinity),
        );
      }
    }
  }
}

interface RunEnds {
  readonly search: ScheduleSearch;
  readonly prices: Prices;
  readonly start: number;
  readonly layers: readonly Float64Array[];
  readonly outer: OuterCosts;
}

/** Cheapest way to finish a run that has come so far, and everything around it; laid out as the layers are. */
function endCosts({ search, prices, start, layers, outer }: RunEnds): readonly Float64Array[] {
  const { shape, runs } = search;
  const { width } = runs;
  const ends = layers.map(() => new Float64Array(shape.shifts.length * width).fill(Infinity));
  for (let length = layers.length - 1; length > 0; length -= 1) {
    const own = ends[length] ?? new Float64Array();
    for (let at = 0; at < own.length; at += 1) own[at] = outer.at(start, length, at % width);
    const following = ends[length + 1];
    if (!following) continue;
    shape.shifts.forEach((shift, next) => {
      const price = prices.values[(start + length) * prices.shiftCount + shift] ?? Infinity;
      const units = shape.lengths[next] ?? 0;
      for (const before of shape.before[next] ?? [])
        for (let used = 0; used + units < width; used += 1)
          lower(own, before * width + used, price + (following[next * width + used + units] ?? Infinity));
    });
  }
  return ends;
}

function lower(values: Float64Array, at: number, value: number): void {
  if (value < (values[at] ?? Infinity)) values[at] = value;
}
