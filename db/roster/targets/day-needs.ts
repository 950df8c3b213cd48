import type { Person, Post, RosterProblem } from '../problem.ts';
import { ability } from './eligibility.ts';

/** People a post needs on a day; `all`: everybody able to (a campaign with all hands). */
export type Need = number | 'all';

/** Needs of every post on every day (index of `days`), campaigns applied: of several the last of the list holds. */
export class DayNeeds {
  readonly #problem: RosterProblem;
  readonly #needs: ReadonlyMap<string, readonly Need[]>;
  readonly #isAble: (person: Person, post: Post, date: string) => boolean;
  readonly #everybody = new Map<number, ReadonlyMap<string, readonly Person[]>>();

  constructor(problem: RosterProblem) {
    this.#problem = problem;
    this.#isAble = ability(problem);
    this.#needs = new Map(
      problem.posts.map((post) => [
        post.id,
        problem.days.map(
          ({ date, class: of }) =>
            problem.campaigns.findLast(
              (campaign) => campaign.post === post.id && campaign.from <= date && date <= campaign.to,
            )?.need ?? post.needs[of],
        ),
      ]),
    );
  }

  of(post: Post, day: number): Need {
    return this.#needs.get(post.id)?.[day] ?? 0;
  }

  /** The need as a number: of `all`, those able to who belong to the post. */
  count(post: Post, day: number): number {
    const need = this.of(post, day);
    return need === 'all' ? this.called(post, day).length : need;
  }

  /** Who belongs to a post with all hands: of several such posts to that of the place known best, then the first. */
  called(post: Post, day: number): readonly Person[] {
    let people = this.#everybody.get(day);
    if (!people) this.#everybody.set(day, (people = this.#call(day)));
    return people.get(post.id) ?? [];
  }

  #call(day: number): ReadonlyMap<string, readonly Person[]> {
    const { posts, people, days } = this.#problem;
    const date = days[day]?.date ?? '';
    const open = posts
      .filter((post) => this.of(post, day) === 'all')
      .toSorted((a, b) => a.order - b.order || compareIds(a, b));
    const called = new Map<string, Person[]>(open.map((post) => [post.id, []]));
    for (const person of people) {
      const known = (post: Post): number => (post.place === null ? 0 : person.places.indexOf(post.place));
      const [first] = open
        .filter((post) => this.#isAble(person, post, date))
        .toSorted((a, b) => known(a) - known(b));
      if (first) called.get(first.id)?.push(person);
    }
    return called;
  }
}

/** Order of ids that is the same on every machine. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
