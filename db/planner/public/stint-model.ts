import { LinearModel, type Term } from '../linear/linear-model.ts';
import { dayAfterRest, isRunLong, type MemberShape, weekendsTouched } from './member-shape.ts';
import type { InstanceCosts, RosterState } from './roster-state.ts';
import { OFF, type Row } from './schedule-search.ts';

/** What a free member may do in a model; what is left out costs no variables. */
export interface Freedom {
  readonly shape: MemberShape;
  /** Whether the member may work the shift on the day. */
  readonly allowsCell: (day: number, shift: number) => boolean;
  readonly allowsRun: (start: number, length: number) => boolean;
  /** Days whose shift stays as it is. */
  readonly keeps: (day: number) => boolean;
}

/**
 * The exact model of some members beside the others' rows: for each member a path over runs of work (stints) and rests,
 * shifts laid over the runs, succession rules as cliques. Minimum runs and rests hold by construction, which is what makes
 * its relaxation strong.
 */
export class StintModel {
  readonly model = new LinearModel<never>();
  readonly #costs: InstanceCosts;
  readonly #state: RosterState;
  readonly #free = new Map<number, MemberVariables>();
  readonly #cover: { cell: number; under: number; over: number; need: number }[] = [];
  readonly #fixed: number;

  constructor(state: RosterState, freedoms: readonly Freedom[]) {
    this.#costs = state.costs;
    this.#state = state;
    for (const freedom of freedoms) this.#addMember(freedom);
    this.#fixed = this.#costs.ungranted + this.#fixedRequests();
    this.#addCover();
  }

  /** Cost of what the model cannot change, to be added to its own. */
  get fixedCost(): number {
    return this.#fixed;
  }

  /** Values of the roster as it stands, as a start of the solve. */
  start(): Float64Array {
    const values = new Float64Array(this.model.variableCount);
    for (const [member, variables] of this.#free) {
      const row = this.#state.rows[member];
      if (row) variables.setStart(values, row);
    }
    for (const { cell, under, over, need } of this.#cover) {
      const surplus = this.#state.count(cell) - need;
      values[under] = Math.max(0, -surplus);
      values[over] = Math.max(0, surplus);
    }
    return values;
  }

  /** Rows of the free members in a solution. */
  rows(values: Float64Array): ReadonlyMap<number, Row> {
    return new Map([...this.#free].map(([member, variables]) => [member, variables.row(values)]));
  }

  #addMember(freedom: Freedom): void {
    const { member } = freedom.shape;
    const prices = this.#costs.requestPrices[member] ?? new Float64Array();
    const row = this.#state.rows[member] ?? null;
    this.#free.set(member, new MemberVariables(this.model, { freedom, prices, row, costs: this.#costs }));
  }

  #fixedRequests(): number {
    let cost = 0;
    this.#state.rows.forEach((row, member) => {
      if (row && !this.#free.has(member)) cost += this.#costs.requests(member, row);
    });
    return cost;
  }

  #addCover(): void {
    const fixed = new Int32Array(this.#costs.cellCount);
    this.#state.rows.forEach((row, member) => {
      if (!this.#free.has(member))
        row?.forEach((shift, day) => {
          if (shift !== OFF)
            fixed[this.#costs.cell(day, shift)] = (fixed[this.#costs.cell(day, shift)] ?? 0) + 1;
        });
    });
    for (const { day, shift, need, underWeight, overWeight } of this.#costs.instance.cover) {
      const cell = this.#costs.cell(day, shift);
      const under = this.model.variable({ cost: underWeight });
      const over = this.model.variable({ cost: overWeight });
      const terms: Term[] = [
        [under, 1],
        [over, -1],
      ];
      for (const variables of this.#free.values()) {
        const variable = variables.cell(cell);
        if (variable !== undefined) terms.push([variable, 1]);
      }
      const open = need - (fixed[cell] ?? 0);
      this.model.row({ lower: open, upper: open, terms });
      this.#cover.push({ cell, under, over, need });
    }
  }
}

interface MemberInput {
  readonly freedom: Freedom;
  readonly prices: Float64Array;
  readonly row: Row | null;
  readonly costs: InstanceCosts;
}

/** Variables and rows of one free member. */
class MemberVariables {
  readonly #model: LinearModel<never>;
  readonly #input: MemberInput;
  readonly #cells = new Map<number, number>();
  readonly #runs: { readonly start: number; readonly length: number; readonly variable: number }[] = [];
  readonly #rests: number[] = [];

  constructor(model: LinearModel<never>, input: MemberInput) {
    this.#model = model;
    this.#input = input;
    this.#addVariables();
    this.#addPath();
    this.#addDays();
    this.#addSums();
  }

  cell(cell: number): number | undefined {
    return this.#cells.get(cell);
  }

