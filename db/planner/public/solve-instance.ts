import type { Engine } from '../linear/engine.ts';
import { Random } from '../generate/random.ts';
import { SolverFailure } from '../linear/solver-failure.ts';
import { type Bound, generateColumns, type GenerationInput, ROUNDING } from './column-generation.ts';
import { descend } from './descent.ts';
import { dive } from './dive.ts';
import type { Instance } from './instance.ts';
import { solveKernel } from './kernel.ts';
import { Master } from './master.ts';
import { memberShape, type MemberShape } from './member-shape.ts';
import { PricedSearch } from './priced-search.ts';
import { InstanceCosts, RosterState } from './roster-state.ts';
import { residualInstance } from './residual.ts';
import { type MemberSearch, type Row, ScheduleSearch } from './schedule-search.ts';

export interface InstanceSolution {
  /** Shift index on each day of each member, -1 off; `null` when some member's own rules cannot be kept at all. */
  readonly rows: readonly Row[] | null;
  readonly cost: number;
  /** No roster costs less. */
  readonly bound: number;
  /** Simplex iterations of all models together. */
  readonly work: number;
}

export interface SolveInstanceOptions {
  readonly engine: Engine;
  readonly limit_s: number;
  /** Seconds of any clock that starts anywhere. */
  readonly clock_s: () => number;
  readonly onProgress?: (cost: number, bound: number) => void;
}

/** Variables of the largest exact model tried for all members, and for a neighbourhood. */
const MOST_VARIABLES = { whole: 9000, part: 2500 };
/** Simplex iterations of the first exact solve of the whole, tripled each time, and of one of a neighbourhood. */
const BUDGET = { whole: 15_000, part: 5000 };
const PART = { budget: BUDGET.part, most: MOST_VARIABLES.part };
/** Cells (days × shifts) of the largest master problem. */
const MOST_CELLS = 2000;
/** Share of the time the first bound may take. */
const ROOT_SHARE = 0.25;
/** Share of the time one neighbourhood with a master of its own may take. */
const PART_SHARE = 0.1;
/** Steps of one exact search of a member, a few nanoseconds each. */
const MOST_STEPS = 10_000_000;
/** Neighbourhoods that promise something and give nothing before the whole is tried exactly. */
const PATIENCE = 8;
/** Neighbourhoods of one kind (nothing to gain, or gain not found) before their size changes. */
const STREAK = 4;

/**
 * Solves a public instance: a first roster member by member, a bound by column generation, a roster by diving, then
 * neighbourhoods whose bound says that something can be gained, and exact models of what the bound leaves open.
 */
export function solveInstance(instance: Instance, options: SolveInstanceOptions): InstanceSolution {
  const run = new InstanceRun(instance, options);
  try {
    run.improve();
  } catch (error) {
    // Out of memory in WebAssembly: what was found before stands.
    if (!(error instanceof SolverFailure)) throw error;
  }
  return run.result();
}

class InstanceRun {
  readonly #options: SolveInstanceOptions;
  readonly #end_s: number;
  readonly #searches: readonly MemberSearch[];
  readonly #all: readonly number[];
  readonly #state: RosterState;
  readonly #random = new Random(2014);
  #bound = 0;
  #work = 0;
  #size: number;
  #pruned = 0;
  #failed = 0;
  #fruitless = 0;

