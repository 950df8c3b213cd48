import type { CallbackData, Highs, HighsCallbackMap } from 'highs';
import type { Solution, SolveOptions } from './solve-options.ts';

/** Stands beside a running solve: counts its work, ends it, and passes better solutions on. */
export class Watch {
  readonly #options: SolveOptions;
  readonly #whole: (values: Float64Array) => Float64Array;
  #endedBy: Solution['endedBy'] = null;

  constructor(options: SolveOptions, whole: (values: Float64Array) => Float64Array) {
    this.#options = options;
    this.#whole = whole;
  }

  /** Why this watch ended the solve; `null` when it did not. */
  get endedBy(): Solution['endedBy'] {
    return this.#endedBy;
  }

  callbacks(highs: Highs): HighsCallbackMap {
    const { mipInterrupt, simplexInterrupt, mipImprovingSolution } = highs.constants.callbackType;
    return {
      [mipInterrupt]: (event) => {
        if (this.#isOver(event.data)) event.interrupt();
      },
      [simplexInterrupt]: (event) => {
        if (this.#isOver(event.data)) event.interrupt();
      },
      [mipImprovingSolution]: (event) => {
        this.#report(event.data);
      },
    };
  }

  #isOver(data: CallbackData): boolean {
    const { budget, shouldStop } = this.#options;
    if (budget !== undefined && Number(data.mip_total_lp_iterations ?? 0) >= budget)
      this.#endedBy ??= 'budget';
    else if (shouldStop?.() === true) this.#endedBy ??= 'stopped';
    return this.#endedBy !== null;
  }

  #report(data: CallbackData): void {
    const { mip_solution: values, objective_function_value: cost, mip_dual_bound: bound } = data;
    if (values && cost !== undefined)
      this.#options.onIncumbent?.({ cost, values: this.#whole(values), bound: bound ?? -Infinity });
  }
}
