import { dayAfter } from '../model/calendar/day-arithmetic.ts';
import type { Counter, Person, Post as ProblemPost, RosterProblem } from '../roster/problem.ts';
import { monthDays } from './month-days.ts';
import { problemRules } from './problem-rules.ts';
import type { Member, Post, TeamFacts } from './team-facts.ts';

/** Length of names in a problem; ledgers allow no more either, but for the added department. */
const NAME_LENGTH = 100;
/** Decimal fields hold the smallest unit: hours and balances tenths, shares hundredths. */
const TENTHS = 10;
const HUNDREDTHS = 100;
const WITHOUT_END = '9999-12-31';

/** What is known beside the ledgers of the team. */
export interface ProblemParts {
  readonly earlier?: RosterProblem['earlier'];
  readonly balances?: ReadonlyMap<string, Readonly<Partial<Record<Counter, number>>>>;
  readonly cursors?: RosterProblem['cursors'];
  readonly basis?: RosterProblem['basis'];
  /** Removed people and posts that belong to it all the same, because they have duties. */
  readonly alsoIds?: ReadonlySet<string>;
}

/** The problem a team has in a month, by the ledgers as they are now. */
export function monthProblem(facts: TeamFacts, month: string, parts: ProblemParts = {}): RosterProblem {
  const days = monthDays(month);
  const range = { from: days[0] ?? '', to: days.at(-1) ?? '' };
  const isThere = ({ id, isRemoved }: { readonly id: string; readonly isRemoved: boolean }): boolean =>
    !isRemoved || parts.alsoIds?.has(id) === true;
  const posts = facts.posts.filter(isThere);
  const members = facts.members.filter((member) => isThere(member) && isServing(member, range));
  const cast: Cast = {
    posts: new Set(posts.map(({ id }) => id)),
    members: new Set(members.map(({ id }) => id)),
    range,
  };
  return {
    format: 'zhiwang-roster-problem/1',
    name: `${facts.team.name} ${month}`.slice(0, NAME_LENGTH),
    days: days.map((date) => {
      const { class: dayClass, holiday } = facts.calendar.dayOf(date);
      return { date, class: dayClass, name: holiday };
    }),
    posts: posts.map((post) => problemPost(post, members)),
    people: members.map((member) => problemPerson(member, parts.balances?.get(member.id) ?? {})),
    leaves: problemLeaves(facts, cast),
    requests: problemRequests(facts, cast),
    pairs: problemPairs(facts, cast),
    campaigns: problemCampaigns(facts, posts, cast),
    rules: problemRules(facts, cast.posts),
    earlier: parts.earlier ?? [],
    cursors: parts.cursors ?? {},
    ...(parts.basis !== undefined && { basis: parts.basis }),
  };
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** True when the person is in service on any of the days. */
export const isServing = (
  { joined_on, left_on }: Pick<Member, 'joined_on' | 'left_on'>,
  { from, to }: Days,
): boolean => (joined_on ?? '') <= to && (left_on ?? WITHOUT_END) >= from;

/** Who and what a problem is about. */
interface Cast {
  readonly posts: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly range: Days;
}

/** The last day before counts, too: who is on leave then may be away together with the leader's deputy. */
const touches = (
  { from_day, to_day }: { readonly from_day: string; readonly to_day: string },
  { from, to }: Days,
): boolean => from_day <= to && to_day >= dayAfter(from, -1);

const problemLeaves = ({ leaves }: TeamFacts, { members, range }: Cast): RosterProblem['leaves'] =>
  leaves
    .filter((leave) => touches(leave, range) && members.has(leave.member))
    .map(({ id, member, from_day: from, to_day: to, kind }) => ({ id, person: member, from, to, kind }));

const problemRequests = ({ requests }: TeamFacts, cast: Cast): RosterProblem['requests'] =>
  requests
    .filter((request) => touches(request, cast.range) && cast.members.has(request.member))
    .filter((request) => request.post === null || cast.posts.has(request.post))
    .map((request) => ({
      id: request.id,
      person: request.member,
      kind: oneOf(['fixed', 'never', 'wish', 'avoid'], request.kind),
      from: request.from_day,
      to: request.to_day,
      weight: Number(request.weight ?? 1),
      ...(request.weekdays !== null && { weekdays: request.weekdays.map(Number) }),
      ...(request.post !== null && { posts: [request.post] }),
    }));

const problemPairs = ({ pairs }: TeamFacts, { members }: Cast): RosterProblem['pairs'] =>
  pairs
    .filter(({ first, second }) => members.has(first) && members.has(second))
    .map(({ id, first: a, second: b, kind }) => ({
      id,
      a,
      b,
      kind: oneOf(['apart', 'together', 'mentor', 'presence'], kind),
    }));

/** A campaign without a post is one of every post; its parts are told apart by `#` and a number. */
const problemCampaigns = (
  { campaigns }: TeamFacts,
  posts: readonly Post[],
  { range }: Cast,
): RosterProblem['campaigns'] =>
  campaigns
    .filter((campaign) => touches(campaign, range))
    .flatMap((campaign) =>
      posts
        .filter(({ id }) => campaign.post === null || campaign.post === id)
        .map(({ id }, i) => ({
          id: campaign.post === null ? `${campaign.id}#${i + 1}` : campaign.id,
          name: campaign.name,
          from: campaign.from_day,
          to: campaign.to_day,
          post: id,
          need: campaign.is_everybody === true ? ('all' as const) : (campaign.need ?? 0),
        })),
    );

function problemPost(post: Post, members: readonly Member[]): ProblemPost {
  const { need_workday, need_restday, need_holiday, need_spring } = post;
  // A post without roles is open to all.
  const roles = post.roles ?? [...new Set(members.flatMap((member) => member.roles))].toSorted();
  return {
    id: post.id,
    name: post.name,
    start: post.start_time,
    hours: (post.hours ?? 0) / TENTHS,
    night: post.is_night === true,
    roles: roles.length === 0 ? ['-'] : [...roles],
    place: post.grid,
    needs: {
      workday: need_workday ?? 0,
      restday: need_restday ?? 0,
      holiday: need_holiday ?? 0,
      spring: need_spring ?? 0,
    },
    rank: post.rank ?? 1,
    order: post.position ?? 0,
  };
}

function problemPerson(member: Member, balance: Readonly<Partial<Record<Counter, number>>>): Person {
  const { no_night_from, no_night_to } = member;
  const isSpared = no_night_from !== null || no_night_to !== null || member.no_night_reason !== null;
  return {
    id: member.id,
    name: member.name,
    roles: [...member.roles],
    skills: [...(member.skills ?? [])],
    places: [member.own_grid, member.second_grid].filter((place) => place !== null),
    ...(member.joined_on !== null && { from: member.joined_on }),
    ...(member.left_on !== null && { to: member.left_on }),
    nightExempt: isSpared ? [{ from: no_night_from ?? '0001-01-01', to: no_night_to ?? WITHOUT_END }] : [],
    order: member.position ?? 0,
    balance: { ...balance },
    share: (member.share ?? HUNDREDTHS) / HUNDREDTHS,
  };
}

/** The code tables of these fields are closed, so a code is one of the problem's words. */
export function oneOf<const T extends string>(words: readonly T[], code: string): T {
  const found = words.find((word) => word === code);
  if (found === undefined) throw new Error(`not one of ${words.join(', ')}: ${code}`);
  return found;
}
