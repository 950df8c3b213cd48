import { weekdayOf } from '../../model/calendar/day-arithmetic.ts';
import type { DayClass, Person, Post, Rule, RosterProblem } from '../../roster/problem.ts';
import type { Fact } from '../../roster/roster.ts';
import { compareIds, DayNeeds } from '../../roster/targets/day-needs.ts';
import { concerns, isExempt, isQualified, isServing, isWithin } from '../../roster/targets/eligibility.ts';

const DAY_MS = 86_400_000;

/** A duty that may be given: numbers of person and post, day 0 is the first of the problem. */
export interface Cell {
  readonly person: number;
  readonly day: number;
  readonly post: number;
  /** Facts and rules that forbid it; empty: it can be given. */
  readonly barred: readonly Fact[];
  /** A locked duty of the basis: it holds whatever forbids it. */
  readonly isLocked: boolean;
  /** A duty of the basis that is not locked. */
  readonly isBasis: boolean;
}

/** A duty done: before the first day (negative `day`) or on a frozen day. */
export interface Done {
  readonly day: number;
  readonly post: number;
}

/**
 * A problem by numbers instead of names, everything sorted, with a cell for every duty a person is qualified for on an open
 * day. Rows of the model, the first roster and repairs all read it.
 */
export class Agenda {
  readonly problem: RosterProblem;
  readonly people: readonly Person[];
  /** Highest rank first: the order in which places are filled and explained. */
  readonly posts: readonly Post[];
  readonly dates: readonly string[];
  readonly classes: readonly DayClass[];
  /** First day that may change; those before are frozen. */
  readonly firstOpen: number;
  readonly needs: DayNeeds;
  readonly cells: readonly Cell[];
  readonly #cellsByPersonDay: readonly (readonly number[])[];
  readonly #cellsByPostDay: readonly (readonly number[])[];
  readonly #done: readonly (readonly Done[])[];
  readonly #peopleById: ReadonlyMap<string, number>;
  readonly #postsById: ReadonlyMap<string, number>;
  readonly #firstDay_ms: number;

  constructor(problem: RosterProblem) {
    this.problem = problem;
    this.people = problem.people.toSorted((a, b) => a.order - b.order || compareIds(a, b));
    this.posts = problem.posts.toSorted((a, b) => b.rank - a.rank || a.order - b.order || compareIds(a, b));
    this.dates = problem.days.map((day) => day.date);
    this.classes = problem.days.map((day) => day.class);
    this.#firstDay_ms = Date.parse(this.dates[0] ?? '');
    this.needs = new DayNeeds(problem);
    this.#peopleById = new Map(this.people.map((person, index) => [person.id, index]));
    this.#postsById = new Map(this.posts.map((post, index) => [post.id, index]));
    const frozen = problem.basis?.frozenThrough ?? '';
    this.firstOpen = this.dates.filter((date) => date <= frozen).length;
    this.#done = this.#doneBefore();
    this.cells = new CellMaker(this).cells();
    const byPersonDay = this.#grid(this.people.length);
    const byPostDay = this.#grid(this.posts.length);
    this.cells.forEach(({ person, day, post }, cell) => {
      byPersonDay[person * this.dates.length + day]?.push(cell);
      byPostDay[post * this.dates.length + day]?.push(cell);
    });
    this.#cellsByPersonDay = byPersonDay;
    this.#cellsByPostDay = byPostDay;
  }

  get dayCount(): number {
    return this.dates.length;
  }

