import { concerns } from '../../../roster/targets/eligibility.ts';
import { weightOf } from '../draft.ts';
import type { Agenda } from '../agenda.ts';
import { appealOf } from './appeal.ts';
import { Board } from './board.ts';
import { hardGate, partnersOf, type Thought } from './gates.ts';

/**
 * A roster in a moment, for the screen and as a beginning for the solver: day by day each place goes to whom it costs least
 * among those no hard rule holds back; a place nobody can take stays empty unless moving one other duty helps.
 * Returns the cells given.
 */
export function firstRoster(agenda: Agenda): ReadonlySet<number> {
  const filler = new Filler(agenda);
  filler.fillFixed();
  for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1) filler.fillDay(day);
  filler.moveForHoles();
  return filler.cells;
}

class Filler {
  readonly #agenda: Agenda;
  readonly #board: Board;
  readonly #isAllowed: (thought: Thought) => boolean;
  readonly #appeal: (thought: Thought) => number;

  constructor(agenda: Agenda) {
    this.#agenda = agenda;
    this.#board = new Board(agenda);
    this.#isAllowed = hardGate(this.#board);
    this.#appeal = appealOf(this.#board);
    agenda.cells.forEach((cell, index) => {
      if (cell.isLocked) this.#board.put(index);
    });
  }

  get cells(): ReadonlySet<number> {
    return this.#board.cells;
  }

