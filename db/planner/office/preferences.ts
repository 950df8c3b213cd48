import type { Rule } from '../../roster/problem.ts';
import { fairTargets, isCounted } from '../../roster/targets/fair-targets.ts';
import { turnTargets } from '../../roster/targets/turn-targets.ts';
import { concerns } from '../../roster/targets/eligibility.ts';
import { type Draft, type Has, weightOf } from './draft.ts';
import type { Part } from './parts.ts';

/** Costs of the rules that are weighed, not kept. */
export function preferences(draft: Draft, part: Part, exactSteps = EXACT): void {
  for (const rule of draft.rules) {
    if (rule.kind === 'fair') fairness(draft, part, { rule, exactSteps });
    if (rule.kind === 'wishes') wishes(draft, part, rule);
    if (rule.kind === 'own-place') ownPlaces(draft, part, rule);
    if (rule.kind === 'turns') turns(draft, part, rule);
  }
}

/** Duties on either side of the target for which the squared distance is exact; beyond it is a tangent, so a bound. */
const EXACT = 6;

function fairness(
  draft: Draft,
  part: Part,
  { rule, exactSteps }: { readonly rule: Extract<Rule, { kind: 'fair' }>; readonly exactSteps: number },
): void {
  const { agenda } = draft;
  const targets = fairTargets(agenda.problem, rule);
  const weight = weightOf(rule) ?? 0;
  const counts = (post: number, day: number): boolean =>
    isCounted(rule, agenda.post(post), agenda.classes[day] ?? 'workday');
  for (const person of part.people) {
    const target = targets.get(agenda.person(person).id)?.target;
    if (target === undefined) continue;
    const cells: number[] = [];
    for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1)
      cells.push(...agenda.cellsOf(person, day).filter((cell) => counts(agenda.cell(cell).post, day)));
    const done = agenda.doneBy(person).filter(({ post, day }) => day >= 0 && counts(post, day)).length;
    squaredDistance(draft, {
      rule,
      weight,
      cells: cells.filter((cell) => draft.isOpen(cell)),
      done,
      target,
      exactSteps,
    });
  }
}

/**
 * `weight · (count − target)²` of whole counts, written exactly: the count is a sum of steps from 0 to 1, the k-th costs what
 * the k-th duty adds. The steps get dearer, so the cheapest are taken first without any whole-number demand.
 */
function squaredDistance(
  draft: Draft,
  of: {
    readonly rule: Rule;
    readonly weight: number;
    readonly cells: readonly number[];
    readonly done: number;
    readonly target: number;
    readonly exactSteps: number;
  },
): void {
  const { rule, weight, cells, done, target, exactSteps } = of;
  const square = (count: number): number => weight * (count - target) ** 2;
  const countOf = (has: Has): number => done + cells.filter(has).length;
  draft.countCost(rule, (has) => square(countOf(has)));
  const days = new Set(cells.map((cell) => draft.agenda.cell(cell).day)).size;
  const most = done + days;
  const low = Math.min(most, Math.max(done, Math.floor(target) - exactSteps));
  const high = Math.min(most, Math.max(low, Math.ceil(target) + exactSteps));
  // Below `low` the line through the step at `low`, above `high` the one through the last step.
  const below = low > done ? square(low + 1) - square(low) : 0;
  draft.constant += square(low) - below * (low - done);
  if (cells.length === 0) return;
  const step = (upper: number, cost: number, from: number): number =>
    draft.derivedVariable({
      upper,
      cost,
      valueOf: (has) => Math.max(0, Math.min(upper, countOf(has) - from)),
    });
  const steps: number[] = low > done ? [step(low - done, below, done)] : [];
  for (let count = low; count < high; count += 1)
    steps.push(step(1, square(count + 1) - square(count), count));
  if (high < most) steps.push(step(most - high, square(high + 1) - square(high), high));
  draft.model.row({
    lower: 0,
    upper: 0,
    terms: [...draft.terms(cells), ...steps.map((variable) => [variable, -1] as const)],
  });
}

