import type { Fact } from '../../roster/roster.ts';
import type { LinearSolver } from '../linear/linear-solver.ts';
import type { Engine } from '../linear/engine.ts';
import type { Solution } from '../linear/solve-options.ts';
import type { PlanProgress } from '../plan-options.ts';
import { stepOf } from './cost-step.ts';
import type { OfficeModel } from './office-model.ts';
import type { Work } from './work.ts';

/** Simplex iterations for the search beside the relaxation; a dive that takes longer is no short cut. */
const DIVE_BUDGET = 10_000;

/** Share of the budget for the search of a whole part; the rest improves what it could not prove. */
const SEARCH_SHARE = 0.7;
/** Days solved together while improving, and how far apart their beginnings are. */
const WINDOW_DAYS = 9;
const WINDOW_STEP = 5;
const WINDOW_BUDGET = 5000;

/** What is known of one part. */
export interface PartResult {
  readonly cells: ReadonlySet<number>;
  /** Cost of the soft rules, and what no roster with these holes and changes goes below. */
  readonly cost: number;
  readonly bound: number;
  readonly isProven: boolean;
  /** False when somebody is so far from a target that the model knew only a bound of the cost: a finer one is needed. */
  readonly isExact: boolean;
  /** True when it is proven that not everything needed can be filled. */
  readonly isShortProven: boolean;
}

export interface LevelOptions {
  readonly engine: Engine;
  readonly work: Work;
  /** A roster that keeps the hard rules. */
  readonly start: ReadonlySet<number>;
  /** Told of better rosters of this part. */
  readonly onBetter: (phase: PlanProgress['phase'], cells: ReadonlySet<number>, bound: number) => void;
}

/**
 * Solves one part level by level: fewest holes rank by rank, most people answering a call of all hands, fewest changes of what
 * stands, then the soft rules. What a level found is a row of the next; a level that is at its least anyway is not solved.
 */
export function solveLevels(model: OfficeModel, options: LevelOptions): PartResult {
  if (model.draft.model.variableCount === 0) return nothingToDecide(model);
  return options.engine.with(model.draft.model, (solver) => new Levels(model, options, solver).result());
}

/** A part without any place or person able to: its cost is what stands. */
function nothingToDecide({ draft }: OfficeModel): PartResult {
  let cost = 0;
  for (const one of draft.costsOf(() => false).values()) cost += one;
  return { cells: new Set(), cost, bound: cost, isProven: true, isExact: true, isShortProven: false };
}

interface SolveSettings {
  readonly absoluteGap: number;
  readonly budget?: number;
  /** True when duties are held that need not be: what is proven holds for these only. */
  readonly isPartial?: boolean;
}

interface Goal {
  readonly phase: PlanProgress['phase'];
  /** Whole-number goal, less is better. */
  readonly costs: Float64Array;
  /** What it cannot go below. */
  readonly least: number;
  readonly countsHoles: boolean;
}

class Levels {
  readonly #model: OfficeModel;
  readonly #options: LevelOptions;
  readonly #solver: LinearSolver<Fact>;
  #cells: ReadonlySet<number>;
  #values: Float64Array;
  #isShortProven = false;
  /** Of the relaxation. */
  #bound = -Infinity;
  #isProven = true;

  constructor(model: OfficeModel, options: LevelOptions, solver: LinearSolver<Fact>) {
    this.#model = model;
    this.#options = options;
    this.#solver = solver;
    this.#cells = options.start;
    this.#values = model.draft.valuesOf((cell) => options.start.has(cell));
  }

