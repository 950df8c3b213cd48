import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readBoard } from '../../../db/duty/board.ts';
import { cancelChange, lookChange, makeChange, type DutyChange } from '../../../db/duty/change-duties.ts';
import { assignmentsOf, filled } from '../../../db/duty/duties.ts';
import { dutyDays } from '../../../db/duty/duty-days.ts';
import { dutyNow } from '../../../db/duty/duty-now.ts';
import { missingRosters } from '../../../db/duty/missing-rosters.ts';
import { dutySheet } from '../../../db/duty/duty-sheet-of.ts';
import { editDuties } from '../../../db/duty/edit-duties.ts';
import { nextCursors } from '../../../db/duty/fairness.ts';
import { fairnessTable } from '../../../db/duty/fairness-table.ts';
import { keepRoster } from '../../../db/duty/keep-roster.ts';
import {
  planProblem,
  readMonth,
  repairProblem,
  type MonthStanding,
} from '../../../db/duty/month-standing.ts';
import { Refused } from '../../../db/duty/refusal.ts';
import { relaxLedgers } from '../../../db/duty/relax-ledgers.ts';
import { stepRoster } from '../../../db/duty/roster-state.ts';
import { setUpTeam } from '../../../db/duty/set-up-team.ts';
import { teamList } from '../../../db/duty/team-list.ts';
import { dayAfter } from '../../../db/model/calendar/day-arithmetic.ts';
import { planRoster } from '../../../db/planner/office/plan-roster.ts';
import { problemFaults } from '../../../db/roster/problem-faults.ts';
import { rosterProblem } from '../../../db/roster/problem.ts';
import type { RecordWrite, Store } from '../../../db/store/index.ts';
import { DutyTown, enter, newId, now, today, write } from './duty-town.ts';

/** Planning is real; on a busy machine it takes its time. */
const patience = 180_000;

let town: DutyTown;
let store: Store;
let team: string;
beforeAll(() => {
  town = new DutyTown();
});
afterAll(() => {
  town.remove();
});
beforeEach(() => {
  store = town.open();
  team = teamList(store)[0]?.id ?? '';
});
afterEach(() => {
  store.close();
});

const month = (of = '2026-12'): MonthStanding => {
  const standing = readMonth(store, team, of);
  if (standing === null) throw new Error('no team');
  return standing;
};

/** Plans a month and keeps it; without a budget the first roster is enough. */
async function plan(
  of = '2026-12',
  { kind = 'plan', budget = 0 }: { readonly kind?: 'plan' | 'repair'; readonly budget?: number } = {},
): Promise<MonthStanding> {
  const standing = month(of);
  const problem = kind === 'plan' ? planProblem(standing, today) : repairProblem(standing, today);
  const found = await planRoster(problem, { budget });
  write(store, keepRoster(store, standing, { found, kind, now: now(), newId }).writes);
  return month(of);
}

const step = (of: string, state: 'draft' | 'published' | 'locked', reason = '') =>
  stepRoster(store, month(of), { state, reason, now: now(), newId });

function publish(of = '2026-12'): void {
  const writes = step(of, 'published');
  if (writes instanceof Refused) throw new Error(writes.why);
  write(store, writes);
}

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('not there');
  return value;
};

/** Writes what was not refused. */
function carryOut(writes: readonly RecordWrite[] | Refused): void {
  if (writes instanceof Refused) throw new Error(writes.why);
  write(store, writes);
}

const board = (of = '2026-12') => readBoard(store, { team, month: of, today, language: 'zh' });