  row(values: Float64Array): Row {
    const { shape } = this.#input.freedom;
    const { shiftCount } = this.#input.costs;
    const row = new Int16Array(shape.days).fill(OFF);
    for (const [cell, variable] of this.#cells)
      if (values[variable] === 1) row[Math.floor(cell / shiftCount)] = cell % shiftCount;
    return row;
  }

  setStart(values: Float64Array, row: Row): void {
    const { shape } = this.#input.freedom;
    row.forEach((shift, day) => {
      const variable = shift === OFF ? undefined : this.#cells.get(this.#input.costs.cell(day, shift));
      if (variable !== undefined) values[variable] = 1;
    });
    let rested = 0;
    for (const { start, length, variable } of this.#runs) {
      const isRun =
        row.subarray(start, start + length).every((shift) => shift !== OFF) &&
        (start === 0 || row[start - 1] === OFF) &&
        (row[start + length] ?? OFF) === OFF;
      if (!isRun) continue;
      values[variable] = 1;
      for (let day = rested; day < start; day += 1) values[this.#rests[day] ?? 0] = 1;
      rested = dayAfterRest(shape, { start, length });
    }
    for (let day = rested; day < shape.days; day += 1) values[this.#rests[day] ?? 0] = 1;
  }

  #addVariables(): void {
    const { freedom, prices, costs, row } = this.#input;
    const { shape } = freedom;
    for (let day = 0; day < shape.days; day += 1) {
      this.#rests.push(this.#model.variable({ upper: 1 }));
      if (shape.canWork[day] !== true) continue;
      for (const shift of shape.shifts) {
        const isKept = freedom.keeps(day);
        if (isKept ? row?.[day] !== shift : !freedom.allowsCell(day, shift)) continue;
        const cell = costs.cell(day, shift);
        const variable = this.#model.variable({
          lower: isKept ? 1 : 0,
          upper: 1,
          cost: prices[cell] ?? 0,
          integer: true,
        });
        this.#cells.set(cell, variable);
      }
    }
    for (let start = 0; start < shape.days; start += 1) this.#addRuns(start);
  }

  #addRuns(start: number): void {
    const { shape, allowsRun } = this.#input.freedom;
    for (let length = 1; length <= shape.maxRun && start + length <= shape.days; length += 1) {
      if (this.#cellsOf(start + length - 1).length === 0) return;
      if (isRunLong(shape, { start, length }) && allowsRun(start, length))
        this.#runs.push({ start, length, variable: this.#model.binary() });
    }
  }

  /** One unit flows from the first day to the end, over rest days and runs with the rest they force. */
  #addPath(): void {
    const { shape } = this.#input.freedom;
    const flow: Term[][] = Array.from({ length: shape.days + 1 }, () => []);
    this.#rests.forEach((variable, day) => {
      flow[day]?.push([variable, -1]);
      flow[day + 1]?.push([variable, 1]);
    });
    for (const { start, length, variable } of this.#runs) {
      flow[start]?.push([variable, -1]);
      flow[dayAfterRest(shape, { start, length })]?.push([variable, 1]);
    }
    flow.forEach((terms, day) => {
      const supply = (day === shape.days ? 1 : 0) - (day === 0 ? 1 : 0);
      this.#model.row({ lower: supply, upper: supply, terms });
    });
  }

  /** A day has a shift exactly when a run covers it, and no shift is followed by one it forbids. */
  #addDays(): void {
    const { shape } = this.#input.freedom;
    const cover: Term[][] = Array.from({ length: shape.days }, () => []);
    for (const { start, length, variable } of this.#runs)
      for (let day = start; day < start + length; day += 1) cover[day]?.push([variable, 1]);
    cover.forEach((terms, day) => {
      const shifts = this.#cellsOf(day).map((variable): Term => [variable, -1]);
      if (terms.length + shifts.length > 0)
        this.#model.row({ lower: 0, upper: 0, terms: [...terms, ...shifts] });
    });
    for (const { first, second } of forbiddenCliques(this.#input.costs, shape))
      for (let day = 0; day + 1 < shape.days; day += 1) this.#addClique(day, first, second);
  }

  #addClique(day: number, first: readonly number[], second: readonly number[]): void {
    const variables = (on: number, shifts: readonly number[]) =>
      shifts.flatMap((shift) => this.#cells.get(this.#input.costs.cell(on, shift)) ?? []);
    const today = variables(day, first);
    const tomorrow = variables(day + 1, second);
    if (today.length === 0 || tomorrow.length === 0) return;
    this.#model.row({ upper: 1, terms: [...today, ...tomorrow].map((variable): Term => [variable, 1]) });
  }

  #addSums(): void {
    const { shape } = this.#input.freedom;
    const { shiftCount } = this.#input.costs;
    const byShift = new Map<number, number[]>(shape.shifts.map((shift) => [shift, []]));
    for (const [cell, variable] of this.#cells) byShift.get(cell % shiftCount)?.push(variable);
    const units: Term[] = [];
    shape.shifts.forEach((shift, at) => {
      const variables = byShift.get(shift) ?? [];
      for (const variable of variables) units.push([variable, shape.lengths[at] ?? 0]);
      const most = shape.most[at] ?? Infinity;
      if (most < variables.length)
        this.#model.row({ upper: most, terms: variables.map((variable): Term => [variable, 1]) });
    });
    this.#model.row({ lower: shape.minUnits, upper: shape.maxUnits, terms: units });
    const weekends = this.#runs.map((run): Term => [run.variable, weekendsTouched(run)]);
    this.#model.row({ upper: shape.maxWeekends, terms: weekends.filter(([, count]) => count > 0) });
  }

  #cellsOf(day: number): readonly number[] {
    const { shape } = this.#input.freedom;
    return shape.shifts.flatMap((shift) => this.#cells.get(this.#input.costs.cell(day, shift)) ?? []);
  }
}

interface Clique {
  readonly first: readonly number[];
  readonly second: readonly number[];
}

/** Sets of shifts none of the first of which may be followed by any of the second, as large as they get. */
function forbiddenCliques({ instance }: InstanceCosts, { shifts }: MemberShape): readonly Clique[] {
  const cliques = new Map<string, Clique>();
  for (const shift of shifts) {
    const second = (instance.shifts[shift]?.notNext ?? []).filter((next) => shifts.includes(next));
    const first = shifts.filter((other) =>
      second.every((next) => instance.shifts[other]?.notNext.includes(next) === true),
    );
    if (second.length > 0) cliques.set(`${first.join()}>${second.join()}`, { first, second });
  }
  return [...cliques.values()];
}
