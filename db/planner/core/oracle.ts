import type { RosterProblem } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import type { Engine } from '../linear/engine.ts';
import type { LinearSolver } from '../linear/linear-solver.ts';
import { Agenda } from '../office/agenda.ts';
import { officeModel, type OfficeModel } from '../office/office-model.ts';
import type { Part } from '../office/parts.ts';
import { concerns } from '../../roster/targets/eligibility.ts';
import { keyOf, onlyWith } from './members.ts';

/** Simplex iterations one question may take; a plain month of 60 people takes a tenth. */
const BUDGET = 20_000;

/** Answers whether facts and rules can hold together, by solving. */
export class Oracle {
  readonly #engine: Engine;
  readonly #problem: RosterProblem;
  /** Questions answered and iterations taken so far. */
  readonly work = { questions: 0, iterations: 0 };

  constructor(engine: Engine, problem: RosterProblem) {
    this.#engine = engine;
    this.#problem = problem;
  }

  /** True when it is proven that the named ones cannot hold together, whatever else is left out. */
  isConflict(keys: ReadonlySet<string>): boolean {
    return this.#with(keys, 'cut', (solver) => {
      this.work.questions += 1;
      const { status, iterations } = solver.solve({ budget: BUDGET });
      this.work.iterations += iterations;
      return status === 'infeasible';
    });
  }

  /** Facts of an irreducible conflict of the linear relaxation among the named ones; empty when it has a solution. */
  relaxedConflict(keys: ReadonlySet<string>): readonly Fact[] {
    return this.#with(keys, 'rows', (solver) => {
      this.work.questions += 1;
      solver.relax(true);
      const { status, iterations } = solver.solve({ budget: BUDGET });
      this.work.iterations += iterations;
      if (status !== 'infeasible') return [];
      return solver.conflict().flatMap(({ tag }) => (tag === null ? [] : [tag]));
    });
  }

  #with<Result>(
    keys: ReadonlySet<string>,
    facts: 'cut' | 'rows',
    use: (solver: LinearSolver<Fact>) => Result,
  ): Result {
    const agenda = new Agenda(onlyWith(this.#problem, keys));
    const dates = datesAsked(agenda, keys);
    const model = officeModel(agenda, wholeOf(agenda), {
      needs: 'elastic',
      facts,
      hasPreferences: false,
      // A day on which nothing must be met stays empty: fewer duties break nothing.
      narrow: (cell) => (dates.has(agenda.cell(cell).day) ? 'open' : 'out'),
    });
    return this.#engine.with(model.draft.model, (solver) => {
      demand(solver, model, keys);
      return use(solver);
    });
  }
}

function wholeOf(agenda: Agenda): Part {
  return {
    people: agenda.people.map((_, index) => index),
    posts: agenda.posts.map((_, index) => index),
  };
}

/** Days with a need that must be met, a fixed request that must be kept, or a locked duty that may want its pair. */
function datesAsked(agenda: Agenda, keys: ReadonlySet<string>): ReadonlySet<number> {
  const fixed = agenda.problem.requests.filter(({ kind }) => kind === 'fixed');
  const locked = new Set((agenda.problem.basis?.assignments ?? []).map(({ date }) => date));
  const isAsked = (date: string) =>
    locked.has(date) ||
    agenda.posts.some(({ id }) => keys.has(keyOf({ kind: 'need', post: id, date }))) ||
    fixed.some((request) => agenda.posts.some(({ id }) => concerns(request, date, id)));
  return new Set(agenda.dates.flatMap((date, day) => (isAsked(date) ? [day] : [])));
}

/** Needs that are named and requests must be met; other places may stay empty. */
function demand(solver: LinearSolver<Fact>, { slacks, draft }: OfficeModel, keys: ReadonlySet<string>): void {
  const { agenda } = draft;
  for (const { variable, place } of slacks) {
    const isDemanded =
      place === null ||
      keys.has(keyOf({ kind: 'need', post: agenda.post(place.post).id, date: agenda.dateOf(place.day) }));
    if (isDemanded) solver.setBounds(variable, 0, 0);
  }
}
