import type { Hole, Violation } from '../roster.ts';
import { type Board, boardOf } from './board.ts';
import type { FrameDay, FramePost } from './frame.ts';

type Count = (board: Board) => readonly Violation[];

/** Places left empty, by day and column; frozen days have none. */
export function holesOf(board: Board, violationsOf: Count): readonly Hole[] {
  return board.frame.days
    .filter((day) => !day.isFrozen)
    .flatMap((day) =>
      board.frame.posts.flatMap((post) => {
        const missing = missingOn(board, { post, day, violationsOf });
        return missing > 0 ? [{ date: day.date, post: post.id, missing }] : [];
      }),
    );
}

interface Place {
  readonly post: FramePost;
  readonly day: FrameDay;
  readonly violationsOf: Count;
}

function missingOn(board: Board, place: Place): number {
  const need = board.frame.need(place.post, place.day);
  if (need.all === null) return need.count - board.on(place.post.id, place.day.date).length;
  return [...need.all].filter((person) => isFree(board, place, person)).length;
}

/** No duty that day, and no hard rule is broken when this one is added: of `all`, they are missing. */
function isFree(board: Board, { post, day, violationsOf }: Place, person: string): boolean {
  if (board.of(person, day.date).length > 0) return false;
  const near = nearOf(board, { post, day, person });
  const added = { date: day.date, post: post.id, person };
  const before = brokenIn(violationsOf(boardOf(board.frame, near)));
  const after = brokenIn(violationsOf(boardOf(board.frame, [...near, added])));
  return [...after].every(([what, by]) => by <= (before.get(what) ?? 0));
}

/** How far each fact is broken: mending one does not pay for breaking another. */
function brokenIn(violations: readonly Violation[]): ReadonlyMap<string, number> {
  const broken = new Map<string, number>();
  for (const { fact, by } of violations) {
    const what = JSON.stringify(fact);
    broken.set(what, (broken.get(what) ?? 0) + by);
  }
  return broken;
}

/** Duties a hard rule can weigh together with this one: of the person and their pairs, of that day and of that post. */
function nearOf(board: Board, { post, day, person }: { post: FramePost; day: FrameDay; person: string }) {
  const others = board.frame.problem.pairs.flatMap(({ a, b }) =>
    a === person ? [b] : b === person ? [a] : [],
  );
  const people = new Set([person, ...others]);
  return board.duties
    .filter((duty) => people.has(duty.person.id) || duty.date === day.date || duty.post.id === post.id)
    .map((duty) => ({ date: duty.date, post: duty.post.id, person: duty.person.id }));
}
