import { createHash } from 'node:crypto';
import type { Assignment, RosterProblem } from '../../roster/problem.ts';
import type { Hole, Roster } from '../../roster/roster.ts';
import { explainShortage } from '../core/explain-shortage.ts';
import { type Engine, startEngine } from '../linear/engine.ts';
import type { PlanProgress } from '../plan-options.ts';
import { Agenda } from './agenda.ts';
import { fits } from './fits.ts';
import { firstRoster } from './first/first-roster.ts';
import { type PartResult, solveLevels } from './levels.ts';
import { type OfficeModel, officeModel } from './office-model.ts';
import { type Part, partsOf } from './parts.ts';
import { type ThreadOptions, Work } from './work.ts';

/** Package and version of the solver; another may find another of several equally good rosters. */
const SOLVER = 'highs 1.15.3';

/**
 * Plans a roster: a first one at once, then part by part the best one under the hard rules, proven as far as the budget goes.
 * Blocks the thread it runs in; `createPlanner` gives it one of its own. The problem must be valid (`problemFaults`).
 *
 * @throws SolverFailure when WebAssembly fails; a thread it failed in must be thrown away.
 */
export async function planRoster(problem: RosterProblem, options: PlanReporting = {}): Promise<Roster> {
  const work = new Work(options);
  const agenda = new Agenda(problem);
  const plan = new Plan(agenda, work, options);
  plan.begin();
  const engine = await (options.engine ?? startEngine());
  for (const part of plan.parts) {
    const solved = (): PartResult =>
      solveLevels(part.model, {
        engine,
        work,
        start: part.cells,
        onBetter: (phase, cells, bound) => {
          plan.better(part, { phase, cells, bound });
        },
      });
    plan.settle(part, solved());
    if (part.result?.isExact === false && !work.isOver) {
      plan.refine(part);
      plan.settle(part, solved());
    }
  }
  const roster = plan.roster();
  if (roster.status !== 'infeasible' || work.isStopped) return roster;
  plan.announceCore();
  return { ...roster, ...explainShortage(engine, problem, roster.assignments) };
}

/** Beside what every caller is told: the whole roster as it stands, to be kept when the thread is ended. */
export interface PlanReporting extends ThreadOptions {
  readonly onStanding?: (roster: Roster) => void;
  /** An engine already being started. */
  readonly engine?: Promise<Engine>;
}

/** A part on its way. */
interface OpenPart {
  model: OfficeModel;
  cells: ReadonlySet<number>;
  cost: number;
  /** No penalty is negative, so 0 is always one. */
  bound: number;
  result: PartResult | null;
}

/** The whole plan: what each part has come to. */
class Plan {
  readonly #agenda: Agenda;
  readonly #work: Work;
  readonly #options: PlanReporting;
  readonly #digest: string;
  #parts: readonly OpenPart[] = [];

  constructor(agenda: Agenda, work: Work, options: PlanReporting) {
    this.#agenda = agenda;
    this.#work = work;
    this.#options = options;
    this.#digest = digestOf(agenda.problem);
  }

  get parts(): readonly OpenPart[] {
    return this.#parts;
  }

