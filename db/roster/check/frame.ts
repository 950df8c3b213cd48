import type { DayClass, Person, Post, RosterProblem } from '../problem.ts';
import type { Fact } from '../roster.ts';
import { dayNumber, hoursOf, mondayOf, monthOf, weekdayOf } from './calendar.ts';

/** A day of the problem with what rules ask of it. */
export interface FrameDay {
  readonly index: number;
  readonly date: string;
  readonly number: number;
  readonly class: DayClass;
  readonly weekday: number;
  readonly month: string;
  /** Day number of the Monday of its week. */
  readonly week: number;
  /** Not after `frozenThrough` of the basis. */
  readonly isFrozen: boolean;
}

type Request = RosterProblem['requests'][number];
type Leave = RosterProblem['leaves'][number];

/** A person with the facts that keep them from duties. */
export interface FramePerson {
  readonly id: string;
  readonly person: Person;
  readonly leaves: readonly Leave[];
  readonly nevers: readonly Request[];
}

/** A post with its hours as numbers and who has role and place for it. */
export interface FramePost {
  readonly id: string;
  readonly post: Post;
  readonly start_h: number;
  readonly qualified: ReadonlySet<string>;
}

/** How many a post needs on a day, and with a need of `all` who they are. */
interface Need {
  readonly count: number;
  readonly all: ReadonlySet<string> | null;
}

/** A problem made ready for counting; the same for every roster of it. */
export interface Frame {
  readonly problem: RosterProblem;
  readonly days: readonly FrameDay[];
  readonly dayByDate: ReadonlyMap<string, FrameDay>;
  readonly people: ReadonlyMap<string, FramePerson>;
  /** In the order of columns: `order`, then id. */
  readonly posts: readonly FramePost[];
  readonly postById: ReadonlyMap<string, FramePost>;
  readonly need: (post: FramePost, day: FrameDay) => Need;
}

/** Makes a problem ready; expects it parsed. Days of unknown order are the caller's mistake. */
export function frameOf(problem: RosterProblem): Frame {
  const days = problem.days.map((day, index) => frameDay(problem, day, index));
  const people = framePeople(problem);
  const posts = problem.posts.map((post) => framePost(problem, post)).sort(byOrder);
  return {
    problem,
    days,
    dayByDate: new Map(days.map((day) => [day.date, day])),
    people,
    posts,
    postById: new Map(posts.map((post) => [post.id, post])),
    need: needsOf({ problem, days, people, posts }),
  };
}

function frameDay(problem: RosterProblem, day: RosterProblem['days'][number], index: number): FrameDay {
  const number = dayNumber(day.date);
  const frozenThrough = problem.basis?.frozenThrough ?? null;
  return {
    index,
    date: day.date,
    number,
    class: day.class,
    weekday: weekdayOf(number),
    month: monthOf(day.date),
    week: mondayOf(number),
    isFrozen: frozenThrough !== null && day.date <= frozenThrough,
  };
}

function framePeople(problem: RosterProblem): ReadonlyMap<string, FramePerson> {
  const leaves = Map.groupBy(problem.leaves, (leave) => leave.person);
  const nevers = Map.groupBy(
    problem.requests.filter((request) => request.kind === 'never'),
    (request) => request.person,
  );
  return new Map(
    problem.people.map((person) => [
      person.id,
      { id: person.id, person, leaves: leaves.get(person.id) ?? [], nevers: nevers.get(person.id) ?? [] },
    ]),
  );
}

function framePost(problem: RosterProblem, post: Post): FramePost {
  const qualified = problem.people.filter((person) => isQualified(person, post)).map((person) => person.id);
  return { id: post.id, post, start_h: hoursOf(post.start), qualified: new Set(qualified) };
}

function isQualified(person: Person, post: Post): boolean {
  const hasRole = post.roles.some((role) => person.roles.includes(role));
  return hasRole && (post.place === null || person.places.includes(post.place));
}

function byOrder(a: FramePost, b: FramePost): number {
  return a.post.order - b.post.order || (a.id < b.id ? -1 : 1);
}

