import { dayAfter, weekdayOf } from '../../../../db/model/calendar/day-arithmetic.ts';
import { Random } from '../../../../db/planner/generate/random.ts';
import { counters, type Rule, rosterProblem, type RosterProblem } from '../../../../db/roster/problem.ts';

export interface TinySize {
  readonly people: number;
  readonly days: number;
  readonly posts: number;
  readonly hasBasis: boolean;
}

/** A small problem with anything in it that a problem can have, the same for the same seed. */
export function tinyProblem(seed: number, size: TinySize): RosterProblem {
  const random = new Random(seed);
  const first = random.pick(['2026-10-01', '2026-10-30', '2026-11-01', '2026-11-29']);
  const dates = Array.from({ length: size.days }, (_, index) => dayAfter(first, index));
  const posts = Array.from({ length: size.posts }, (_, index) => ({
    id: `post${String(index)}`,
    name: '',
    start: random.pick(['08:00', '15:00', '22:00']),
    hours: random.pick([8, 10, 24]),
    night: random.happens(0.4),
    roles: random.happens(0.7) ? ['a'] : ['a', 'b'],
    place: random.happens(0.3) ? 'g1' : null,
    needs: {
      workday: random.pick([0, 1, 1, 2]),
      restday: random.pick([1, 1, 2]),
      holiday: random.pick([0, 1]),
      spring: 1,
    },
    rank: 1 + random.below(3),
    order: index,
  }));
  const people = Array.from({ length: size.people }, (_, index) => ({
    id: `p${String(index)}`,
    name: '',
    roles: random.happens(0.8) ? ['a'] : ['b'],
    skills: random.happens(0.4) ? ['s'] : [],
    places: random.happens(0.7) ? ['g1', 'g2'] : ['g2', 'g1'],
    order: index,
    share: random.pick([1, 1, 0.5]),
    balance: random.happens(0.5) ? { total: random.pick([-1, 1, 2.5]), night: random.pick([-1, 1]) } : {},
    nightExempt: random.happens(0.2) ? [{ from: dates[0], to: dates[1] }] : [],
    ...(random.happens(0.15) && { to: dates[1] }),
  }));
  const someone = (): string => random.pick(people).id;
  const someday = (): string => random.pick(dates);
  const somePosts = (): { posts?: string[] } =>
    random.happens(0.4) ? { posts: [random.pick(posts).id] } : {};
  const maybe = <Item>(chance: number, make: () => Item): Item[] => (random.happens(chance) ? [make()] : []);
  const assignmentsOf = (days: readonly string[]) =>
    days.flatMap((date) =>
      people.flatMap(({ id }) =>
        random.happens(0.4) ? [{ date, post: random.pick(posts).id, person: id }] : [],
      ),
    );
  return rosterProblem.parse({
    format: 'zhiwang-roster-problem/1',
    days: dates.map((date) => ({
      date,
      class: [0, 6].includes(weekdayOf(date)) ? 'restday' : random.pick(['workday', 'workday', 'holiday']),
      name: null,
    })),
    posts,
    people,
    leaves: maybe(0.5, () => {
      const date = someday();
      return { id: 'leave', person: someone(), from: date, to: date };
    }),
    requests: (['never', 'wish', 'avoid', 'fixed'] as const).flatMap((kind) =>
      maybe(kind === 'fixed' ? 0.15 : 0.4, () => {
        const date = someday();
        return {
          id: kind,
          person: someone(),
          kind,
          from: date,
          to: date,
          weight: 1 + random.below(3),
          ...somePosts(),
        };
      }),
    ),
    pairs: (['apart', 'together', 'mentor', 'presence'] as const).flatMap((kind) =>
      maybe(0.2, () => ({ id: kind, a: 'p0', b: 'p1', kind })),
    ),
    campaigns: maybe(0.2, () => {
      const date = someday();
      return {
        id: 'campaign',
        name: '',
        from: date,
        to: date,
        post: random.pick(posts).id,
        need: random.pick([0, 1, 2, 'all']),
      };
    }),
    rules: rulesOf(random, somePosts),
    earlier: random.happens(0.6) ? assignmentsOf([-3, -2, -1].map((by) => dayAfter(first, by))) : [],
    ...(size.hasBasis && {
      basis: {
        assignments: assignmentsOf(dates).map((duty) => ({ ...duty, locked: false })),
        frozenThrough: random.happens(0.3) ? dates[0] : null,
      },
    }),
  });
}

function rulesOf(random: Random, somePosts: () => { posts?: string[] }): readonly Rule[] {
  const strength = () => (random.happens(0.5) ? { hard: true as const } : { weight: 1 + random.below(20) });
  const weighed = () => ({ weight: 1 + random.below(20) });
  const all: readonly (() => Rule)[] = [
    () => ({
      id: 'rest',
      kind: 'rest',
      strength: strength(),
      hours: random.pick([8, 11, 24, 36]),
      ...somePosts(),
    }),
    () => ({
      id: 'nights',
      kind: 'nights-in-row',
      strength: strength(),
      most: 1 + random.below(2),
      ...somePosts(),
    }),
    () => ({
      id: 'days',
      kind: 'days-in-row',
      strength: strength(),
      most: 1 + random.below(3),
      ...somePosts(),
    }),
    () => ({
      id: 'week',
      kind: 'per-week',
      strength: strength(),
      most: random.below(3),
      counter: random.pick(counters),
      ...somePosts(),
    }),
    () => ({
      id: 'month',
      kind: 'per-month',
      strength: strength(),
      most: 1 + random.below(3),
      counter: random.pick(counters),
      ...somePosts(),
    }),
    () => ({ id: 'weekends', kind: 'weekends', strength: strength(), most: random.below(2), ...somePosts() }),
    () => ({
      id: 'spacing',
      kind: 'spacing',
      strength: strength(),
      days: 1 + random.below(2),
      ...somePosts(),
    }),
    () => ({ id: 'skill', kind: 'skill', strength: strength(), skill: 's', least: 1, ...somePosts() }),
    () => ({
      id: 'novice',
      kind: 'novice',
      strength: strength(),
      skill: 's',
      most: random.below(2),
      ...somePosts(),
    }),
    () => ({ id: 'same', kind: 'same-rest-days', strength: strength(), ...somePosts() }),
    () => ({ id: 'own', kind: 'own-place', strength: strength(), ...somePosts() }),
    () => ({ id: 'wishes', kind: 'wishes', strength: weighed(), ...somePosts() }),
    () => ({ id: 'turns', kind: 'turns', strength: weighed(), ...somePosts() }),
    () => ({ id: 'fair', kind: 'fair', strength: weighed(), counter: random.pick(counters), ...somePosts() }),
    () => ({ id: 'fair2', kind: 'fair', strength: weighed(), counter: 'total' }),
  ];
  return all.filter(() => random.happens(0.3)).map((make) => make());
}