  /** The first roster, and a model for each part. */
  begin(): void {
    const cells = firstRoster(this.#agenda);
    this.#report('first', { cells, cost: null, bound: null });
    this.#parts = partsOf(this.#agenda).map((part) => this.#openPart(part, cells));
    this.#options.onStanding?.(this.roster());
  }

  #openPart(part: Part, first: ReadonlySet<number>): OpenPart {
    const people = new Set(part.people);
    const cells = new Set([...first].filter((cell) => people.has(this.#agenda.cell(cell).person)));
    const modelWith = (needs: 'hard' | 'elastic'): OfficeModel =>
      officeModel(this.#agenda, part, { needs, facts: 'cut', hasPreferences: true });
    const begunWith = (model: OfficeModel, start: ReadonlySet<number>): OpenPart => ({
      model,
      cells: start,
      cost: costOf(model, start),
      bound: 0,
      result: null,
    });
    const strict = modelWith('hard');
    if (isOf(strict, cells)) return begunWith(strict, cells);
    const elastic = modelWith('elastic');
    if (isOf(elastic, cells)) return begunWith(elastic, cells);
    return begunWith(elastic, new Set([...cells].filter((cell) => this.#agenda.cell(cell).isLocked)));
  }

  better(
    part: OpenPart,
    found: {
      readonly phase: PlanProgress['phase'];
      readonly cells: ReadonlySet<number>;
      readonly bound: number;
    },
  ): void {
    part.cells = found.cells;
    part.cost = costOf(part.model, found.cells);
    part.bound = Math.max(part.bound, found.bound);
    this.#report(found.phase, this.#sum());
    this.#options.onStanding?.(this.roster());
  }

  /** A model that knows the cost of every number of duties. */
  refine(part: OpenPart): void {
    part.model = officeModel(this.#agenda, part.model.part, {
      needs: part.model.slacks.length > 0 ? 'elastic' : 'hard',
      facts: 'cut',
      hasPreferences: true,
      exactSteps: Infinity,
    });
  }

  settle(part: OpenPart, result: PartResult): void {
    part.result = result;
    part.cells = result.cells;
    part.cost = result.cost;
    part.bound = Math.max(0, result.bound);
  }

  roster(): Roster {
    const { cells, cost, bound } = this.#sum();
    const holes = this.#holes(cells);
    const isProven = this.#parts.every(({ result }) => result?.isProven === true);
    const isShort = this.#parts.some(({ result }) => result?.isShortProven === true);
    const isFull = holes.length === 0 && !isShort;
    return {
      status: isShort ? 'infeasible' : isFull ? (isProven ? 'optimal' : 'feasible') : 'unknown',
      cost,
      bound,
      gap: (cost - bound) / Math.max(1, Math.abs(cost)),
      seconds: this.#work.seconds,
      work: this.#work.counted,
      assignments: this.#assignments(cells),
      holes,
      changed: this.#changed(cells),
      costs: this.#costs(),
      core: [],
      relaxations: [],
      stamp: { problem: this.#digest, solver: SOLVER, budget: this.#work.budget },
    };
  }

  /** Told before a conflict is looked for, so that the wait has a name. */
  announceCore(): void {
    this.#report('core', this.#sum());
  }

  #sum(): { readonly cells: ReadonlySet<number>; readonly cost: number; readonly bound: number } {
    const cells = new Set(this.#parts.flatMap((part) => [...part.cells]));
    const cost = rounded(this.#parts.reduce((sum, part) => sum + part.cost, 0));
    const bound = rounded(this.#parts.reduce((sum, part) => sum + part.bound, 0));
    return { cells, cost, bound };
  }

  #report(
    phase: PlanProgress['phase'],
    state: {
      readonly cells: ReadonlySet<number>;
      readonly cost: number | null;
      readonly bound: number | null;
    },
  ): void {
    const { onProgress } = this.#options;
    if (!onProgress) return;
    onProgress({
      phase,
      cost: state.cost,
      bound: state.bound,
      done: this.#work.done,
      roster: { assignments: this.#assignments(state.cells), holes: this.#holes(state.cells) },
    });
  }

  /** Duties of open days given now, and of frozen days as they stand; in order of day, post and person. */
  #assignments(cells: ReadonlySet<number>): readonly Assignment[] {
    const agenda = this.#agenda;
    const duties = [...cells].map((index) => agenda.cell(index));
    agenda.people.forEach((_, person) => {
      for (const { day, post } of agenda.doneBy(person))
        if (day >= 0) duties.push({ person, day, post, barred: [], isLocked: true, isBasis: false });
    });
    return duties
      .toSorted((a, b) => a.day - b.day || a.post - b.post || a.person - b.person)
      .map(({ day, post, person }) => ({
        date: agenda.dateOf(day),
        post: agenda.post(post).id,
        person: agenda.person(person).id,
      }));
  }

  #holes(cells: ReadonlySet<number>): readonly Hole[] {
    const agenda = this.#agenda;
    const holes: Hole[] = [];
    for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1)
      agenda.posts.forEach(({ id }, post) => {
        if (agenda.isForAll(post, day)) return;
        const filled = agenda.cellsAt(post, day).filter((cell) => cells.has(cell)).length;
        const missing = agenda.need(post, day) - filled;
        if (missing > 0) holes.push({ date: agenda.dateOf(day), post: id, missing });
      });
    return holes;
  }

  /** Duties of the basis, on open days, that somebody else has now, or nobody. */
  #changed(cells: ReadonlySet<number>): readonly Assignment[] {
    const agenda = this.#agenda;
    const given = new Set(this.#assignments(cells).map((duty) => JSON.stringify(duty)));
    return (agenda.problem.basis?.assignments ?? [])
      .map(({ date, post, person }) => ({ date, post, person }))
      .filter((duty) => agenda.dayOf(duty.date) >= agenda.firstOpen && !given.has(JSON.stringify(duty)));
  }

  #costs(): Roster['costs'] {
    const costs = new Map<string, number>();
    for (const { model, cells } of this.#parts)
      for (const [rule, cost] of model.draft.costsOf((cell) => cells.has(cell)))
        costs.set(rule, (costs.get(rule) ?? 0) + cost);
    return this.#agenda.problem.rules.flatMap(({ id }) => {
      const cost = rounded(costs.get(id) ?? 0);
      return cost === 0 ? [] : [{ rule: id, cost }];
    });
  }
}

/** True when the cells keep every row of the model. */
function isOf({ draft }: OfficeModel, cells: ReadonlySet<number>): boolean {
  return fits(
    draft.model,
    draft.valuesOf((cell) => cells.has(cell)),
  );
}

function costOf({ draft }: OfficeModel, cells: ReadonlySet<number>): number {
  let sum = 0;
  for (const cost of draft.costsOf((cell) => cells.has(cell)).values()) sum += cost;
  return sum;
}

/** Sums of tenths without the dust of binary fractions. */
const rounded = (cost: number): number => Math.round(cost * 1e6) / 1e6;

function digestOf(problem: RosterProblem): string {
  return createHash('sha256').update(canonical(problem)).digest('hex');
}

/** JSON with sorted keys, so that the digest does not depend on how the problem was written. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