describe('a month of the practice town', () => {
  test('is a valid problem with December’s leave, requests, pairs and campaign', () => {
    const { problem } = month();
    expect(rosterProblem.parse(problem)).toEqual(problem);
    expect(problemFaults(problem)).toEqual([]);
    expect(problem.people).toHaveLength(30);
    expect(problem.leaves).toHaveLength(4);
    expect(problem.requests.map(({ kind }) => kind).toSorted()).toEqual(['avoid', 'never']);
    expect(problem.pairs).toHaveLength(2);
    expect(problem.campaigns).toMatchObject([{ need: 2, from: '2026-12-28' }]);
    expect(problem.earlier.length).toBeGreaterThan(60);
    expect(problem.posts.map(({ hours }) => hours)).toEqual([24, 9, 15]);
  });

  test('shows November as it is published, its swap marked, nothing broken', () => {
    const shown = board('2026-11');
    expect(shown?.roster).toMatchObject({ state: 'published', status: 'hand', isOutdated: false });
    expect(shown?.holes).toEqual([]);
    expect(shown?.check?.violations).toEqual([]);
    const swapped = shown?.duties.filter(({ planned }) => planned !== null);
    expect(swapped?.map(({ origin }) => origin)).toEqual(['swap', 'swap']);
    expect(shown?.frozenThrough).toBe('2026-11-22');
    expect(shown?.isAnnounced).toBe(true);
  });

  test('says who is on duty now and who comes next', () => {
    const [office] = dutyNow(store, new Date('2026-11-23T08:00:00Z'), 'zh');
    expect(office?.onDuty.map(({ post }) => post)).toEqual(['带班领导', '白班', '白班']);
    for (const { phone } of office?.onDuty ?? []) expect(phone).toMatch(/^154\d{8}$/);
    expect(office?.next).toMatchObject({ at: '2026-11-23T09:30:00.000Z', people: [{ post: '夜班' }] });
    const [early] = dutyNow(store, new Date('2026-11-23T00:00:00Z'), 'zh');
    expect(early?.onDuty.map(({ post, date }) => [post, date])).toEqual([
      ['带班领导', '2026-11-22'],
      ['夜班', '2026-11-22'],
    ]);
  });

  test('is a sheet with title, hours, phones and marks; a holiday has a title of its own', () => {
    const sheet = dutySheet(store, { team, from: '2026-11-01', to: '2026-11-30', language: 'zh' });
    expect(sheet).toMatchObject({ title: '虎门镇2026年11月值班表', state: 'published', kind: 'office' });
    expect(sheet?.posts.map(({ hours }) => hours)).toEqual([
      '08:30–次日08:30',
      '08:30–17:30',
      '17:30–次日08:30',
    ]);
    expect(sheet?.duties.filter(({ isChanged }) => isChanged)).toHaveLength(2);
    const holiday = dutySheet(store, { team, from: '2026-10-01', to: '2026-10-07', language: 'zh' });
    expect(holiday?.title).toBe('虎门镇机关2026年国庆节值班安排表');
  });
});

describe('planning', () => {
  test(
    'keeps a roster without a broken rule, remembers its rules, and marks it outdated after a leave',
    async () => {
      const standing = await plan('2026-12', { budget: 1_000_000 });
      expect(standing.roster).toMatchObject({ state: 'draft', status: 'optimal' });
      const shown = board();
      expect(shown?.check?.violations).toEqual([]);
      expect(shown?.holes).toEqual([]);
      expect(shown?.duties).toHaveLength(31 * 4 + 4);
      expect(shown?.roster?.isOutdated).toBe(false);
      expect(standing.roster?.rules).toContain('"kind":"rest"');
      const member = standing.problem.people[6]?.id ?? '';
      enter(store, 'duty_leave', { member, kind: '02', from_day: '2026-12-20', to_day: '2026-12-21' });
      expect(board()?.roster?.isOutdated).toBe(true);
    },
    patience,
  );

  test('again updates the same seats instead of doubling them, and keeps what was pinned', async () => {
    const first = await plan();
    const [pinned] = filled(first.duties);
    if (pinned === undefined) throw new Error('no duty');
    write(store, [
      {
        ledger: 'duty_assignment',
        id: pinned.id,
        op: 'update',
        base: pinned.version,
        values: { is_locked: true },
      },
    ]);
    enter(store, 'duty_leave', {
      member: first.problem.people[9]?.id ?? '',
      kind: '01',
      from_day: '2026-12-01',
      to_day: '2026-12-31',
    });
    const again = await plan();
    expect(again.duties.length).toBe(first.duties.length);
    expect(new Set(again.duties.map(({ id }) => id))).toEqual(new Set(first.duties.map(({ id }) => id)));
    expect(again.duties.find(({ id }) => id === pinned.id)?.member).toBe(pinned.member);
  });

  test('continues November’s fairness in December: who did more then does less now', () => {
    const before = fairnessTable(store, { team, from: '2026-10', to: '2026-11', language: 'zh' }) ?? [];
    const sum = before.reduce((total, { balance }) => total + balance.total, 0);
    expect(Math.abs(sum)).toBeLessThan(0.2);
    const balances = new Map(month().problem.people.map(({ id, balance }) => [id, balance.total ?? 0]));
    for (const { id, balance } of before) expect(balances.get(id)).toBeCloseTo(balance.total, 1);
    expect(Math.max(...balances.values())).toBeGreaterThan(0);
  });
});

