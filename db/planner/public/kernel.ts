import type { Engine } from '../linear/engine.ts';
import { memberPrices, ROUNDING, type Bound } from './column-generation.ts';
import type { RosterState } from './roster-state.ts';
import type { Row, MemberSearch } from './schedule-search.ts';
import { type Freedom, StintModel } from './stint-model.ts';
import { throughCosts } from './through-costs.ts';

export interface KernelInput {
  readonly engine: Engine;
  readonly state: RosterState;
  readonly searches: readonly MemberSearch[];
  /** Members that may change; the bound is for these beside the others as they stand. */
  readonly open: readonly number[];
  readonly bound: Bound;
  /** Only rosters cheaper than this are looked for. */
  readonly cost: number;
  readonly seconds: number;
  /** Simplex iterations. */
  readonly budget: number;
  /** Models of more variables are not tried. */
  readonly most: number;
}

export interface KernelResult {
  /** Rows of a cheaper roster; `null`: none found. */
  readonly rows: ReadonlyMap<number, Row> | null;
  /** Nothing costs less than this beside the rows of the others. */
  readonly bound: number;
  readonly iterations: number;
}

/**
 * Looks for a cheaper roster exactly, among what the bound leaves possible: shifts and runs whose cheapest schedule
 * exceeds the bound by more than a better roster could are left out of the model.
 */
export function solveKernel(input: KernelInput): KernelResult {
  const { engine, state, searches, bound, cost } = input;
  const nothing = { rows: null, bound: bound.bound, iterations: 0 };
  if (input.open.some((member) => !searches[member]?.counted)) return nothing;
  const slack = cost - 1 - bound.bound + ROUNDING;
  const stint = new StintModel(
    state,
    input.open.flatMap((member) => freedomOf(input, member, slack)),
  );
  const isGood = Math.ceil(bound.bound - ROUNDING);
  if (stint.model.variableCount > input.most) return nothing;
  let isEnough = false;
  const solution = engine.with(stint.model, (solver) =>
    solver.solve({
      cutoff: cost - 0.5 - stint.fixedCost,
      absoluteGap: 0.99,
      budget: input.budget,
      timeLimit_s: input.seconds,
      onIncumbent: (found) => (isEnough = found.cost + stint.fixedCost <= isGood + ROUNDING),
      shouldStop: () => isEnough,
    }),
  );
  const isCheaper = solution.cost !== null && solution.cost + stint.fixedCost < cost - 0.5;
  const proven = solution.status === 'infeasible' ? cost : solution.bound + stint.fixedCost;
  return {
    rows: isCheaper && solution.values ? stint.rows(solution.values) : null,
    bound: Math.max(bound.bound, Math.min(proven, cost)),
    iterations: solution.iterations,
  };
}

function freedomOf(
  { state, searches, bound }: KernelInput,
  member: number,
  slack: number,
): readonly Freedom[] {
  const search = searches[member]?.counted;
  if (!search) return [];
  const { shape } = search;
  const { shiftCount } = state.costs;
  const through = throughCosts(search, memberPrices(state.costs, bound.duals, member));
  const limit = through.best + slack;
  return [
    {
      shape,
      allowsCell: (day, shift) => (through.cells[day * shiftCount + shift] ?? Infinity) <= limit,
      allowsRun: (start, length) => (through.runs[start * (shape.maxRun + 1) + length] ?? Infinity) <= limit,
      keeps: () => false,
    },
  ];
}
