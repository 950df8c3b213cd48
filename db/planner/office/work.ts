import type { Solution } from '../linear/solve-options.ts';
import type { PlanOptions } from '../plan-options.ts';

/** Simplex iterations a plan may take when nothing is said: several times what a plain month of 120 people takes. */
const DEFAULT_BUDGET = 400_000;

/** Options of a plan inside its thread, where no signal arrives while WebAssembly runs. */
export interface ThreadOptions extends PlanOptions {
  readonly isAborted?: () => boolean;
}

/** Counts the work of all solves of one plan and says when to stop. */
export class Work {
  readonly budget: number;
  readonly #startedAt_ms = performance.now();
  readonly #timeLimit_ms: number;
  readonly #isAborted: () => boolean;
  #iterations = 0;
  #nodes = 0;

  constructor({ budget = DEFAULT_BUDGET, timeLimit_s = Infinity, signal, isAborted }: ThreadOptions) {
    this.budget = budget;
    this.#timeLimit_ms = timeLimit_s * 1000;
    this.#isAborted = isAborted ?? (() => signal?.aborted === true);
  }

  /** Iterations left, never below 1. */
  get left(): number {
    return Math.max(1, this.budget - this.#iterations);
  }

  get isOver(): boolean {
    return this.#iterations >= this.budget || this.isStopped;
  }

  /** The user keeps what there is, or the net on the wall clock was reached. */
  get isStopped(): boolean {
    return this.#isAborted() || performance.now() - this.#startedAt_ms > this.#timeLimit_ms;
  }

  get done(): number {
    return Math.min(1, this.#iterations / this.budget);
  }

  get seconds(): number {
    return (performance.now() - this.#startedAt_ms) / 1000;
  }

  get counted(): { readonly iterations: number; readonly nodes: number } {
    return { iterations: this.#iterations, nodes: this.#nodes };
  }

  add({ iterations, nodes }: Pick<Solution, 'iterations' | 'nodes'>): void {
    this.#iterations += iterations;
    this.#nodes += nodes;
  }
}