describe('a team that keeps turns', () => {
  test('plans by the list, remembers who is next, and goes on from there in the next month', async () => {
    const row = must(store.rows('duty_team', {}).find(({ id }) => id === team));
    write(store, [
      { ledger: 'duty_team', id: team, op: 'update', base: row.version, values: { mode: 'turns' } },
    ]);
    const december = month().problem;
    const kinds = december.rules.map(({ kind }) => kind);
    expect(kinds).toContain('turns');
    expect(kinds).not.toContain('fair');
    const leader = must(december.posts[0]).id;
    // October and November were done by everybody in turn: 61 days among five leaders, each class of day for itself.
    expect(Object.keys(must(december.cursors[leader])).toSorted()).toEqual(['holiday', 'restday', 'workday']);

    await plan();
    const next = month('2027-01').problem.cursors;
    expect(next).toEqual(nextCursors(december));
    expect(next[leader]).not.toEqual(december.cursors[leader]);
    // Somebody who joins now does not move what was settled.
    enter(store, 'duty_member', {
      team,
      name: '新来的领导',
      roles: ['01'],
      position: 0,
      joined_on: '2026-12-28',
    });
    expect(month('2027-01').problem.cursors).toEqual(next);
  });
});

describe('a way out', () => {
  const december = (step: Parameters<typeof relaxLedgers>[1]): void => {
    carryOut(relaxLedgers(month(), step, newId));
  };

  test('of a leave makes the record shorter, two, or none', () => {
    const [leave] = month().problem.leaves.filter(({ from, to }) => from < to);
    const { id, from, to, person } = must(leave);
    const left = () =>
      month()
        .problem.leaves.filter((one) => one.person === person)
        .map((one) => `${one.from} ${one.to}`)
        .toSorted();
    december({ kind: 'leave', id, date: dayAfter(from, 2) });
    expect(left()).toEqual([`${from} ${dayAfter(from, 1)}`, `${dayAfter(from, 3)} ${to}`]);
    december({ kind: 'leave', id, date: from });
    december({ kind: 'leave', id, date: dayAfter(from, 1) });
    expect(left()).toEqual([`${dayAfter(from, 3)} ${to}`]);
    expect(relaxLedgers(month(), { kind: 'leave', id, date: from }, newId)).toMatchObject({
      why: 'rule-gone',
    });
  });

  test('of a need asks for fewer people on one day, and a rule gives way from now on', () => {
    const [post] = month().problem.posts;
    const step = { kind: 'need', post: must(post).id, date: '2026-12-15', need: 0 } as const;
    december(step);
    december({ ...step, need: 1 });
    const campaigns = month().problem.campaigns.filter(({ from }) => from === '2026-12-15');
    expect(campaigns).toMatchObject([{ to: '2026-12-15', post: must(post).id, need: 1 }]);
    const rest = must(month().problem.rules.find(({ kind }) => kind === 'rest'));
    december({ kind: 'soften', rule: rest.id });
    expect(month().problem.rules.find(({ id }) => id === rest.id)?.strength).toEqual({ weight: 1000 });
  });

  test('that holds once nails its duties down when the roster is kept', async () => {
    const standing = await plan();
    const [duty] = filled(standing.duties);
    const { day: date, post, member: person } = must(duty);
    const found = await planRoster(planProblem(standing, today), { budget: 0 });
    const steps = [{ kind: 'once', rule: 'rest', duties: [{ date, post, person }] }] as const;
    const keeping = {
      found: { ...found, assignments: assignmentsOf(standing.duties) },
      kind: 'plan',
    } as const;
    write(store, keepRoster(store, standing, { ...keeping, steps, now: now(), newId }).writes);
    expect(month().duties.filter(({ is_locked }) => is_locked === true)).toMatchObject([
      { day: date, post, member: person },
    ]);
    const unlock = [{ kind: 'unlock', date, post, person }] as const;
    write(store, keepRoster(store, month(), { ...keeping, steps: unlock, now: now(), newId }).writes);
    expect(month().duties.filter(({ is_locked }) => is_locked === true)).toEqual([]);
  });
});

