import { rosterProblem, type RosterProblem } from '../../roster/problem.ts';
import { monthDays } from './month-days.ts';
import { officeRules } from './office-rules.ts';
import { staffOf, type Staff } from './office-staff.ts';
import { Random } from './random.ts';

/** What a generated office is like; the same options give the same problem everywhere. */
export interface OfficeOptions {
  readonly staff: number;
  readonly seed: number;
  /** `YYYY-MM` */
  readonly month: string;
  /** `two`: a day with two officers and a night; `three`: early, late and night. */
  readonly shifts: 'two' | 'three';
  /** Whether grids are patrolled. */
  readonly hasPatrol: boolean;
  /** What the months before left; absent: a first month. */
  readonly carried?: Pick<RosterProblem, 'earlier'> & {
    readonly balances: ReadonlyMap<string, RosterProblem['people'][number]['balance']>;
  };
}

const LEAVE_CHANCE = 0.55;
const LONGEST_LEAVE = 5;

/**
 * An office with its month: leaders (17 %), officers in shifts, patrols of grids of which everybody knows two, leave, wishes,
 * newcomers, pairs and duties asked for. People and pairs are of the seed; leave and wishes of the month too.
 */
export function officeProblem(options: OfficeOptions): RosterProblem {
  const days = monthDays(options.month);
  const random = new Random(options.seed * 1000 + Number(options.month.replace('-', '')));
  const staff = staffOf(options);
  const leaves = leavesOf(staff, days, random);
  return rosterProblem.parse({
    format: 'zhiwang-roster-problem/1',
    name: `office ${String(options.staff)}/${String(options.seed)} ${options.month}`,
    days,
    posts: staff.posts,
    people: staff.people.map((person) => ({
      ...person,
      // Newcomers do no nights, and owe none.
      nightExempt: person.skills.includes('novice') ? [monthOf(days)] : [],
      balance: options.carried?.balances.get(person.id) ?? {},
    })),
    leaves,
    requests: [...staff.requests(days), ...wishesOf(staff, days, random)],
    pairs: staff.pairs,
    rules: officeRules(staff),
    earlier: options.carried?.earlier ?? [],
  });
}

/** Not more of a role at once than a quarter, as an office grants it. */
function leavesOf(staff: Staff, days: RosterProblem['days'], random: Random): RosterProblem['leaves'] {
  const away = new Map<string, number>();
  return staff.people.flatMap(({ id, roles: [role = ''] }) => {
    if (!random.happens(LEAVE_CHANCE)) return [];
    const from = random.below(days.length);
    const to = Math.min(days.length - 1, from + random.below(LONGEST_LEAVE));
    const most = Math.max(1, Math.floor(staff.people.filter(({ roles }) => roles[0] === role).length / 4));
    const keys = days.slice(from, to + 1).map(({ date }) => `${role} ${date}`);
    if (keys.some((key) => (away.get(key) ?? 0) >= most)) return [];
    for (const key of keys) away.set(key, (away.get(key) ?? 0) + 1);
    return [{ id: `leave-${id}`, person: id, from: dateOf(days, from), to: dateOf(days, to), kind: '年休' }];
  });
}

function wishesOf(staff: Staff, days: RosterProblem['days'], random: Random): RosterProblem['requests'] {
  return staff.people.flatMap(({ id }) => {
    if (!random.happens(0.4)) return [];
    const date = dateOf(days, random.below(days.length));
    const kind = random.happens(0.5) ? ('wish' as const) : ('avoid' as const);
    return [{ id: `${kind}-${id}`, person: id, kind, from: date, to: date, weight: 1 + random.below(3) }];
  });
}

const monthOf = (days: RosterProblem['days']): { readonly from: string; readonly to: string } => ({
  from: dateOf(days, 0),
  to: dateOf(days, days.length - 1),
});

const dateOf = (days: RosterProblem['days'], index: number): string => days[index]?.date ?? '';
