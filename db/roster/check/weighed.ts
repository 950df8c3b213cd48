import type { Assignment, RosterProblem } from '../problem.ts';
import type { FairTarget } from '../targets/fair-targets.ts';
import { type Board, type Duty, isCounted } from './board.ts';
import type { Breach, RuleOf } from './breach.ts';
import { covers, type Frame, type FrameDay, isAsked } from './frame.ts';

/** Wished days without duty and duties on avoided days, times the weight of the request. */
export function countWishes(rule: RuleOf['wishes'], board: Board): readonly Breach[] {
  return board.frame.problem.requests.flatMap((request) => {
    const posts = new Set(postsAsked(board.frame, request).filter((post) => covers(rule, post)));
    if (request.kind === 'avoid') return avoided(request, posts, board);
    return request.kind === 'wish' ? ungranted(request, posts, board) : [];
  });
}

type Request = RosterProblem['requests'][number];

/** Posts a request speaks about. */
export function postsAsked(frame: Frame, request: Request): readonly string[] {
  return request.posts ?? frame.posts.map((post) => post.id);
}

/** Days a request speaks about on which one of the posts needs anybody. */
export function daysAsked(frame: Frame, request: Request, posts: ReadonlySet<string>): readonly FrameDay[] {
  const needed = frame.posts.filter((post) => posts.has(post.id));
  return frame.days.filter(
    (day) => isAsked(request, day) && needed.some((post) => frame.need(post, day).count > 0),
  );
}

function avoided(request: Request, posts: ReadonlySet<string>, board: Board): readonly Breach[] {
  const isAvoided = ({ day, post }: Duty) => day !== null && isAsked(request, day) && posts.has(post.id);
  return (board.byPerson.get(request.person) ?? [])
    .filter(isAvoided)
    .map((duty) => ({ person: request.person, date: duty.date, post: duty.post.id, by: request.weight }));
}

function ungranted(request: Request, posts: ReadonlySet<string>, board: Board): readonly Breach[] {
  return daysAsked(board.frame, request, posts)
    .filter((day) => !board.of(request.person, day.date).some((duty) => posts.has(duty.post.id)))
    .map((day) => ({ person: request.person, date: day.date, post: null, by: request.weight }));
}

/** One person's standing under a rule of fairness. */
export interface FairLine extends FairTarget {
  readonly rule: string;
  readonly person: string;
  readonly counter: RuleOf['fair']['counter'];
  /** Duties of the counter on the rule's posts in this roster. */
  readonly count: number;
}

/** How far everybody is from the target of a rule of fairness, in the order of people. */
export function fairLinesOf(
  rule: RuleOf['fair'],
  board: Board,
  targets: ReadonlyMap<string, FairTarget>,
): readonly FairLine[] {
  const isOurs = (duty: Duty) =>
    duty.day !== null && isCounted(duty, rule.counter) && covers(rule, duty.post.id);
  return [...board.frame.people.keys()].flatMap((person) => {
    const target = targets.get(person);
    if (target === undefined) return [];
    const count = (board.byPerson.get(person) ?? []).filter(isOurs).length;
    return [{ rule: rule.id, counter: rule.counter, person, ...target, count }];
  });
}

/** People of the list of turns who are not where the list puts them. */
export function countTurns(turns: readonly Assignment[], board: Board): readonly Breach[] {
  return turns
    .filter(({ date, post, person }) => !board.of(person, date).some((duty) => duty.post.id === post))
    .map((turn) => ({ ...turn, by: 1 }));
}