  /** Number of a day, negative before the first. */
  dayOf(date: string): number {
    return Math.round((Date.parse(date) - this.#firstDay_ms) / DAY_MS);
  }

  dateOf(day: number): string {
    return this.dates[day] ?? new Date(this.#firstDay_ms + day * DAY_MS).toISOString().slice(0, 10);
  }

  weekdayOf(day: number): number {
    return weekdayOf(this.dateOf(day));
  }

  cell(index: number): Cell {
    return at(this.cells, index);
  }

  post(index: number): Post {
    return at(this.posts, index);
  }

  person(index: number): Person {
    return at(this.people, index);
  }

  personOf(id: string): number | undefined {
    return this.#peopleById.get(id);
  }

  postOf(id: string): number | undefined {
    return this.#postsById.get(id);
  }

  /** Cells of a person on a day, barred ones too. */
  cellsOf(person: number, day: number): readonly number[] {
    return day < 0 || day >= this.dayCount ? [] : at(this.#cellsByPersonDay, person * this.dayCount + day);
  }

  /** Cells of a post on a day, barred ones too. */
  cellsAt(post: number, day: number): readonly number[] {
    return day < 0 || day >= this.dayCount ? [] : at(this.#cellsByPostDay, post * this.dayCount + day);
  }

  /** Duties before the first day and on frozen days. */
  doneBy(person: number): readonly Done[] {
    return at(this.#done, person);
  }

  /** People who were on a post on a frozen day. */
  doneAt(post: number, day: number): readonly number[] {
    return this.people.flatMap((_, person) =>
      this.doneBy(person).some((duty) => duty.post === post && duty.day === day) ? [person] : [],
    );
  }

  /** People a post needs on an open day, 0 on a frozen one. */
  need(post: number, day: number): number {
    return day < this.firstOpen ? 0 : this.needs.count(this.post(post), day);
  }

  isForAll(post: number, day: number): boolean {
    return day >= this.firstOpen && this.needs.of(this.post(post), day) === 'all';
  }

  /** Hours from the first midnight to the beginning of a duty. */
  startOf(post: number, day: number): number {
    const [hour = 0, minute = 0] = this.post(post).start.split(':').map(Number);
    return day * 24 + hour + minute / 60;
  }

  /** Numbers of the posts a rule or request looks at. */
  postsOf(rule: { readonly posts?: readonly string[] | undefined }): ReadonlySet<number> {
    const all = this.posts.map((_, index) => index);
    return new Set(rule.posts ? all.filter((index) => rule.posts?.includes(this.post(index).id)) : all);
  }

  rulesOf<Kind extends Rule['kind']>(kind: Kind): readonly Extract<Rule, { kind: Kind }>[] {
    return this.problem.rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => rule.kind === kind);
  }

  #grid(rows: number): number[][] {
    return Array.from({ length: rows * this.dates.length }, () => []);
  }

  #doneBefore(): readonly (readonly Done[])[] {
    const done: Done[][] = this.people.map(() => []);
    const frozen = (this.problem.basis?.assignments ?? []).filter(
      (duty) => this.dayOf(duty.date) < this.firstOpen && this.dayOf(duty.date) >= 0,
    );
    for (const duty of [...this.problem.earlier, ...frozen]) {
      const person = this.personOf(duty.person);
      const post = this.postOf(duty.post);
      if (person !== undefined && post !== undefined)
        done[person]?.push({ day: this.dayOf(duty.date), post });
    }
    return done.map((duties) => duties.toSorted((a, b) => a.day - b.day || a.post - b.post));
  }
}

/** Makes the cells of an agenda's open days. */
class CellMaker {
  readonly #agenda: Agenda;
  /** Duties of the basis by number, and whether they are locked. */
  readonly #basis = new Map<number, boolean>();
  readonly #qualified: readonly ReadonlySet<number>[];
  readonly #leaves: ReadonlyMap<string, RosterProblem['leaves']>;
  readonly #refusals: ReadonlyMap<string, RosterProblem['requests']>;
  readonly #ownPlaces: readonly Extract<Rule, { kind: 'own-place' }>[];

  constructor(agenda: Agenda) {
    this.#agenda = agenda;
    const { problem } = agenda;
    this.#qualified = agenda.posts.map(
      (post) => new Set(agenda.people.flatMap((person, index) => (isQualified(person, post) ? [index] : []))),
    );
    for (const duty of problem.basis?.assignments ?? []) {
      const person = agenda.personOf(duty.person);
      const post = agenda.postOf(duty.post);
      if (person !== undefined && post !== undefined)
        this.#basis.set(this.#keyOf(person, agenda.dayOf(duty.date), post), duty.locked);
    }
    this.#leaves = Map.groupBy(problem.leaves, (leave) => leave.person);
    this.#refusals = Map.groupBy(
      problem.requests.filter(({ kind }) => kind === 'never'),
      (request) => request.person,
    );
    this.#ownPlaces = agenda.rulesOf('own-place').filter(({ strength }) => 'hard' in strength);
  }

  cells(): readonly Cell[] {
    const cells: Cell[] = [];
    const { firstOpen, dayCount, posts } = this.#agenda;
    for (let day = firstOpen; day < dayCount; day += 1)
      posts.forEach((_, post) => {
        cells.push(...this.#cellsOf(day, post));
      });
    return cells;
  }

  #cellsOf(day: number, post: number): readonly Cell[] {
    const agenda = this.#agenda;
    const where = agenda.post(post);
    const date = agenda.dateOf(day);
    const isNeeded = agenda.need(post, day) > 0;
    return agenda.people.flatMap((who, person) => {
      const locked = this.#basis.get(this.#keyOf(person, day, post));
      const isLocked = locked === true;
      if (!isLocked && !(isNeeded && this.#qualified[post]?.has(person) === true)) return [];
      const barred = isLocked ? [] : this.#barring(who, where, date);
      return [{ person, day, post, barred, isLocked, isBasis: locked === false }];
    });
  }

  #keyOf(person: number, day: number, post: number): number {
    return (day * this.#agenda.posts.length + post) * this.#agenda.people.length + person;
  }

  #barring(person: Person, post: Post, date: string): readonly Fact[] {
    const facts: Fact[] = [];
    if (!isServing(person, date)) facts.push({ kind: 'service', person: person.id });
    if (isExempt(person, post, date)) facts.push({ kind: 'exempt', person: person.id });
    const leaves = (this.#leaves.get(person.id) ?? []).filter((leave) => isWithin(leave, date));
    const refusals = (this.#refusals.get(person.id) ?? []).filter((one) => concerns(one, date, post.id));
    const isElsewhere = post.place !== null && post.place !== person.places[0];
    const rules = isElsewhere ? this.#ownPlaces.filter((rule) => rule.posts?.includes(post.id) ?? true) : [];
    return [
      ...facts,
      ...leaves.map(({ id }) => ({ kind: 'leave' as const, id })),
      ...refusals.map(({ id }) => ({ kind: 'request' as const, id })),
      ...rules.map(({ id }) => ({ kind: 'rule' as const, id, person: person.id, date })),
    ];
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${String(index)} of ${String(items.length)}`);
  return item;
}
