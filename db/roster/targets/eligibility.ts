import { weekdayOf } from '../../model/calendar/day-arithmetic.ts';
import type { Person, Post, RosterProblem } from '../problem.ts';

type Request = RosterProblem['requests'][number];
interface Range {
  readonly from: string;
  readonly to: string;
}

/** True when the person has a role for the post and knows its place. */
export function isQualified(person: Person, post: Post): boolean {
  return (
    post.roles.some((role) => person.roles.includes(role)) &&
    (post.place === null || person.places.includes(post.place))
  );
}

/** True when the person is in service on the day. */
export function isServing(person: Person, date: string): boolean {
  return (person.from === undefined || person.from <= date) && (person.to === undefined || date <= person.to);
}

/** True when the post is a night the person is exempt from on the day. */
export function isExempt(person: Person, post: Post, date: string): boolean {
  return post.night && person.nightExempt.some((range) => isWithin(range, date));
}

/** Ranges include both ends. */
export const isWithin = (range: Range, date: string): boolean => range.from <= date && date <= range.to;

/** True when the request speaks of the day and post. */
export function concerns(request: Request, date: string, post: string): boolean {
  return (
    isWithin(request, date) &&
    (request.weekdays?.includes(weekdayOf(date)) ?? true) &&
    (request.posts?.includes(post) ?? true)
  );
}

/** Who is able to take a post on a day, as docs/roster.md says it. */
export function ability(problem: RosterProblem): (person: Person, post: Post, date: string) => boolean {
  const leaves = Map.groupBy(problem.leaves, (leave) => leave.person);
  const refusals = Map.groupBy(
    problem.requests.filter((request) => request.kind === 'never'),
    (request) => request.person,
  );
  return (person, post, date) =>
    isQualified(person, post) &&
    isServing(person, date) &&
    !isExempt(person, post, date) &&
    leaves.get(person.id)?.some((leave) => isWithin(leave, date)) !== true &&
    refusals.get(person.id)?.some((request) => concerns(request, date, post.id)) !== true;
}
