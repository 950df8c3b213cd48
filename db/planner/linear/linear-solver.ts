import type { Highs, Model } from 'highs';
import { type LinearModel, mergedTerms, type RowSpec, type Term, type VariableSpec } from './linear-model.ts';
import { ENDLESS, endReason, FIXED_OPTIONS, MOST, nativeModel, statusOf } from './native.ts';
import type { ConflictMember, Solution, SolveOptions } from './solve-options.ts';
import { Watch } from './watch.ts';
import { guarded } from './solver-failure.ts';

/**
 * A model inside HiGHS that can be changed and solved again: levels, repair, deletion filters. The same model, changes
 * and options give the same values to the bit on every machine, unless the clock or a person ended the solve.
 *
 * A solve with integers begins from nothing but `start`; one without begins from the basis of the last.
 */
export class LinearSolver<T> {
  readonly #highs: Highs;
  readonly #native: Model;
  readonly #model: LinearModel<T>;
  readonly #isInteger: boolean[];
  readonly #costs: number[];
  readonly #addedTags: (T | null)[] = [];
  readonly #addedVariableTags: (T | null)[] = [];
  readonly #rowCount: number;
  /** Whether the rows of the model hold when every sum is 0. */
  readonly #holdsEmpty: boolean;
  #isRelaxed = false;

  constructor(highs: Highs, model: LinearModel<T>) {
    const arrays = model.arrays();
    this.#highs = highs;
    this.#model = model;
    this.#rowCount = model.rowCount;
    this.#costs = Array.from(arrays.cost);
    this.#isInteger = Array.from(arrays.integer, Boolean);
    this.#holdsEmpty =
      arrays.rowLower.every((lower) => lower <= 0) && arrays.rowUpper.every((upper) => upper >= 0);
    this.#native = guarded('createModel', () => highs.createModel(nativeModel(highs, arrays)));
    this.#call('options', (native) => native.options.set(FIXED_OPTIONS));
  }

  /** Frees the memory of the model; garbage collection does not. */
  dispose(): void {
    this.#call('dispose', (native) => native.dispose());
  }

