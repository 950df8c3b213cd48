import { dayAfter, weekdayOf } from '../../model/calendar/day-arithmetic.ts';
import type { Assignment, Person, Post, Rule, RosterProblem } from '../problem.ts';
import { compareIds, DayNeeds } from './day-needs.ts';
import { ability, isQualified } from './eligibility.ts';

type TurnRule = Extract<Rule, { kind: 'turns' }>;

/**
 * The list of turns (轮序) carried out (docs/roster.md, Turns): whoever is next on the cursor of the day's class takes the duty,
 * who is not able is passed over. It does not depend on any roster.
 */
export function turnTargets(problem: RosterProblem, rule: TurnRule): readonly Assignment[] {
  return carriedOut(problem, rule).targets;
}

/** Who is next by post and class of day when the days of the problem are over: the `cursors` of the problem after it. */
export function cursorsAfter(problem: RosterProblem, rule: TurnRule): RosterProblem['cursors'] {
  const { lists } = carriedOut(problem, rule);
  return { ...problem.cursors, ...Object.fromEntries(lists.map((list) => [list.post.id, list.cursors()])) };
}

function carriedOut(problem: RosterProblem, rule: TurnRule) {
  const lists = problem.posts
    .filter((post) => rule.posts?.includes(post.id) ?? true)
    .toSorted((a, b) => a.order - b.order || compareIds(a, b))
    .map((post) => new Turns(problem, post));
  const needs = new DayNeeds(problem);
  const isAble = ability(problem);
  const targets: Assignment[] = [];
  problem.days.forEach(({ date, class: of }, day) => {
    const taken = new Set<Person>();
    for (const list of lists) {
      const need = needs.of(list.post, day);
      const isFree = (person: Person): boolean => !taken.has(person) && isAble(person, list.post, date);
      for (const person of list.next({ day, dayClass: of, count: need === 'all' ? 0 : need, isFree })) {
        taken.add(person);
        targets.push({ date, post: list.post.id, person: person.id });
      }
    }
  });
  return { targets, lists };
}

/** The list of one post, its cursors, and who is on it in the present run of rest days. */
class Turns {
  readonly post: Post;
  readonly #people: readonly Person[];
  readonly #cursors = new Map<string, number>();
  readonly #staysInRun: readonly boolean[];
  #present: readonly Person[];

  constructor(problem: RosterProblem, post: Post) {
    this.post = post;
    this.#people = problem.people
      .filter((person) => isQualified(person, post))
      .toSorted((a, b) => a.order - b.order || compareIds(a, b));
    for (const [dayClass, id] of Object.entries(problem.cursors[post.id] ?? {}))
      this.#cursors.set(dayClass, Math.max(0, this.#indexOf(id)));
    this.#staysInRun = runDays(problem, post);
    const before = dayAfter(problem.days[0]?.date ?? '1970-01-02', -1);
    this.#present = problem.earlier
      .filter((duty) => duty.post === post.id && duty.date === before)
      .flatMap((duty) => this.#people[this.#indexOf(duty.person)] ?? []);
  }

  next(turn: {
    readonly day: number;
    readonly dayClass: string;
    readonly count: number;
    readonly isFree: (person: Person) => boolean;
  }): readonly Person[] {
    const staying = this.#staysInRun[turn.day] === true ? this.#present.filter(turn.isFree) : [];
    const chosen = staying.slice(0, turn.count);
    const start = this.#cursors.get(turn.dayClass) ?? 0;
    for (let step = 0; step < this.#people.length && chosen.length < turn.count; step += 1) {
      const at = (start + step) % this.#people.length;
      const person = this.#people[at];
      if (!person || chosen.includes(person) || !turn.isFree(person)) continue;
      chosen.push(person);
      this.#cursors.set(turn.dayClass, (at + 1) % this.#people.length);
    }
    this.#present = chosen;
    return chosen;
  }

  cursors(): RosterProblem['cursors'][string] {
    const next = [...this.#cursors].map(([dayClass, at]) => [dayClass, this.#people[at]?.id] as const);
    return Object.fromEntries(next.filter(([, id]) => id !== undefined));
  }

  #indexOf(id: string): number {
    return this.#people.findIndex((person) => person.id === id);
  }
}

/** True for each day on which whoever was on the post the day before stays, by a `same-rest-days` rule. */
function runDays(problem: RosterProblem, post: Post): readonly boolean[] {
  const isCovered = problem.rules.some(
    (rule) => rule.kind === 'same-rest-days' && (rule.posts?.includes(post.id) ?? true),
  );
  return problem.days.map(({ date, class: of }, day) => {
    if (!isCovered || of === 'workday') return false;
    const before = problem.days[day - 1];
    return before ? before.class === of : of === 'restday' && weekdayOf(date) === 0;
  });
}