  constructor(instance: Instance, options: SolveInstanceOptions) {
    const costs = new InstanceCosts(instance);
    this.#options = options;
    this.#end_s = options.clock_s() + options.limit_s;
    this.#searches = instance.staff.map((_, member) => searchOf(memberShape(instance, member)));
    this.#all = instance.staff.map((_, member) => member);
    this.#size = Math.min(6, this.#all.length);
    this.#state = new RosterState(
      costs,
      this.#all.map(() => null),
    );
  }

  result(): InstanceSolution {
    const rows = this.#state.rows.flatMap((row) => row ?? []);
    return {
      rows: this.#state.isComplete ? rows : null,
      cost: this.#state.cost(),
      bound: this.#bound,
      work: this.#work,
    };
  }

  improve(): void {
    this.#descend(this.#state);
    this.#report();
    if (!this.#state.isComplete) return;
    if (this.#state.costs.cellCount <= MOST_CELLS) return this.#improveByColumns();
    while (!this.#isOver()) this.#shakeOnce();
  }

  #improveByColumns(): void {
    const master = new Master(this.#options.engine, this.#state.costs, this.#searches);
    try {
      this.#offerRows(master);
      this.#improveWith(master);
    } finally {
      this.#work += master.iterations;
      master.dispose();
    }
  }

  #improveWith(master: Master): void {
    const rootEnd_s = this.#options.clock_s() + this.#secondsLeft() * ROOT_SHARE;
    const secondsLeft = (): number => rootEnd_s - this.#options.clock_s();
    const root = generateColumns({ ...this.#input(master, this.#all), secondsLeft });
    if (root) this.#raiseBound(root.bound);
    // A master too slow for its first bound is too slow for the rest.
    if (!root?.isFinal) return this.#improveParts();
    this.#take(master, dive(this.#input(master, this.#all)));
    let budget = BUDGET.whole;
    while (!this.#isOver()) {
      if (this.#searchNear(master)) this.#fruitless = 0;
      // Neighbourhoods the bound rules out are cheap; those that promise and give nothing are not.
      if (this.#fruitless < PATIENCE && this.#size < this.#all.length) continue;
      if (!this.#isOver() && !this.#searchWhole(master, root, budget)) budget *= 3;
      this.#fruitless = 0;
    }
  }

  /** Opens some members, holds the others; a bound that promises nothing ends it at once. */
  #searchNear(master: Master): boolean {
    const open = this.#someMembers();
    const isOpen = new Set(open);
    this.#state.rows.forEach((row, member) => {
      if (row && !isOpen.has(member)) master.hold(member, row);
    });
    const input = this.#input(master, open);
    const bound = generateColumns(input);
    const isPromising = bound !== null && Math.ceil(bound.bound - ROUNDING) < input.cost;
    const isBetter =
      isPromising && (this.#take(master, dive(input)) || this.#exact(master, { open, bound, ...PART }));
    for (const member of this.#all) master.release(member);
    if (isBetter) [this.#pruned, this.#failed] = [0, 0];
    else this.#resize(isPromising);
    return isBetter;
  }

  /** Neighbourhoods with small masters of their own, in turn with shaking. */
  #improveParts(): void {
    while (!this.#isOver()) {
      this.#searchPart();
      this.#shakeOnce();
    }
  }

  /** A master of what some members leave open beside the others. */
  #searchPart(): void {
    const open = this.#someMembers();
    const costs = new InstanceCosts(residualInstance(this.#state, open));
    const searches = open.flatMap((member) => this.#searches[member] ?? []);
    const rows = open.map((member) => this.#state.rows[member] ?? null);
    const master = new Master(this.#options.engine, costs, searches);
    try {
      rows.forEach((row, at) => row && master.add(at, row));
      const cost = new RosterState(costs, rows).cost();
      const end_s =
        this.#options.clock_s() + Math.min(this.#secondsLeft(), this.#options.limit_s * PART_SHARE);
      const secondsLeft = (): number => end_s - this.#options.clock_s();
      const input = { master, costs, searches, open: [...open.keys()], cost, secondsLeft };
      const bound = generateColumns(input);
      const isPromising = bound !== null && Math.ceil(bound.bound - ROUNDING) < cost;
      const trial = this.#state.copy();
      if (isPromising) dive(input)?.forEach((row, at) => trial.set(open[at] ?? 0, row));
      if (!this.#takeIfCheaper(trial)) this.#resize(isPromising);
    } finally {
      this.#work += master.iterations;
      master.dispose();
    }
  }

  /** Without a master: takes some members out and lets them find their places again, one after the other. */
  #shakeOnce(): void {
    const trial = this.#state.copy();
    const order = this.#someMembers();
    for (const member of order) trial.set(member, null);
    descend(trial, { searches: this.#searches, order, isOver: () => this.#secondsLeft() <= 0 });
    if (trial.isComplete) this.#takeIfCheaper(trial);
  }

  #takeIfCheaper(trial: RosterState): boolean {
    if (trial.cost() >= this.#state.cost() - ROUNDING) return false;
    trial.rows.forEach((row, member) => this.#state.set(member, row));
    this.#report();
    return true;
  }

  #someMembers(): readonly number[] {
    const left = [...this.#all];
    const chosen: number[] = [];
    while (chosen.length < this.#size) chosen.push(...left.splice(this.#random.below(left.length), 1));
    return chosen;
  }

  #resize(isPromising: boolean): void {
    if (isPromising) {
      this.#failed += 1;
      this.#fruitless += 1;
    } else this.#pruned += 1;
    if (this.#pruned < STREAK && this.#failed < STREAK) return;
    const size = this.#size + (this.#pruned >= STREAK ? 1 : -1);
    this.#size = Math.min(this.#all.length, Math.max(3, size));
    [this.#pruned, this.#failed] = [0, 0];
  }

  #searchWhole(master: Master, root: Bound, budget: number): boolean {
    return this.#exact(master, { open: this.#all, bound: root, budget, most: MOST_VARIABLES.whole });
  }

  #exact(master: Master, { open, bound, budget, most }: ExactSearch): boolean {
    const found = solveKernel({
      engine: this.#options.engine,
      state: this.#state,
      searches: this.#searches,
      open,
      bound,
      cost: this.#state.cost(),
      seconds: this.#secondsLeft(),
      budget,
      most,
    });
    this.#work += found.iterations;
    if (open.length === this.#all.length) this.#raiseBound(found.bound);
    return this.#take(master, found.rows);
  }

  /** Takes rows over if they make the roster cheaper, polished by the descent. */
  #take(master: Master, rows: ReadonlyMap<number, Row> | null): boolean {
    if (!rows) return false;
    const trial = this.#state.copy();
    for (const [member, row] of rows) trial.set(member, row);
    this.#descend(trial);
    if (!this.#takeIfCheaper(trial)) return false;
    this.#offerRows(master);
    return true;
  }

  #offerRows(master: Master): void {
    this.#state.rows.forEach((row, member) => {
      if (row) master.add(member, row);
    });
  }

  #descend(state: RosterState): void {
    descend(state, { searches: this.#searches, order: this.#all, isOver: () => this.#secondsLeft() <= 0 });
  }

  #raiseBound(bound: number): void {
    this.#bound = Math.max(this.#bound, Math.min(Math.ceil(bound - ROUNDING), this.#state.cost()));
    this.#report();
  }

  #report(): void {
    this.#options.onProgress?.(this.#state.cost(), this.#bound);
  }

  #input(master: Master, open: readonly number[]): GenerationInput {
    return {
      master,
      open,
      costs: this.#state.costs,
      searches: this.#searches,
      cost: this.#state.cost(),
      secondsLeft: () => this.#secondsLeft(),
    };
  }

  #isOver(): boolean {
    return this.#secondsLeft() <= 0 || this.#state.cost() <= this.#bound;
  }

  #secondsLeft(): number {
    return this.#end_s - this.#options.clock_s();
  }
}

interface ExactSearch {
  readonly open: readonly number[];
  readonly bound: Bound;
  readonly budget: number;
  readonly most: number;
}

/** Counting minutes is exact, but on a long horizon it takes seconds a member. */
function searchOf(shape: MemberShape): MemberSearch {
  return ScheduleSearch.effort(shape) <= MOST_STEPS ? new ScheduleSearch(shape) : new PricedSearch(shape);
}