describe('rosters that are not out', () => {
  test('are this month’s, and from the 20th the next one’s, of teams at work', () => {
    // October is locked and November published; December is not planned yet.
    expect(missingRosters(store, '2026-11-19')).toEqual([]);
    expect(missingRosters(store, '2026-11-20')).toMatchObject([{ team, month: '2026-12', isDraft: false }]);
    expect(missingRosters(store, '2026-12-01')).toMatchObject([{ month: '2026-12' }]);
  });

  test('leave the list when they are published, and a draft is called one', async () => {
    await plan();
    expect(missingRosters(store, '2026-11-23')).toMatchObject([{ month: '2026-12', isDraft: true }]);
    publish();
    expect(missingRosters(store, '2026-11-23')).toEqual([]);
  });
});

describe('the days of a calendar', () => {
  test('name who is on duty in the order of posts, by published rosters only', () => {
    const [first, ...others] = dutyDays(store, { from: '2026-11-23', to: '2026-11-23' });
    expect(others).toEqual([]);
    expect(first).toMatchObject({ day: '2026-11-23', team });
    const onDuty = dutyNow(store, now(), 'zh')[0]?.onDuty.map(({ name }) => name) ?? [];
    expect(onDuty.length).toBeGreaterThan(0);
    const named = first?.people.map(({ name }) => name) ?? [];
    expect(onDuty.filter((name) => !named.includes(name))).toEqual([]);
    expect(dutyDays(store, { from: '2026-12-01', to: '2026-12-31' })).toEqual([]);
  });
});

describe('mending a published roster', () => {
  test('changes only the duties of who cannot come, and never the past', async () => {
    const standing = month('2026-11');
    const victim = filled(standing.duties).find(({ day }) => day === '2026-11-26');
    if (victim === undefined) throw new Error('no duty');
    const lost = filled(standing.duties).filter((d) => d.member === victim.member && d.day >= today);
    enter(store, 'duty_leave', { member: victim.member, kind: '02', from_day: today, to_day: '2026-11-30' });
    const after = await plan('2026-11', { kind: 'repair', budget: 100_000 });
    const moved = after.duties.filter(
      (duty) => standing.duties.find(({ id }) => id === duty.id)?.member !== duty.member,
    );
    expect(moved.length).toBeGreaterThanOrEqual(lost.length);
    expect(moved.length).toBeLessThanOrEqual(lost.length + 2);
    for (const duty of moved) {
      expect(duty.day >= today).toBe(true);
      expect(duty.origin).toBe('repair');
      expect(duty.planned).not.toBeNull();
    }
    expect(board('2026-11')?.check?.violations).toEqual([]);
  });
});