/** Whether a day lies in a range, both ends included. */
function isWithin(range: { readonly from: string; readonly to: string }, date: string): boolean {
  return range.from <= date && date <= range.to;
}

/** Whether a request speaks about a day. */
export function isAsked(request: Request, day: FrameDay): boolean {
  return isWithin(request, day.date) && (request.weekdays?.includes(day.weekday) ?? true);
}

/** Whether a rule or request that may name posts means this one. */
export function covers(scope: { readonly posts?: readonly string[] | undefined }, post: string): boolean {
  return scope.posts?.includes(post) ?? true;
}

/** In service on a day. */
export function isInService(person: Person, date: string): boolean {
  return (person.from ?? date) <= date && date <= (person.to ?? date);
}

/** On leave on a day. */
export function isOnLeave(person: FramePerson, date: string): boolean {
  return person.leaves.some((leave) => isWithin(leave, date));
}

/** Exempt from nights on a day. */
export function isExempt(person: FramePerson, date: string): boolean {
  return person.person.nightExempt.some((range) => isWithin(range, date));
}

/** Every fact for which a person cannot take a post on a day, whatever the rest of the roster is. */
export function barriersOf(person: FramePerson, post: FramePost, day: FrameDay): readonly Fact[] {
  const facts: Fact[] = [];
  if (!post.qualified.has(person.id)) facts.push({ kind: 'unqualified', post: post.id, person: person.id });
  if (!isInService(person.person, day.date)) facts.push({ kind: 'service', person: person.id });
  for (const leave of person.leaves) {
    if (isWithin(leave, day.date)) facts.push({ kind: 'leave', id: leave.id });
  }
  if (post.post.night && isExempt(person, day.date)) facts.push({ kind: 'exempt', person: person.id });
  for (const never of person.nevers) {
    if (isAsked(never, day) && covers(never, post.id)) facts.push({ kind: 'request', id: never.id });
  }
  return facts;
}

/** Able: nothing of the person alone stands against the post on that day. */
export function isAble(person: FramePerson, post: FramePost, day: FrameDay): boolean {
  return barriersOf(person, post, day).length === 0;
}

type NeedSource = Pick<Frame, 'problem' | 'days' | 'people' | 'posts'>;

function needsOf(source: NeedSource): Frame['need'] {
  const special = new Map<string, Need>();
  for (const day of source.days) {
    const campaigns = source.problem.campaigns.filter((campaign) => isWithin(campaign, day.date));
    if (campaigns.length === 0) continue;
    const last = new Map(campaigns.map((campaign) => [campaign.post, campaign.need]));
    const allPosts = source.posts.filter((post) => last.get(post.id) === 'all');
    for (const [post, need] of last) {
      if (need !== 'all') special.set(`${post} ${day.date}`, { count: need, all: null });
    }
    for (const [post, members] of membersOf(source, allPosts, day)) {
      special.set(`${post} ${day.date}`, { count: members.size, all: members });
    }
  }
  const plain = (post: FramePost, day: FrameDay): Need => ({ count: post.post.needs[day.class], all: null });
  if (special.size === 0) return plain;
  return (post, day) => special.get(`${post.id} ${day.date}`) ?? plain(post, day);
}

/** Everybody able to take posts that need `all` on a day, each under the one they belong to. */
function membersOf(source: NeedSource, posts: readonly FramePost[], day: FrameDay): Map<string, Set<string>> {
  const members = new Map(posts.map((post) => [post.id, new Set<string>()]));
  for (const person of source.people.values()) {
    const able = posts.filter((post) => isAble(person, post, day));
    const best = able.reduce<FramePost | null>(
      (chosen, post) =>
        chosen === null || placeRank(person, post) < placeRank(person, chosen) ? post : chosen,
      null,
    );
    if (best !== null) members.get(best.id)?.add(person.id);
  }
  return members;
}

/** Place of a post's grid in a person's own list; a post without a place is as near as the own grid. */
function placeRank(person: FramePerson, post: FramePost): number {
  return post.post.place === null ? 0 : person.person.places.indexOf(post.post.place);
}