  result(): PartResult {
    for (const goal of this.#goals()) this.#reach(goal);
    return this.#prefer();
  }

  #goals(): readonly Goal[] {
    const { slacks, missing, draft } = this.#model;
    const ranks = [...new Set(slacks.map(({ rank }) => rank))].toSorted((a, b) => b - a);
    const goal = (variables: readonly number[], cost: number): Float64Array => {
      const costs = new Float64Array(draft.model.variableCount);
      for (const variable of variables) costs[variable] = cost;
      return costs;
    };
    const goals: Goal[] = ranks.map((rank) => ({
      phase: 'holes',
      costs: goal(
        slacks.filter((slack) => slack.rank === rank).map(({ variable }) => variable),
        1,
      ),
      least: 0,
      countsHoles: true,
    }));
    if (missing.length > 0)
      goals.push({
        phase: 'holes',
        costs: goal(
          missing.map(({ variable }) => variable),
          1,
        ),
        least: 0,
        countsHoles: false,
      });
    const standing = this.#standing();
    if (standing.length > 0)
      goals.push({
        phase: 'changes',
        costs: goal(standing, -1),
        least: -standing.length,
        countsHoles: false,
      });
    return goals;
  }

  /** Variables of the basis's duties that can be kept. */
  #standing(): readonly number[] {
    const { draft } = this.#model;
    return draft.agenda.cells.flatMap(({ isBasis }, cell) =>
      isBasis && draft.isOpen(cell) ? [draft.variableOf(cell)] : [],
    );
  }

  #reach(goal: Goal): void {
    const valueOf = (): number =>
      goal.costs.reduce((sum, cost, index) => sum + cost * (this.#values[index] ?? 0), 0);
    if (valueOf() > goal.least + 0.5) {
      this.#solver.setCosts(goal.costs);
      const solution = this.#solve(goal.phase, { absoluteGap: 0.99 });
      const bound = Math.ceil(solution.bound - 1e-6);
      if (bound < Math.round(valueOf())) this.#isProven = false;
      if (goal.countsHoles && bound > 0) this.#isShortProven = true;
      if (solution.status === 'infeasible') this.#isShortProven = true;
      this.#options.onBetter(goal.phase, this.#cells, -Infinity);
    }
    const terms = [...goal.costs.entries()].filter(([, cost]) => cost !== 0);
    this.#solver.addRow({ upper: Math.round(valueOf()), terms });
  }

  #prefer(): PartResult {
    const { draft } = this.#model;
    const costs = draft.softCosts();
    this.#solver.setCosts(costs);
    const absoluteGap = stepOf(costs) * 0.99;
    const bound = this.#dive(absoluteGap);
    const isReached = this.#modelCost(costs) - bound < absoluteGap;
    const solution = isReached ? null : this.#search(absoluteGap);
    const cost = this.#cost(this.#cells);
    const isOptimal = isReached || solution?.status === 'optimal';
    const isExact = this.#isExact(costs);
    const isProven = this.#isProven && isOptimal && isExact;
    const least = Math.max(bound, solution?.bound ?? -Infinity) + draft.constant;
    return {
      cells: this.#cells,
      cost,
      bound: isProven ? cost : Math.min(cost, least),
      isProven,
      isExact,
      isShortProven: this.#isShortProven,
    };
  }

  /**
   * Solves the relaxation and then, with the duties it gives wholly kept, for whole numbers: a much smaller search that mostly
   * ends at the bound of the relaxation, which proves it. Returns that bound.
   */
  #dive(absoluteGap: number): number {
    const { draft } = this.#model;
    const { work } = this.#options;
    this.#solver.relax(true);
    const relaxed = this.#solver.solve({ budget: work.left, shouldStop: () => work.isStopped });
    this.#solver.relax(false);
    work.add(relaxed);
    const { values, status } = relaxed;
    if (values === null || status !== 'optimal') return -Infinity;
    this.#bound = relaxed.bound;
    const before = { cells: this.#cells, values: this.#values };
    const kept = draft.agenda.cells.flatMap((_, cell) =>
      draft.isOpen(cell) && (values[draft.variableOf(cell)] ?? 0) > 1 - 1e-6 ? [cell] : [],
    );
    for (const cell of kept) this.#solver.setBounds(draft.variableOf(cell), 1, 1);
    this.#solve('preferences', { absoluteGap, budget: DIVE_BUDGET, isPartial: true });
    for (const cell of kept)
      this.#solver.setBounds(draft.variableOf(cell), draft.agenda.cell(cell).isLocked ? 1 : 0, 1);
    this.#keepBetter(before);
    return relaxed.bound;
  }

  /** The whole search; what it cannot prove with its part of the budget is improved with the rest. */
  #search(absoluteGap: number): Solution {
    const { work } = this.#options;
    const solution = this.#solve('preferences', {
      absoluteGap,
      budget: Math.ceil(work.left * SEARCH_SHARE),
    });
    if (solution.status === 'feasible' && solution.endedBy === 'budget') this.#improve(absoluteGap);
    return solution;
  }

  /**
   * Holds all duties but those of some days on end, and solves for these; then the next, until a round changes nothing or the
   * budget is used up. The bound stays that of the search.
   */
  #improve(absoluteGap: number): void {
    const { work, onBetter } = this.#options;
    const { agenda } = this.#model.draft;
    const costNow = (): number => this.#cost(this.#cells);
    for (let before = Infinity; costNow() < before && !work.isOver;) {
      before = costNow();
      for (let day = agenda.firstOpen; day < agenda.dayCount && !work.isOver; day += WINDOW_STEP) {
        this.#solveDays(day, day + WINDOW_DAYS, absoluteGap);
        onBetter('improve', this.#cells, this.#bound + this.#model.draft.constant);
      }
    }
  }

  #solveDays(from: number, to: number, absoluteGap: number): void {
    const { draft } = this.#model;
    const held = draft.agenda.cells.flatMap(({ day, isLocked }, cell) =>
      draft.isOpen(cell) && !isLocked && (day < from || day >= to) ? [cell] : [],
    );
    for (const cell of held) {
      const value = this.#cells.has(cell) ? 1 : 0;
      this.#solver.setBounds(draft.variableOf(cell), value, value);
    }
    const before = { cells: this.#cells, values: this.#values };
    this.#solve('improve', { absoluteGap, budget: WINDOW_BUDGET, isPartial: true });
    this.#keepBetter(before);
    for (const cell of held) this.#solver.setBounds(draft.variableOf(cell), 0, 1);
  }

  #keepBetter(before: { readonly cells: ReadonlySet<number>; readonly values: Float64Array }): void {
    if (this.#cost(this.#cells) <= this.#cost(before.cells)) return;
    this.#cells = before.cells;
    this.#values = before.values;
  }

  #modelCost(costs: Float64Array): number {
    return costs.reduce((sum, cost, index) => sum + cost * (this.#values[index] ?? 0), 0);
  }

  /** False when somebody has so many duties that the model only knows a bound of the cost. */
  #isExact(costs: Float64Array): boolean {
    return Math.abs(this.#cost(this.#cells) - this.#modelCost(costs) - this.#model.draft.constant) < 1e-3;
  }

  #solve(phase: PlanProgress['phase'], options: SolveSettings): Solution {
    const { work } = this.#options;
    const { draft } = this.#model;
    const solution = this.#solver.solve({
      start: this.#values,
      budget: Math.min(work.left, options.budget ?? Infinity),
      absoluteGap: options.absoluteGap,
      shouldStop: () => work.isStopped,
      onIncumbent: ({ values, bound }) => {
        this.#tell(phase, draft.cellsOf(values), options.isPartial === true ? -Infinity : bound);
      },
    });
    work.add(solution);
    if (phase === 'preferences' && options.isPartial !== true)
      this.#bound = Math.max(this.#bound, solution.bound);
    if (solution.values) {
      this.#cells = draft.cellsOf(solution.values);
      this.#values = draft.valuesOf((cell) => this.#cells.has(cell));
    }
    return solution;
  }

  /** Reports a roster that is better by what the phase is about. */
  #tell(phase: PlanProgress['phase'], cells: ReadonlySet<number>, bound: number): void {
    if (phase === 'holes' || phase === 'changes') {
      this.#options.onBetter(phase, cells, -Infinity);
      return;
    }
    if (this.#cost(cells) < this.#cost(this.#cells))
      this.#options.onBetter(phase, cells, Math.max(bound, this.#bound) + this.#model.draft.constant);
  }

  #cost(cells: ReadonlySet<number>): number {
    let sum = 0;
    for (const cost of this.#model.draft.costsOf((cell) => cells.has(cell)).values()) sum += cost;
    return sum;
  }
}
