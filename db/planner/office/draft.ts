import type { Rule } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { LinearModel, type Term } from '../linear/linear-model.ts';
import type { Agenda } from './agenda.ts';

/** Tells whether a roster has a cell. */
export type Has = (cell: number) => boolean;

/** A `fair`, `wishes` or `turns` rule that says `hard` weighs this much (docs/roster.md). */
const ALWAYS_WEIGHED = 1000;

/** Weight of a rule, `null` when it must hold. */
export function weightOf(rule: Rule): number | null {
  if ('weight' in rule.strength) return rule.strength.weight;
  return ['fair', 'wishes', 'turns'].includes(rule.kind) ? ALWAYS_WEIGHED : null;
}

/** Cells that are counted together, with what was counted before them. */
export interface Counted {
  readonly rule: Rule;
  readonly fact: Fact;
  readonly cells: readonly number[];
  /** Duties of `earlier`: they use up the limit but cost nothing. */
  readonly earlier: number;
  /** Duties of frozen days: like `earlier` for a hard rule, counted by a soft one. */
  readonly frozen: number;
  readonly most: number;
}

/**
 * A linear model of one part being written: a variable for each cell that can be given, rows with the facts behind them, and
 * costs, each with a way to count it again from a roster.
 */
export class Draft {
  readonly agenda: Agenda;
  /** Rules the model is about. */
  readonly rules: readonly Rule[];
  readonly model = new LinearModel<Fact>();
  /** Variable of each cell, -1: none. */
  readonly variables: Int32Array;
  /** Cost of every roster of the part, which no variable carries. */
  constant = 0;
  readonly #costs: { readonly rule: string; readonly costOf: (has: Has) => number }[] = [];
  readonly #derived: { readonly variable: number; readonly valueOf: (has: Has) => number }[] = [];
  readonly #cellCosts: Map<number, number> = new Map();
  readonly #soft: { readonly variable: number; readonly cost: number }[] = [];

  constructor(agenda: Agenda, rules: readonly Rule[]) {
    this.agenda = agenda;
    this.rules = rules;
    this.variables = new Int32Array(agenda.cells.length).fill(-1);
  }

  /** Gives a cell its variable; a standing one is 1. */
  addCell(cell: number, isStanding: boolean): void {
    const { person, day, post } = this.agenda.cell(cell);
    this.variables[cell] = this.model.variable({
      lower: isStanding ? 1 : 0,
      upper: 1,
      integer: true,
      tag: isStanding
        ? {
            kind: 'standing',
            post: this.agenda.post(post).id,
            date: this.agenda.dateOf(day),
            person: this.agenda.person(person).id,
          }
        : null,
    });
  }

  variableOf(cell: number): number {
    return this.variables[cell] ?? -1;
  }

  isOpen(cell: number): boolean {
    return this.variableOf(cell) >= 0;
  }

  terms(cells: readonly number[], coefficient = 1): Term[] {
    const terms: Term[] = [];
    for (const cell of cells) if (this.isOpen(cell)) terms.push([this.variableOf(cell), coefficient]);
    return terms;
  }

  /** Locked duties among the cells, which hold whatever a rule says. */
  lockedIn(cells: readonly number[]): number {
    return cells.filter((cell) => this.agenda.cell(cell).isLocked).length;
  }

  /** At most `most` of the cells, before-counted ones included: a row, or a cost for each one more. */
  limit(counted: Counted): void {
    const weight = weightOf(counted.rule);
    const left = Math.max(0, counted.most - counted.earlier);
    if (weight !== null) {
      this.excess({ ...counted, weight, allowed: left - counted.frozen });
      return;
    }
    this.atMost(counted.cells, Math.max(0, left - counted.frozen), counted.fact);
  }