describe('editing by hand', () => {
  test('marks the change in a published roster and not in a draft; the past and a locked month refuse', async () => {
    const standing = month('2026-11');
    const on = (of: MonthStanding, date: string) => must(filled(of.duties).find(({ day }) => day === date));
    const duty = on(standing, '2026-11-27');
    const other = must(standing.problem.people.find(({ id }) => id !== duty.member)).id;
    const setOf = (of: MonthStanding, date: string) => {
      const { post, member } = on(of, date);
      return { date, post, from: member, to: other };
    };
    const set = setOf(standing, '2026-11-27');
    const now27 = () => month('2026-11').duties.find(({ id }) => id === duty.id);
    carryOut(editDuties(standing, [set], { today, newId }));
    expect(now27()).toMatchObject({ member: other, planned: duty.member, origin: 'hand' });
    carryOut(editDuties(month('2026-11'), [{ ...set, from: other, to: duty.member }], { today, newId }));
    expect(now27()?.planned).toBeNull();

    const past = editDuties(month('2026-11'), [setOf(standing, '2026-11-20')], { today, newId });
    expect(past).toMatchObject({ why: 'past' });
    const october = month('2026-10');
    const locked = editDuties(october, [setOf(october, '2026-10-05')], { today, newId });
    expect(locked).toMatchObject({ why: 'locked' });
  });

  test('adds a seat, leaves a hole, and takes the spare seat away', async () => {
    const standing = await plan();
    const duty = filled(standing.duties).find(({ day }) => day === '2026-12-10');
    const other = standing.problem.people[20]?.id ?? '';
    if (duty === undefined) throw new Error('no duty');
    const cell = { date: duty.day, post: duty.post };
    const edit = (from: string | null, to: string | null): void => {
      carryOut(editDuties(month(), [{ ...cell, from, to }], { today, newId }));
    };
    const seats = () => month().duties.filter(({ day, post }) => day === cell.date && post === cell.post);
    const before = seats().length;
    edit(null, other);
    expect(seats()).toHaveLength(before + 1);
    edit(other, null);
    expect(seats()).toHaveLength(before);
    edit(duty.member, null);
    expect(seats()).toHaveLength(before);
    expect(board()?.holes).toEqual([{ ...cell, missing: 1 }]);
    edit(null, duty.member);
    expect(board()?.holes).toEqual([]);
  });
});

describe('the life of a roster', () => {
  test('goes one step at a time, back only with a reason; the lock earns time off and gives it back', async () => {
    await plan();
    expect(step('2026-12', 'locked')).toMatchObject({ why: 'state' });
    publish();
    expect(board()?.roster?.publishedAt).toBe('2026-11-23T08:00:00.000Z');
    expect(step('2026-12', 'draft')).toMatchObject({ why: 'reason' });
    const counted = () => store.counts()['duty_compensation'] ?? 0;
    const before = counted();
    const lock = step('2026-12', 'locked');
    if (lock instanceof Refused) throw new Error(lock.why);
    write(store, lock);
    // Weekends of December 2026 have eight days with four duties each; no holiday lies in it.
    expect(counted() - before).toBe(32);
    const unlock = step('2026-12', 'published', '补记');
    if (unlock instanceof Refused) throw new Error(unlock.why);
    write(store, unlock);
    expect(counted()).toBe(before);
  });
});

