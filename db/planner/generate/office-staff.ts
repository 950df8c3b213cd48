import type { RosterProblem } from '../../roster/problem.ts';
import type { OfficeOptions } from './office-problem.ts';
import { Random } from './random.ts';

type Person = Pick<RosterProblem['people'][number], 'id' | 'name' | 'roles' | 'skills' | 'places' | 'order'>;
type Post = RosterProblem['posts'][number];

/** Posts and people of a generated office, the same every month. */
export interface Staff {
  readonly posts: readonly Post[];
  readonly people: readonly Person[];
  readonly pairs: RosterProblem['pairs'];
  readonly officerPosts: readonly string[];
  readonly requests: (days: RosterProblem['days']) => RosterProblem['requests'];
}

const NOVICE = 'novice';
const LEADERS = 0.17;
/** A leader rests a day after a duty, so three are needed when one is on leave. */
const FEWEST_LEADERS = 3;
const OFFICERS = 0.5;
/** Duties of an officer in a month, which says how many a shift can have. */
const OFFICER_DUTIES = 12;
/** Domain report §9.4: 3.42 grid workers for a grid on the average. */
const STAFF_PER_GRID = 3.4;

export function staffOf(options: OfficeOptions): Staff {
  const random = new Random(options.seed);
  const leaders = Math.max(FEWEST_LEADERS, Math.round(options.staff * LEADERS));
  const officers = options.hasPatrol
    ? Math.round((options.staff - leaders) * OFFICERS)
    : options.staff - leaders;
  const patrols = options.staff - leaders - officers;
  const grids = options.hasPatrol ? Math.max(1, Math.floor(patrols / STAFF_PER_GRID)) : 0;
  const perShift = Math.max(1, Math.round((officers * OFFICER_DUTIES) / 31 / 3));
  const posts = [
    post({ id: 'leader', name: '带班领导', start: '08:30', hours: 24, role: 'leader', rank: 3 }, 1),
    ...officerPosts(options, perShift),
    ...patrolPosts(grids),
  ].map((one, order) => ({ ...one, order }));
  const hasNovices = options.shifts === 'two' || perShift > 1;
  const people: readonly Person[] = [
    ...many(leaders, 'L', 'leader'),
    ...many(officers, 'O', 'officer').map((person, index) => ({
      ...person,
      skills: hasNovices && index % 8 === 7 ? [NOVICE] : [],
    })),
    ...many(patrols, 'P', 'patrol').map((person, index) => ({
      ...person,
      places: [...new Set([gridName(index % grids), gridName((index + 1 + random.below(2)) % grids)])],
    })),
  ].map((person, order) => ({ ...person, order }));
  const novices = people.filter((person) => person.skills.includes(NOVICE)).map(({ id }) => id);
  return {
    posts,
    people,
    pairs: pairsOf(people, novices, random),
    officerPosts: posts.filter(({ roles }) => roles.includes('officer')).map(({ id }) => id),
    requests: (days) => askedDuties(days, officers),
  };
}

function post(
  spec: Pick<Post, 'id' | 'name' | 'start' | 'hours' | 'rank'> & {
    readonly role: string;
    readonly place?: string;
  },
  need: number,
): Omit<Post, 'order'> {
  const { id, name, start, hours, rank, role, place = null } = spec;
  const needs = { workday: need, restday: need, holiday: need, spring: need };
  return { id, name, start, hours, night: id.startsWith('night'), roles: [role], place, needs, rank };
}

function officerPosts(options: OfficeOptions, perShift: number): readonly Omit<Post, 'order'>[] {
  const shift = { role: 'officer', rank: 2 };
  if (options.shifts === 'two')
    return [
      post({ ...shift, id: 'day', name: '值班干部', start: '08:30', hours: 9 }, 2),
      post({ ...shift, id: 'night', name: '夜班', start: '17:30', hours: 15 }, 1),
    ];
  return [
    post({ ...shift, id: 'early', name: '早班', start: '08:00', hours: 7 }, perShift),
    post({ ...shift, id: 'late', name: '中班', start: '15:00', hours: 7 }, perShift),
    post({ ...shift, id: 'night', name: '晚班', start: '22:00', hours: 10 }, perShift),
  ];
}

/** Every grid by day, every other one in the evening. */
function patrolPosts(grids: number): readonly Omit<Post, 'order'>[] {
  return Array.from({ length: grids }, (_, index) => {
    const shared = { role: 'patrol', place: gridName(index), rank: 1 };
    const day = post({ ...shared, id: `walk-${gridName(index)}`, name: '巡查', start: '08:30', hours: 9 }, 1);
    const evening = { ...shared, id: `evening-${gridName(index)}`, name: '夜巡', start: '18:00', hours: 3 };
    return index % 2 === 0 ? [day, post(evening, 1)] : [day];
  }).flat();
}

const gridName = (index: number): string => `g${String(index + 1).padStart(2, '0')}`;

function many(count: number, letter: string, role: string): readonly Person[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${letter}${String(index + 1).padStart(3, '0')}`;
    return { id, name: id, roles: [role], skills: [], places: [], order: index };
  });
}

/** Leader and deputy, and people who are not to meet. */
function pairsOf(
  people: readonly Person[],
  novices: readonly string[],
  random: Random,
): RosterProblem['pairs'] {
  const pairs: RosterProblem['pairs'] = [{ id: 'chiefs', a: 'L001', b: 'L002', kind: 'presence' }];
  const officers = people
    .filter(({ roles, id }) => roles.includes('officer') && !novices.includes(id))
    .map(({ id }) => id);
  for (let count = 0; count < Math.floor(people.length / 20); count += 1) {
    const [a, b] = [random.pick(officers), random.pick(officers)];
    if (a !== b) pairs.push({ id: `apart-${String(count)}`, a, b, kind: 'apart' });
  }
  return pairs;
}

/** Some officers ask for a night. */
function askedDuties(days: RosterProblem['days'], officers: number): RosterProblem['requests'] {
  const first = days[0]?.date ?? '';
  return Array.from({ length: Math.floor(officers / 12) }, (_, index) => ({
    id: `asked-${String(index)}`,
    person: `O${String(index + 1).padStart(3, '0')}`,
    kind: 'wish' as const,
    from: days[10 + index]?.date ?? first,
    to: days[10 + index]?.date ?? first,
    posts: ['night'],
    weight: 3,
  }));
}
