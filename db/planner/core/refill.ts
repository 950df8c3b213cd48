import { dayNumber } from '../../roster/check/calendar.ts';
import type { Assignment, RosterProblem } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import type { Engine } from '../linear/engine.ts';
import type { Term } from '../linear/linear-model.ts';
import type { LinearSolver } from '../linear/linear-solver.ts';
import { Agenda } from '../office/agenda.ts';
import { officeModel, type OfficeModel } from '../office/office-model.ts';

/** Days on either side that may change; the rest of the roster stays. The last one frees everything. */
const REACHES = [3, 10, 400];

/** Simplex iterations one attempt may take. */
const BUDGET = 20_000;

export interface Refill {
  readonly engine: Engine;
  readonly problem: RosterProblem;
  /** People that may be missing at a place; 0 everywhere else. */
  readonly allowed: (post: string, date: string) => number;
  /** Days on which fixed requests may go unkept. */
  readonly unkept: number;
  /** A roster of a like problem: what lies far from the date stays as in it. */
  readonly roster: readonly Assignment[];
  readonly date: string;
}

/**
 * A roster of the problem with no more holes than allowed, changed as little as possible around a date, with the soft rules of
 * the problem weighed first; `null` when none was found. What is found proves that the problem can be filled so far.
 */
export function refill(asked: Refill): readonly Assignment[] | null {
  const { engine, problem, roster, date } = asked;
  const agenda = new Agenda(problem);
  const standing = new Set(roster.map(keyOf));
  const dutyOf = (cell: number): Assignment => {
    const { person, day, post } = agenda.cell(cell);
    return { date: agenda.dateOf(day), post: agenda.post(post).id, person: agenda.person(person).id };
  };
  const distance = (cell: number) => Math.abs(dayNumber(dutyOf(cell).date) - dayNumber(date));
  for (const reach of REACHES) {
    const model = officeModel(agenda, wholeOf(agenda), {
      needs: 'elastic',
      facts: 'cut',
      hasPreferences: problem.rules.some(({ strength }) => 'weight' in strength),
      narrow: (cell) => {
        if (distance(cell) <= reach) return 'open';
        return standing.has(keyOf(dutyOf(cell))) ? 'stand' : 'out';
      },
    });
    const costs = costsOf(model, (cell) => standing.has(keyOf(dutyOf(cell))));
    const values = engine.with(model.draft.model, (solver) => {
      allowHoles(solver, model, asked);
      solver.setCosts(costs);
      return solver.solve({ budget: BUDGET, absoluteGap: 0.99 }).values;
    });
    if (values !== null) return [...model.draft.cellsOf(values)].map(dutyOf).concat(frozenOf(problem));
  }
  return null;
}

function costsOf({ draft }: OfficeModel, isStanding: (cell: number) => boolean): Float64Array {
  const costs = draft.softCosts().map((cost) => cost * BREACH);
  draft.agenda.cells.forEach((_, cell) => {
    if (!draft.isOpen(cell) || !isStanding(cell)) return;
    const variable = draft.variableOf(cell);
    costs[variable] = (costs[variable] ?? 0) - 1;
  });
  return costs;
}

function allowHoles(
  solver: LinearSolver<Fact>,
  { slacks, draft: { agenda } }: OfficeModel,
  { allowed, unkept }: Pick<Refill, 'allowed' | 'unkept'>,
): void {
  const fixed: Term[] = [];
  for (const { variable, place } of slacks) {
    if (place === null) fixed.push([variable, 1]);
    else solver.setBounds(variable, 0, allowed(agenda.post(place.post).id, agenda.dateOf(place.day)));
  }
  if (fixed.length > 0) solver.addRow({ upper: unkept, terms: fixed });
}

/** A broken rule weighs more than all duties that could move. */
const BREACH = 1000;

function wholeOf(agenda: Agenda) {
  return { people: agenda.people.map((_, index) => index), posts: agenda.posts.map((_, index) => index) };
}

function frozenOf({ basis }: RosterProblem): readonly Assignment[] {
  return (basis?.assignments ?? []).filter(({ date }) => date <= (basis?.frozenThrough ?? ''));
}

function keyOf({ date, post, person }: Assignment): string {
  return `${date} ${post} ${person}`;
}