describe('swaps and substitutes', () => {
  const swapOf = (standing: MonthStanding, days: readonly [string, string]) => {
    const at = (day: string) => {
      const post = standing.problem.posts.find(({ name }) => name === '夜班')?.id ?? '';
      const duty = filled(standing.duties).find((one) => one.day === day && one.post === post);
      if (duty === undefined) throw new Error(`no night on ${day}`);
      return duty;
    };
    const [mine, other] = [at(days[0]), at(days[1])];
    return {
      kind: 'swap' as const,
      date: mine.day,
      post: mine.post,
      person: mine.member,
      otherDate: other.day,
      otherPost: other.post,
      otherPerson: other.member,
    };
  };
  /** A swap of the night of 11 December that breaks nothing. */
  const possibleSwap = (standing: MonthStanding) => {
    const days = standing.problem.days.map(({ date }) => date).filter((date) => date > '2026-12-11');
    const swaps = days.map((day) => swapOf(standing, ['2026-12-11', day]));
    return must(
      swaps.find((change) => {
        const look = lookChange(store, { team, change, today });
        return !(look instanceof Refused) && look.months.every(({ broken }) => broken.length === 0);
      }),
    );
  };
  const make = (change: DutyChange): void => {
    const look = lookChange(store, { team, change, today });
    if (look instanceof Refused) throw new Error(look.why);
    const writes = makeChange(look, { team, change, reason: '家中有事', now: now(), newId });
    if (writes instanceof Refused) throw new Error(writes.why);
    write(store, writes);
  };

  test('are written beside the duties, replayed when the month is planned again, and cancelled', async () => {
    const standing = await plan();
    const change = possibleSwap(standing);
    make(change);
    const swapped = () =>
      month()
        .duties.filter(({ planned }) => planned !== null)
        .map(({ day, member, planned, origin }) => ({ day, member, planned, origin }));
    const expected = [
      { day: '2026-12-11', member: change.otherPerson, planned: change.person, origin: 'swap' },
      { day: change.otherDate, member: change.person, planned: change.otherPerson, origin: 'swap' },
    ];
    expect(swapped()).toEqual(expected);
    enter(store, 'duty_leave', {
      member: standing.problem.people[12]?.id ?? '',
      kind: '01',
      from_day: '2026-12-01',
      to_day: '2026-12-20',
    });
    await plan();
    expect(swapped()).toEqual(expected);

    const id = store.page(
      { ledger: 'duty_change', where: { team, day: '2026-12-11' }, limit: 1 },
      {
        user: 'test',
        name: '测试',
        language: 'zh',
        seesMasked: true,
      },
    ).rows[0]?.id;
    const cancelled = cancelChange(store, { id: id ?? '', today });
    if (cancelled instanceof Refused) throw new Error(cancelled.why);
    write(store, cancelled.writes);
    expect(swapped()).toEqual([]);
    expect(cancelChange(store, { id: id ?? '', today })).toMatchObject({ why: 'change' });
  });

  test('wait for a month without a roster and take effect with it', async () => {
    const standing = await plan();
    const mine = filled(standing.duties).find(({ day }) => day === '2026-12-30');
    if (mine === undefined) throw new Error('no duty');
    const swapWith = (otherPerson: string): DutyChange => ({
      kind: 'swap',
      date: '2026-12-30',
      post: mine.post,
      person: mine.member,
      otherDate: '2027-01-08',
      otherPost: mine.post,
      otherPerson,
    });
    const look = (change: DutyChange) => {
      const found = lookChange(store, { team, change, today });
      if (found instanceof Refused) throw new Error(found.why);
      return found;
    };
    const other = standing.problem.people.find(
      ({ id }) => id !== mine.member && look(swapWith(id)).months.every(({ broken }) => broken.length === 0),
    )?.id;
    if (other === undefined) throw new Error('nobody can swap');
    const change = swapWith(other);
    expect(look(change).isWaiting).toBe(true);
    make(change);
    expect(month().duties.find(({ id }) => id === mine.id)?.member).toBe(mine.member);

    const january = await plan('2027-01');
    expect(
      january.duties.find(
        ({ day, post, member }) => day === '2027-01-08' && post === mine.post && member === mine.member,
      ),
    ).toMatchObject({ origin: 'swap', planned: other });
    expect(month().duties.find(({ id }) => id === mine.id)).toMatchObject({
      member: other,
      planned: mine.member,
      origin: 'swap',
    });
  });

  test('that break a rule say which and are refused; those of the past and of nobody, too', async () => {
    const standing = await plan();
    const change = swapOf(standing, ['2026-12-11', '2026-12-17']);
    const sick = { member: change.person, kind: '02', from_day: '2026-12-17', to_day: '2026-12-17' };
    const leave = enter(store, 'duty_leave', sick);
    const look = lookChange(store, { team, change, today });
    if (look instanceof Refused) throw new Error(look.why);
    const broken = look.months.flatMap((one) => one.broken);
    expect(broken.map(({ fact }) => fact)).toContainEqual({ kind: 'leave', id: leave });
    expect(makeChange(look, { team, change, reason: '', now: now(), newId })).toMatchObject({ why: 'rule' });
    expect(lookChange(store, { team, change: { ...change, date: '2026-11-01' }, today })).toMatchObject({
      why: 'past',
    });
    expect(lookChange(store, { team, change: { ...change, person: 'nobody' }, today })).toMatchObject({
      why: 'duty',
    });
  });

  test('fifty at random never leave a broken hard rule behind, and planning again keeps every one that holds', async () => {
    await plan();
    const random = lcg(11);
    let made = 0;
    for (let i = 0; i < 50; i += 1) {
      const standing = month();
      const duties = filled(standing.duties);
      const [a, b] = [duties[random(duties.length)], duties[random(duties.length)]];
      if (a === undefined || b === undefined || a.member === b.member) continue;
      const change: DutyChange = {
        kind: 'swap',
        date: a.day,
        post: a.post,
        person: a.member,
        otherDate: b.day,
        otherPost: b.post,
        otherPerson: b.member,
      };
      const look = lookChange(store, { team, change, today });
      if (look instanceof Refused) throw new Error(look.why);
      const at = new Date(now().getTime() + i);
      const writes = makeChange(look, { team, change, reason: '', now: at, newId });
      if (writes instanceof Refused) expect(writes.why).toBe('rule');
      else {
        write(store, writes);
        made += 1;
      }
      expect(board()?.check?.violations).toEqual([]);
    }
    expect(made).toBeGreaterThan(5);
    const { agreed } = month();
    const again = await plan();
    for (const { date, post, person } of agreed)
      expect(
        again.duties.some((duty) => duty.day === date && duty.post === post && duty.member === person),
      ).toBe(true);
    expect(board()?.check?.violations).toEqual([]);
  });
});