  /** What stands in a basis where it still can, then what was told. */
  fillFixed(): void {
    const agenda = this.#agenda;
    agenda.cells.forEach((cell) => {
      if (cell.isBasis) this.#give(cell);
    });
    for (const request of agenda.problem.requests) {
      const person = agenda.personOf(request.person);
      if (request.kind !== 'fixed' || person === undefined) continue;
      for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1) {
        const posts = agenda.cellsOf(person, day).map((cell) => agenda.cell(cell).post);
        for (const post of posts)
          if (concerns(request, agenda.dateOf(day), agenda.post(post).id)) this.#give({ person, day, post });
      }
    }
  }

  fillDay(day: number): void {
    const agenda = this.#agenda;
    for (let round = 0; round < 2; round += 1)
      for (const post of this.#postsByScarcity(day)) this.#fillPost(post, day);
    agenda.posts.forEach((_, post) => {
      if (!agenda.isForAll(post, day)) return;
      for (const { id } of agenda.needs.called(agenda.post(post), day)) {
        const person = agenda.personOf(id);
        if (person !== undefined) this.#give({ person, day, post });
      }
    });
  }

  /** Highest rank first, and where few can before where many can. */
  #postsByScarcity(day: number): readonly number[] {
    const agenda = this.#agenda;
    const open = agenda.posts.flatMap((_, post) =>
      this.#board.gap(post, day) > 0 && !agenda.isForAll(post, day) ? [post] : [],
    );
    const choice = new Map(open.map((post) => [post, this.#candidates(post, day).length]));
    return open.toSorted(
      (a, b) =>
        agenda.post(b).rank - agenda.post(a).rank || (choice.get(a) ?? 0) - (choice.get(b) ?? 0) || a - b,
    );
  }

  #fillPost(post: number, day: number): void {
    while (this.#board.gap(post, day) > 0) {
      const ordered = this.#candidates(post, day)
        .map((thought) => ({ thought, cost: this.#appeal(thought) }))
        .toSorted((a, b) => a.cost - b.cost || a.thought.person - b.thought.person);
      if (!ordered.some(({ thought }) => this.#give(thought))) return;
    }
  }

  #candidates(post: number, day: number): readonly Thought[] {
    return this.#agenda
      .cellsAt(post, day)
      .map((cell) => this.#agenda.cell(cell))
      .filter((cell) => cell.barred.length === 0 && this.#isAllowed(cell));
  }

  /** Gives a duty, and one to each partner who must be on duty too; `false` when that cannot be. */
  #give(thought: Thought): boolean {
    const given: number[] = [];
    const isGiven = this.#runOf(thought).every((one) => {
      const cell = this.#possible(one);
      if (cell === undefined) return false;
      this.#board.put(cell);
      given.push(cell);
      return true;
    });
    if (isGiven && this.#givePartners(thought)) return true;
    for (const cell of given) this.#board.take(cell);
    return false;
  }

  #possible(thought: Thought): number | undefined {
    const { person, day, post } = thought;
    const cell = this.#board.cellOf(person, day, post);
    const isOpen = cell !== undefined && this.#board.gap(post, day) > 0;
    return isOpen && this.#isInRun(thought) && this.#isAllowed(thought) ? cell : undefined;
  }

  /** Within a run of rest days only who was there on the day before. */
  #isInRun({ person, day, post }: Thought): boolean {
    const { classes } = this.#agenda;
    const isLater = day > 0 ? classes[day - 1] === classes[day] : this.#agenda.weekdayOf(day) === 0;
    if (!this.#hasRuns(post) || classes[day] === 'workday' || !isLater) return true;
    const before = this.#agenda.people.some((_, other) => this.#board.postOf(other, day - 1) === post);
    return !before || this.#board.postOf(person, day - 1) === post;
  }

  #givePartners({ person, day }: Thought): boolean {
    return partnersOf(this.#board, person, day)
      .filter((partner) => !this.#board.hasDuty(partner, day))
      .every((partner) =>
        this.#agenda.cellsOf(partner, day).some((cell) => this.#give(this.#agenda.cell(cell))),
      );
  }

  /** The duty and, where one person must have all rest days of a run, those of the days after. */
  #runOf(thought: Thought): readonly Thought[] {
    const { classes, firstOpen, dayCount } = this.#agenda;
    const { day, post } = thought;
    const of = classes[day];
    const run = [thought];
    if (!this.#hasRuns(post) || of === 'workday') return run;
    const isBegun = day > firstOpen && classes[day - 1] === of && this.#board.filled(post, day - 1) > 0;
    for (let next = day + 1; !isBegun && next < dayCount && classes[next] === of; next += 1)
      run.push({ ...thought, day: next });
    return run;
  }

  /** For each hole: whoever is kept from it by one other duty gives that to somebody else. */
  moveForHoles(): void {
    const agenda = this.#agenda;
    for (let day = agenda.firstOpen; day < agenda.dayCount; day += 1)
      for (let post = 0; post < agenda.posts.length; post += 1)
        while (this.#board.gap(post, day) > 0 && !agenda.isForAll(post, day) && !this.#hasRuns(post))
          if (!this.#move(post, day)) break;
  }

  #move(post: number, day: number): boolean {
    const agenda = this.#agenda;
    for (const cell of agenda.cellsAt(post, day)) {
      const { person, barred } = agenda.cell(cell);
      if (barred.length > 0 || this.#board.postOf(person, day) === post) continue;
      for (const near of [day, day - 1, day + 1, day - 2, day + 2])
        if (this.#passOn({ person, day, post }, near)) return true;
    }
    return false;
  }

  /** Takes the duty of a near day from a person, gives the hole and hands the taken duty to another. */
  #passOn(hole: Thought, near: number): boolean {
    const agenda = this.#agenda;
    const duty = near >= agenda.firstOpen ? this.#board.dutyCell(hole.person, near) : undefined;
    if (duty === undefined || agenda.cell(duty).isLocked || this.#isTied(duty)) return false;
    this.#board.take(duty);
    if (this.#give(hole)) {
      const { day, post } = agenda.cell(duty);
      const isPassed = this.#candidates(post, day).some((thought) => this.#give(thought));
      if (isPassed) return true;
      const given = this.#board.dutyCell(hole.person, hole.day);
      if (given !== undefined) this.#board.take(given);
    }
    this.#board.put(duty);
    return false;
  }

  /** True when one person must have all rest days of a run of the post. */
  #hasRuns(post: number): boolean {
    return this.#agenda
      .rulesOf('same-rest-days')
      .some((rule) => weightOf(rule) === null && this.#agenda.postsOf(rule).has(post));
  }

  /** Duties others hang on are not moved here: pairs, runs of rest days, requests. */
  #isTied(duty: number): boolean {
    const { person, day, post } = this.#agenda.cell(duty);
    const { id } = this.#agenda.person(person);
    const { problem } = this.#agenda;
    return (
      problem.pairs.some((pair) => pair.kind !== 'apart' && (pair.a === id || pair.b === id)) ||
      this.#hasRuns(post) ||
      problem.requests.some(
        (request) =>
          request.kind === 'fixed' &&
          request.person === id &&
          concerns(request, this.#agenda.dateOf(day), this.#agenda.post(post).id),
      )
    );
  }
}
