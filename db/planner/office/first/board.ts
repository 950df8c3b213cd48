import type { Agenda } from '../agenda.ts';

/** Days before the first that rests and runs can reach back. */
const BEFORE = 62;

/** A roster being filled: who is where on each day, days before the first included. */
export class Board {
  readonly agenda: Agenda;
  readonly cells = new Set<number>();
  readonly #width: number;
  readonly #posts: Int32Array;
  readonly #filled: Int32Array;

  constructor(agenda: Agenda) {
    this.agenda = agenda;
    this.#width = agenda.dayCount + 2 * BEFORE;
    this.#posts = new Int32Array(agenda.people.length * this.#width).fill(-1);
    this.#filled = new Int32Array(agenda.posts.length * agenda.dayCount);
    agenda.people.forEach((_, person) => {
      for (const { day, post } of agenda.doneBy(person))
        if (day >= -BEFORE) this.#posts[this.#at(person, day)] = post;
    });
  }

  /** Number of the post a person has on a day, -1: none. */
  postOf(person: number, day: number): number {
    return day < -BEFORE || day >= this.agenda.dayCount ? -1 : (this.#posts[this.#at(person, day)] ?? -1);
  }

  hasDuty(person: number, day: number): boolean {
    return this.postOf(person, day) >= 0;
  }

  filled(post: number, day: number): number {
    return this.#filled[post * this.agenda.dayCount + day] ?? 0;
  }

  /** People still missing on a post. */
  gap(post: number, day: number): number {
    return this.agenda.need(post, day) - this.filled(post, day);
  }

  /** The open cell of a person, day and post that nothing bars. */
  cellOf(person: number, day: number, post: number): number | undefined {
    return this.agenda
      .cellsOf(person, day)
      .find((cell) => this.agenda.cell(cell).post === post && this.agenda.cell(cell).barred.length === 0);
  }

  put(cell: number): void {
    const { person, day, post } = this.agenda.cell(cell);
    this.cells.add(cell);
    this.#posts[this.#at(person, day)] = post;
    this.#count(post, day, 1);
  }

  take(cell: number): void {
    const { person, day, post } = this.agenda.cell(cell);
    this.cells.delete(cell);
    this.#posts[this.#at(person, day)] = -1;
    this.#count(post, day, -1);
  }

  /** The cell of the duty a person has on an open day. */
  dutyCell(person: number, day: number): number | undefined {
    return this.agenda.cellsOf(person, day).find((cell) => this.cells.has(cell));
  }

  #count(post: number, day: number, by: number): void {
    const index = post * this.agenda.dayCount + day;
    this.#filled[index] = (this.#filled[index] ?? 0) + by;
  }

  #at(person: number, day: number): number {
    return person * this.#width + day + BEFORE;
  }
}