describe('a village team', () => {
  test('is set up from the grid staff with their grids and can be planned at once', async () => {
    const village = store.rows('division', { level: '5' })[0]?.id ?? '';
    const made = setUpTeam(store, { template: 'patrol', name: '虎门寨社区网格巡查', village }, newId);
    if (made instanceof Refused) throw new Error(made.why);
    write(store, made.writes);
    team = made.team;
    const { problem } = month();
    expect(problem.posts.length).toBeGreaterThanOrEqual(2);
    for (const post of problem.posts) expect(post.place).not.toBeNull();
    expect(problem.people.length).toBeGreaterThanOrEqual(3);
    for (const person of problem.people) expect(person.places).toHaveLength(1);
    expect(problemFaults(problem)).toEqual([]);
    await plan();
    expect(board()?.check?.violations).toEqual([]);
    expect(board()?.duties.length).toBeGreaterThan(40);
    expect(board()?.title).toBe('虎门寨社区2026年12月网格巡查值班表');
  });

  test('needs a village that has grids and staff', () => {
    const plan = { template: 'patrol', name: '甲', village: null } as const;
    expect(setUpTeam(store, plan, newId)).toMatchObject({ why: 'village' });
    const town = store.rows('division', { level: '4' })[0]?.id ?? '';
    expect(setUpTeam(store, { ...plan, village: town }, newId)).toMatchObject({ why: 'staff' });
  });
});

/** A small seeded source of numbers below a bound (Numerical Recipes' constants). */
function lcg(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
