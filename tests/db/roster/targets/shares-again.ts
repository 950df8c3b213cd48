import type { Counter } from '../../../../db/roster/problem.ts';
import {
  covers,
  type Frame,
  type FrameDay,
  type FramePerson,
  type FramePost,
  isExempt,
  isInService,
  isOnLeave,
} from '../../../../db/roster/check/frame.ts';

/** What one person should do of a counter: the fair share of this problem, and with the balance of before the target. */
export interface Share {
  readonly person: string;
  readonly fairShare: number;
  readonly target: number;
}

/** Most duties a month by which an old balance is evened out. */
const REPAID_PER_MONTH = 2;

/** Leave takes away half of the share of its days, so that the others do not carry all of it. */
const PRESENCE_ON_LEAVE = 0.5;

interface Scope {
  readonly counter: Counter;
  readonly posts?: readonly string[] | undefined;
}

/** Fair shares and targets of everybody who takes part, in the order of people; docs/roster.md, "Shares and targets". */
export function sharesOf(frame: Frame, scope: Scope): readonly Share[] {
  const pools = poolsOf(frame, scope)
    .map((posts) => demandOf(frame, posts, scope.counter))
    .filter((pool) => pool.total > 0);
  const repaid = REPAID_PER_MONTH * new Set(frame.days.map((day) => day.month)).size;
  const fairShares = new Map<string, number>();
  for (const pool of pools) {
    const weights = [...frame.people.values()].map((person) => ({
      person: person.id,
      weight: weightIn(pool, pools, person),
    }));
    const sum = weights.reduce((total, { weight }) => total + weight, 0);
    for (const { person, weight } of weights) {
      if (weight > 0) fairShares.set(person, (fairShares.get(person) ?? 0) + (pool.total * weight) / sum);
    }
  }
  return [...frame.people.values()].flatMap(({ id, person }) => {
    const fairShare = fairShares.get(id);
    if (fairShare === undefined) return [];
    const balance = person.balance[scope.counter] ?? 0;
    return [{ person: id, fairShare, target: fairShare - Math.max(-repaid, Math.min(repaid, balance)) }];
  });
}

interface Pool {
  readonly posts: readonly FramePost[];
  readonly days: readonly {
    readonly day: FrameDay;
    readonly need: number;
    readonly posts: readonly FramePost[];
  }[];
  readonly total: number;
}

/** Posts with the same set of roles that share a qualified person, directly or through others. */
function poolsOf(frame: Frame, scope: Scope): readonly (readonly FramePost[])[] {
  let pools: FramePost[][] = [];
  for (const post of frame.posts) {
    if (!covers(scope, post.id)) continue;
    if (scope.counter === 'night' && !post.post.night) continue;
    const joined = pools.filter((pool) => pool.some((other) => isOnePool(post, other)));
    pools = [...pools.filter((pool) => !joined.includes(pool)), [...joined.flat(), post]];
  }
  return pools;
}

function isOnePool(a: FramePost, b: FramePost): boolean {
  return rolesOf(a) === rolesOf(b) && [...a.qualified].some((person) => b.qualified.has(person));
}

function rolesOf(post: FramePost): string {
  return [...new Set(post.post.roles)].sort().join(' ');
}

function demandOf(frame: Frame, posts: readonly FramePost[], counter: Counter): Pool {
  const days = frame.days
    .filter((day) => counter === 'total' || counter === 'night' || day.class === counter)
    .map((day) => {
      const needed = posts.filter((post) => frame.need(post, day).count > 0);
      return { day, posts: needed, need: needed.reduce((sum, post) => sum + frame.need(post, day).count, 0) };
    })
    .filter(({ need }) => need > 0);
  return { posts, days, total: days.reduce((sum, { need }) => sum + need, 0) };
}

/** Share × presence, weighed by the need of each day, over the number of pools the person stands in. */
function weightIn(pool: Pool, pools: readonly Pool[], person: FramePerson): number {
  const isIn = (one: Pool) => one.posts.some((post) => post.qualified.has(person.id));
  if (!isIn(pool)) return 0;
  const presence = pool.days.reduce(
    (sum, { day, posts, need }) => sum + need * presenceOf(person, posts, day),
    0,
  );
  return (person.person.share * presence) / pools.filter(isIn).length;
}

function presenceOf(person: FramePerson, posts: readonly FramePost[], day: FrameDay): number {
  if (!isInService(person.person, day.date)) return 0;
  const isBarred = isExempt(person, day.date);
  const canTake = posts.some((post) => post.qualified.has(person.id) && !(post.post.night && isBarred));
  if (!canTake) return 0;
  return isOnLeave(person, day.date) ? PRESENCE_ON_LEAVE : 1;
}