  /** A row; locked duties may already go beyond, then nothing more is allowed. */
  atMost(cells: readonly number[], most: number, fact: Fact): void {
    const terms = this.terms(cells);
    const upper = Math.max(most, this.lockedIn(cells));
    if (terms.length > upper) this.model.row({ upper, terms, tag: fact });
  }

  /** Costs `weight` for each of the cells beyond `allowed` (negative: so many are beyond without any). */
  excess(over: {
    readonly rule: Rule;
    readonly weight: number;
    readonly cells: readonly number[];
    readonly allowed: number;
  }): void {
    const { rule, weight, allowed } = over;
    const cells = over.cells.filter((cell) => this.isOpen(cell));
    if (cells.length <= allowed) return;
    const valueOf = (has: Has): number => Math.max(0, cells.filter(has).length - allowed);
    const variable = this.softVariable({ rule, weight, valueOf });
    this.model.row({ upper: allowed, terms: [...this.terms(cells), [variable, -1]] });
  }

  /** A variable from 0 up that costs `weight` a unit and has the value a roster gives it. */
  softVariable(soft: {
    readonly rule: Rule;
    readonly weight: number;
    readonly valueOf: (has: Has) => number;
  }): number {
    const variable = this.derivedVariable({ upper: Infinity, cost: soft.weight, valueOf: soft.valueOf });
    this.countCost(soft.rule, (has) => soft.weight * soft.valueOf(has));
    return variable;
  }

  /** A continuous variable whose value follows from the cells. */
  derivedVariable(spec: {
    readonly upper: number;
    readonly cost: number;
    readonly valueOf: (has: Has) => number;
  }): number {
    const variable = this.model.variable({ upper: spec.upper });
    if (spec.cost !== 0) this.#soft.push({ variable, cost: spec.cost });
    this.#derived.push({ variable, valueOf: spec.valueOf });
    return variable;
  }

  /** Adds to the cost of giving a cell; counted again by `countCost`. */
  addCellCost(cell: number, cost: number): void {
    if (this.isOpen(cell)) this.#cellCosts.set(cell, (this.#cellCosts.get(cell) ?? 0) + cost);
  }

  /** Says how a rule's cost is counted from a roster. */
  countCost(rule: Rule, costOf: (has: Has) => number): void {
    this.#costs.push({ rule: rule.id, costOf });
  }

  /** A cost every roster has. */
  addConstant(rule: Rule, cost: number): void {
    if (cost === 0) return;
    this.constant += cost;
    this.countCost(rule, () => cost);
  }

  /** Costs of the soft rules, by variable. */
  softCosts(): Float64Array {
    const costs = new Float64Array(this.model.variableCount);
    const add = (variable: number, cost: number): void =>
      void (costs[variable] = (costs[variable] ?? 0) + cost);
    for (const { variable, cost } of this.#soft) add(variable, cost);
    for (const [cell, cost] of this.#cellCosts) add(this.variableOf(cell), cost);
    return costs;
  }

  /** Cost of a roster by rule, counted from its cells alone. */
  costsOf(has: Has): ReadonlyMap<string, number> {
    const costs = new Map<string, number>();
    for (const { rule, costOf } of this.#costs) {
      const cost = costOf(has);
      if (cost !== 0) costs.set(rule, (costs.get(rule) ?? 0) + cost);
    }
    return costs;
  }

  /** Values of all variables for a roster. */
  valuesOf(has: Has): Float64Array {
    const values = new Float64Array(this.model.variableCount);
    this.variables.forEach((variable, cell) => {
      if (variable >= 0 && has(cell)) values[variable] = 1;
    });
    for (const { variable, valueOf } of this.#derived) values[variable] = valueOf(has);
    return values;
  }

  /** Cells of a solution. */
  cellsOf(values: Float64Array): Set<number> {
    const cells = new Set<number>();
    this.variables.forEach((variable, cell) => {
      if (variable >= 0 && (values[variable] ?? 0) > 0.5) cells.add(cell);
    });
    return cells;
  }
}
