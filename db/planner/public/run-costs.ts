import { isRunLong, type MemberShape } from './member-shape.ts';

/**
 * Cheapest sequences of shifts for every run of work of one member, by start, length and units worked. The inner
 * dynamic program of the searches: its state is the last shift, so succession rules hold inside a run.
 */
export class RunCosts {
  readonly shape: MemberShape;
  /** Highest number of units of a run, plus one. */
  readonly width: number;
  readonly #best: Float64Array;
  readonly #layers: Float64Array[];
  /** Shifts that may follow the same shifts, so that the best of these is looked up once. */
  readonly #groups: readonly { readonly before: readonly number[]; readonly shifts: readonly number[] }[];
  readonly #preceding: Float64Array;

  constructor(shape: MemberShape) {
    this.shape = shape;
    this.width = shape.maxRun * Math.max(...shape.lengths, 0) + 1;
    this.#best = new Float64Array(shape.days * (shape.maxRun + 1) * this.width);
    this.#groups = groupsOf(shape);
    this.#preceding = new Float64Array(this.width);
    this.#layers = Array.from(
      { length: shape.maxRun + 1 },
      () => new Float64Array(shape.shifts.length * this.width),
    );
  }

  /** Cost of the best run of so many units; ∞ where there is none. */
  at(start: number, length: number, units: number): number {
    return this.#best[this.#index(start, length) + units] ?? Infinity;
  }

  /** Offers every possible run; `from` and `to` bound its units. */
  fill(prices: Prices): void {
    this.#best.fill(Infinity);
    for (let start = 0; start < this.shape.days; start += 1) {
      for (let length = 1; length <= this.shape.maxRun; length += 1) {
        if (!this.#extend({ start, length }, prices)) break;
        if (isRunLong(this.shape, { start, length })) this.#keep(start, length);
      }
    }
  }

  /** Shifts (positions of the shape) of the best run, in the order of its days. */
  sequence(start: number, length: number, wanted: WantedRun): number[] {
    for (let days = 1; days <= length; days += 1) this.#extend({ start, length: days }, wanted.prices);
    const { lengths, before } = this.shape;
    const sequence: number[] = [];
    let units = wanted.units;
    let candidates: readonly number[] = this.shape.shifts.map((_, at) => at);
    for (let days = length; days > 0; days -= 1) {
      const layer = this.#layers[days];
      let chosen = -1;
      let cost = Infinity;
      for (const shift of candidates) {
        const value = layer?.[shift * this.width + units] ?? Infinity;
        if (value < cost) [chosen, cost] = [shift, value];
      }
      sequence.push(chosen);
      units -= lengths[chosen] ?? 0;
      candidates = before[chosen] ?? [];
    }
    return sequence.toReversed();
  }

  /**
   * Cheapest beginnings of the runs from a day: `layers[length][shift * width + units]` ends with the shift after so
   * many days. Layer 0 is empty; the list is as long as a run can be. Good until the next call.
   */
  beginnings(start: number, prices: Prices): readonly Float64Array[] {
    let length = 0;
    while (length < this.shape.maxRun && this.#extend({ start, length: length + 1 }, prices)) length += 1;
    return this.#layers.slice(0, length + 1);
  }

  /** Layer `length` from layer `length - 1`: the best way to end each shift on the last day. */
  #extend({ start, length }: { start: number; length: number }, prices: Prices): boolean {
    const day = start + length - 1;
    if (this.shape.canWork[day] !== true) return false;
    const next = this.#layers[length] ?? new Float64Array();
    next.fill(Infinity);
    let isPossible = false;
    for (const { before, shifts } of this.#groups) {
      if (length === 1) this.#preceding.fill(Infinity).fill(0, 0, 1);
      else this.#findPreceding(this.#layers[length - 1] ?? new Float64Array(), before);
      for (const shift of shifts) {
        const price = prices.values[day * prices.shiftCount + (this.shape.shifts[shift] ?? 0)] ?? Infinity;
        if (price === Infinity) continue;
        isPossible = true;
        this.#append(next, shift, price);
      }
    }
    return isPossible;
  }

  /** Puts a shift after the cheapest preceding ones; on the first day these are nothing at no cost. */
  #append(next: Float64Array, shift: number, price: number): void {
    const own = this.shape.lengths[shift] ?? 0;
    const base = shift * this.width + own;
    for (let units = 0; units < this.width - own; units += 1)
      next[base + units] = (this.#preceding[units] ?? Infinity) + price;
  }

  /** Cheapest end, by units, with any of the shifts. */
  #findPreceding(layer: Float64Array, shifts: readonly number[]): void {
    this.#preceding.fill(Infinity);
    for (const shift of shifts) {
      const base = shift * this.width;
      for (let units = 0; units < this.width; units += 1) {
        const value = layer[base + units] ?? Infinity;
        if (value < (this.#preceding[units] ?? Infinity)) this.#preceding[units] = value;
      }
    }
  }

  #keep(start: number, length: number): void {
    const at = this.#index(start, length);
    const layer = this.#layers[length] ?? new Float64Array();
    for (let shift = 0; shift < this.shape.shifts.length; shift += 1) {
      const base = shift * this.width;
      for (let units = 0; units < this.width; units += 1) {
        const value = layer[base + units] ?? Infinity;
        if (value < (this.#best[at + units] ?? Infinity)) this.#best[at + units] = value;
      }
    }
  }

  #index(start: number, length: number): number {
    return (start * (this.shape.maxRun + 1) + length) * this.width;
  }
}

/** What a shift on a day costs a member: `values[day * shiftCount + shift]`; ∞ forbids it. */
export interface Prices {
  readonly values: Float64Array;
  readonly shiftCount: number;
}

interface WantedRun {
  readonly units: number;
  readonly prices: Prices;
}

/** Shifts with the same predecessors, together. */
function groupsOf({ before }: MemberShape) {
  const groups = new Map<string, { before: readonly number[]; shifts: number[] }>();
  before.forEach((own, shift) => {
    const group = groups.get(own.join()) ?? { before: own, shifts: [] };
    group.shifts.push(shift);
    groups.set(own.join(), group);
  });
  return [...groups.values()];
}
