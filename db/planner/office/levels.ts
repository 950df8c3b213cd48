import type { Fact } from '../../roster/roster.ts';
import type { LinearSolver } from '../linear/linear-solver.ts';
import type { Engine } from '../linear/engine.ts';
import type { Solution } from '../linear/solve-options.ts';
import type { PlanProgress } from '../plan-options.ts';
import { stepOf } from './cost-step.ts';
import type { OfficeModel } from './office-model.ts';
import type { Work } from './work.ts';

/** What is known of one part. */
export interface PartResult {
  readonly cells: ReadonlySet<number>;
  /** Cost of the soft rules, and what no roster with these holes and changes goes below. */
  readonly cost: number;
  readonly bound: number;
  readonly isProven: boolean;
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
  return { cells: new Set(), cost, bound: cost, isProven: true, isShortProven: false };
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
    const solution = this.#solve('preferences', { absoluteGap: stepOf(costs) * 0.99 });
    const cost = this.#cost(this.#cells);
    const isProven = this.#isProven && solution.status === 'optimal' && this.#isExact(solution);
    const bound = isProven ? cost : Math.min(cost, solution.bound + draft.constant);
    return { cells: this.#cells, cost, bound, isProven, isShortProven: this.#isShortProven };
  }

  /** False when somebody has so many duties that the model only knows a bound of the cost. */
  #isExact(solution: Solution): boolean {
    const { draft } = this.#model;
    return (
      solution.cost !== null && Math.abs(this.#cost(this.#cells) - solution.cost - draft.constant) < 1e-3
    );
  }

  #solve(phase: PlanProgress['phase'], { absoluteGap }: { readonly absoluteGap: number }): Solution {
    const { work, onBetter } = this.#options;
    const { draft } = this.#model;
    const solution = this.#solver.solve({
      start: this.#values,
      budget: work.left,
      absoluteGap,
      shouldStop: () => work.isStopped,
      onIncumbent: ({ values, bound }) => {
        onBetter(phase, draft.cellsOf(values), phase === 'preferences' ? bound + draft.constant : -Infinity);
      },
    });
    work.add(solution);
    if (solution.values) {
      this.#cells = draft.cellsOf(solution.values);
      this.#values = draft.valuesOf((cell) => this.#cells.has(cell));
    }
    return solution;
  }

  #cost(cells: ReadonlySet<number>): number {
    let sum = 0;
    for (const cost of this.#model.draft.costsOf((cell) => cells.has(cell)).values()) sum += cost;
    return sum;
  }
}
