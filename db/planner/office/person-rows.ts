import type { Counter, Rule } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { restRows } from './rest-rows.ts';
import { type Draft, weightOf } from './draft.ts';
import type { Part } from './parts.ts';

/** Rows of the rules about one person's own days. */
export function personRows(draft: Draft, part: Part): void {
  for (const person of part.people) {
    oneADay(draft, person);
    restRows(draft, person);
    for (const rule of draft.rules) ruleRows(draft, rule, person);
  }
}

function ruleRows(draft: Draft, rule: Rule, person: number): void {
  switch (rule.kind) {
    case 'nights-in-row':
    case 'days-in-row':
      return runRows(draft, rule, person);
    case 'spacing':
      return spacingRows(draft, rule, person);
    case 'per-week':
    case 'per-month':
      return sumRows(draft, rule, person);
    case 'weekends':
      return weekendRows(draft, rule, person);
    default:
  }
}

function oneADay(draft: Draft, person: number): void {
  const { agenda } = draft;
  for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1)
    draft.atMost(agenda.cellsOf(person, day), 1, {
      kind: 'one-a-day',
      person: agenda.person(person).id,
      date: agenda.dateOf(day),
    });
}

/** Duties of one person that a rule counts, day by day. */
class Days {
  readonly #draft: Draft;
  readonly #person: number;
  readonly #isCounted: (post: number, day: number) => boolean;
  readonly #done: ReadonlySet<number>;

  constructor(draft: Draft, person: number, isCounted: (post: number, day: number) => boolean) {
    this.#draft = draft;
    this.#person = person;
    this.#isCounted = isCounted;
    const done = draft.agenda.doneBy(person).filter((duty) => isCounted(duty.post, duty.day));
    this.#done = new Set(done.map((duty) => duty.day));
  }

  cells(day: number): readonly number[] {
    const { agenda } = this.#draft;
    return agenda
      .cellsOf(this.#person, day)
      .filter((cell) => this.#draft.isOpen(cell) && this.#isCounted(agenda.cell(cell).post, day));
  }

  isDone(day: number): boolean {
    return this.#done.has(day);
  }

  /** What is counted from one day to another. */
  between(from: number, to: number): { cells: number[]; earlier: number; frozen: number } {
    const cells: number[] = [];
    let [earlier, frozen] = [0, 0];
    for (let day = from; day <= to; day += 1) {
      cells.push(...this.cells(day));
      if (this.isDone(day)) {
        if (day < 0) earlier += 1;
        else frozen += 1;
      }
    }
    return { cells, earlier, frozen };
  }
}

/** Never `most` + 1 counted days on end; a run may begin before the first day. */
function runRows(
  draft: Draft,
  rule: Extract<Rule, { kind: 'nights-in-row' | 'days-in-row' }>,
  person: number,
): void {
  const { agenda } = draft;
  const posts = agenda.postsOf(rule);
  const days = new Days(
    draft,
    person,
    (post) => posts.has(post) && (rule.kind === 'days-in-row' || agenda.post(post).night),
  );
  const weight = weightOf(rule);
  for (let last = 0; last < agenda.dayCount; last += 1) {
    const window = Array.from({ length: rule.most + 1 }, (_, index) => last - rule.most + index);
    if (!window.every((day) => days.isDone(day) || days.cells(day).length > 0)) continue;
    const cells = window.flatMap((day) => (days.isDone(day) ? [] : [...days.cells(day)]));
    const most = window.filter((day) => !days.isDone(day)).length - 1;
    if (weight !== null) draft.excess({ rule, weight, cells, allowed: most });
    else if (most >= 0) draft.atMost(cells, most, factOf(draft, { rule, person, day: last }));
  }
}

/** Of `days` + 1 days on end one at most is counted: the excess over all windows is the free days missing. */
function spacingRows(draft: Draft, rule: Extract<Rule, { kind: 'spacing' }>, person: number): void {
  const { agenda } = draft;
  const posts = agenda.postsOf(rule);
  const days = new Days(draft, person, (post) => posts.has(post));
  const weight = weightOf(rule);
  for (let first = -rule.days; first < agenda.dayCount; first += 1) {
    const { cells, earlier, frozen } = days.between(first, first + rule.days);
    if (weight !== null) draft.excess({ rule, weight, cells, allowed: 1 - Math.min(1, earlier) - frozen });
    else
      draft.atMost(
        cells,
        Math.max(0, 1 - earlier - frozen),
        factOf(draft, { rule, person, day: Math.max(0, first) }),
      );
  }
}

/** Sums of a counter over weeks or months. */
function sumRows(
  draft: Draft,
  rule: Extract<Rule, { kind: 'per-week' | 'per-month' }>,
  person: number,
): void {
  const { agenda } = draft;
  const posts = agenda.postsOf(rule);
  const days = new Days(
    draft,
    person,
    (post, day) => posts.has(post) && isOf(draft, rule.counter, { post, day }),
  );
  const spans = rule.kind === 'per-week' ? weeks(draft) : months(draft);
  for (const { from, to } of spans)
    draft.limit({
      rule,
      fact: factOf(draft, { rule, person, day: Math.max(0, from) }),
      ...days.between(from, to),
      most: rule.most,
    });
}

/** True when a duty counts; the class of days before the first is not known. */
function isOf(
  draft: Draft,
  counter: Counter,
  duty: { readonly post: number; readonly day: number },
): boolean {
  if (counter === 'total') return true;
  if (counter === 'night') return draft.agenda.post(duty.post).night;
  return duty.day >= 0 && draft.agenda.classes[duty.day] === counter;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Weeks from Monday to Sunday that have a day of the problem. */
function weeks({ agenda }: Draft): readonly Span[] {
  const first = -((agenda.weekdayOf(0) + 6) % 7);
  const count = Math.ceil((agenda.dayCount - first) / 7);
  return Array.from({ length: count }, (_, week) => ({ from: first + 7 * week, to: first + 7 * week + 6 }));
}

function months({ agenda }: Draft): readonly Span[] {
  const names = [...new Set(agenda.dates.map((date) => date.slice(0, 7)))];
  return names.map((name) => {
    const from = agenda.dayOf(`${name}-01`);
    const length = new Date(Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5)), 0)).getUTCDate();
    return { from, to: from + length - 1 };
  });
}

