import type { RosterProblem } from '../problem.ts';
import type { Fact, Violation } from '../roster.ts';
import type { Board, Duty } from './board.ts';
import { barriersOf, type FrameDay, isInService, isOnLeave } from './frame.ts';
import { daysAsked, postsAsked } from './weighed.ts';

/** Everything that must hold in every roster, whatever its rules are. Frozen days are nobody's fault any more. */
export function brokenFacts(board: Board): readonly Violation[] {
  return [
    ...board.strays.map(({ assignment, fact }) => ({ fact, ...assignment, by: 1 })),
    ...barredDuties(board),
    ...collisions(board),
    ...crowdedPosts(board),
    ...unkeptFixed(board),
    ...board.frame.problem.pairs.flatMap((pair) => brokenPair(board, pair)),
    ...movedDuties(board),
  ];
}

function isOpen(duty: Duty): boolean {
  return duty.day !== null && !duty.day.isFrozen;
}

function barredDuties(board: Board): readonly Violation[] {
  return board.duties.flatMap((duty) => {
    if (duty.day === null || duty.day.isFrozen) return [];
    return barriersOf(duty.person, duty.post, duty.day).map((fact) => at(duty, fact));
  });
}

function at(duty: Duty, fact: Fact, by = 1): Violation {
  return { fact, person: duty.person.id, date: duty.date, post: duty.post.id, by };
}

/** Two duties on one day, or one that begins before an earlier one has ended. */
function collisions(board: Board): readonly Violation[] {
  const found: Violation[] = [];
  for (const duties of board.byPerson.values()) {
    let busyUntil_h = -Infinity;
    let onDay = 0;
    duties.forEach((duty, index) => {
      const isSameDay = duties[index - 1]?.number === duty.number;
      onDay = isSameDay ? onDay + 1 : 1;
      if (isOpen(duty) && (isSameDay || duty.begin_h < busyUntil_h)) {
        found.push(at(duty, { kind: 'one-a-day', person: duty.person.id, date: duty.date }));
      }
      busyUntil_h = Math.max(busyUntil_h, duty.end_h);
    });
  }
  return found;
}

function crowdedPosts(board: Board): readonly Violation[] {
  return openDays(board).flatMap((day) =>
    board.frame.posts.flatMap((post) => {
      const need = board.frame.need(post, day);
      const by = board.on(post.id, day.date).length - need.count;
      if (need.all !== null || by <= 0) return [];
      const fact = { kind: 'need', post: post.id, date: day.date } as const;
      return [{ fact, person: null, date: day.date, post: post.id, by }];
    }),
  );
}

function openDays(board: Board): readonly FrameDay[] {
  return board.frame.days.filter((day) => !day.isFrozen);
}

function unkeptFixed(board: Board): readonly Violation[] {
  return board.frame.problem.requests
    .filter((request) => request.kind === 'fixed')
    .flatMap((request) => {
      const posts = new Set(postsAsked(board.frame, request));
      return daysAsked(board.frame, request, posts)
        .filter((day) => !day.isFrozen)
        .filter((day) => !board.of(request.person, day.date).some((duty) => posts.has(duty.post.id)))
        .map((day) => ({
          fact: { kind: 'request', id: request.id } as const,
          person: request.person,
          date: day.date,
          post: request.posts?.length === 1 ? (request.posts[0] ?? null) : null,
          by: 1,
        }));
    });
}

type Pair = RosterProblem['pairs'][number];

function brokenPair(board: Board, pair: Pair): readonly Violation[] {
  const breaks = breakOf[pair.kind];
  return openDays(board).flatMap((day) => {
    const duty = breaks({
      board,
      pair,
      day,
      ofA: board.of(pair.a, day.date),
      ofB: board.of(pair.b, day.date),
    });
    if (duty === undefined) return [];
    return [{ ...at(duty, { kind: 'pair', id: pair.id }), date: day.date }];
  });
}

interface PairDay {
  readonly board: Board;
  readonly pair: Pair;
  readonly day: FrameDay;
  readonly ofA: readonly Duty[];
  readonly ofB: readonly Duty[];
}

/** A duty that breaks the pair on a day, if any does. */
const breakOf: Readonly<Record<Pair['kind'], (on: PairDay) => Duty | undefined>> = {
  apart: ({ ofA, ofB }) => (ofA.length > 0 ? ofB[0] : undefined),
  together: (on) => (isBothInService(on) && on.ofA.length > 0 !== on.ofB.length > 0 ? alone(on) : undefined),
  mentor: ({ ofA, ofB }) => ofA.find((duty) => !ofB.some((other) => isSameTime(duty, other))),
  presence: (on) => nightThatLeavesNobody(on),
};

function alone({ ofA, ofB }: PairDay): Duty | undefined {
  return ofA[0] ?? ofB[0];
}

function isBothInService({ board, pair, day }: PairDay): boolean {
  return [pair.a, pair.b].every((id) => {
    const person = board.frame.people.get(id);
    return person !== undefined && isInService(person.person, day.date);
  });
}

function isSameTime(a: Duty, b: Duty): boolean {
  return a.begin_h === b.begin_h && a.end_h === b.end_h;
}

/** Both away, at least one by a night duty that is not history: leaves alone are no fault of the roster. */
function nightThatLeavesNobody({ board, pair, day }: PairDay): Duty | undefined {
  const ways = [pair.a, pair.b].map((id) => {
    const person = board.frame.people.get(id);
    const nights = (board.byPerson.get(id) ?? []).filter(
      (duty) => duty.number === day.number - 1 && duty.post.post.night,
    );
    return { nights, isAway: nights.length > 0 || (person !== undefined && isOnLeave(person, day.date)) };
  });
  if (!ways.every(({ isAway }) => isAway)) return undefined;
  return ways.flatMap(({ nights }) => nights).find(isOpen);
}

/** Locked duties that are gone, and frozen days that are not as they were. */
function movedDuties(board: Board): readonly Violation[] {
  const basis = board.frame.problem.basis;
  if (basis === undefined) return [];
  const frozenThrough = basis.frozenThrough ?? '';
  const standing = basis.assignments.filter((duty) => duty.locked || duty.date <= frozenThrough);
  const isThere = (date: string, post: string, person: string) =>
    board.on(post, date).some((duty) => duty.person.id === person);
  const missing = standing.filter(({ date, post, person }) => !isThere(date, post, person));
  const kept = new Set(standing.map(keyOf));
  const added = board.duties
    .filter((duty) => duty.date <= frozenThrough)
    .map((duty) => ({ date: duty.date, post: duty.post.id, person: duty.person.id }))
    .filter((duty) => !kept.has(keyOf(duty)));
  return [...missing, ...added].map(({ date, post, person }) => ({
    fact: { kind: 'standing', date, post, person },
    person,
    date,
    post,
    by: 1,
  }));
}

function keyOf({ date, post, person }: { date: string; post: string; person: string }): string {
  return `${date} ${post} ${person}`;
}
