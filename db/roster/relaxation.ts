import type { Assignment, RosterProblem } from './problem.ts';
import type { Relaxation, RelaxationStep } from './roster.ts';
import { dayAfter } from '../model/calendar/day-arithmetic.ts';

/** Weight of a rule that gave way: above all that is usually set. */
const SOFTENED = 1000;

/** The problem with a way out taken. */
export function applyRelaxation(problem: RosterProblem, { step }: Pick<Relaxation, 'step'>): RosterProblem {
  switch (step.kind) {
    case 'need':
      return { ...problem, campaigns: [...problem.campaigns, needOf(problem, step)] };
    case 'leave':
      return { ...problem, leaves: withoutDay(problem.leaves, step) };
    case 'request':
      return { ...problem, requests: withoutDay(problem.requests, step) };
    case 'once':
    case 'pair-once':
      return locked(problem, step.duties);
    case 'unlock':
      return unlocked(problem, step);
    case 'soften':
      return {
        ...problem,
        rules: problem.rules.map((rule) =>
          rule.id === step.rule ? { ...rule, strength: { weight: SOFTENED } } : rule,
        ),
      };
  }
}

type StepOf<Kind extends RelaxationStep['kind']> = Extract<RelaxationStep, { readonly kind: Kind }>;

/** A campaign of one day; of several the last holds. */
function needOf(
  problem: RosterProblem,
  { post, date, need }: StepOf<'need'>,
): RosterProblem['campaigns'][number] {
  const id = freeId(problem.campaigns, `need ${date} ${post}`);
  return { id, name: '', from: date, to: date, post, need };
}

/** Ids are at most 64 characters and unique. */
function freeId(taken: readonly { readonly id: string }[], wanted: string): string {
  const ids = new Set(taken.map(({ id }) => id));
  let id = wanted.slice(0, 56);
  for (let number = 2; ids.has(id); number += 1) id = `${wanted.slice(0, 56)} ${number}`;
  return id;
}

interface Ranged {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** The range without one of its days: shorter, in two, or gone. */
function withoutDay<Item extends Ranged>(
  items: readonly Item[],
  { id, date }: { id: string; date: string },
): Item[] {
  return items.flatMap((item) => {
    if (item.id !== id || date < item.from || item.to < date) return [item];
    const before = item.from < date ? [{ ...item, to: dayAfter(date, -1) }] : [];
    const after = date < item.to ? [{ ...item, from: dayAfter(date, 1) }] : [];
    const [first, ...rest] = [...before, ...after];
    if (first === undefined) return [];
    return [first, ...rest.map((part) => ({ ...part, id: freeId(items, `${id} 2`) }))];
  });
}

function locked(problem: RosterProblem, duties: readonly Assignment[]): RosterProblem {
  const others = (problem.basis?.assignments ?? []).filter(
    (duty) => !duties.some((one) => isSame(one, duty)),
  );
  return {
    ...problem,
    basis: {
      assignments: [...others, ...duties.map((duty) => ({ ...duty, locked: true }))],
      frozenThrough: problem.basis?.frozenThrough ?? null,
    },
  };
}

function unlocked(problem: RosterProblem, duty: Assignment): RosterProblem {
  if (problem.basis === undefined) return problem;
  const assignments = problem.basis.assignments.map((one) =>
    isSame(one, duty) ? { ...one, locked: false } : one,
  );
  return { ...problem, basis: { ...problem.basis, assignments } };
}

function isSame(a: Assignment, b: Assignment): boolean {
  return a.date === b.date && a.post === b.post && a.person === b.person;
}