/** Weekends with a duty in the month of their Saturday. */
function weekendRows(draft: Draft, rule: Extract<Rule, { kind: 'weekends' }>, person: number): void {
  const { agenda } = draft;
  const posts = agenda.postsOf(rule);
  const isWorked = (day: number): boolean => day >= 0 && agenda.classes[day] === 'workday';
  const days = new Days(draft, person, (post, day) => posts.has(post) && !isWorked(day));
  const saturdays = Array.from({ length: agenda.dayCount + 40 }, (_, index) => index - 40).filter(
    (day) => agenda.weekdayOf(day) === 6 && day + 1 < agenda.dayCount + 1,
  );
  const first = agenda.dateOf(0).slice(0, 7);
  const months = Map.groupBy(saturdays, (day) => agenda.dateOf(day).slice(0, 7));
  for (const [month, weekends] of months)
    if (month >= first || weekends.at(-1) === -1) monthOfWeekends(draft, { rule, person, days, weekends });
}

function monthOfWeekends(
  draft: Draft,
  month: {
    readonly rule: Extract<Rule, { kind: 'weekends' }>;
    readonly person: number;
    readonly days: Days;
    readonly weekends: readonly number[];
  },
): void {
  const { rule, person, days, weekends } = month;
  const isEarlier = (day: number): boolean => [day, day + 1].some((d) => d < 0 && days.isDone(d));
  const isFrozen = (day: number): boolean => [day, day + 1].some((d) => d >= 0 && days.isDone(d));
  const earlier = weekends.filter(isEarlier).length;
  const frozen = weekends.filter((day) => !isEarlier(day) && isFrozen(day)).length;
  const open = weekends
    .filter((day) => !isEarlier(day) && !isFrozen(day))
    .map((day) => [days.cells(day), days.cells(day + 1)])
    .filter((sides) => sides.some((cells) => cells.length > 0));
  const weight = weightOf(rule);
  const allowed = Math.max(0, rule.most - earlier) - frozen;
  if (open.length <= allowed) return;
  const used = open.map((sides) => weekendVariable(draft, sides));
  if (weight === null) {
    const upper = Math.max(0, allowed, open.filter((sides) => draft.lockedIn(sides.flat()) > 0).length);
    draft.model.row({
      upper,
      terms: used.map((variable) => [variable, 1] as const),
      tag: factOf(draft, { rule, person, day: Math.max(0, weekends[0] ?? 0) }),
    });
    return;
  }
  const valueOf = (has: (cell: number) => boolean): number =>
    Math.max(0, open.filter((sides) => sides.flat().some(has)).length - allowed);
  const over = draft.softVariable({ rule, weight, valueOf });
  draft.model.row({
    upper: allowed,
    terms: [...used.map((variable) => [variable, 1] as const), [over, -1]],
  });
}

/** 1 when any cell of the weekend is given. */
function weekendVariable(draft: Draft, sides: readonly (readonly number[])[]): number {
  const used = draft.derivedVariable({
    upper: 1,
    cost: 0,
    valueOf: (has) => (sides.flat().some(has) ? 1 : 0),
  });
  for (const cells of sides)
    if (cells.length > 0) draft.model.row({ upper: 0, terms: [...draft.terms(cells), [used, -1]] });
  return used;
}

function factOf(
  { agenda }: Draft,
  of: { readonly rule: Rule; readonly person: number; readonly day: number },
): Fact {
  return {
    kind: 'rule',
    id: of.rule.id,
    person: agenda.person(of.person).id,
    date: agenda.dateOf(of.day),
  };
}