  solve(options: SolveOptions = {}): Solution {
    if (this.#costs.length === 0) return this.#solutionOfNothing();
    this.#call('options', (native) => native.options.set(this.#nativeOptions(options)));
    if (this.#hasIntegers) this.#call('clearSolver', (native) => native.clearSolver());
    this.#call('zeroAllClocks', (native) => native.zeroAllClocks());
    if (options.start) this.#passStart(options.start);
    const watch = new Watch(options, (values) => this.#whole(values));
    this.#run(watch);
    return this.#solution(watch);
  }

  setBounds(variable: number, lower: number, upper: number): void {
    this.#call('changeColBounds', (native) => native.changeColBounds(variable, lower, upper));
  }

  setCost(variable: number, cost: number): void {
    this.#costs[variable] = cost;
    this.#call('changeColCost', (native) => native.changeColCost(variable, cost));
  }

  /** Replaces the costs of all variables: the next level's goal. */
  setCosts(costs: Float64Array): void {
    costs.forEach((cost, variable) => (this.#costs[variable] = cost));
    const selection = { kind: 'range', from: 0, to: costs.length - 1 } as const;
    if (costs.length > 0) this.#call('changeColsCost', (native) => native.changeColsCost(selection, costs));
  }

  setRowBounds(row: number, lower: number, upper: number): void {
    this.#call('changeRowBounds', (native) => native.changeRowBounds(row, lower, upper));
  }

  /** Adds a row after those of the model; returns its index. */
  addRow({ lower = -Infinity, upper = Infinity, terms, tag = null }: RowSpec<T>): number {
    const merged = mergedTerms(terms);
    const entries = { indices: Int32Array.from(merged.keys()), values: Float64Array.from(merged.values()) };
    this.#call('addRow', (native) => native.addRow(lower, upper, entries));
    this.#addedTags.push(tag);
    return this.#rowCount + this.#addedTags.length - 1;
  }

  /** Adds a variable after those of the model, with its coefficient in rows that exist; returns its index. */
  addVariable(spec: VariableSpec<T>, rows: Iterable<Term>): number {
    const { lower = 0, upper = Infinity, cost = 0, integer = false, tag = null } = spec;
    const merged = mergedTerms(rows);
    const entries = { indices: Int32Array.from(merged.keys()), values: Float64Array.from(merged.values()) };
    const index = this.#costs.length;
    this.#call('addCol', (native) => {
      native.addCol(cost, lower, upper, entries);
      if (integer && !this.#isRelaxed)
        native.changeColIntegrality(index, this.#highs.constants.variableType.integer);
    });
    this.#costs.push(cost);
    this.#isInteger.push(integer);
    this.#addedVariableTags.push(tag);
    return index;
  }

  /** Price of each row (change of cost by its bound) in the last solve without integers. */
  rowPrices(): Float64Array {
    return this.#call('getSolution', (native) => native.getSolution().rowDual);
  }

  /** Takes whole-number demands away (`true`) or puts them back: the relaxation gives bounds and conflicts quickly. */
  relax(isRelaxed: boolean): void {
    if (isRelaxed === this.#isRelaxed) return;
    const { integer, continuous } = this.#highs.constants.variableType;
    const types = this.#isInteger.map((isInteger) => (isInteger && !isRelaxed ? integer : continuous));
    const selection = { kind: 'range', from: 0, to: types.length - 1 } as const;
    if (types.length > 0)
      this.#call('changeColsIntegrality', (native) => native.changeColsIntegrality(selection, types));
    this.#isRelaxed = isRelaxed;
  }

  /**
   * An irreducible set of rows and bounds of the relaxation that cannot hold together: without any one of them the rest
   * can. Empty when the relaxation has a solution, even if no whole-number solution exists.
   */
  conflict(): readonly ConflictMember<T>[] {
    this.#call('clearSolver', (native) => native.clearSolver());
    const iis = this.#call('getIis', (native) => native.getIis());
    const members: ConflictMember<T>[] = [];
    iis.rowIndex.forEach((index, at) => {
      const side = this.#side(iis.rowBound[at]);
      if (side) members.push({ kind: 'row', index, side, tag: this.#rowTag(index) });
    });
    iis.colIndex.forEach((index, at) => {
      const side = this.#side(iis.colBound[at]);
      if (side) members.push({ kind: 'variable', index, side, tag: this.#variableTag(index) });
    });
    return members;
  }

  get #hasIntegers(): boolean {
    return !this.#isRelaxed && this.#isInteger.includes(true);
  }

  #rowTag(row: number): T | null {
    return row < this.#rowCount ? this.#model.rowTag(row) : (this.#addedTags[row - this.#rowCount] ?? null);
  }

  #variableTag(variable: number): T | null {
    const own = this.#model.variableCount;
    return variable < own
      ? this.#model.variableTag(variable)
      : (this.#addedVariableTags[variable - own] ?? null);
  }

  #side(bound: number | undefined): ConflictMember<T>['side'] | null {
    const { boundLower, boundUpper, boundBoxed } = this.#highs.constants.iis;
    if (bound === boundLower) return 'lower';
    if (bound === boundUpper) return 'upper';
    return bound === boundBoxed ? 'both' : null;
  }

  #nativeOptions(options: SolveOptions): Record<string, number> {
    return {
      mip_rel_gap: options.relativeGap ?? 0,
      mip_abs_gap: options.absoluteGap ?? 1e-6,
      mip_max_nodes: options.nodes ?? MOST,
      simplex_iteration_limit: this.#hasIntegers ? MOST : (options.budget ?? MOST),
      time_limit: options.timeLimit_s ?? ENDLESS,
      objective_bound: options.cutoff ?? ENDLESS,
      mip_heuristic_effort: options.heuristicEffort ?? 0.05,
    };
  }

  #passStart(start: NonNullable<SolveOptions['start']>): void {
    const solution =
      start instanceof Float64Array
        ? { colValue: start }
        : { indices: Int32Array.from(start.keys()), values: Float64Array.from(start.values()) };
    this.#call('setSolution', (native) => native.setSolution(solution));
  }

  #run(watch: Watch): void {
    const { unboundedOrInfeasible } = this.#highs.constants.modelStatus;
    this.#call('run', (native) => native.run(watch.callbacks(this.#highs)));
    if (this.#native.getModelStatus() !== unboundedOrInfeasible) return;
    // Presolve saw that there is no optimum without seeing why; the solve itself tells.
    this.#call('run', (native) => {
      native.options.set('presolve', 'off');
      native.run(watch.callbacks(this.#highs));
      native.options.set('presolve', 'choose');
    });
  }

  /** HiGHS has no answer to a model without variables. */
  #solutionOfNothing(): Solution {
    const holds = this.#holdsEmpty;
    return {
      status: holds ? 'optimal' : 'infeasible',
      endedBy: null,
      values: holds ? new Float64Array(0) : null,
      cost: holds ? 0 : null,
      bound: holds ? 0 : -Infinity,
      iterations: 0,
      nodes: 0,
    };
  }

  #solution(watch: Watch): Solution {
    const { solutionStatus } = this.#highs.constants;
    return this.#call('result', (native) => {
      const code = native.getModelStatus();
      const isSolved = native.info.get('primal_solution_status') === solutionStatus.feasible;
      const values = isSolved ? this.#whole(native.getSolution().colValue) : null;
      const status = statusOf(this.#highs, code, isSolved);
      const cost = values && this.#costOf(values);
      const relaxedBound = status === 'optimal' && cost !== null ? cost : -Infinity;
      const bound = this.#hasIntegers ? Number(native.info.get('mip_dual_bound')) : relaxedBound;
      return {
        status,
        endedBy: status === 'optimal' ? null : (watch.endedBy ?? endReason(this.#highs, code)),
        values,
        cost,
        bound: cost === null ? bound : Math.min(bound, cost),
        iterations: Number(native.info.get('simplex_iteration_count')),
        nodes: Math.max(0, Number(native.info.get('mip_node_count'))),
      };
    });
  }

  /** HiGHS answers 0.9999999 for 1. */
  #whole(values: Float64Array): Float64Array {
    if (!this.#hasIntegers) return values;
    return values.map((value, index) => (this.#isInteger[index] === true ? Math.round(value) : value));
  }

  /** From the whole values, because HiGHS adds up the unrounded. */
  #costOf(values: Float64Array): number {
    return values.reduce((sum, value, index) => sum + value * (this.#costs[index] ?? 0), 0);
  }

  #call<Result>(operation: string, use: (native: Model) => Result): Result {
    return guarded(operation, () => use(this.#native));
  }
}
