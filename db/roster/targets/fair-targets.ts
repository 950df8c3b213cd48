import type { Person, Post, Rule, RosterProblem } from '../problem.ts';
import { DayNeeds } from './day-needs.ts';
import { isExempt, isQualified, isServing, isWithin } from './eligibility.ts';

type FairRule = Extract<Rule, { kind: 'fair' }>;

/** What fairness asks of one person in the days of a problem, in duties of the rule's counter. */
export interface FairTarget {
  /** Part of the demand by share and presence: what a balance is reckoned against. */
  readonly share: number;
  /** The share less what is repaid now; kept to a tenth, so that costs have steps and can be proven. */
  readonly target: number;
}

/** Whoever is on leave keeps half the duties of it. */
const LEAVE_PRESENCE = 0.5;
/** Nobody pays a year back at once. */
const REPAID_PER_MONTH = 2;
const STEPS = 10;

/**
 * Shares and targets of a rule by person (docs/roster.md, Shares and targets); who is not named is not compared. The same
 * for planner, checker, fairness table and ledger.
 */
export function fairTargets(problem: RosterProblem, rule: FairRule): ReadonlyMap<string, FairTarget> {
  const pools = poolsOf(problem, rule);
  const months = new Set(problem.days.map((day) => day.date.slice(0, 7))).size;
  const most = REPAID_PER_MONTH * months;
  const shares = new Map<string, number>();
  const poolCount = (person: Person): number => pools.filter((pool) => pool.people.has(person)).length;
  const weigh = weightIn(problem, rule);
  for (const pool of pools) {
    const weights = [...pool.people].map(
      (person) => [person, weigh(person, pool) / poolCount(person)] as const,
    );
    const sum = weights.reduce((total, [, weight]) => total + weight, 0);
    for (const [{ id }, weight] of weights)
      if (weight > 0) shares.set(id, (shares.get(id) ?? 0) + (pool.demand * weight) / sum);
  }
  const balances = new Map(problem.people.map(({ id, balance }) => [id, balance[rule.counter] ?? 0]));
  return new Map(
    [...shares].map(([id, share]) => {
      const repaid = Math.max(-most, Math.min(most, balances.get(id) ?? 0));
      return [id, { share, target: Math.round((share - repaid) * STEPS) / STEPS }];
    }),
  );
}

/** True when a duty on the post, on a day of the class, is counted by the rule. */
export function isCounted(rule: FairRule, post: Post, dayClass: string): boolean {
  return (
    countsPost(rule, post) &&
    (rule.counter === 'total' || rule.counter === 'night' || rule.counter === dayClass)
  );
}

function countsPost(rule: FairRule, post: Post): boolean {
  return (rule.posts?.includes(post.id) ?? true) && (rule.counter !== 'night' || post.night);
}

/** Posts of the same roles that share people, with those people. */
interface Pool {
  readonly posts: readonly Post[];
  readonly people: ReadonlySet<Person>;
  /** Need of the counter by day. */
  readonly needs: readonly number[];
  readonly demand: number;
}

function poolsOf(problem: RosterProblem, rule: FairRule): readonly Pool[] {
  const needs = new DayNeeds(problem);
  const pools: Pool[] = [];
  for (const post of problem.posts.filter((candidate) => countsPost(rule, candidate))) {
    const counted = problem.days.map((day, index) =>
      isCounted(rule, post, day.class) ? needs.count(post, index) : 0,
    );
    let pool = poolOf(problem, post, counted);
    for (const other of pools.filter((candidate) => isOneWith(candidate, pool))) {
      pools.splice(pools.indexOf(other), 1);
      pool = joined(other, pool);
    }
    pools.push(pool);
  }
  return pools.filter((pool) => pool.demand > 0);
}

function poolOf(problem: RosterProblem, post: Post, needs: readonly number[]): Pool {
  const people = new Set(problem.people.filter((person) => isQualified(person, post)));
  return { posts: [post], people, needs, demand: needs.reduce((sum, need) => sum + need, 0) };
}

function isOneWith(a: Pool, b: Pool): boolean {
  return rolesOf(a) === rolesOf(b) && [...b.people].some((person) => a.people.has(person));
}

const rolesOf = (pool: Pool): string => JSON.stringify([...new Set(pool.posts[0]?.roles)].toSorted());

function joined(a: Pool, b: Pool): Pool {
  return {
    posts: [...a.posts, ...b.posts],
    people: new Set([...a.people, ...b.people]),
    needs: a.needs.map((need, day) => need + (b.needs[day] ?? 0)),
    demand: a.demand + b.demand,
  };
}

/** Share times the needs of the pool on the days present. */
function weightIn(problem: RosterProblem, rule: FairRule): (person: Person, pool: Pool) => number {
  const leaves = Map.groupBy(problem.leaves, (leave) => leave.person);
  const needs = new DayNeeds(problem);
  const presence = (person: Person, pool: Pool, day: number): number => {
    const { date, class: of } = problem.days[day] ?? { date: '', class: 'workday' };
    const isUseful = pool.posts.some(
      (post) =>
        isCounted(rule, post, of) &&
        needs.of(post, day) !== 0 &&
        isQualified(person, post) &&
        !isExempt(person, post, date),
    );
    if (!isUseful || !isServing(person, date)) return 0;
    return leaves.get(person.id)?.some((leave) => isWithin(leave, date)) === true ? LEAVE_PRESENCE : 1;
  };
  return (person, pool) =>
    person.share *
    pool.needs.reduce((sum, need, day) => (need > 0 ? sum + need * presence(person, pool, day) : sum), 0);
}