function wishes(draft: Draft, part: Part, rule: Extract<Rule, { kind: 'wishes' }>): void {
  const { agenda } = draft;
  const ruled = agenda.postsOf(rule);
  for (const request of agenda.problem.requests) {
    const person = agenda.personOf(request.person);
    if (person === undefined || !part.people.includes(person)) continue;
    if (request.kind !== 'wish' && request.kind !== 'avoid') continue;
    const cost = (weightOf(rule) ?? 0) * request.weight;
    for (let day = 0; day < agenda.dayCount; day += 1) {
      const isMeant = (post: number): boolean =>
        ruled.has(post) && concerns(request, agenda.dateOf(day), agenda.post(post).id);
      const isDone = agenda.doneBy(person).some((duty) => duty.day === day && isMeant(duty.post));
      const cells = agenda.cellsOf(person, day).filter((cell) => isMeant(agenda.cell(cell).post));
      const isNeeded = agenda.posts.some(
        (post, index) => isMeant(index) && agenda.needs.count(post, day) > 0,
      );
      if (request.kind === 'avoid') dislike(draft, { rule, cells, cost, isDone });
      else if (isNeeded) longFor(draft, { rule, cells, cost, isDone });
    }
  }
}

interface Liking {
  readonly rule: Rule;
  readonly cells: readonly number[];
  readonly cost: number;
  readonly isDone: boolean;
}

function dislike(draft: Draft, { rule, cells, cost, isDone }: Liking): void {
  if (isDone) draft.constant += cost;
  for (const cell of cells) draft.addCellCost(cell, cost);
  if (isDone || cells.length > 0)
    draft.countCost(rule, (has) => cost * (cells.filter(has).length + (isDone ? 1 : 0)));
}

function longFor(draft: Draft, { rule, cells, cost, isDone }: Liking): void {
  if (isDone) return;
  draft.constant += cost;
  for (const cell of cells) draft.addCellCost(cell, -cost);
  draft.countCost(rule, (has) => (cells.some(has) ? 0 : cost));
}

function ownPlaces(draft: Draft, part: Part, rule: Extract<Rule, { kind: 'own-place' }>): void {
  const { agenda } = draft;
  const weight = weightOf(rule);
  if (weight === null) return;
  const posts = agenda.postsOf(rule);
  const isAway = (person: number, post: number): boolean => {
    const { place } = agenda.post(post);
    return posts.has(post) && place !== null && place !== agenda.person(person).places[0];
  };
  const inPart = new Set(part.people);
  const cells: number[] = [];
  agenda.cells.forEach(({ person, post }, cell) => {
    if (inPart.has(person) && draft.isOpen(cell) && isAway(person, post)) cells.push(cell);
  });
  const done = part.people.flatMap((person) =>
    agenda.doneBy(person).filter((duty) => duty.day >= 0 && isAway(person, duty.post)),
  ).length;
  for (const cell of cells) draft.addCellCost(cell, weight);
  draft.constant += weight * done;
  draft.countCost(rule, (has) => weight * (done + cells.filter(has).length));
}

function turns(draft: Draft, part: Part, rule: Extract<Rule, { kind: 'turns' }>): void {
  const { agenda } = draft;
  const weight = weightOf(rule) ?? 0;
  const inPart = new Set(part.people);
  for (const target of turnTargets(agenda.problem, rule)) {
    const person = agenda.personOf(target.person);
    const post = agenda.postOf(target.post);
    const day = agenda.dayOf(target.date);
    if (person === undefined || post === undefined || !inPart.has(person)) continue;
    const cells = agenda.cellsOf(person, day).filter((cell) => agenda.cell(cell).post === post);
    const isDone = agenda.doneBy(person).some((duty) => duty.day === day && duty.post === post);
    longFor(draft, { rule, cells, cost: weight, isDone });
  }
}
