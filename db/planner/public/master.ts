import type { Engine } from '../linear/engine.ts';
import { LinearModel, type Term } from '../linear/linear-model.ts';
import type { LinearSolver } from '../linear/linear-solver.ts';
import type { SolveOptions } from '../linear/solve-options.ts';
import type { InstanceCosts } from './roster-state.ts';
import { OFF, type Row, type MemberSearch } from './schedule-search.ts';

/** Prices of the rows of the master: cover by cell, and the caps of each member by shift. */
export interface Duals {
  readonly cover: Float64Array;
  /** By member, then shift; never positive. */
  readonly caps: readonly Float64Array[];
}

/**
 * The master problem of column generation: which of the whole-month schedules found so far each member works. Its
 * relaxation, over all schedules that keep a member's rules, bounds the cost far better than one over single shifts.
 */
export class Master {
  readonly #costs: InstanceCosts;
  readonly #solver: LinearSolver<never>;
  readonly #rows: MasterRows;
  readonly #columns: { readonly member: number; readonly row: Row }[] = [];
  readonly #known = new Map<string, number>();
  /** Rows that members are held to, by member. */
  readonly #held = new Map<number, { readonly row: Row; readonly variable: number }>();
  readonly #firstColumn: number;
  #iterations = 0;

  constructor(engine: Engine, costs: InstanceCosts, searches: readonly MemberSearch[]) {
    const { model, rows } = emptyMaster(costs, searches);
    this.#costs = costs;
    this.#rows = rows;
    this.#firstColumn = model.variableCount;
    this.#solver = engine.open(model);
  }

  dispose(): void {
    this.#solver.dispose();
  }

  /** Simplex iterations so far. */
  get iterations(): number {
    return this.#iterations;
  }

  /** Offers a schedule; false when it is there already. */
  add(member: number, row: Row): boolean {
    const count = this.#columns.length;
    this.#variableOf(member, row);
    return this.#columns.length > count;
  }

  /** Holds a member to a row until `release`. */
  hold(member: number, row: Row): void {
    this.release(member);
    const variable = this.#variableOf(member, row);
    this.#solver.setBounds(variable, 1, 1);
    this.#held.set(member, { row, variable });
  }

  release(member: number): void {
    const held = this.#held.get(member);
    if (held) this.#solver.setBounds(held.variable, 0, 1);
    this.#held.delete(member);
  }

  heldRow(member: number): Row | null {
    return this.#held.get(member)?.row ?? null;
  }

  /** Solves the relaxation over the schedules known; `null` when there was no time. */
  relaxation(options: SolveOptions): Relaxation | null {
    this.#solver.relax(true);
    const { status, cost, values, iterations } = this.#solver.solve(options);
    this.#iterations += iterations;
    if (status !== 'optimal' || cost === null || values === null) return null;
    return {
      cost: cost + this.#costs.ungranted,
      duals: this.#duals(this.#solver.rowPrices()),
      shares: this.#columns
        .map(({ member, row }, at) => ({ member, row, share: values[this.#firstColumn + at] ?? 0 }))
        .filter(({ share }) => share > 1e-6),
    };
  }

  /** Cost at these prices of what does not depend on the schedules chosen: what the members' cheapest add up to a bound. */
  baseOf(duals: Duals): number {
    let base = this.#costs.ungranted;
    this.#costs.instance.cover.forEach(({ need }, at) => (base += need * (duals.cover[at] ?? 0)));
    this.#rows.caps.forEach((caps, member) =>
      caps.forEach((cap, shift) => (base += cap.most * (duals.caps[member]?.[shift] ?? 0))),
    );
    return base;
  }

  #variableOf(member: number, row: Row): number {
    const key = `${String(member)}:${row.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const variable = this.#solver.addVariable(
      { upper: 1, cost: this.#costs.requests(member, row), integer: true },
      this.#terms(member, row),
    );
    this.#known.set(key, variable);
    this.#columns.push({ member, row });
    return variable;
  }

  #terms(member: number, row: Row): Term[] {
    const terms: Term[] = [[this.#rows.convexity[member] ?? 0, 1]];
    row.forEach((shift, day) => {
      if (shift === OFF) return;
      for (const cover of this.#rows.coverByCell.get(this.#costs.cell(day, shift)) ?? [])
        terms.push([cover, 1]);
      const cap = this.#rows.caps[member]?.get(shift);
      if (cap) terms.push([cap.row, 1]);
    });
    return terms;
  }

  #duals(prices: Float64Array): Duals {
    const { instance, shiftCount } = this.#costs;
    return {
      cover: Float64Array.from(instance.cover, ({ underWeight, overWeight }, at) =>
        Math.min(underWeight, Math.max(-overWeight, prices[at] ?? 0)),
      ),
      caps: this.#rows.caps.map((caps) =>
        Float64Array.from({ length: shiftCount }, (_, shift) =>
          Math.min(0, prices[caps.get(shift)?.row ?? -1] ?? 0),
        ),
      ),
    };
  }
}

export interface Relaxation {
  readonly cost: number;
  readonly duals: Duals;
  /** Schedules in use and how much of each. */
  readonly shares: readonly Share[];
}

export interface Share {
  readonly member: number;
  readonly row: Row;
  readonly share: number;
}

interface Cap {
  readonly row: number;
  readonly most: number;
}

interface MasterRows {
  readonly coverByCell: ReadonlyMap<number, readonly number[]>;
  readonly convexity: readonly number[];
  /** By member: the rows of the shifts whose cap can be reached. */
  readonly caps: readonly ReadonlyMap<number, Cap>[];
}

/** Rows of cover come first, in the order of the instance, so that their index is that of the cover. */
function emptyMaster(costs: InstanceCosts, searches: readonly MemberSearch[]) {
  const model = new LinearModel<never>();
  const coverByCell = new Map<number, number[]>();
  for (const { day, shift, need, underWeight, overWeight } of costs.instance.cover) {
    const under = model.variable({ cost: underWeight });
    const over = model.variable({ cost: overWeight });
    const row = model.row({
      lower: need,
      upper: need,
      terms: [
        [under, 1],
        [over, -1],
      ],
    });
    const cell = costs.cell(day, shift);
    coverByCell.set(cell, [...(coverByCell.get(cell) ?? []), row]);
  }
  const convexity = searches.map(() => model.row({ lower: 1, upper: 1, terms: [] }));
  const caps = searches.map(({ shape }) => {
    const own = new Map<number, Cap>();
    shape.shifts.forEach((shift, at) => {
      const most = shape.most[at] ?? Infinity;
      if (most !== Infinity) own.set(shift, { row: model.row({ upper: most, terms: [] }), most });
    });
    return own;
  });
  return { model, rows: { coverByCell, convexity, caps } satisfies MasterRows };
}
