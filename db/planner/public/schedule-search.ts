import { dayAfterRest, type MemberShape, weekendsTouched } from './member-shape.ts';
import { type Prices, RunCosts } from './run-costs.ts';

/** Shift index on each day, `OFF` on days off. */
export type Row = Int16Array;
export const OFF = -1;

export interface Schedule {
  readonly cost: number;
  readonly row: Row;
  /** No schedule of the member costs less; the cost itself where the search is exact. */
  readonly bound: number;
}

/** Finds cheap schedules of one member. */
export interface MemberSearch {
  readonly shape: MemberShape;
  /** `null`: the member cannot work within the rules at all. */
  best(prices: Prices): Schedule | null;
  /** The search as an exact one, if it is. */
  readonly counted: ScheduleSearch | null;
}

/**
 * The cheapest schedule of one member for given prices of shifts, exact but for the caps on single shifts: a path over
 * runs of work and rests, whose state is the day, the units worked and the weekends used.
 */
export class ScheduleSearch implements MemberSearch {
  readonly shape: MemberShape;
  readonly runs: RunCosts;
  readonly #wide: number;
  readonly #layer: number;
  /** Cost of the cheapest way to stand rested on a day with so many units and weekends. */
  readonly #forward: Float64Array;
  #moves: readonly (readonly Move[])[] = [];

  constructor(shape: MemberShape) {
    this.shape = shape;
    this.runs = new RunCosts(shape);
    this.#wide = shape.maxWeekends + 1;
    this.#layer = (shape.maxUnits + 1) * this.#wide;
    this.#forward = new Float64Array((shape.days + 1) * this.#layer);
  }

  /** Steps a search takes, roughly: whether it can be afforded. */
  static effort(shape: MemberShape): number {
    const lengths = Math.max(...shape.lengths, 0) - Math.min(...shape.lengths) + 1;
    const moves = shape.days * shape.maxRun * (1 + (shape.maxRun * (lengths - 1)) / 2);
    return moves * (shape.maxUnits + 1) * (shape.maxWeekends + 1);
  }

  get counted(): this {
    return this;
  }

  best(prices: Prices): Schedule | null {
    this.search(prices);
    let best = { cost: Infinity, at: -1 };
    for (let at = this.shape.minUnits * this.#wide; at < this.#layer; at += 1) {
      const cost = this.#forward[this.shape.days * this.#layer + at] ?? Infinity;
      if (cost < best.cost) best = { cost, at };
    }
    return best.at < 0 ? null : { cost: best.cost, bound: best.cost, row: this.#trace(prices, best.at) };
  }

  /** Fills the table of forward costs; `moves` and `forward` are of this search until the next. */
  search(prices: Prices): void {
    const { days } = this.shape;
    this.runs.fill(prices);
    this.#moves = this.#listMoves();
    this.#forward.fill(Infinity);
    this.#forward[0] = 0;
    for (let day = 0; day < days; day += 1) {
      const from = day * this.#layer;
      this.#relax({ from, to: from + this.#layer, cost: 0, shift: 0, isWork: false });
      for (const move of this.#moves[day] ?? [])
        this.#relax({
          from,
          to: move.next * this.#layer,
          cost: move.cost,
          shift: this.#shiftOf(move),
          isWork: true,
        });
    }
  }

  /** Runs that may begin on a day, of the last search. */
  moves(day: number): readonly Move[] {
    return this.#moves[day] ?? [];
  }

  /** Forward costs of a day, by `units * (maxWeekends + 1) + weekends`. */
  forward(day: number): Float64Array {
    return this.#forward.subarray(day * this.#layer, (day + 1) * this.#layer);
  }

  #shiftOf(move: Move): number {
    return move.units * this.#wide + move.weekends;
  }

  #listMoves(): readonly (readonly Move[])[] {
    const { shape, runs } = this;
    return Array.from({ length: shape.days }, (_, start) => {
      const moves: Move[] = [];
      for (let length = 1; length <= shape.maxRun && start + length <= shape.days; length += 1)
        for (let units = 0; units < runs.width; units += 1) {
          const cost = runs.at(start, length, units);
          if (cost === Infinity || units > shape.maxUnits) continue;
          const weekends = weekendsTouched({ start, length });
          if (weekends <= shape.maxWeekends)
            moves.push({ length, units, cost, weekends, next: dayAfterRest(shape, { start, length }) });
        }
      return moves;
    });
  }

  #relax({ from, to, cost, shift, isWork }: Step): void {
    const forward = this.#forward;
    const end = this.#layer - shift;
    const wide = this.#wide;
    // A run whose weekends do not fit would spill into the next number of units.
    const fits = isWork ? wide - (shift % wide) : wide;
    for (let row = 0; row < end; row += wide)
      for (let at = row; at < row + fits; at += 1) {
        const value = (forward[from + at] ?? Infinity) + cost;
        if (value < (forward[to + at + shift] ?? Infinity)) forward[to + at + shift] = value;
      }
  }

  #trace(prices: Prices, end: number): Row {
    const { days, shifts } = this.shape;
    const row = new Int16Array(days).fill(OFF);
    let place = { day: days, at: end };
    while (place.day > 0) {
      const step = this.#stepInto(place);
      if (step.move) {
        const { length, units } = step.move;
        this.runs.sequence(step.day, length, { units, prices }).forEach((shift, offset) => {
          row[step.day + offset] = shifts[shift] ?? OFF;
        });
      }
      place = step;
    }
    return row;
  }

  /** The rest day or run that led to a place; sums are the same as when they were made, so equality is exact. */
  #stepInto({ day, at }: Place): Place & { readonly move: Move | null } {
    const cost = this.#forward[day * this.#layer + at];
    if (this.#forward[(day - 1) * this.#layer + at] === cost) return { day: day - 1, at, move: null };
    for (let start = day - 1; start >= 0; start -= 1)
      for (const move of this.#moves[start] ?? []) {
        const before = at - this.#shiftOf(move);
        if (move.next !== day || before < 0 || move.weekends > at % this.#wide) continue;
        if ((this.#forward[start * this.#layer + before] ?? Infinity) + move.cost === cost)
          return { day: start, at: before, move };
      }
    throw new Error('a schedule that was found cannot be traced');
  }
}

/** A run of work that may begin on a day. */
export interface Move {
  readonly length: number;
  readonly units: number;
  readonly cost: number;
  readonly weekends: number;
  /** Day on which the member is rested again. */
  readonly next: number;
}

interface Place {
  readonly day: number;
  readonly at: number;
}

interface Step {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  /** Distance in the table: units and weekends added. */
  readonly shift: number;
  readonly isWork: boolean;
}
